/** The staff's list of customers: searched by any part of name, e-mail, telephone or VAT number, paged by keyset. */
import { sql, type SQL } from 'drizzle-orm'
import { requirePermission } from '../../platform/access/require.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Page } from '../../platform/values/shapes.ts'
import type { Customer } from './customers.ts'
import { patternsOf } from './search-text.ts'
import type { ListCustomers } from './shapes.ts'

export type ListedCustomer = Pick<
  Customer,
  | 'id'
  | 'kind'
  | 'name'
  | 'email'
  | 'phone'
  | 'vatNumber'
  | 'locale'
  | 'userId'
  | 'tags'
  | 'version'
  | 'createdAt'
>

const sorts = {
  createdAt: { key: sql`created_at`, kind: 'instant', cast: sql`::timestamptz` },
  name: { key: sql`lower(name) collate "C"`, kind: 'text', cast: sql`` },
} as const

type Found = ListedCustomer & { sort_key: string }

function listed(found: Found): ListedCustomer {
  const { sort_key: _key, ...row } = found
  return { ...row, createdAt: new Date(row.createdAt) }
}

export async function listCustomers(ctx: Context, query: ListCustomers): Promise<Page<ListedCustomer>> {
  requirePermission(ctx, 'customers.read')
  return read(ctx, async (ctx) => {
    const { key, kind, cast } = sorts[query.sort.replace('-', '') as keyof typeof sorts]
    const isDown = query.sort.startsWith('-')
    const filter = sql.join(conditionsOf(ctx, query), sql` and `)
    const after = decodeKey(query.cursor, [kind, 'id'])
    const beyond = after
      ? sql`and (${key}, id) ${isDown ? sql`<` : sql`>`} (${after[0]!}${cast}, ${after[1]!}::uuid)`
      : sql``
    const direction = isDown ? sql`desc` : sql``
    const { rows } = await ctx.db.execute<Found>(sql`
      select id, kind, name, email, phone, vat_number as "vatNumber", locale, user_id as "userId", tags, version,
        created_at as "createdAt", (${key})::text as sort_key
      from customer_window where ${filter} ${beyond}
      order by ${key} ${direction}, id ${direction} limit ${query.limit + 1} offset ${query.skip ?? 0}`)
    const data = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? data.at(-1)! : null
    return {
      data: data.map(listed),
      page: { next: last ? encodeCursor([last.sort_key, last.id]) : null },
      ...(query.count ? { total: await countOf(ctx, filter) } : {}),
    }
  })
}

function conditionsOf(ctx: Inside, query: ListCustomers): SQL[] {
  const conditions = [sql`tenant_id = ${ctx.tenantId}`]
  for (const pattern of patternsOf(query.q ?? '')) conditions.push(sql`search_text like ${pattern}`)
  if (query.kind) conditions.push(sql`kind = ${query.kind}`)
  if (query.tag) conditions.push(sql`${query.tag} = any(tags)`)
  if (query.hasAccount !== undefined)
    conditions.push(query.hasAccount ? sql`user_id is not null` : sql`user_id is null`)
  return conditions
}

async function countOf(ctx: Inside, filter: SQL): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from customer_window where ${filter}`,
  )
  return rows[0]!.n
}

/** The tags in use, for choosing one: the most used first. */
export async function listTags(ctx: Context): Promise<string[]> {
  return read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<{ tag: string }>(sql`
      select tag from customers, unnest(tags) tag where tenant_id = ${ctx.tenantId}
      group by tag order by count(*) desc, tag limit 100`)
    return rows.map(({ tag }) => tag)
  })
}
