/** VAT and revenue of a period, out of what was issued in it: credit notes count against. In the organisation's currency. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { invalidField } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { currencyScale } from '../../platform/values/currencies.ts'
import { add } from '../../platform/values/decimal.ts'
import { money, type Money } from '../../platform/values/money.ts'
import { Day } from '../../platform/values/shapes.ts'

export const PeriodQuery = z.strictObject({ from: Day, to: Day })
export const RevenueQuery = PeriodQuery.extend({ by: z.enum(['month', 'day', 'customer']).default('month') })

export type VatReport = {
  from: string
  to: string
  rows: { category: string; rate: string; base: Money; amount: Money }[]
  /** Of the VAT. */
  total: Money
  base: Money
}

function requirePeriod({ from, to }: { from: string; to: string }): void {
  if (from > to) throw invalidField('?to', 'The period ends before it begins.')
}

export async function vatReport(ctx: Context, query: z.output<typeof PeriodQuery>): Promise<VatReport> {
  requirePermission(ctx, 'invoices.read', 'books.read')
  requirePeriod(query)
  const { currency } = ctx.organization
  const scale = currencyScale(currency)
  const rows = await read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<{
      category: string
      rate: string
      base: string
      amount: string
    }>(sql`
      select g.category, g.rate, sum(s.sign * round(g.base * i.exchange_rate, ${scale}))::text as base,
        sum(s.sign * round(g.amount * i.exchange_rate, ${scale}))::text as amount
      from invoices i cross join lateral (select case i.kind when 'invoice' then 1 else -1 end as sign) s,
        jsonb_to_recordset(i.vat) as g(category text, rate text, base numeric, amount numeric)
      where i.tenant_id = ${ctx.tenantId} and i.issued_on between ${query.from} and ${query.to}
      group by g.category, g.rate order by g.rate::numeric desc, g.category`)
    return rows
  })
  const sum = (of: readonly string[]) => money(of.reduce(add, '0'), currency)
  return {
    ...query,
    rows: rows.map(({ category, rate, base, amount }) => ({
      category,
      rate,
      base: money(base, currency),
      amount: money(amount, currency),
    })),
    total: sum(rows.map(({ amount }) => amount)),
    base: sum(rows.map(({ base }) => base)),
  }
}

export type RevenueReport = {
  from: string
  to: string
  rows: { key: string; label: string; count: number; net: Money; vat: Money; gross: Money }[]
  total: Money
}

const keys = {
  month: { key: sql`to_char(i.issued_on, 'YYYY-MM')`, label: sql`to_char(i.issued_on, 'YYYY-MM')` },
  day: { key: sql`i.issued_on::text`, label: sql`i.issued_on::text` },
  customer: {
    key: sql`i.customer_id::text`,
    label: sql`(array_agg(i.buyer->>'name' order by i.issued_at desc))[1]`,
  },
} as const

/** `total` is what was earned, without VAT. */
export async function revenueReport(
  ctx: Context,
  query: z.output<typeof RevenueQuery>,
): Promise<RevenueReport> {
  requirePermission(ctx, 'invoices.read', 'books.read')
  requirePeriod(query)
  const { currency } = ctx.organization
  const scale = currencyScale(currency)
  const { key, label } = keys[query.by]
  const byKey = query.by === 'customer' ? sql`net desc, key` : sql`key`
  const rows = await read(ctx, async (ctx) => {
    const booked = (column: string) =>
      sql`sum(case i.kind when 'invoice' then 1 else -1 end * round(${sql.raw(`i.${column}`)} * i.exchange_rate, ${scale}))`
    const { rows } = await ctx.db.execute<{
      key: string
      label: string
      count: number
      net: string
      vat: string
    }>(sql`
      select ${key} as key, ${query.by === 'customer' ? label : sql`min(${label})`} as label, count(*)::int as count,
        ${booked('net')} as net, ${booked('vat_total')} as vat
      from invoices i
      where i.tenant_id = ${ctx.tenantId} and i.issued_on between ${query.from} and ${query.to}
      group by 1 order by ${byKey}`)
    return rows
  })
  const { from, to } = query
  return {
    from,
    to,
    rows: rows.map((row) => ({
      key: row.key,
      label: row.label,
      count: row.count,
      net: money(row.net, currency),
      vat: money(row.vat, currency),
      gross: money(add(row.net, row.vat), currency),
    })),
    total: money(
      rows.reduce((sum, { net }) => add(sum, net), '0'),
      currency,
    ),
  }
}
