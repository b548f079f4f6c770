/** After a part or the money changed, the order's own state is worked out again and kept. */
import { and, eq, sql } from 'drizzle-orm'
import type { Inside } from '../../platform/tenancy/context.ts'
import { type Order, partsOf } from './find.ts'
import { orders } from './schema.ts'
import { orderStatusOf } from './status.ts'

type Fields = Partial<Pick<Order, 'paid' | 'refunded' | 'adjusted' | 'paidAt'>>

/** Writes the given fields and the state that now follows. The order must be locked by the caller. */
export async function refreshOrder(ctx: Inside, order: Order, fields: Fields = {}): Promise<Order> {
  const parts = await partsOf(ctx, order.id)
  const isPaid = (fields.paidAt ?? order.paidAt) !== null
  const status = orderStatusOf({ parts: parts.map((part) => part.status), isPaid })
  const [after] = await ctx.db
    .update(orders)
    .set({
      ...fields,
      status,
      cancelledAt: status === 'cancelled' ? (order.cancelledAt ?? ctx.now) : null,
      updatedAt: ctx.now,
      version: sql`${orders.version} + 1`,
    })
    .where(and(eq(orders.tenantId, ctx.tenantId), eq(orders.id, order.id)))
    .returning()
  return after!
}

/** Who hears of an order: its buyer, its producers, and the house. */
export function audienceOf(order: Pick<Order, 'userId'>, producerIds: readonly string[]): string[] {
  return [
    'may:orders.readAll',
    ...(order.userId ? [`user:${order.userId}`] : []),
    ...producerIds.map((id) => `producer:${id}`),
  ]
}
