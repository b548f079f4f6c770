/** What happens to payments by itself: refunds are sent, lost webhooks made good, unpaid orders let go. */
import { and, eq, sql } from 'drizzle-orm'
import type { EventInput } from '../../platform/events/relay.ts'
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { change, changed, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import type { PaymentProviderCode } from '../cart/values.ts'
import { cancelLines } from '../orders/cancel.ts'
import { getOrder, lockOrder, partsOf } from '../orders/find.ts'
import { audienceOf } from '../orders/refresh.ts'
import { orders } from '../orders/schema.ts'
import { dueOf, recordPayment } from './payments.ts'
import { sendRefund } from './refund-outcome.ts'
import { settleOrder } from './refunds.ts'
import { providerOf } from './registry.ts'
import { payments } from './schema.ts'
import { workPayment, workWebhook } from './webhooks.ts'

const hour = 3_600_000
/** A payment page that was left: after this the goods go back on the shelf. */
const redirectWaits = 3 * hour
const defaultPaymentDays = 7

/** Asks the provider about payments whose webhook should have come by now. */
async function reconcile(ctx: Context): Promise<void> {
  const open = await read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(payments)
      .where(
        and(
          eq(payments.tenantId, ctx.tenantId),
          eq(payments.status, 'started'),
          sql`${payments.provider} in ('stripe', 'viva') and ${payments.providerReference} is not null`,
          sql`${payments.updatedAt} between ${new Date(ctx.now.getTime() - 72 * hour)} and ${new Date(ctx.now.getTime() - 600_000)}`,
        ),
      )
      .limit(200),
  )
  for (const payment of open) {
    const code = payment.provider as PaymentProviderCode
    const truth = await providerOf(ctx, code).find(payment.providerReference!)
    if (!truth || truth.state === 'open' || truth.state === 'pending') continue
    await workPayment(ctx, code, {
      kind: truth.state,
      providerReference: truth.providerReference,
      transactionId: truth.transactionId,
      amount: truth.amount,
      reason: 'Found when asking the provider',
    })
  }
}

/** Cancels orders nobody paid in time, one transaction each, so that their stock can be sold. */
async function expire(ctx: Context): Promise<void> {
  const paymentDays = ctx.organization.settings.paymentDays ?? defaultPaymentDays
  const due = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          eq(orders.tenantId, ctx.tenantId),
          eq(orders.status, 'pending'),
          sql`${orders.paid} = 0 and ${orders.total} > 0`,
          sql`(${orders.paymentProvider} in ('stripe', 'viva') and ${orders.placedAt} < ${new Date(ctx.now.getTime() - redirectWaits)}
            or ${orders.paymentProvider} = 'bank-transfer' and ${orders.placedAt} < ${new Date(ctx.now.getTime() - paymentDays * 24 * hour)})`,
        ),
      )
      .limit(500),
  )
  for (const { id } of due) {
    await change(ctx, 'order.cancel', async (ctx) => {
      const order = await lockOrder(ctx, id)
      if (order.status !== 'pending' || order.paidAt) return unchanged(order)
      const after = await cancelLines(ctx, order, null, 'Not paid in time')
      const parts = await partsOf(ctx, id)
      return changed(order, after, {
        audience: audienceOf(
          order,
          parts.map((part) => part.producerId),
        ),
      })
    })
  }
}

/** Cash on delivery is paid when the last parcel has been handed over. */
async function collectCash(ctx: Context, { event }: EventInput): Promise<void> {
  const orderId = (event.data as { orderId?: string }).orderId
  if (!orderId) return
  const order = await getOrder(ctx, { orderId })
  if (order.paymentProvider !== 'cash-on-delivery' || order.status !== 'delivered' || dueOf(order) === '0.00')
    return
  await recordPayment(ctx, { orderId, amount: dueOf(order), method: 'cash-on-delivery' })
}

export const paymentJobs = [
  {
    name: 'payments.refund',
    handle: (ctx: Context, { refundId }: { refundId: string }) => sendRefund(ctx, refundId),
  },
  {
    name: 'payments.work-webhook',
    handle: (ctx: Context, { webhookId }: { webhookId: string }) => workWebhook(ctx, webhookId),
  },
  {
    name: 'payments.settle',
    handle: (ctx: Context, input: { orderId?: string; isLate?: boolean; event?: EventInput['event'] }) =>
      settleOrder(ctx, settling(input)),
  },
  { name: 'payments.collect-cash', handle: collectCash },
  { name: 'payments.reconcile', handle: reconcile, cron: '*/15 * * * *' },
  { name: 'payments.expire', handle: expire, cron: '*/10 * * * *' },
] as const satisfies readonly JobDefinition[]

/** Named directly, or by the event of an order or of a return. */
function settling(input: { orderId?: string; isLate?: boolean; event?: EventInput['event'] }): {
  orderId: string
  isLate?: boolean
} {
  if (input.orderId) return { orderId: input.orderId, ...(input.isLate ? { isLate: true } : {}) }
  const event = input.event!
  return { orderId: event.entity === 'order' ? event.entityId : (event.data as { orderId: string }).orderId }
}

export const paymentSubscriptions = [
  { on: ['order.cancelled', 'return.received'], job: 'payments.settle' },
  { on: ['order-part.delivered'], job: 'payments.collect-cash' },
] as const
