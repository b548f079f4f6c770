/** After a commit, one tiny notification tells every process that there is something to tell or to do; many commits share one. */
import type { Services } from '../tenancy/context.ts'

export const outboxChannel = 'stoa_outbox'

/** The queues that were given work and that no notification has named yet. */
const sending = new WeakMap<Services['database'], Set<string>>()
const gatherMs = 15
const mostBytes = 7_000

/** `queues` have new jobs: workers of this process begin at once, those of others when they hear of it. */
export function wake(services: Services, queues: Iterable<string> = []): void {
  const { database } = services
  services.jobs.nudge(queues)
  const gathered = sending.get(database)
  if (gathered) {
    for (const name of queues) gathered.add(name)
    return
  }
  const names = new Set(queues)
  sending.set(database, names)
  // NOTIFY takes a database-wide lock at commit, so it is never sent from within a business transaction.
  setTimeout(() => {
    sending.delete(database)
    const payload = [...names].join(' ')
    database.app
      .query('select pg_notify($1, $2)', [outboxChannel, payload.length > mostBytes ? '' : payload])
      // A lost notification is covered by the readers' one-second timer.
      .catch(() => {})
  }, gatherMs).unref()
}

/** The queues that a notification names. */
export const queuesIn = (payload: string | undefined): string[] => (payload ? payload.split(' ') : [])
