/** Puts one row into every table of a shop, straight into the database, each with texts by which it would be recognised. */
import { newId } from '../src/platform/database/columns.ts'
import type { Shop } from './world.ts'

type Column = {
  table: string
  name: string
  type: string
  element: string | null
  isNullable: boolean
  hasDefault: boolean
  checks: string[]
}
type Reference = { table: string; columns: string[]; target: string; targets: string[] }
type Row = Record<string, unknown>

export type FullShop = {
  /** In every text of the shop that is free to choose. */
  marker: string
  /** The ids of the rows, by table. */
  ids: Map<string, string[]>
}

/** Fails with the table's name and the database's complaint when a row cannot be made up; then name its values in `fixed`. */
export async function fillShop(shop: Shop, fixed: Record<string, Row> = {}): Promise<FullShop> {
  const marker = `marked${newId().replaceAll('-', '').slice(-12)}`
  const columns = await columnsOf(shop)
  const references = await referencesOf(shop)
  const rows = new Map<string, Row>()
  for (const table of inOrder([...columns.keys()], references)) {
    const row: Row = {}
    for (const column of columns.get(table)!) {
      const value = valueFor(column, marker)
      if (value !== undefined) row[column.name] = value
    }
    for (const reference of references.filter((known) => known.table === table)) {
      const target = rows.get(reference.target)
      reference.columns.forEach((name, n) => {
        if (name !== 'tenant_id') row[name] = target ? target[reference.targets[n]!] : null
      })
    }
    Object.assign(row, { tenant_id: shop.organization.id }, fixed[table])
    await insert(shop, table, row)
    rows.set(table, row)
  }
  const idsOf = (row: Row) => [...new Set(Object.values(row).filter((value) => isId(value)))] as string[]
  const ids = [...rows].map(
    ([table, row]) => [table, idsOf(row).filter((id) => id !== shop.organization.id)] as const,
  )
  return { marker, ids: new Map(ids) }
}

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)

function valueFor(column: Column, marker: string): unknown {
  if (column.name === 'id' || (column.type === 'uuid' && !column.isNullable)) return newId()
  const allowed = column.checks.flatMap((check) =>
    [...check.matchAll(/'([\w.-]+)'::text/g)].map((match) => match[1]),
  )
  if (allowed.length > 0 && column.type === 'text') return allowed[0]
  if (column.hasDefault && column.type !== 'jsonb') return undefined
  if (column.type === 'text')
    return column.isNullable && column.checks.length > 0 ? undefined : `${marker}-${column.name}`
  if (column.isNullable) return undefined
  if (column.type === 'ARRAY') return []
  if (column.type === 'jsonb') return JSON.stringify({ el: marker, en: marker })
  if (column.type === 'boolean') return false
  if (column.type.startsWith('timestamp')) return new Date()
  if (column.type === 'date') return '2026-06-13'
  if (column.type === 'bytea') return Buffer.from(marker)
  if (column.type === 'tsvector') return marker
  if (column.type === 'tstzrange') return '[2026-06-13T09:00:00Z,2026-06-13T10:00:00Z)'
  return 1
}

async function insert(shop: Shop, table: string, row: Row): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, n) => `$${n + 1}`)
  try {
    await shop.sql(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    )
  } catch (error) {
    throw new Error(`No row could be made up for ${table}: ${(error as Error).message}`, { cause: error })
  }
}

async function columnsOf(shop: Shop): Promise<Map<string, Column[]>> {
  const rows = await shop.sql<Column>(`
    select c.table_name as table, c.column_name as name, c.data_type as type, c.udt_name as element,
      c.is_nullable = 'YES' as "isNullable", c.column_default is not null or c.is_generated = 'ALWAYS' as "hasDefault",
      coalesce((select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
        where k.conrelid = t.oid and k.contype = 'c' and a.attnum = any(k.conkey)), '{}') as checks
    from information_schema.columns c
    join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace and t.relrowsecurity
    join pg_attribute a on a.attrelid = t.oid and a.attname = c.column_name
    where c.table_schema = 'public' and c.is_generated = 'NEVER'
      and has_table_privilege(t.oid, 'insert') and exists (
        select 1 from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'tenant_id')
    order by c.table_name, c.ordinal_position`)
  return Map.groupBy(rows, (row) => row.table)
}

async function referencesOf(shop: Shop): Promise<Reference[]> {
  return shop.sql<Reference>(`
    select k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
      (select array_agg(a.attname::text order by o) from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n) as columns,
      (select array_agg(a.attname::text order by o) from unnest(k.confkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n) as targets
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`)
}

/** What is referred to comes before what refers to it; a table that refers to itself gets nothing there. */
function inOrder(tables: string[], references: Reference[]): string[] {
  const done: string[] = []
  const visit = (table: string) => {
    if (done.includes(table)) return
    for (const { target } of references.filter((known) => known.table === table && known.target !== table))
      visit(target)
    if (!done.includes(table)) done.push(table)
  }
  for (const table of tables) visit(table)
  return done
}
