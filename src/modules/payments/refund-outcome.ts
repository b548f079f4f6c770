/** What becomes of a refund: sent to its provider by a job, booked when it went through, freed again when it did not. */
import { and, eq, sql } from 'drizzle-orm'
import { requirePermission } from '../../platform/access/require.ts'
import { conflict, notFound, unavailable } from '../../platform/http/app-error.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changed, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import type { PaymentProviderCode } from '../cart/values.ts'
import { lockOrder } from '../orders/find.ts'
import { audienceOf, refreshOrder } from '../orders/refresh.ts'
import { tell } from '../orders/timeline.ts'
import type { RefundOutcome } from './providers/provider.ts'
import { type Refund, refundable } from './refunds.ts'
import { providerOf } from './registry.ts'
import { payments, refunds } from './schema.ts'

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

/** A person says that the money is back: transfers and cash return by hand. */
export async function confirmRefund(
  ctx: Context,
  input: { refundId: string; reference: string | null },
): Promise<Refund> {
  requirePermission(ctx, 'payments.refund')
  return finishRefund(ctx, input.refundId, input.reference)
}

/** The money is back with the customer: by the provider's word, or by a person's. */
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
  requirePermission(ctx, 'payments.refund')
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
