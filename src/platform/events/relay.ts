/** Turns events into jobs, each once: the jobs are enqueued in the transaction that moves the relay's cursor. */
import type { Client } from 'pg'
import type { JobData } from '../jobs/queue.ts'
import type { Services } from '../tenancy/context.ts'
import type { EventName } from '../tenancy/actions.ts'
import type { Locale } from '../values/shapes.ts'
import type { Duty } from './leader.ts'

/** Which job follows from which events. */
export type Subscription = { on: readonly EventName[]; job: string }

/** What a job that follows from an event is given. */
export type EventInput = {
  event: {
    id: string
    name: EventName
    entity: string
    entityId: string
    data: Record<string, unknown>
    /** RFC 3339. */
    at: string
  }
}

type Row = Omit<EventInput['event'], 'at'> & {
  at: Date
  tenant_id: string
  xid: string
  ordinal: number
  locale: Locale | null
}

export const relayCursor = 'relay'
const batchSize = 500

/** Throws at once when a subscription names a job that nobody works. */
export function relayEvents(services: Services, subscriptions: readonly Subscription[]): Duty {
  const jobsOf = new Map<string, string[]>()
  for (const { on, job } of subscriptions) {
    if (!services.jobs.names.has(job))
      throw new Error(`There is no job named ${job} to follow ${on.join(', ')}.`)
    for (const name of on) jobsOf.set(name, [...(jobsOf.get(name) ?? []), job])
  }
  return {
    name: 'relay',
    step: async (client) => {
      const rows = await nextEvents(client)
      if (rows.length === 0) return { hasMore: false }
      const jobs = jobsFor(rows, jobsOf)
      for (const [job, data] of jobs) {
        await services.jobs.sendMany(async (text, values) => client.query(text, values), job, data)
      }
      await moveTo(client, rows.at(-1)!)
      return { hasMore: rows.length === batchSize, after: () => services.jobs.nudge(jobs.keys()) }
    },
  }
}

// A transaction that began earlier may commit later: rows are taken only when no older transaction is still open,
// for then nothing can appear before them any more.
async function nextEvents(client: Client): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    name: 'relay_events',
    text: `
      select e.tenant_id, e.xid::text, e.ordinal, e.id, e.name, e.entity, e.entity_id as "entityId", e.data,
        e.at, o.default_locale as locale
      from events e left join organizations o on o.id = e.tenant_id
      where (e.xid, e.ordinal) > (
          coalesce((select c.xid from outbox_cursors c where c.reader = $1), '0'::xid8),
          coalesce((select c.ordinal from outbox_cursors c where c.reader = $1), -1))
        and e.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by e.xid, e.ordinal limit $2`,
    values: [relayCursor, batchSize],
  })
  return rows
}

function jobsFor(rows: Row[], jobsOf: ReadonlyMap<string, string[]>): Map<string, JobData[]> {
  const made = new Map<string, JobData[]>()
  for (const { tenant_id, locale, id, name, entity, entityId, data, at } of rows) {
    const input: EventInput = { event: { id, name, entity, entityId, data, at: at.toISOString() } }
    for (const job of jobsOf.get(name) ?? []) {
      const list = made.get(job) ?? []
      list.push({ tenantId: tenant_id, locale: locale ?? 'el', requestId: id, input })
      made.set(job, list)
    }
  }
  return made
}

async function moveTo(client: Client, { xid, ordinal }: Row): Promise<void> {
  await client.query({
    name: 'relay_move',
    text: `insert into outbox_cursors (reader, xid, ordinal) values ($1, $2::xid8, $3)
      on conflict (reader) do update set xid = excluded.xid, ordinal = excluded.ordinal, moved_at = now()`,
    values: [relayCursor, xid, ordinal],
  })
}
