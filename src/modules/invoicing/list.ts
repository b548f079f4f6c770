/** The list of invoices and credit notes: searched by number, buyer or reference, filtered by what they are worth today. */
import { sql, type SQL } from 'drizzle-orm'
import { requirePermission } from '../../platform/access/require.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Page } from '../../platform/values/shapes.ts'
import { patternsOf } from '../customers/search-text.ts'
import { todayOf } from '../receivables/periods.ts'
import type { InvoiceRow } from './compose.ts'
import type { ListInvoices } from './shapes.ts'
import type { InvoiceStatus } from './values.ts'

export type ListedInvoice = Pick<
  InvoiceRow,
  | 'id'
  | 'kind'
  | 'number'
  | 'series'
  | 'customerId'
  | 'currency'
  | 'issuedOn'
  | 'dueOn'
  | 'net'
  | 'vatTotal'
  | 'gross'
  | 'payable'
  | 'version'
  | 'createdAt'
> & {
  customerName: string
  side: 'debit' | 'credit' | null
  total: string | null
  paid: string | null
  credited: string | null
}

const sorts = {
  createdAt: { key: sql`i.created_at`, kind: 'instant', cast: sql`::timestamptz` },
  // Drafts have no day yet: they come after all days.
  issuedOn: { key: sql`coalesce(i.issued_on, '9999-12-31'::date)`, kind: 'text', cast: sql`::date` },
} as const

type Found = ListedInvoice & { sort_key: string }

export async function listInvoices(ctx: Context, query: ListInvoices): Promise<Page<ListedInvoice>> {
  requirePermission(ctx, 'invoices.read')
  return read(ctx, async (ctx) => {
    const { key, kind, cast } = sorts[query.sort.replace('-', '') as keyof typeof sorts]
    const isDown = query.sort.startsWith('-')
    const filter = sql.join(conditionsOf(ctx, query), sql` and `)
    const after = decodeKey(query.cursor, [kind, 'id'])
    const beyond = after
      ? sql`and (${key}, i.id) ${isDown ? sql`<` : sql`>`} (${after[0]!}${cast}, ${after[1]!}::uuid)`
      : sql``
    const direction = isDown ? sql`desc` : sql``
    const { rows } = await ctx.db.execute<Found>(sql`
      select i.id, i.kind, i.number, i.series, i.customer_id as "customerId", i.currency, i.issued_on::text as "issuedOn",
        i.due_on::text as "dueOn", i.net, i.vat_total as "vatTotal", i.gross, i.payable, i.version, i.created_at as "createdAt",
        i.side, i.total, i.paid, i.credited, coalesce(i.buyer->>'name', c.name) as "customerName", (${key})::text as sort_key
      from invoice_window i join customers c on c.tenant_id = ${ctx.tenantId} and c.id = i.customer_id
      where ${filter} ${beyond}
      order by ${key} ${direction}, i.id ${direction} limit ${query.limit + 1} offset ${query.skip ?? 0}`)
    const data = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? data.at(-1)! : null
    return {
      data: data.map(({ sort_key: _key, ...row }) => ({ ...row, createdAt: new Date(row.createdAt) })),
      page: { next: last ? encodeCursor([last.sort_key, last.id]) : null },
      ...(query.count ? { total: await countOf(ctx, filter) } : {}),
    }
  })
}

function conditionsOf(ctx: Inside, query: ListInvoices): SQL[] {
  const conditions = [sql`i.tenant_id = ${ctx.tenantId}`]
  for (const pattern of patternsOf(query.q ?? '')) conditions.push(sql`i.search_text like ${pattern}`)
  if (query.kind) conditions.push(sql`i.kind = ${query.kind}`)
  if (query.customerId) conditions.push(sql`i.customer_id = ${query.customerId}`)
  if (query.series) conditions.push(sql`i.series = ${query.series.toUpperCase()}`)
  if (query.from) conditions.push(sql`i.issued_on >= ${query.from}`)
  if (query.to) conditions.push(sql`i.issued_on <= ${query.to}`)
  if (query.status) conditions.push(statusIs(query.status, todayOf(ctx)))
  return conditions
}

/** The same distinctions as `statusOf`, in SQL. */
function statusIs(status: InvoiceStatus, today: string): SQL {
  const isOpen = sql`i.paid + i.credited < i.total`
  const isLate = sql`(i.side = 'debit' and i.due_on < ${today}::date)`
  const isCredited = sql`(i.side = 'debit' and i.credited = i.total and i.total > 0)`
  return {
    draft: sql`i.side is null`,
    issued: sql`(${isOpen} and not ${isLate} and i.paid + i.credited = 0)`,
    partly_paid: sql`(${isOpen} and not ${isLate} and i.paid + i.credited > 0)`,
    overdue: sql`(${isOpen} and ${isLate})`,
    paid: sql`(i.paid + i.credited = i.total and not ${isCredited})`,
    credited: isCredited,
  }[status]
}

async function countOf(ctx: Inside, filter: SQL): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from invoice_window i where ${filter}`,
  )
  return rows[0]!.n
}
