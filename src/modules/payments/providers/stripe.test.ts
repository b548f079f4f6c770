import { afterEach, beforeEach, expect, test } from 'vitest'
import { startShop, type Shop, startPayment } from '../twins/webhook-shop.ts'
import { startStripeTwin, type StripeTwin } from '../twins/stripe-twin.ts'
import { stripe } from './stripe.ts'

let twin: StripeTwin
let shop: Shop

beforeEach(async () => {
  twin = await startStripeTwin({ webhookUrl: null, settleAfterMs: null, retryPausesMs: [20, 20, 20] })
  shop = await startShop(stripe({ ...twin.settings, pauseMs: 5, timeoutMs: 400 }))
  twin.control.deliveries.set({ url: shop.webhookUrl })
})
afterEach(async () => {
  await twin.stop()
  await shop.stop()
})

const start = async (changes = {}) => {
  const started = await shop.provider.start(startPayment(changes))
  if (started.kind !== 'redirect') throw new Error('expected a page to go to')
  return started
}
const press = (url: string, action: string) =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ action }) })
const settled = () => twin.control.deliveries.settled()

test('pay: the page names the amount, the customer comes back, one verified success arrives', async () => {
  const { url, providerReference } = await start()
  const page = await (await fetch(url)).text()
  expect(page).toContain('24,90')
  expect(page).toContain('<html lang="el">')
  expect(await (await fetch(`${url}&lang=en`)).text()).toContain('€24.90')

  const back = await press(url, 'pay')
  expect(back.status).toBe(303)
  const returned = new URL(back.headers.get('location') ?? '')
  expect(returned.href.startsWith('http://shop.test/orders/7?done=1&')).toBe(true)
  expect(shop.provider.readReturn?.(returned)).toBe(providerReference)

  await settled()
  const [success, ...more] = shop.facts('succeeded')
  expect(more).toEqual([])
  expect(success).toMatchObject({ providerReference, amount: { amount: '24.90', currency: 'EUR' } })
  expect(await shop.provider.find(providerReference)).toMatchObject({
    state: 'succeeded',
    transactionId: success?.transactionId,
    amount: { amount: '24.90', currency: 'EUR' },
    refunds: [],
  })
  expect(await (await fetch(url)).text()).toContain('έχει κλείσει')
})

test('decline keeps the customer on the page with the reason, and a second try succeeds', async () => {
  const { url, providerReference } = await start()
  const refused = await press(url, 'decline')
  expect(refused.status).toBe(200)
  expect(await refused.text()).toContain('role="alert"')
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'open', transactionId: null })
  await press(url, 'pay')
  await settled()
  expect(shop.facts('failed')).toMatchObject([{ providerReference, reason: 'Your card was declined.' }])
  expect(shop.facts('succeeded')).toMatchObject([{ providerReference }])
})

test('cancel goes back and leaves the payment open until it expires', async () => {
  const { url, providerReference } = await start()
  expect((await press(url, 'cancel')).headers.get('location')).toBe('http://shop.test/checkout')
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'open' })
  twin.control.world.expire(providerReference)
  await settled()
  expect(shop.facts('cancelled')).toMatchObject([{ providerReference }])
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'cancelled' })
})

test.each(['succeeded', 'failed'] as const)('pay later: first pending, then %s', async (outcome) => {
  const { url, providerReference } = await start()
  await press(url, 'later')
  await settled()
  expect(shop.facts('pending')).toMatchObject([{ providerReference }])
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'pending' })
  twin.control.world.settle(providerReference, outcome)
  await settled()
  expect(shop.facts(outcome)).toMatchObject([
    { providerReference, amount: { amount: '24.90', currency: 'EUR' } },
  ])
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: outcome })
})

test('duplicates carry the same event id and the same transaction', async () => {
  const { url } = await start()
  twin.control.deliveries.set({ copies: 3 })
  await press(url, 'pay')
  await settled()
  const facts = shop.facts('succeeded')
  expect(facts).toHaveLength(3)
  expect(new Set(facts.map((fact) => fact.eventId)).size).toBe(1)
  expect(new Set(facts.map((fact) => fact.transactionId)).size).toBe(1)
})

test('out of order: refunded before paid, each still true on its own', async () => {
  const { url, providerReference } = await start()
  twin.control.deliveries.set({ hold: true })
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  await shop.provider.refund(shop.refundOf(paid, '4.90'))
  await twin.control.deliveries.release('backward')
  const kinds = shop.received.map((fact) => fact.kind).filter((kind) => kind !== 'ignored')
  expect(kinds).toEqual(['refunded', 'refunded', 'succeeded'])
  expect(new Set(shop.facts('refunded').map((fact) => fact.transactionId)).size).toBe(1)
})

test('a lost webhook is made good by asking', async () => {
  const { url, providerReference } = await start()
  twin.control.deliveries.set({ drop: 2 })
  await press(url, 'pay')
  await settled()
  expect(shop.received).toEqual([])
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'succeeded' })
})

test('refunds: in part, then the rest, then nothing is left; twice with one id is once', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  const part = shop.refundOf(paid, '4.90', 'refund-1')
  const first = await shop.provider.refund(part)
  expect(first).toMatchObject({ kind: 'succeeded', amount: { amount: '4.90', currency: 'EUR' } })
  expect(await shop.provider.refund(part)).toEqual(first)

  // Stripe forgets its keys after a day: ours in the metadata still holds.
  twin.control.world.state.keys = {}
  expect(await shop.provider.refund(part)).toEqual(first)

  await shop.provider.refund(shop.refundOf(paid, '20.00', 'refund-2'))
  await settled()
  const found = await shop.provider.find(providerReference)
  expect(found?.refunds.map((refund) => [refund.refundId, refund.amount.amount])).toEqual([
    ['refund-1', '4.90'],
    ['refund-2', '20.00'],
  ])
  expect(new Set(shop.facts('refunded').map((fact) => fact.transactionId)).size).toBe(2)
  expect(shop.facts('refunded')[0]).toMatchObject({
    providerReference,
    refundId: 'refund-1',
    ofTransactionId: paid?.transactionId,
  })
  await expect(shop.provider.refund(shop.refundOf(paid, '0.01', 'refund-3'))).rejects.toMatchObject({
    kind: 'conflict',
    code: 'already_refunded',
  })
})

test('a refund larger than what is left is refused', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  await expect(shop.provider.refund(shop.refundOf(paid, '24.91'))).rejects.toMatchObject({ kind: 'invalid' })
  await expect(shop.provider.refund(shop.refundOf(paid, '0.00'))).rejects.toMatchObject({ kind: 'invalid' })
})

test('a refund may wait, and may come back', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  twin.control.world.setNextRefund('pending')
  const waiting = await shop.provider.refund(shop.refundOf(paid, '4.90'))
  expect(waiting).toMatchObject({ kind: 'pending' })
  await settled()
  expect(shop.facts('refunded')).toEqual([])
  twin.control.world.settleRefund(waiting.kind === 'pending' ? waiting.transactionId : '', 'failed')
  await settled()
  expect(shop.facts('refund_failed')).toMatchObject([
    { reason: 'expired_or_canceled_card', amount: { amount: '4.90' } },
  ])
})

test('a refund that came back can be tried again with the same id', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const refund = shop.refundOf(await shop.provider.find(providerReference), '4.90')
  twin.control.world.setNextRefund('failed')
  expect(await shop.provider.refund(refund)).toMatchObject({
    kind: 'failed',
    reason: 'expired_or_canceled_card',
  })
  const again = await shop.provider.refund(refund)
  expect(again).toMatchObject({ kind: 'succeeded' })
  expect(await shop.provider.refund(refund)).toEqual(again)
})

test('starting twice with one reference is one session; with other details it is a conflict', async () => {
  const first = await start({ reference: 'same' })
  expect(await start({ reference: 'same' })).toEqual(first)
  expect(Object.keys(twin.control.world.state.sessions)).toHaveLength(1)
  await expect(
    start({ reference: 'same', amount: { amount: '25.00', currency: 'EUR' } }),
  ).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test.each([500, 502, 429, 409, 'silence'] as const)(
  'tried again after %s, and no second session',
  async (answer) => {
    twin.control.faults.add({ path: '/v1/checkout', answer, times: 1, afterWork: answer === 'silence' })
    await start()
    expect(Object.keys(twin.control.world.state.sessions)).toHaveLength(1)
  },
)

test('when Stripe stays away the answer is "unavailable"', async () => {
  twin.control.faults.add({ answer: 503, times: 3 })
  await expect(start()).rejects.toMatchObject({ kind: 'unavailable', code: 'service_unavailable' })
  await expect(
    stripe({ ...twin.settings, baseUrl: 'http://127.0.0.1:9', pauseMs: 1 }).find('cs_x'),
  ).rejects.toMatchObject({
    kind: 'unavailable',
  })
})

test('a wrong key is our fault, and does not tell the customer the key', async () => {
  const wrong = stripe({ ...twin.settings, secretKey: 'sk_test_wrong_key_1234' })
  const error = await wrong.start(startPayment()).catch((refusal: unknown) => refusal)
  expect(error).toMatchObject({ kind: 'unavailable', code: 'provider_refused_credentials' })
  expect(JSON.stringify(error)).not.toContain('wrong_key')
})

test('amounts that cannot be taken are refused before and by Stripe', async () => {
  await expect(start({ amount: { amount: '0.00', currency: 'EUR' } })).rejects.toMatchObject({
    kind: 'invalid',
  })
  await expect(start({ amount: { amount: '0.10', currency: 'EUR' } })).rejects.toMatchObject({
    code: 'amount_too_small',
  })
  await expect(shop.provider.find('cs_unknown')).rejects.toMatchObject({ kind: 'not_found' })
})

test('a webhook is retried until it is taken', async () => {
  const { url } = await start()
  shop.answerNext(500, 503)
  await press(url, 'pay')
  await settled()
  expect(shop.facts('succeeded')).toHaveLength(1)
  expect(
    twin.control.deliveries.attempts.map((attempt) => attempt.status).filter((status) => status !== 200),
  ).toHaveLength(2)
})

test('after a restart without memory the page still works, and old refunds are believed', async () => {
  const { url, providerReference } = await start()
  const port = Number(new URL(twin.url).port)
  await twin.stop()
  twin = await startStripeTwin({ port, webhookUrl: shop.webhookUrl, settleAfterMs: null })
  expect(await shop.provider.find(providerReference)).toMatchObject({
    state: 'open',
    amount: { amount: '24.90' },
  })
  expect((await press(url, 'pay')).status).toBe(303)
  await settled()
  expect(shop.facts('succeeded')).toMatchObject([
    { providerReference, amount: { amount: '24.90', currency: 'EUR' } },
  ])
  const old = {
    ...shop.refundOf(await shop.provider.find(providerReference), '3.00'),
    transactionId: 'pi_twin0001',
  }
  expect(await shop.provider.refund(old)).toMatchObject({ kind: 'succeeded' })
  expect((await fetch(`${twin.url}/c/pay/cs_other`)).status).toBe(404)
})
