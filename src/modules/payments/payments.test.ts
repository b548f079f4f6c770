import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FilledCart, imbalances, type Market, newMarket } from '../../../test/market.ts'
import { overHttp } from '../../../test/listen.ts'
import type { Context, Services } from '../../platform/tenancy/context.ts'
import { paymentJobs } from './jobs.ts'
import { startStripeTwin, type StripeTwin } from './twins/stripe-twin.ts'
import { signStripe } from './providers/stripe-signature.ts'

let twin: StripeTwin
beforeAll(async () => {
  twin = await startStripeTwin({ webhookUrl: null })
})
afterAll(() => twin.stop())

type Reply = { status: number; body: Record<string, unknown> }

async function shopWithStripe(): Promise<Market> {
  const market = await newMarket()
  ;(market.shop.services as { -readonly [K in keyof Services]: Services[K] }).twins = {
    stripe: twin.settings,
  }
  return market
}

/** Runs everything that the shop has enqueued, as the worker would, until nothing is left. */
async function work(market: Market): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const rows = await market.shop.sql<{ id: string; name: string; data: { input: never } }>(
      "select id, name, data from pgboss.job where data->>'tenantId' = $1 and name like 'payments.%'",
      [market.shop.organization.id],
    )
    const next = rows.filter((row) => !done.has(row.id))
    if (next.length === 0) return
    for (const row of next) {
      done.add(row.id)
      await paymentJobs.find((job) => job.name === row.name)!.handle(market.shop.as('system'), row.data.input)
    }
  }
}

async function placed(
  market: Market,
  payment: string,
  price = '20.00',
): Promise<{ cart: FilledCart; order: Record<string, unknown>; access: string }> {
  const cart = await market.cart([{ variantId: await market.variant({ price }), quantity: 1 }], { payment })
  const { body } = await market.place(cart)
  return {
    cart,
    order: body as Record<string, unknown>,
    access: (body as { accessToken: string }).accessToken,
  }
}

const startPaying = (market: Market, orderId: unknown, access: string, key = 'pay-1') =>
  market.api.post<{ id: string; next: { kind: string; url: string } }>(
    '/payments',
    { orderId },
    { key, headers: { 'Stoa-Order': access } },
  )

const stripeEvent = (type: string, object: object, id = `evt_${Math.random()}`) =>
  JSON.stringify({ id, object: 'event', type, created: Math.floor(Date.now() / 1000), data: { object } })

async function deliver(market: Market, body: string): Promise<Reply> {
  return market.api.post('/webhooks/stripe', undefined, {
    raw: body,
    headers: {
      'Content-Type': 'application/json',
      'Stripe-Signature': signStripe(body, twin.settings.webhookSecrets[0]!, new Date()),
    },
  })
}

const orderOf = async (market: Market, id: unknown, access: string) =>
  (
    await market.api.get<{
      status: string
      totals: Record<string, { amount: string }>
      payments: { status: string }[]
      refunds: { status: string; amount: { amount: string } }[]
    }>(`/orders/${String(id)}`, { headers: { 'Stoa-Order': access } })
  ).body

/** The session that the twin keeps for a payment, as its webhook would tell it. */
async function paidSession(market: Market, orderId: unknown) {
  const [row] = await market.shop.sql<{ reference: string; amount: string }>(
    'select provider_reference as reference, amount from payments where order_id = $1 order by created_at desc limit 1',
    [orderId],
  )
  return {
    id: row!.reference,
    object: 'checkout.session',
    status: 'complete',
    payment_status: 'paid',
    payment_intent: `pi_${row!.reference}`,
    amount_total: Math.round(Number(row!.amount) * 100),
    currency: 'eur',
    metadata: {},
  }
}

test('a payment page is asked for once, and a webhook books the money once, however often it comes', async () => {
  const market = await shopWithStripe()
  const { order, access } = await placed(market, 'stripe')
  const first = await startPaying(market, order['id'], access)
  const again = await startPaying(market, order['id'], access, 'pay-2')
  expect(first.status).toBe(201)
  expect(first.body.next.kind).toBe('redirect')
  expect(again.body.id).toBe(first.body.id)

  const body = stripeEvent('checkout.session.completed', await paidSession(market, order['id']), 'evt_1')
  const send = await overHttp(market.shop)
  expect((await deliver(market, body)).status).toBe(200)
  const signature = { 'Stripe-Signature': signStripe(body, twin.settings.webhookSecrets[0]!, new Date()) }
  const more = await Promise.all(
    Array.from({ length: 10 }, () => send('POST', '/webhooks/stripe', JSON.parse(body) as object, signature)),
  )
  expect(more.every((answer) => answer.status < 500)).toBe(true)

  const after = await orderOf(market, order['id'], access)
  expect(after.status).toBe('paid')
  expect(after.totals['paid']!.amount).toBe(
    String((order['totals'] as { total: { amount: string } }).total.amount),
  )
  expect(await imbalances(market.shop)).toEqual([])
})

test('ten deliveries at once of one webhook, and a failure that comes after, are one success', async () => {
  const market = await shopWithStripe()
  const { order, access } = await placed(market, 'stripe')
  await startPaying(market, order['id'], access)
  const session = await paidSession(market, order['id'])
  const success = stripeEvent('checkout.session.completed', session, 'evt_s')
  const failure = stripeEvent(
    'checkout.session.expired',
    { ...session, status: 'expired', payment_status: 'unpaid' },
    'evt_f',
  )
  const replies = await Promise.all([
    ...Array.from({ length: 10 }, () => deliver(market, success)),
    deliver(market, failure),
  ])
  expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 11 }, () => 200))
  const after = await orderOf(market, order['id'], access)
  expect(after.status).toBe('paid')
  expect(after.payments.map((payment) => payment.status)).toEqual(['succeeded'])
  expect(await imbalances(market.shop)).toEqual([])
})

test('a webhook without the right signature is turned away', async () => {
  const market = await shopWithStripe()
  const reply = await market.api.post('/webhooks/stripe', undefined, {
    raw: stripeEvent('checkout.session.completed', {}),
    headers: { 'Content-Type': 'application/json', 'Stripe-Signature': 't=1,v1=00' },
  })
  expect(reply.status).toBe(401)
})

test('money that comes after the order was cancelled goes back by itself', async () => {
  const market = await shopWithStripe()
  const { order, access } = await placed(market, 'stripe')
  await startPaying(market, order['id'], access)
  const session = await paidSession(market, order['id'])
  await market.api.post(
    `/orders/${String(order['id'])}/cancellation`,
    {},
    { headers: { 'Stoa-Order': access } },
  )
  await deliver(market, stripeEvent('checkout.session.completed', session))
  await work(market).catch(() => {})
  const after = await orderOf(market, order['id'], access)
  expect(after.status).toBe('cancelled')
  expect(after.refunds.map((refund) => refund.amount.amount)).toEqual([after.totals['paid']!.amount])
})

test('a transfer is recorded, a line is refunded, and the sums stay even', async () => {
  const market = await newMarket()
  const accountant = await market.api.signUp('accountant')
  const { order, access } = await placed(market, 'bank-transfer', '20.00')
  const total = (order['totals'] as { total: { amount: string } }).total.amount
  const record = () =>
    market.api.post(
      `/orders/${String(order['id'])}/payments`,
      { amount: total, method: 'transfer' },
      { as: accountant },
    )
  expect((await record()).status).toBe(201)
  expect((await orderOf(market, order['id'], access)).status).toBe('paid')

  const line = (order['lines'] as { id: string }[])[0]!
  const refund = await market.api.post<{ refunds: { id: string; isManual: boolean }[] }>(
    `/orders/${String(order['id'])}/refunds`,
    { reason: 'One was broken', lines: [{ lineId: line.id, amount: '5.00' }] },
    { as: accountant },
  )
  expect(refund.status).toBe(201)
  expect(refund.body.refunds[0]!.isManual).toBe(true)
  const confirm = () =>
    market.api.post(`/refunds/${refund.body.refunds[0]!.id}/confirmation`, {}, { as: accountant })
  expect([(await confirm()).status, (await confirm()).status]).toEqual([201, 201])
  expect((await orderOf(market, order['id'], access)).totals['refunded']!.amount).toBe('5.00')

  const tooMuch = await market.api.post(
    `/orders/${String(order['id'])}/refunds`,
    { reason: 'All of it', amount: total },
    { as: accountant },
  )
  expect(tooMuch.status).toBe(409)
  const customer = await market.api.signUp('customer')
  expect(
    (await market.api.post(`/orders/${String(order['id'])}/refunds`, { reason: 'Mine' }, { as: customer }))
      .status,
  ).toBe(403)
  expect(await imbalances(market.shop)).toEqual([])
})

test('an order nobody pays is let go and its stock is back', async () => {
  const market = await newMarket()
  const variantId = await market.variant({ stock: 2 })
  const { body } = await market.place(await market.cart([{ variantId, quantity: 2 }]))
  const later = market.shop.as('system', { now: new Date(Date.now() + 8 * 86_400_000) })
  const expire = paymentJobs.find((job) => job.name === 'payments.expire')!.handle as (
    ctx: Context,
  ) => Promise<void>
  await expire(later)
  await expire(later)
  expect(
    await market.shop.sql('select status from orders where id = $1', [(body as { id: string }).id]),
  ).toEqual([{ status: 'cancelled' }])
  expect(await market.stockOf(variantId)).toBe(2)
  expect(await imbalances(market.shop)).toEqual([])
})
