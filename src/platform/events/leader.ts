/**
 * What only one process per database may do: relaying events and sealing the audit log. The one that holds the
 * lock works on the very connection that holds it, so one that was cut off can no longer commit anything; the
 * others try for the lock every second.
 */
import type { Client } from 'pg'
import type { Services } from '../tenancy/context.ts'
import { queuesIn } from './wake.ts'
import { type Watch, watchOutbox } from './watch.ts'

export type Duty = {
  name: string
  /** Whether it has anything to do now; always when absent. */
  isDue?: () => boolean
  /** One batch, in a transaction of its own that is already begun. */
  step: (client: Client, services: Services) => Promise<Step>
}

export type Step = {
  /** There may be more to do at once. */
  hasMore: boolean
  /** Done after the commit. */
  after?: () => void
}

/** Advisory locks are per database; any number that nothing else uses will do. */
const lockKey = 731_002_027
const restMs = 5_000

export type Leader = Watch & { isLeading: () => boolean }

export function startLeader(services: Services, duties: readonly Duty[]): Leader {
  let holder: Client | null = null
  const rests = new Map<Duty, number>()

  const watch = watchOutbox(services, {
    name: 'leader',
    // Every process that works jobs stands here, leading or not.
    hear: (payload) => services.jobs.nudge(queuesIn(payload)),
    turn: async (client) => {
      if (holder !== client) {
        const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
          lockKey,
        ])
        if (!rows[0]!.got) return false
        holder = client
        client.once('end', () => (holder = null))
        services.log.info('this process relays events and seals the audit log')
      }
      let hasMore = false
      for (const duty of duties) {
        if ((rests.get(duty) ?? 0) > Date.now() || duty.isDue?.() === false) continue
        hasMore = (await perform(services, client, duty, rests)) || hasMore
      }
      return hasMore
    },
  })
  return { ...watch, isLeading: () => holder !== null }
}

/** A duty that fails rests for a while, so that it neither spins nor holds up the others. */
async function perform(
  services: Services,
  client: Client,
  duty: Duty,
  rests: Map<Duty, number>,
): Promise<boolean> {
  try {
    await client.query('begin')
    const { hasMore, after } = await duty.step(client, services)
    await client.query('commit')
    after?.()
    return hasMore
  } catch (error) {
    rests.set(duty, Date.now() + restMs)
    services.log.error({ err: error, duty: duty.name }, 'duty failed')
    // When the connection itself is gone this throws too, and the watch makes another.
    await client.query('rollback')
    return false
  }
}
