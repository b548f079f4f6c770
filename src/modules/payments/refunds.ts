/** Refunds: asked for by people or by the settling of an order, sent to the provider by a job, booked when they went through. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField } from '../../platform/http/app-error.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changedMany, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import { Amount, Id, text } from '../../platform/values/shapes.ts'
import { linesOf, lockOrder, type Order } from '../orders/find.ts'
import { audienceOf, refreshOrder } from '../orders/refresh.ts'
import { adjustLine } from '../orders/take-back.ts'
import { tell } from '../orders/timeline.ts'
import { type Payment, paymentsOf } from './payments.ts'
import { payments, refunds } from './schema.ts'

export type Refund = typeof refunds.$inferSelect

const MoneyOrAmount = z.union([Amount, z.strictObject({ amount: Amount, currency: z.string() })])

export const RefundOrder = z
  .strictObject({
    reason: text(500),
    /** Any sum up to what was paid; or lines; or both absent for all that is left. */
    amount: MoneyOrAmount.optional(),
    lines: z
      .array(z.strictObject({ lineId: Id, amount: MoneyOrAmount }))
      .min(1)
      .max(200)
      .optional(),
  })
  .meta({ id: 'RefundOrder' })

const amountOf = (given: z.output<typeof MoneyOrAmount>): string =>
  typeof given === 'string' ? given : given.amount

/** Gives money back as goodwill or for lines. The sum can never exceed what was paid and not yet given back. */
export async function refundOrder(
  ctx: Context,
  input: z.input<typeof RefundOrder> & { orderId: string },
): Promise<Refund[]> {
  requirePermission(ctx, 'payments.refund')
  const { orderId, ...rest } = input
  const { reason, amount, lines } = RefundOrder.parse(rest)

  return change(ctx, 'refund.request', async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    const available = await refundable(ctx, order)
    const perLine = (lines ?? []).map((line) => ({ lineId: line.lineId, amount: amountOf(line.amount) }))
    const sum = lines
      ? perLine.reduce((total, line) => add(total, line.amount), '0.00')
      : amount
        ? amountOf(amount)
        : available
    if (compare(sum, '0') <= 0)
      throw compare(available, '0') <= 0
        ? conflict('There is nothing left to refund.', { code: 'nothing_left' })
        : invalidField('/amount', 'Must be above zero.')
    if (compare(sum, available) > 0) {
      throw conflict(`At most ${available} ${order.currency} can be refunded.`, {
        code: 'too_much',
        details: { available: { amount: available, currency: order.currency } },
      })
    }
    await bookOnLines(ctx, order, perLine)
    const adjusted = add(order.adjusted, sum)
    await refreshOrder(ctx, order, { adjusted: compare(adjusted, order.total) > 0 ? order.total : adjusted })
    const made = await makeRefunds(ctx, order, sum, reason, perLine)
    return changedMany(
      made,
      made.map((after) => ({
        before: null,
        after,
        options: { audience: audienceOf(order, []), data: { orderId } },
      })),
    )
  })
}

async function bookOnLines(
  ctx: Inside,
  order: Order,
  perLine: { lineId: string; amount: string }[],
): Promise<void> {
  const lines = await linesOf(ctx, order.id)
  for (const [index, { lineId, amount }] of perLine.entries()) {
    const line = lines.find((candidate) => candidate.id === lineId)
    if (!line) throw invalidField(`/lines/${index}/lineId`, 'This line is not part of the order.')
    const left = subtract(line.gross, line.refunded)
    if (compare(amount, left) > 0)
      throw conflict(`At most ${left} can be refunded on ${line.sku}.`, { code: 'too_much' })
    await adjustLine(ctx, line, amount)
  }
}

/** Paid, less what is given back or on its way back. */
export async function refundable(ctx: Inside, order: Order): Promise<string> {
  const [row] = await ctx.db
    .select({ reserved: sql<string>`coalesce(sum(${refunds.amount}), 0)::text` })
    .from(refunds)
    .where(
      and(
        eq(refunds.tenantId, ctx.tenantId),
        eq(refunds.orderId, order.id),
        sql`${refunds.status} <> 'failed'`,
      ),
    )
  return subtract(order.paid, row!.reserved)
}

/** Spreads a sum over the payments that brought it, the newest first, and queues each. */
export async function makeRefunds(
  ctx: Inside,
  order: Order,
  sum: string,
  reason: string,
  lines: { lineId: string; amount: string }[] = [],
): Promise<Refund[]> {
  const sources = (await paymentsOf(ctx, order.id))
    .filter((payment) => payment.status === 'succeeded')
    .toReversed()
  const made: Refund[] = []
  let left = sum
  for (const payment of sources) {
    const free = subtract(payment.amount, payment.refunded)
    if (compare(free, '0') <= 0 || compare(left, '0') <= 0) continue
    const amount = compare(free, left) < 0 ? free : left
    made.push(await insertRefund(ctx, order, payment, amount, reason, made.length === 0 ? lines : []))
    left = subtract(left, amount)
  }
  await tell(ctx, {
    orderId: order.id,
    kind: 'refund_requested',
    data: { amount: sum, currency: order.currency, reason },
  })
  return made
}

async function insertRefund(
  ctx: Inside,
  order: Order,
  payment: Payment,
  amount: string,
  reason: string,
  lines: { lineId: string; amount: string }[],
): Promise<Refund> {
  // Conditional, with a CHECK behind it: a payment never gives back more than it brought.
  await ctx.db
    .update(payments)
    .set({ refunded: sql`${payments.refunded} + ${amount}`, updatedAt: ctx.now })
    .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, payment.id)))
  const [row] = await ctx.db
    .insert(refunds)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      orderId: order.id,
      paymentId: payment.id,
      amount,
      currency: order.currency,
      reason,
      lines,
      requestedBy: ctx.actor.userId,
      createdAt: ctx.now,
    })
    .returning()
  await enqueue(ctx, 'payments.refund', { refundId: row!.id })
  return row!
}

/** Gives back whatever was paid beyond what is owed now: after cancellations, returns, and late money. Twice is once. */
export async function settleOrder(ctx: Context, input: { orderId: string; isLate?: boolean }): Promise<void> {
  await change(ctx, 'refund.request', async (ctx) => {
    const order = await lockOrder(ctx, input.orderId)
    const owed = subtract(order.total, order.adjusted)
    const surplus = subtract(await refundable(ctx, order), owed)
    if (compare(surplus, '0') <= 0) return unchanged(null)
    const reason = input.isLate ? 'Paid after the order was cancelled' : 'No longer owed'
    const made = await makeRefunds(ctx, order, surplus, reason)
    return changedMany(
      null,
      made.map((after) => ({
        before: null,
        after,
        options: { audience: ['may:payments.refund', ...audienceOf(order, [])], data: { orderId: order.id } },
      })),
    )
  })
}

export const refundsOf = (ctx: Inside, orderId: string): Promise<Refund[]> =>
  ctx.db
    .select()
    .from(refunds)
    .where(and(eq(refunds.tenantId, ctx.tenantId), eq(refunds.orderId, orderId)))
    .orderBy(refunds.createdAt, refunds.id)
