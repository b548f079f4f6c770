/** Figures for the dashboard: sales by day against the period before, what sells, who buys, what waits. A fixed number of queries. */
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { may } from '../../platform/access/actor.ts'
import { forbidden, invalidField } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { Day, Id, inLocale, type Translated } from '../../platform/values/shapes.ts'
import { ofScope, type Scope, type Todo, todoOf } from './todo.ts'

export const Period = z.strictObject({ from: Day, to: Day, producerId: Id.optional() })
export type Period = z.output<typeof Period>

const longest = 400
const dayMs = 86_400_000

export type SalesDay = { day: string; revenue: string; orders: number }
export type Insights = {
  currency: string
  days: SalesDay[]
  /** The same number of days just before. */
  before: SalesDay[]
  totals: { revenue: string; orders: number; average: string; revenueBefore: string; ordersBefore: number }
  products: { productId: string; name: string; quantity: number; revenue: string }[]
  customers: { customerId: string; name: string; orders: number; revenue: string }[]
  producers: { producerId: string; name: string; revenue: string }[]
  statuses: { status: string; count: number }[]
  todo: Todo
}

/** The house sees all of it; a producer's people what is theirs. Revenue is goods with VAT, without what was cancelled or returned. */
export async function getInsights(ctx: Context, input: z.input<typeof Period>): Promise<Insights> {
  const period = Period.parse(input)
  const days = daysBetween(period.from, period.to)
  if (days < 1 || days > longest) throw invalidField('?to', `A period has 1 to ${longest} days.`)
  return read(ctx, async (ctx) => {
    const scope = scopeOf(ctx, period.producerId)
    const shifted = { from: shift(period.from, -days), to: shift(period.from, -1) }
    const [now, before, products, customers, producers, statuses, todo] = await Promise.all([
      salesByDay(ctx, period, scope),
      salesByDay(ctx, shifted, scope),
      topProducts(ctx, period, scope),
      topCustomers(ctx, period, scope),
      topProducers(ctx, period, scope),
      byStatus(ctx, period, scope),
      todoOf(ctx, scope),
    ])
    const [total, past] = [totalOf(now), totalOf(before)]
    return {
      currency: ctx.organization.currency,
      days: now,
      before,
      totals: { ...total, revenueBefore: past.revenue, ordersBefore: past.orders },
      products: products.map(({ name, ...rest }) => ({ ...rest, name: inLocale(name, ctx.locale) })),
      customers,
      producers: producers.map(({ name, ...rest }) => ({ ...rest, name: inLocale(name, ctx.locale) })),
      statuses,
      todo,
    }
  })
}

function scopeOf(ctx: Inside, producerId: string | undefined): Scope {
  if (may(ctx.actor, 'insights.read')) return producerId ? [producerId] : null
  const own = ctx.actor.producerIds.filter((id) => !producerId || id === producerId)
  if (own.length === 0) throw forbidden('Your role does not read these figures.')
  return own
}

/** Instants of a period's local days, so that an index on `placed_at` serves. */
const within = (ctx: Inside, { from, to }: Pick<Period, 'from' | 'to'>): SQL =>
  sql`p.placed_at >= ${from}::date::timestamp at time zone ${ctx.organization.timeZone} and p.placed_at < (${to}::date + 1)::timestamp at time zone ${ctx.organization.timeZone}`

const soldLines = (ctx: Inside, period: Pick<Period, 'from' | 'to'>, scope: Scope): SQL => sql`
  from order_parts p
  join order_lines l on l.tenant_id = p.tenant_id and l.order_part_id = p.id
  where p.tenant_id = ${ctx.tenantId} and p.status <> 'cancelled' and ${within(ctx, period)} ${ofScope(scope, sql`p.producer_id`)}`

async function salesByDay(
  ctx: Inside,
  period: Pick<Period, 'from' | 'to'>,
  scope: Scope,
): Promise<SalesDay[]> {
  const { rows } = await ctx.db.execute<SalesDay>(sql`
    with sold as (
      select (p.placed_at at time zone ${ctx.organization.timeZone})::date as day, p.order_id, sum(l.gross - l.refunded) as revenue
      ${soldLines(ctx, period, scope)} group by 1, 2
    )
    select d::date::text as day, coalesce(sum(s.revenue), 0)::numeric(18,2)::text as revenue, count(s.order_id)::int as orders
    from generate_series(${period.from}::date, ${period.to}::date, interval '1 day') d left join sold s on s.day = d::date
    group by d order by d`)
  return rows
}

async function topProducts(ctx: Inside, period: Period, scope: Scope) {
  const { rows } = await ctx.db.execute<{
    productId: string
    name: Translated
    quantity: number
    revenue: string
  }>(sql`
    select l.product_id as "productId", (array_agg(l.name))[1] as name, sum(l.quantity - l.cancelled_quantity - l.returned_quantity)::int as quantity,
      sum(l.gross - l.refunded)::numeric(18,2)::text as revenue
    ${soldLines(ctx, period, scope)} group by 1 order by sum(l.gross - l.refunded) desc, 1 limit 8`)
  return rows
}

/** A producer does not see who buys elsewhere, nor how much. */
async function topCustomers(ctx: Inside, period: Period, scope: Scope) {
  if (scope && !may(ctx.actor, 'customers.read')) return []
  const { rows } = await ctx.db.execute<{
    customerId: string
    name: string
    orders: number
    revenue: string
  }>(sql`
    with sold as (select p.order_id, sum(l.gross - l.refunded) as revenue ${soldLines(ctx, period, scope)} group by 1)
    select o.customer_id as "customerId", (array_agg(o.billing_address->>'name'))[1] as name, count(*)::int as orders, sum(s.revenue)::numeric(18,2)::text as revenue
    from sold s join orders o on o.tenant_id = ${ctx.tenantId} and o.id = s.order_id group by 1 order by sum(s.revenue) desc, 1 limit 8`)
  return rows
}

async function topProducers(ctx: Inside, period: Period, scope: Scope) {
  if (scope) return []
  const { rows } = await ctx.db.execute<{ producerId: string; name: Translated; revenue: string }>(sql`
    with sold as (select p.producer_id, sum(l.gross - l.refunded) as revenue ${soldLines(ctx, period, scope)} group by 1)
    select s.producer_id as "producerId", r.name, s.revenue::numeric(18,2)::text as revenue
    from sold s join producers r on r.tenant_id = ${ctx.tenantId} and r.id = s.producer_id order by s.revenue desc limit 8`)
  return rows
}

async function byStatus(ctx: Inside, period: Period, scope: Scope) {
  const { rows } = await ctx.db.execute<{ status: string; count: number }>(sql`
    select p.status, count(*)::int as count from order_parts p
    where p.tenant_id = ${ctx.tenantId} and ${within(ctx, period)} ${ofScope(scope, sql`p.producer_id`)} group by 1 order by 1`)
  return rows
}

function totalOf(days: readonly SalesDay[]): { revenue: string; orders: number; average: string } {
  const cents = days.reduce((sum, { revenue }) => sum + BigInt(revenue.replace('.', '')), 0n)
  const orders = days.reduce((sum, day) => sum + day.orders, 0)
  const text = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`
  return { revenue: text(cents), orders, average: orders > 0 ? text(cents / BigInt(orders)) : '0.00' }
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1
const shift = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * dayMs).toISOString().slice(0, 10)
