/** Refunds: asked for by people or by the settling of an order, sent to the provider by a job, booked when they went through. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField, notFound, unavailable } from '../../platform/http/app-error.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changed, changedMany, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import { Amount, Id, text } from '../../platform/values/shapes.ts'
import type { PaymentProviderCode } from '../cart/values.ts'
import { linesOf, lockOrder, type Order } from '../orders/find.ts'
import { audienceOf, refreshOrder } from '../orders/refresh.ts'
import { adjustLine } from '../orders/take-back.ts'
import { tell } from '../orders/timeline.ts'
import { type Payment, paymentsOf } from './payments.ts'
import type { RefundOutcome } from './providers/provider.ts'
import { providerOf } from './registry.ts'
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

/** Sends one refund to its provider. Run again after a cut, the provider knows it by our id and pays once. */
export async function sendRefund(ctx: Context, refundId: string): Promise<void> {
  const found = await read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ refund: refunds, payment: payments })
      .from(refunds)
      .innerJoin(payments, and(eq(payments.tenantId, refunds.tenantId), eq(payments.id, refunds.paymentId)))
      .where(and(eq(refunds.tenantId, ctx.tenantId), eq(refunds.id, refundId)))
    return row
  })
  if (!found || found.refund.status !== 'queued') return
  const { refund, payment } = found
  // Providers without idempotency keys know a repeated refund by its amount, so one payment's go one after the other.
  if (await hasEarlier(ctx, refund))
    throw unavailable('An earlier refund of this payment is still on its way.')
  // Money that came by hand goes back by hand.
  if (payment.provider === 'manual' || !payment.transactionId || !payment.providerReference) return
  const outcome = await providerOf(ctx, payment.provider as PaymentProviderCode).refund({
    refundId,
    providerReference: payment.providerReference,
    transactionId: payment.transactionId,
    amount: { amount: refund.amount, currency: refund.currency },
    bookedRefunds: await bookedRefundsOf(ctx, payment.id, refundId),
    reason: refund.reason,
  })
  await bookOutcome(ctx, refundId, outcome)
}

/** What the provider calls this payment's other refunds: how a repeated call knows which was its own. */
async function bookedRefundsOf(ctx: Context, paymentId: string, exceptId: string): Promise<string[]> {
  return read(ctx, async (ctx) => {
    const rows = await ctx.db
      .select({ id: refunds.id, reference: refunds.providerReference })
      .from(refunds)
      .where(and(eq(refunds.tenantId, ctx.tenantId), eq(refunds.paymentId, paymentId)))
    return rows.flatMap(({ id, reference }) => (reference && id !== exceptId ? [reference] : []))
  })
}

async function hasEarlier(ctx: Context, refund: Refund): Promise<boolean> {
  const earlier = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: refunds.id })
      .from(refunds)
      .where(
        and(
          eq(refunds.tenantId, ctx.tenantId),
          eq(refunds.paymentId, refund.paymentId!),
          eq(refunds.status, 'queued'),
          sql`${refunds.id} < ${refund.id} and ${refunds.providerReference} is null`,
        ),
      )
      .limit(1),
  )
  return earlier.length > 0
}

async function bookOutcome(ctx: Context, refundId: string, outcome: RefundOutcome): Promise<void> {
  if (outcome.kind === 'succeeded') return void (await finishRefund(ctx, refundId, outcome.transactionId))
  if (outcome.kind === 'failed') return void (await failRefund(ctx, refundId, outcome.reason))
  if (outcome.kind === 'pending') {
    await change(ctx, 'refund.send', async (ctx) => {
      const before = await lockRefund(ctx, refundId)
      return changed(before, await setRefund(ctx, before, { providerReference: outcome.transactionId }))
    })
  }
}

/** The money is back with the customer: by the provider's word, or by a person's for transfers and cash. */
export async function finishRefund(
  ctx: Context,
  refundId: string,
  providerReference: string | null,
): Promise<Refund> {
  return change(ctx, 'refund.complete', async (ctx) => {
    const found = await lockRefund(ctx, refundId)
    const order = await lockOrder(ctx, found.orderId)
    const before = await lockRefund(ctx, refundId)
    if (before.status === 'succeeded') return unchanged(before)
    if (before.status === 'failed')
      throw conflict('This refund failed. Ask for another.', { code: 'wrong_state' })
    const after = await setRefund(ctx, before, {
      status: 'succeeded',
      succeededAt: ctx.now,
      providerReference: providerReference ?? before.providerReference,
    })
    await tell(ctx, {
      orderId: order.id,
      kind: 'refunded',
      data: { amount: before.amount, currency: before.currency },
    })
    await refreshOrder(ctx, order, { refunded: add(order.refunded, before.amount) })
    return changed(before, after, { audience: audienceOf(order, []), data: { orderId: order.id } })
  })
}

/** The provider refuses for good: the reserved sum is free again, and people are told. */
export async function failRefund(ctx: Context, refundId: string, reason: string): Promise<Refund> {
  return change(ctx, 'refund.fail', async (ctx) => {
    const found = await lockRefund(ctx, refundId)
    const order = await lockOrder(ctx, found.orderId)
    const before = await lockRefund(ctx, refundId)
    if (before.status === 'failed') return unchanged(before)
    const after = await setRefund(ctx, before, { status: 'failed', failure: reason })
    await ctx.db
      .update(payments)
      .set({ refunded: sql`${payments.refunded} - ${before.amount}`, updatedAt: ctx.now })
      .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, before.paymentId!)))
    if (before.status === 'succeeded')
      await refreshOrder(ctx, order, { refunded: subtract(order.refunded, before.amount) })
    await tell(ctx, {
      orderId: order.id,
      kind: 'refund_failed',
      data: { amount: before.amount, reason },
      audience: 'staff',
    })
    return changed(before, after, { audience: ['may:payments.refund'], data: { orderId: order.id } })
  })
}

/** Tries a refund that failed once more. */
export async function retryRefund(ctx: Context, refundId: string): Promise<Refund> {
  return change(ctx, 'refund.retry', async (ctx) => {
    const found = await lockRefund(ctx, refundId)
    const order = await lockOrder(ctx, found.orderId)
    const before = await lockRefund(ctx, refundId)
    if (before.status !== 'failed') return unchanged(before)
    if (compare(before.amount, await refundable(ctx, order)) > 0)
      throw unavailable('Meanwhile the money went back another way.')
    await ctx.db
      .update(payments)
      .set({ refunded: sql`${payments.refunded} + ${before.amount}`, updatedAt: ctx.now })
      .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, before.paymentId!)))
    const after = await setRefund(ctx, before, { status: 'queued', failure: null })
    await enqueue(ctx, 'payments.refund', { refundId })
    return changed(before, after, { audience: ['may:payments.refund'] })
  })
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

async function lockRefund(ctx: Inside, refundId: string): Promise<Refund> {
  const [row] = await ctx.db
    .select()
    .from(refunds)
    .where(and(eq(refunds.tenantId, ctx.tenantId), eq(refunds.id, refundId)))
  if (!row) throw notFound('refund')
  return row
}

async function setRefund(ctx: Inside, refund: Refund, fields: Partial<Refund>): Promise<Refund> {
  const [after] = await ctx.db
    .update(refunds)
    .set({ ...fields, attempts: sql`${refunds.attempts} + 1` })
    .where(and(eq(refunds.tenantId, ctx.tenantId), eq(refunds.id, refund.id)))
    .returning()
  return after!
}
