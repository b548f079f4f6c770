/** Whether somebody has really received something: what a verified buyer's word rests on. */
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { notFound } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { getOrder, provesAccess } from './find.ts'
import { isBuyer } from './policy.ts'
import { orderLines, orders } from './schema.ts'

export type Purchase = { orderId: string; customerId: string; customerName: string }

/**
 * The newest order in which this product was sent to the asker and kept: one of their account's, or the one that
 * `proof` opens for a guest. Null when there is none.
 */
export async function findPurchase(
  ctx: Inside,
  productId: string,
  proof: { orderId: string; access: string | null } | null,
): Promise<Purchase | null> {
  const { userId } = ctx.actor
  const opened = proof ? await getOrder(ctx, proof) : null
  // Staff may open any order; only its buyer has bought what is in it.
  if (opened && !isBuyer(ctx.actor, opened) && !provesAccess(opened, proof?.access)) throw notFound('order')
  if (!opened && !userId) return null
  const [row] = await ctx.db
    .select({
      orderId: orders.id,
      customerId: orders.customerId,
      customerName: sql<string>`${orders.shippingAddress}->>'name'`,
    })
    .from(orderLines)
    .innerJoin(orders, and(eq(orders.tenantId, orderLines.tenantId), eq(orders.id, orderLines.orderId)))
    .where(
      and(
        eq(orderLines.tenantId, ctx.tenantId),
        eq(orderLines.productId, productId),
        opened ? eq(orders.id, opened.id) : eq(orders.userId, userId!),
        gt(orderLines.shippedQuantity, orderLines.returnedQuantity),
      ),
    )
    .orderBy(desc(orders.placedAt))
    .limit(1)
  return row ?? null
}
