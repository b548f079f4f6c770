/** How much waits, over all organisations: asked by metrics and health, and kept for some seconds. */
import { sealerCursor } from '../audit/sealer.ts'
import { relayCursor } from '../events/relay.ts'
import type { Services } from '../tenancy/context.ts'

export type Backlog = {
  /** Jobs that are waiting, running or dead; done ones are not counted. */
  jobs: { name: string; state: string; count: number }[]
  /** How long the job that waits longest could have run already, in seconds; 0 when none waits. */
  oldestWaitingSeconds: number
  /** Events the relay has not reached, and audit entries the sealer has not; counted up to 10,000. */
  unrelayed: number
  unsealed: number
}

const keptMs = 5_000
const kept = new WeakMap<Services['database'], { at: number; backlog: Promise<Backlog> }>()

export function backlog(services: Services): Promise<Backlog> {
  const known = kept.get(services.database)
  if (known && Date.now() - known.at < keptMs) return known.backlog
  const asked = ask(services)
  asked.catch(() => kept.delete(services.database))
  kept.set(services.database, { at: Date.now(), backlog: asked })
  return asked
}

async function ask({ database: { relay } }: Services): Promise<Backlog> {
  const [jobs, oldest, behind] = await Promise.all([
    relay.query<Backlog['jobs'][number]>(
      `select name, state::text, count(*) from pgboss.job where state not in ('completed', 'cancelled') group by name, state`,
    ),
    relay.query<{ seconds: number }>(
      `select coalesce(greatest(extract(epoch from now() - min(start_after)), 0), 0)::float8 as seconds
        from pgboss.job where state in ('created', 'retry') and start_after <= now()`,
    ),
    relay.query<{ unrelayed: number; unsealed: number }>(
      `select (select count(*) from (select from events where (events.xid, ordinal) > (${cursor('$1')}) limit 10000) e) as unrelayed,
        (select count(*) from (select from audit where (audit.xid, ordinal) > (${cursor('$2')}) limit 10000) a) as unsealed`,
      [relayCursor, sealerCursor],
    ),
  ])
  return {
    jobs: jobs.rows,
    oldestWaitingSeconds: Math.round(oldest.rows[0]!.seconds),
    ...behind.rows[0]!,
  }
}

const cursor = (reader: string) =>
  `coalesce((select c.xid from outbox_cursors c where c.reader = ${reader}), '0'::xid8),
   coalesce((select c.ordinal from outbox_cursors c where c.reader = ${reader}), -1)`
