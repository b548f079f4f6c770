/** Receivables as they stood at the end of any day, by how late they are. They add up to the ledger's account of the same day. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { currencyScale } from '../../platform/values/currencies.ts'
import { add } from '../../platform/values/decimal.ts'
import { money, type Money } from '../../platform/values/money.ts'
import { Day } from '../../platform/values/shapes.ts'
import { todayOf } from './periods.ts'
import { type AgingBucket, agingBuckets } from './values.ts'

export const ReceivablesQuery = z.strictObject({ asOf: Day.optional() })

type Bucket = { name: AgingBucket; amount: Money }
export type Receivables = {
  asOf: string
  buckets: Bucket[]
  total: Money
  /** What customers have to their credit on that day; not taken off the total. */
  credit: Money
  customers: { id: string; name: string; buckets: Bucket[]; total: Money }[]
}

/** In the organisation's currency, at the rates of issue. */
export async function receivables(
  ctx: Context,
  input: z.input<typeof ReceivablesQuery>,
): Promise<Receivables> {
  requirePermission(ctx, 'invoices.read')
  const asOf = ReceivablesQuery.parse(input).asOf ?? todayOf(ctx)
  return read(ctx, async (ctx) => {
    const rows = await openByCustomer(ctx, asOf)
    const bucketsOf = (of: readonly OpenRow[]): Bucket[] =>
      agingBuckets.map((name) => ({
        name,
        amount: sumOf(
          ctx,
          of.filter((row) => row.bucket === name),
        ),
      }))
    const customers = [...Map.groupBy(rows, (row) => row.id)].map(([id, own]) => ({
      id,
      name: own[0]!.name,
      buckets: bucketsOf(own),
      total: sumOf(ctx, own),
    }))
    return {
      asOf,
      buckets: bucketsOf(rows),
      total: sumOf(ctx, rows),
      credit: await creditOn(ctx, asOf),
      customers,
    }
  })
}

type OpenRow = { id: string; name: string; bucket: AgingBucket; amount: string }

const sumOf = (ctx: Inside, rows: readonly OpenRow[]): Money =>
  money(
    rows.reduce((sum, { amount }) => add(sum, amount), '0'),
    ctx.organization.currency,
  )

async function openByCustomer(ctx: Inside, asOf: string): Promise<OpenRow[]> {
  const scale = currencyScale(ctx.organization.currency)
  const { rows } = await ctx.db.execute<OpenRow>(sql`
    with open as (
      select o.customer_id, ${asOf}::date - o.due_on as late,
        round(o.total * o.exchange_rate, ${scale}) - coalesce((
          select sum(round(a.amount * o.exchange_rate, ${scale})) from allocations a
          where a.tenant_id = o.tenant_id and a.invoice_id = o.invoice_id and a.allocated_on <= ${asOf}), 0) as amount
      from open_items o
      where o.tenant_id = ${ctx.tenantId} and o.side = 'debit' and o.issued_on <= ${asOf}
        and (o.paid + o.credited < o.total or exists (
          select from allocations a where a.tenant_id = o.tenant_id and a.invoice_id = o.invoice_id and a.allocated_on > ${asOf}))
    )
    select c.id, c.name, case when o.late <= 0 then 'notDue' when o.late <= 30 then '1-30'
      when o.late <= 60 then '31-60' when o.late <= 90 then '61-90' else '90+' end as bucket, sum(o.amount)::text as amount
    from open o join customers c on c.tenant_id = ${ctx.tenantId} and c.id = o.customer_id
    where o.amount <> 0 group by c.id, c.name, bucket order by lower(c.name) collate "C", c.id`)
  return rows
}

async function creditOn(ctx: Inside, asOf: string): Promise<Money> {
  const { currency } = ctx.organization
  const scale = currencyScale(currency)
  const { rows } = await ctx.db.execute<{ amount: string }>(sql`
    select coalesce(sum(amount), 0)::text as amount from (
      select round(p.amount * p.exchange_rate, ${scale})
        - coalesce((select sum(round(a.amount * p.exchange_rate, ${scale})) from allocations a
            where a.tenant_id = p.tenant_id and a.payment_id = p.id and a.allocated_on <= ${asOf}), 0)
        - coalesce((select sum(round(r.amount * p.exchange_rate, ${scale})) from customer_refunds r
            where r.tenant_id = p.tenant_id and r.payment_id = p.id and r.refunded_on <= ${asOf}), 0) as amount
      from customer_payments p where p.tenant_id = ${ctx.tenantId} and p.paid_on <= ${asOf}
      union all
      select round(o.total * o.exchange_rate, ${scale})
        - coalesce((select sum(round(a.amount * o.exchange_rate, ${scale})) from allocations a
            where a.tenant_id = o.tenant_id and a.credit_note_id = o.invoice_id and a.allocated_on <= ${asOf}), 0)
      from open_items o where o.tenant_id = ${ctx.tenantId} and o.side = 'credit' and o.issued_on <= ${asOf}
    ) credits`)
  return money(rows[0]!.amount, currency)
}
