/** What became of a demo order, step by step, each on its own day. */
import { cancelOrder } from '../../../modules/orders/cancel.ts'
import { lockOrder } from '../../../modules/orders/find.ts'
import { acceptPart, deliverPart, packPart, shipPart } from '../../../modules/orders/parts.ts'
import { audienceOf } from '../../../modules/orders/refresh.ts'
import { approveReturn, receiveReturn, requestReturn } from '../../../modules/orders/returns.ts'
import { bookFailure, bookSuccess } from '../../../modules/payments/money-in.ts'
import { paymentsOf, recordPayment } from '../../../modules/payments/payments.ts'
import { finishRefund } from '../../../modules/payments/refund-outcome.ts'
import { refundOrder, refundsOf, settleOrder } from '../../../modules/payments/refunds.ts'
import { trueUp } from '../../../modules/payouts/earnings.ts'
import { change, changed } from '../../../platform/tenancy/change.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import type { DemoOrder, Fate } from '../demo/orders.ts'
import type { Placed } from './place.ts'

/** The moment so many days after the order was placed, but never ahead of now. */
type At = (days: number) => Inside

/** How far the parcels came: 1 accepted, 2 packed, 3 shipped, 4 delivered. */
const reached = {
  waiting: 0,
  unpaid: 0,
  failed: 0,
  paid: 0,
  accepted: 1,
  packed: 2,
  partly: 3,
  shipped: 3,
  delivered: 4,
  cancelled: 0,
  'line-cancelled': 1,
  expired: 0,
  'return-requested': 4,
  returned: 4,
  'refund-requested': 4,
  refunded: 4,
} as const satisfies Record<Fate, number>

const isUnpaid: ReadonlySet<Fate> = new Set(['waiting', 'unpaid', 'failed', 'expired'])

export async function live(at: At, plan: DemoOrder, order: Placed): Promise<void> {
  const { fate } = plan
  const orderId = order.id
  const isCash = plan.payment === 'cash-on-delivery'
  if (fate === 'failed') return fail(at(0.01), orderId)
  if (fate === 'expired') return void (await cancelOrder(at(7.1), { orderId, reason: 'Not paid in time' }))
  if (!isUnpaid.has(fate) && !isCash)
    await pay(at(plan.payment === 'bank-transfer' ? 0.4 : 0.005), plan, orderId)
  if (fate === 'cancelled') {
    await cancelOrder(at(0.5), { orderId, reason: 'Το παρήγγειλα κατά λάθος' })
    return settle(at, orderId, 1)
  }
  if (fate === 'line-cancelled') {
    const { id, quantity } = order.lines[0]!
    await cancelOrder(at(0.6), { orderId, reason: 'Τελείωσε το προϊόν', lines: [{ lineId: id, quantity }] })
    await settle(at, orderId, 1)
  }
  await send(at, plan, order)
  if (reached[fate] < 4) return
  if (isCash) await pay(at(2.7), plan, orderId)
  await trueUp(at(2.8), { orderId, cause: 'delivered' })
  await regret(at, plan, order)
}

async function send(at: At, { fate, method, key }: DemoOrder, order: Placed): Promise<void> {
  const parts = order.parts.filter(
    ({ id }) => fate !== 'line-cancelled' || order.lines.some((line, n) => n > 0 && line.partId === id),
  )
  for (const [index, { id, number }] of parts.entries()) {
    const isBehind = fate === 'partly' && index > 0
    const step = isBehind ? 1 : reached[fate]
    const lag = index * 0.1
    if (step >= 1) await acceptPart(at(0.3 + lag), id)
    if (step >= 2) await packPart(at(0.8 + lag), id)
    if (step >= 3) {
      const lines = fate === 'partly' && parts.length === 1 ? order.lines.slice(0, 1) : []
      await shipPart(at(1.1 + lag), {
        partId: id,
        ...(lines.length > 0 ? { lines: lines.map((line) => ({ lineId: line.id, quantity: 1 })) } : {}),
        ...parcelOf(method, `${key}${number}`),
      })
    }
    if (step >= 4) await deliverPart(at(2.5 + lag), id)
  }
}

/** Couriers number their parcels; the producer's own van does not. */
function parcelOf(method: DemoOrder['method'], seed: string) {
  if (method === 'pickup') return { carrier: 'Παραλαβή' }
  if (method === 'flat') return { carrier: 'Με τον παραγωγό' }
  const digits = [...seed].reduce((sum, char) => (sum * 31 + char.codePointAt(0)!) % 1_000_000_000, 7)
  return method === 'acs'
    ? { carrier: 'ACS', trackingNumber: `7${String(digits).padStart(9, '0')}` }
    : { carrier: 'ELTA Courier', trackingNumber: `SE${String(digits).padStart(9, '0')}GR` }
}

/** Something is sent back or made good. */
async function regret(at: At, { fate }: DemoOrder, order: Placed): Promise<void> {
  const orderId = order.id
  const [line] = order.lines
  if (fate === 'return-requested' || fate === 'returned') {
    const all = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
    const { id } = await requestReturn(at(4), {
      orderId,
      reason: fate === 'returned' ? 'changed_mind' : 'damaged',
      note: fate === 'returned' ? 'Το πακέτο δεν άνοιξε.' : 'Το ένα βάζο έφτασε ραγισμένο.',
      lines: fate === 'returned' ? all : [{ lineId: line!.id, quantity: 1 }],
    })
    if (fate === 'return-requested') return
    await approveReturn(at(4.5), id)
    await receiveReturn(at(8), { returnId: id, restock: all.map(({ lineId }) => lineId) })
    await settle(at, orderId, 9)
  }
  if (fate === 'refund-requested' || fate === 'refunded') {
    await refundOrder(at(4), {
      orderId,
      reason: 'Έσπασε στη μεταφορά',
      lines: [{ lineId: line!.id, amount: line!.gross.amount }],
    })
    if (fate === 'refunded') await settle(at, orderId, 5)
  }
  await trueUp(at(9.5), { orderId, cause: fate })
}

/** What is owed to the buyer goes back, and has arrived some days later. */
async function settle(at: At, orderId: string, days: number): Promise<void> {
  await settleOrder(at(days), { orderId })
  for (const refund of await refundsOf(at(days), orderId))
    if (refund.status === 'queued') await finishRefund(at(days + 1), refund.id, `refund-${refund.id}`)
}

/** Card payments as their provider reports them, the rest as the house books it. */
async function pay(ctx: Inside, { payment: provider }: DemoOrder, orderId: string): Promise<void> {
  if (provider === 'bank-transfer' || provider === 'cash-on-delivery') {
    const [due] = await paymentsOf(ctx, orderId)
    return void (await recordPayment(ctx, { orderId, amount: due!.amount, method: provider }))
  }
  await change(ctx, 'payment.receive', async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    const [before] = await paymentsOf(ctx, orderId)
    const arrival = { transactionId: `${provider}-${before!.id}`, method: provider, reference: null }
    const after = await bookSuccess(ctx, order, before!, arrival)
    return changed(before!, after, { audience: audienceOf(order, []), data: { orderId } })
  })
}

async function fail(ctx: Inside, orderId: string): Promise<void> {
  await change(ctx, 'payment.fail', async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    const [before] = await paymentsOf(ctx, orderId)
    const after = await bookFailure(ctx, order, before!, 'failed', 'Η κάρτα δεν έγινε δεκτή')
    return changed(before!, after, { audience: audienceOf(order, []), data: { orderId } })
  })
}
