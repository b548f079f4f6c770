/** Webhooks: verified, stored once by the provider's event id, then worked; late, twice and out of order come to the same. */
import { and, eq } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { readBytes } from '../../platform/http/body.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changed, changedMany, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { compare } from '../../platform/values/decimal.ts'
import type { PaymentProviderCode } from '../cart/values.ts'
import { lockOrder } from '../orders/find.ts'
import { audienceOf } from '../orders/refresh.ts'
import { tell } from '../orders/timeline.ts'
import { bookFailure, bookSuccess } from './money-in.ts'
import type { Payment } from './payments.ts'
import type { ProviderEvent } from './providers/provider.ts'
import { failRefund, finishRefund } from './refund-outcome.ts'
import { providerOf } from './registry.ts'
import { payments, refunds, webhooks } from './schema.ts'

type Webhook = typeof webhooks.$inferSelect
const maximumBytes = 500_000

/** Takes a provider's call: once it is stored it is answered, for the provider only needs to know that we have it. */
export async function receiveWebhook(
  ctx: Context,
  code: PaymentProviderCode,
  request: Request,
): Promise<{ received: number }> {
  const provider = providerOf(ctx, code)
  if (!provider.readWebhook) throw notFound('address')
  const facts = await provider.readWebhook({
    headers: request.headers,
    body: await readBytes(request, maximumBytes),
    now: ctx.now,
  })
  const stored = await storeFacts(ctx, code, facts)
  // Worked at once for the customer who waits; the job stands in when this process is cut off here.
  for (const webhook of stored) await workWebhook(ctx, webhook.id)
  return { received: stored.length }
}

async function storeFacts(
  ctx: Context,
  code: PaymentProviderCode,
  facts: readonly ProviderEvent[],
): Promise<Webhook[]> {
  return change(ctx, 'webhook.receive', async (ctx) => {
    const stored: Webhook[] = []
    for (const fact of facts) {
      const [row] = await ctx.db
        .insert(webhooks)
        .values({
          tenantId: ctx.tenantId,
          id: newId(),
          provider: code,
          eventId: fact.eventId,
          kind: fact.kind,
          providerReference: fact.providerReference,
          transactionId: fact.transactionId,
          amount: fact.amount?.amount ?? null,
          currency: fact.amount?.currency ?? null,
          occurredAt: new Date(fact.at),
          payload: fact,
          createdAt: ctx.now,
        })
        .onConflictDoNothing()
        .returning()
      if (!row) continue
      stored.push(row)
      await enqueue(
        ctx,
        'payments.work-webhook',
        { webhookId: row.id },
        { startAfter: new Date(ctx.now.getTime() + 10_000) },
      )
    }
    return changedMany(
      stored,
      stored.map((after) => ({
        before: null,
        after: { id: after.id, kind: after.kind, eventId: after.eventId },
      })),
    )
  })
}

/** Does what a stored fact says; a fact already worked changes nothing. */
export async function workWebhook(ctx: Context, webhookId: string): Promise<void> {
  const webhook = await read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.tenantId, ctx.tenantId), eq(webhooks.id, webhookId)))
    return row
  })
  if (!webhook || webhook.status !== 'received') return
  const fact = webhook.payload as ProviderEvent
  const isKnown =
    fact.kind === 'refunded' || fact.kind === 'refund_failed'
      ? await workRefund(ctx, fact)
      : await workPayment(ctx, webhook.provider, fact)
  await change(ctx, 'webhook.complete', async (ctx) => {
    await ctx.db
      .update(webhooks)
      .set({ status: isKnown ? 'worked' : 'ignored', workedAt: ctx.now })
      .where(and(eq(webhooks.tenantId, ctx.tenantId), eq(webhooks.id, webhookId)))
    return unchanged(null)
  })
}

/** Books a fact about a payment; false when it is about none of ours. Also what reconciliation does with what it finds. */
export async function workPayment(
  ctx: Context,
  code: PaymentProviderCode,
  fact: Pick<ProviderEvent, 'kind' | 'providerReference' | 'transactionId' | 'amount' | 'reason'>,
): Promise<boolean> {
  const found = fact.providerReference ? await findPayment(ctx, code, fact.providerReference) : null
  if (!found || !['succeeded', 'failed', 'cancelled'].includes(fact.kind)) return false
  await change(ctx, fact.kind === 'succeeded' ? 'payment.receive' : 'payment.fail', async (ctx) => {
    const order = await lockOrder(ctx, found.orderId)
    const before = await lockPayment(ctx, found.id)
    if (fact.kind !== 'succeeded') {
      const after = await bookFailure(
        ctx,
        order,
        before,
        fact.kind === 'cancelled' ? 'cancelled' : 'failed',
        fact.reason,
      )
      return after === before
        ? unchanged(before)
        : changed(before, after, { audience: audienceOf(order, []), data: { orderId: order.id } })
    }
    if (before.status === 'succeeded') return unchanged(before)
    if (fact.amount && fact.amount.currency !== order.currency) {
      await tell(ctx, {
        orderId: order.id,
        kind: 'payment_failed',
        data: { reason: `Paid in ${fact.amount.currency}` },
        audience: 'staff',
      })
      return unchanged(before)
    }
    // What was really paid counts, not what was asked for; the difference stays due or goes back.
    const amount =
      fact.amount && compare(fact.amount.amount, before.amount) !== 0 ? { amount: fact.amount.amount } : {}
    const after = await bookSuccess(ctx, order, before, {
      transactionId: fact.transactionId,
      method: code,
      reference: null,
      ...amount,
    })
    return changed(before, after, { audience: audienceOf(order, []), data: { orderId: order.id } })
  })
  return true
}

async function workRefund(ctx: Context, fact: ProviderEvent): Promise<boolean> {
  const refund = await read(ctx, async (ctx) => {
    const mine =
      fact.refundId && /^[0-9a-f-]{36}$/.test(fact.refundId)
        ? eq(refunds.id, fact.refundId)
        : eq(refunds.providerReference, fact.transactionId ?? '')
    const [row] = await ctx.db
      .select()
      .from(refunds)
      .where(and(eq(refunds.tenantId, ctx.tenantId), mine))
    return row
  })
  if (!refund) return false
  if (fact.kind === 'refund_failed')
    await failRefund(ctx, refund.id, fact.reason ?? 'The provider refused it.')
  else if (refund.status === 'queued') await finishRefund(ctx, refund.id, fact.transactionId)
  return true
}

async function findPayment(
  ctx: Context,
  code: PaymentProviderCode,
  reference: string,
): Promise<Payment | null> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(payments)
      .where(
        and(
          eq(payments.tenantId, ctx.tenantId),
          eq(payments.provider, code),
          eq(payments.providerReference, reference),
        ),
      )
    return row ?? null
  })
}

async function lockPayment(ctx: Inside, paymentId: string): Promise<Payment> {
  const [row] = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, paymentId)))
  return row!
}
