/** A month of trade in the demo market: orders in every state, placed and worked by the very verbs that people use. */
import { eq } from 'drizzle-orm'
import { addLine, createCart, updateCart } from '../../../modules/cart/carts.ts'
import { priceCart } from '../../../modules/cart/price.ts'
import { variants } from '../../../modules/catalog/schema.ts'
import { checkOut } from '../../../modules/checkout/orders-api.ts'
import { cancelOrder } from '../../../modules/orders/cancel.ts'
import { acceptPart, deliverPart, packPart, shipPart } from '../../../modules/orders/parts.ts'
import { receiveReturn, requestReturn } from '../../../modules/orders/returns.ts'
import { recordPayment } from '../../../modules/payments/payments.ts'
import { finishRefund, refundOrder, refundsOf, settleOrder } from '../../../modules/payments/refunds.ts'
import { trueUp } from '../../../modules/payouts/earnings.ts'
import { offeredMethods } from '../../../modules/shipping/methods.ts'
import { guest } from '../../../platform/access/actor.ts'
import { isAppError } from '../../../platform/http/app-error.ts'
import { read, writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { newRandom, type Random } from '../demo/pictures/random.ts'
import { type DemoCustomer, demoCustomers } from '../demo/customers.ts'

const day = 86_400_000
const orderCount = 70

const fates = [
  'pending',
  'paid',
  'accepted',
  'packed',
  'partly',
  'shipped',
  'delivered',
  'delivered',
  'delivered',
  'delivered',
  'cancelled',
  'returned',
  'refunded',
] as const
type Fate = (typeof fates)[number]

/** Orders of the last thirty days, the oldest first. `done` is how many there are already, so that a cut run goes on. */
export async function seedTrade(
  ctx: Context,
  buyers: ReadonlyMap<string, string>,
  done: number,
): Promise<void> {
  const random = newRandom('a month of trade')
  const shelf = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: variants.id, stock: variants.stock })
      .from(variants)
      .where(eq(variants.tenantId, ctx.tenantId)),
  )
  const methods = await read(ctx, (ctx) => offeredMethods(ctx))
  for (let index = 0; index < orderCount; index++) {
    const plan = planOf(
      random,
      index,
      shelf.filter(({ stock }) => stock > 3).map(({ id }) => id),
      methods,
    )
    if (index < done) continue
    await trade(ctx, plan, buyers).catch((error: unknown) => {
      // Sold out meanwhile: a market has such days.
      if (!isAppError(error)) throw error
    })
  }
}

type Plan = {
  at: Date
  customer: DemoCustomer
  lines: { variantId: string; quantity: number }[]
  methodId: string
  payment: string
  code: string | null
  fate: Fate
}

function planOf(
  random: Random,
  index: number,
  variantIds: string[],
  methods: { id: string; code: string }[],
): Plan {
  const daysAgo = 30 * (1 - index / orderCount)
  const whole = (from: number, to: number) => Math.floor(random.between(from, to + 0.999))
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!
  const recent = daysAgo < 3
  return {
    at: new Date(Date.now() - daysAgo * day - whole(0, 600) * 60_000),
    customer: pick(demoCustomers),
    lines: Array.from({ length: whole(1, 4) }, () => ({
      variantId: pick(variantIds),
      quantity: whole(1, 3),
    })),
    methodId: pick(methods).id,
    payment: pick(['bank-transfer', 'cash-on-delivery', 'stripe', 'viva']),
    code: index % 9 === 4 ? 'KALOSIRTHES' : null,
    fate: recent ? pick(['pending', 'paid', 'accepted', 'packed'] as const) : pick(fates),
  }
}

async function trade(system: Context, plan: Plan, buyers: ReadonlyMap<string, string>): Promise<void> {
  const at = (days: number): Context => ({
    ...system,
    now: new Date(Math.min(plan.at.getTime() + days * day, Date.now())),
  })
  const { customer } = plan
  const userId = buyers.get(customer.email) ?? null
  const actor = userId
    ? { ...guest, kind: 'user' as const, userId, name: customer.name, email: customer.email }
    : { ...guest, name: customer.name }
  const buying: Context = { ...at(0), actor, locale: customer.locale }

  const { cart, token } = await createCart(buying)
  const key = { cartId: cart.id, token }
  for (const line of plan.lines) await addLine(buying, { ...key, ...line })
  await updateCart(buying, {
    ...key,
    email: customer.email,
    shippingAddress: customer.address,
    shippingMethodId: plan.methodId,
    paymentProvider: plan.payment as 'stripe',
    promotionCodes: plan.code ? [plan.code] : [],
  })
  const priced = await writing(buying, async (ctx) => priceCart(ctx, await updateCart(ctx, key)))
  const { view: order } = await checkOut(buying, { ...key, expectedTotal: priced.totals.total })
  await live(at, plan, order)
}

type Placed = Awaited<ReturnType<typeof checkOut>>['view']

/** What became of it, step by step, each on its own day. */
async function live(at: (days: number) => Context, { fate, payment }: Plan, order: Placed): Promise<void> {
  if (fate === 'pending') return
  if (fate === 'cancelled')
    return void (await cancelOrder(at(0.4), { orderId: order.id, reason: 'Δεν το χρειάζομαι πια' }))
  const isCash = payment === 'cash-on-delivery'
  if (!isCash)
    await recordPayment(at(0.1), { orderId: order.id, amount: order.totals.total.amount, method: payment })
  const [first] = order.parts
  const reached = {
    paid: 0,
    accepted: 1,
    packed: 2,
    partly: 3,
    shipped: 3,
    delivered: 4,
    returned: 4,
    refunded: 4,
  }[fate]
  for (const part of order.parts) {
    const isBehind = fate === 'partly' && part !== first
    if (reached >= 1) await acceptPart(at(0.3), part.id)
    if (reached >= 2 && !isBehind) await packPart(at(0.8), part.id)
    if (reached >= 3 && !isBehind)
      await shipPart(at(1.1), {
        partId: part.id,
        carrier: 'ACS',
        trackingNumber: `74${order.number.replaceAll('-', '').slice(-8)}`,
      })
    if (reached >= 4) await deliverPart(at(2.6), part.id)
  }
  if (reached < 4) return
  if (isCash)
    await recordPayment(at(2.6), {
      orderId: order.id,
      amount: order.totals.total.amount,
      method: 'cash-on-delivery',
    })
  await trueUp(at(2.7), { orderId: order.id, cause: 'delivered' })
  const [line] = order.lines
  if (fate === 'refunded') {
    await refundOrder(at(4), {
      orderId: order.id,
      reason: 'Έσπασε στη μεταφορά',
      lines: [
        {
          lineId: line!.id,
          amount: line!.unitPrice.amount > line!.gross.amount ? line!.gross.amount : '1.00',
        },
      ],
    })
  }
  if (fate === 'returned') {
    const made = await requestReturn(at(5), {
      orderId: order.id,
      reason: 'damaged',
      lines: [{ lineId: line!.id, quantity: 1 }],
    })
    await receiveReturn(at(8), { returnId: made.id, restock: [] })
    await settleOrder(at(8), { orderId: order.id })
  }
  for (const refund of await read(at(9), (ctx) => refundsOf(ctx, order.id)))
    await finishRefund(at(9), refund.id, null)
  await trueUp(at(9), { orderId: order.id, cause: 'settled' })
}
