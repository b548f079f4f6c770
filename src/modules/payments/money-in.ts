/** Money that arrived: booked once, on the payment and on its order, whatever state the order is in by then. */
import { and, eq, sql } from 'drizzle-orm'
import { enqueue } from '../../platform/jobs/queue.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import type { Order } from '../orders/find.ts'
import { refreshOrder } from '../orders/refresh.ts'
import { tell } from '../orders/timeline.ts'
import type { Payment } from './payments.ts'
import { payments } from './schema.ts'

type Arrival = {
  transactionId: string | null
  method: string | null
  reference: string | null
  amount?: string
}

/** The order must be locked. A payment already booked is answered as it is. */
export async function bookSuccess(
  ctx: Inside,
  order: Order,
  payment: Payment,
  arrival: Arrival,
): Promise<Payment> {
  if (payment.status === 'succeeded') return payment
  const amount = arrival.amount ?? payment.amount
  const [after] = await ctx.db
    .update(payments)
    .set({
      status: 'succeeded',
      amount,
      transactionId: arrival.transactionId,
      method: arrival.method,
      reference: arrival.reference,
      failure: null,
      succeededAt: ctx.now,
      recordedBy: ctx.actor.userId,
      updatedAt: ctx.now,
      version: sql`${payments.version} + 1`,
    })
    .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, payment.id)))
    .returning()
  const paid = add(order.paid, amount)
  const owed = subtract(order.total, order.adjusted)
  const isPaid = compare(subtract(paid, order.refunded), owed) >= 0
  await tell(ctx, {
    orderId: order.id,
    kind: 'paid',
    data: { amount, currency: order.currency, provider: payment.provider, method: arrival.method },
  })
  await refreshOrder(ctx, order, {
    paid,
    paidAt: order.paidAt ?? (isPaid && order.status !== 'cancelled' ? ctx.now : null),
  })
  // Too much money, or money for what was cancelled meanwhile, goes back by itself.
  if (compare(subtract(paid, order.refunded), owed) > 0)
    await enqueue(ctx, 'payments.settle', { orderId: order.id, isLate: order.status === 'cancelled' })
  return after!
}

/** A failed attempt does not undo a success, and a success may still follow. */
export async function bookFailure(
  ctx: Inside,
  order: Order,
  payment: Payment,
  kind: 'failed' | 'cancelled',
  reason: string | null,
): Promise<Payment> {
  if (payment.status === 'succeeded' || payment.status === kind) return payment
  const [after] = await ctx.db
    .update(payments)
    .set({
      status: kind,
      failure: reason,
      next: null,
      updatedAt: ctx.now,
      version: sql`${payments.version} + 1`,
    })
    .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, payment.id)))
    .returning()
  await tell(ctx, { orderId: order.id, kind: 'payment_failed', data: { provider: payment.provider, reason } })
  return after!
}
