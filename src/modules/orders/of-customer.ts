/** What one customer has ordered, in figures, and everything that happened with it. For the house's people. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { requirePermission } from '../../platform/access/require.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { type Return } from './returns.ts'
import { orderEvents, orders, returns } from './schema.ts'

export type CustomerFigures = {
  /** Without the cancelled ones. */
  orders: number
  /** What is owed and was not taken back, of those. */
  spent: string
  average: string
  refunded: string
  firstAt: Date | null
  lastAt: Date | null
}

export async function customerFigures(
  ctx: Context,
  { customerId }: { customerId: string },
): Promise<CustomerFigures> {
  requirePermission(ctx, 'customers.read')
  const kept = sql`${orders.status} <> 'cancelled'`
  const spent = sql`coalesce(sum(${orders.total} - ${orders.adjusted}) filter (where ${kept}), 0)`
  const count = sql`count(*) filter (where ${kept})`
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({
        orders: sql<number>`${count}::int`,
        spent: sql<string>`${spent}::numeric(18,2)::text`,
        average: sql<string>`coalesce(${spent} / nullif(${count}, 0), 0)::numeric(18,2)::text`,
        refunded: sql<string>`coalesce(sum(${orders.refunded}), 0)::numeric(18,2)::text`,
        firstAt: sql<Date | null>`min(${orders.placedAt})`.mapWith(orders.placedAt),
        lastAt: sql<Date | null>`max(${orders.placedAt})`.mapWith(orders.placedAt),
      })
      .from(orders)
      .where(and(eq(orders.tenantId, ctx.tenantId), eq(orders.customerId, customerId)))
    return row!
  })
}

export type CustomerEvent = typeof orderEvents.$inferSelect & { number: string; currency: string }

/** What happened to their orders, the newest first. */
export async function customerEvents(
  ctx: Context,
  { customerId, limit }: { customerId: string; limit: number },
): Promise<CustomerEvent[]> {
  requirePermission(ctx, 'customers.read')
  const rows = await read(ctx, (ctx) =>
    ctx.db
      .select({ event: orderEvents, number: orders.number, currency: orders.currency })
      .from(orderEvents)
      .innerJoin(orders, and(eq(orders.tenantId, orderEvents.tenantId), eq(orders.id, orderEvents.orderId)))
      .where(and(eq(orderEvents.tenantId, ctx.tenantId), eq(orders.customerId, customerId)))
      .orderBy(desc(orderEvents.at), desc(orderEvents.id))
      .limit(limit),
  )
  return rows.map(({ event, ...order }) => ({ ...event, ...order }))
}

/** Their returns, the newest first. */
export async function customerReturns(
  ctx: Context,
  { customerId, limit }: { customerId: string; limit: number },
): Promise<(Return & { orderNumber: string })[]> {
  requirePermission(ctx, 'customers.read')
  const rows = await read(ctx, (ctx) =>
    ctx.db
      .select({ row: returns, orderNumber: orders.number })
      .from(returns)
      .innerJoin(orders, and(eq(orders.tenantId, returns.tenantId), eq(orders.id, returns.orderId)))
      .where(and(eq(returns.tenantId, ctx.tenantId), eq(orders.customerId, customerId)))
      .orderBy(desc(returns.id))
      .limit(limit),
  )
  return rows.map(({ row, orderNumber }) => ({ ...row, orderNumber }))
}
