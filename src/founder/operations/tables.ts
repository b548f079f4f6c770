/** What a database holds, as its catalogue says: every table in an order that foreign keys allow, and how to read it the same way twice. */
import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { AppError } from '../../platform/http/app-error.ts'

export type Table = {
  /** `public.orders` */
  name: string
  /** Stored columns, quoted; generated ones are made anew. */
  columns: string[]
  /** A total order that is the same in every cluster. */
  order: string
  isTenants: boolean
}

/** Of the queue only these tables hold work; the rest of it is the library's own and made anew. */
const queueTables = ['queue', 'schedule', 'job']

export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { after: string[] }>(
    `with kept as (
      select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition
        and (n.nspname in ('public', 'auth') or (n.nspname = 'pgboss' and c.relname = any($1)))
    )
    select k.nspname || '.' || k.relname as name,
      (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = k.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select string_agg('t.' || quote_ident(a.attname)
          || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by at.n)
        from pg_index i, unnest(i.indkey) with ordinality at (attnum, n), pg_attribute a
        where i.indrelid = k.oid and i.indisprimary and a.attrelid = k.oid and a.attnum = at.attnum),
        't::text collate "C"') as order,
      exists (select from pg_attribute a
        where a.attrelid = k.oid and a.attname = 'tenant_id' and not a.attisdropped) as "isTenants",
      array(select distinct fn.nspname || '.' || f.relname from pg_constraint x
        join pg_class f on f.oid = x.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where x.conrelid = k.oid and x.contype = 'f' and x.confrelid <> k.oid) as after
    from kept k order by name`,
    [queueTables],
  )
  return inOrder(rows)
}

/** A table comes after those it refers to. One that refers to itself is fine: the check comes at the statement's end. */
function inOrder(tables: (Table & { after: string[] })[]): Table[] {
  const ordered: Table[] = []
  let waiting = tables
  while (waiting.length > 0) {
    const isWaiting = new Set(waiting.map((table) => table.name))
    const free = waiting.filter((table) => !table.after.some((name) => isWaiting.has(name)))
    if (free.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${[...isWaiting].join(', ')}`)
    ordered.push(...free.map(({ after: _after, ...table }) => table))
    waiting = waiting.filter((table) => !free.includes(table))
  }
  return ordered
}

// Transaction numbers belong to the cluster they were drawn in: in another they would lie in the future, where no
// reader of the outbox looks. What its reader has passed becomes 1; what it has yet to see keeps its order from 2 on.
const readers: Record<string, string> = { 'public.audit': 'sealer', 'public.events': 'relay' }

const farOrdinal = '2147483647'

/** A select of the stored columns in a fixed order; `where` may use `t`. With `isPast` nothing is left to be seen. */
export function selectOf(table: Table, where = 'true', options: { isPast?: boolean } = {}): string {
  const reader = readers[table.name]
  if (reader && !options.isPast) return selectStream(table, reader, where)
  const columns = table.columns.map((column) => {
    if (column === 'xid') return `'1'::xid8 as xid`
    if (table.name === 'public.outbox_cursors' && column === 'ordinal')
      return `${farOrdinal}::bigint as ordinal`
    return `t.${column}`
  })
  return `select ${columns.join(', ')} from ${table.name} t where ${where} order by ${table.order}`
}

function selectStream(table: Table, reader: string, where: string): string {
  const place = (column: string, otherwise: string) =>
    `coalesce((select c.${column} from outbox_cursors c where c.reader = '${reader}'), ${otherwise})`
  const isAhead = (row: string) =>
    `(${row}.xid, ${row}.ordinal) > (${place('xid', "'0'::xid8")}, ${place('ordinal', '-1')})`
  const columns = table.columns.map((column) =>
    column === 'xid' ? `case when ${isAhead('t')} then p.n else '1' end::xid8 as xid` : `t.${column}`,
  )
  return `with p as materialized (
      select w.xid, (1 + row_number() over (order by w.xid))::text as n from ${table.name} w
      where ${isAhead('w')} group by w.xid)
    select ${columns.join(', ')} from ${table.name} t left join p on p.xid = t.xid
    where ${where} order by ${table.order}`
}

/**
 * Gives what the outbox's readers have yet to see a number of this cluster, so that they will: events become jobs, audit
 * entries are sealed. Nobody has seen their ordinals, so these may change; two alike could be skipped.
 */
export async function restampPending(client: Client, where = 'true'): Promise<void> {
  // Where no reader has ever been, one would begin with what others have seen.
  await client.query(`insert into outbox_cursors (reader, xid, ordinal)
    select r, '1'::xid8, ${farOrdinal} from unnest(array['relay', 'sealer']) r on conflict do nothing`)
  for (const name of Object.keys(readers)) {
    await client.query(`
      update ${name} a set xid = pg_current_xact_id(), ordinal = n.ordinal
      from (select tenant_id, id, row_number() over (order by xid, ordinal, id) as ordinal
        from ${name} t where xid > '1' and ${where}) n
      where a.tenant_id = n.tenant_id and a.id = n.id`)
  }
}

/** Row-level security would hide rows without a word, so whoever copies must be above it. */
export async function requireSight(client: Client): Promise<void> {
  const { rows } = await client.query<{ user: string; sees: boolean }>(
    'select current_user as user, rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
  )
  const { user, sees } = rows[0]!
  if (sees) return
  throw new AppError(
    'forbidden',
    `The database user ${user} is subject to row-level security and cannot copy everybody's rows. As a superuser, run: alter role ${escapeIdentifier(user)} bypassrls;`,
  )
}

/** The names of the migrations that made this database, in order. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  )
  if (!there.rows[0]!.there) return []
  const { rows } = await client.query<{ name: string }>(
    'select name from drizzle.__drizzle_migrations order by name',
  )
  return rows.map((row) => row.name)
}
