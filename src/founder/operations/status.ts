/** How an installation is, in figures; reads only, also beside a running server. */
import type { Client } from 'pg'
import { migrationsOf } from './tables.ts'

export type Status = {
  database: { version: string; megabytes: number }
  migrations: { applied: number; missing: string[]; unknown: string[] }
  organizations: {
    slug: string
    name: string
    products: number
    orders: number
    members: number
    mails: number
  }[]
  jobs: Record<string, number>
  /** Events and audit entries that their readers have yet to take, and for how long the oldest has waited. */
  outbox: { reader: string; waiting: number; seconds: number }[]
}

export async function readStatus(owner: Client, known: readonly string[]): Promise<Status> {
  const applied = await migrationsOf(owner)
  const { rows } = await owner.query<{ version: string; megabytes: number }>(
    `select current_setting('server_version') as version,
      round(pg_database_size(current_database()) / 1048576.0, 1)::float as megabytes`,
  )
  const isThere = applied.length > 0
  return {
    database: rows[0]!,
    migrations: {
      applied: applied.length,
      missing: known.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !known.includes(name)),
    },
    organizations: isThere ? await organizationsOf(owner) : [],
    jobs: isThere ? await jobsOf(owner) : {},
    outbox: isThere ? await outboxOf(owner) : [],
  }
}

async function organizationsOf(owner: Client): Promise<Status['organizations']> {
  const { rows } = await owner.query<Status['organizations'][number]>(`
    select o.slug, o.name,
      (select count(*)::int from products t where t.tenant_id = o.id) as products,
      (select count(*)::int from orders t where t.tenant_id = o.id) as orders,
      (select count(*)::int from members t where t.tenant_id = o.id) as members,
      (select count(*)::int from mails t where t.tenant_id = o.id) as mails
    from organizations o order by o.created_at, o.id`)
  return rows
}

async function jobsOf(owner: Client): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ state: string; n: number }>(
    'select state::text, count(*)::int as n from pgboss.job group by state order by state',
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

// A row's own time may be another than that of its writing (an import, a demo), but its id is made when it is written.
const written = `('x' || left(replace(t.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0`

async function outboxOf(owner: Client): Promise<Status['outbox']> {
  const lag = (table: string, reader: string) => `
    select '${reader}' as reader, count(*)::int as waiting,
      coalesce(greatest(0, extract(epoch from now()) - min(${written})), 0)::int as seconds
    from ${table} t where (t.xid, t.ordinal) > (
      coalesce((select c.xid from outbox_cursors c where c.reader = '${reader}'), '0'::xid8),
      coalesce((select c.ordinal from outbox_cursors c where c.reader = '${reader}'), -1))`
  const { rows } = await owner.query<Status['outbox'][number]>(
    `${lag('events', 'relay')} union all ${lag('audit', 'sealer')}`,
  )
  return rows
}

/** The status as lines for people. */
export function statusLines(status: Status, stoa: string, url: string): string[] {
  const { database, migrations, jobs } = status
  const unknown = migrations.unknown.length > 0 ? `, ${migrations.unknown.length} of a newer version` : ''
  return [
    `Stoa ${stoa} at ${url}`,
    `database     PostgreSQL ${database.version}, ${database.megabytes} MB`,
    `migrations   ${migrations.applied} applied, ${migrations.missing.length} to come${unknown}`,
    ...status.organizations.map(
      (one) =>
        `organisation ${one.slug} (${one.name}): ${one.products} products, ${one.orders} orders, ${one.members} members, ${one.mails} mails`,
    ),
    `jobs         ${
      Object.entries(jobs)
        .map(([state, n]) => `${n} ${state}`)
        .join(', ') || 'none'
    }`,
    ...status.outbox.map(
      ({ reader, waiting, seconds }) =>
        `${reader.padEnd(12)} ${waiting} waiting${waiting > 0 ? `, ${seconds} s` : ''}`,
    ),
  ]
}
