import { afterEach, beforeEach, expect, test } from 'vitest'
import { startVivaTwin, type VivaTwin } from '../twins/viva-twin.ts'
import { type Shop, startPayment, startShop } from '../twins/webhook-shop.ts'
import { parseExact } from './exact-json.ts'
import type { RefundOutcome } from './provider.ts'
import { viva } from './viva.ts'

const sources = { Default: { successUrl: 'http://shop.test/paid', failureUrl: 'http://shop.test/failed' } }
let twin: VivaTwin
let shop: Shop

beforeEach(async () => {
  twin = await startVivaTwin({ webhookUrl: null, sources, settleAfterMs: null, retryPausesMs: [20, 20, 20] })
  shop = await startShop(viva({ ...twin.settings, pauseMs: 5, timeoutMs: 400 }))
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
const post = (event: unknown) =>
  fetch(shop.webhookUrl, { method: 'POST', body: typeof event === 'string' ? event : JSON.stringify(event) })

test('numbers keep every digit', () => {
  expect(parseExact('{"orderCode":9123456789012345,"amount":30.10,"big":[9007199254740993,-0.5]}')).toEqual({
    orderCode: '9123456789012345',
    amount: '30.10',
    big: ['9007199254740993', '-0.5'],
  })
})

test('pay: the order code survives beyond 2^53, from start to return to webhook to lookup', async () => {
  const { url, providerReference } = await start()
  expect(providerReference).toMatch(/^\d{16}$/)
  expect(String(Number(providerReference))).not.toBe(providerReference)
  expect(url).toBe(`${twin.url}/web/checkout?ref=${providerReference}`)
  expect(await (await fetch(url)).text()).toMatch(/24,90|Παραγγελία 2026-0007/)

  const back = new URL((await press(url, 'pay')).headers.get('location') ?? '')
  expect(back.pathname).toBe('/paid')
  expect(back.searchParams.get('lang')).toBe('el-GR')
  expect(shop.provider.readReturn?.(back)).toBe(providerReference)
  await settled()
  expect(shop.refusals).toEqual([])
  expect(shop.facts('succeeded')).toMatchObject([
    {
      providerReference,
      amount: { amount: '24.90', currency: 'EUR' },
      transactionId: back.searchParams.get('t'),
    },
  ])
  expect(await shop.provider.find(providerReference)).toMatchObject({
    state: 'succeeded',
    transactionId: back.searchParams.get('t'),
    amount: { amount: '24.90', currency: 'EUR' },
  })
})

test('decline comes back with the reason and leaves the order open for another try', async () => {
  const { url, providerReference } = await start()
  const back = new URL((await press(url, 'decline')).headers.get('location') ?? '')
  expect(back.pathname).toBe('/failed')
  expect(back.searchParams.get('eventId')).toBe('10051')
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'open', transactionId: null })
  await press(url, 'pay')
  await settled()
  expect(shop.facts('failed')).toMatchObject([{ providerReference, reason: 'Viva event 10051' }])
  expect(shop.facts('succeeded')).toHaveLength(1)
})

test('cancel is told by a webhook that Viva confirms', async () => {
  const { url, providerReference } = await start()
  expect((await press(url, 'cancel')).headers.get('location')).toContain('cancel=1')
  await settled()
  expect(shop.facts('cancelled')).toMatchObject([{ providerReference }])
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'cancelled' })
})

test.each(['succeeded', 'failed'] as const)('a bank transfer is pending, then %s', async (outcome) => {
  const { url, providerReference } = await start()
  await press(url, 'later')
  expect(await shop.provider.find(providerReference)).toMatchObject({ state: 'pending' })
  twin.control.world.settle(providerReference, outcome)
  await settled()
  expect(shop.facts(outcome)).toMatchObject([{ providerReference }])
})

test('a forged webhook is refused: unknown transaction, wrong order, other merchant, none at all', async () => {
  const { url, providerReference } = await start()
  const back = new URL((await press(url, 'pay')).headers.get('location') ?? '')
  await settled()
  const honest = shop.received.length
  const forged = (data: object) => ({
    EventTypeId: 1796,
    MessageId: 'm',
    Created: '2026-06-13T14:00:00Z',
    EventData: data,
  })
  const real = back.searchParams.get('t')
  const other = (await start()).providerReference
  for (const data of [
    { TransactionId: crypto.randomUUID(), OrderCode: providerReference },
    { TransactionId: real, OrderCode: other },
    { TransactionId: real, OrderCode: providerReference, MerchantId: crypto.randomUUID() },
    { TransactionId: '../orders', OrderCode: providerReference },
    { OrderCode: providerReference },
  ]) {
    expect((await post(forged(data))).status).toBe(401)
  }
  for (const body of ['', '{', '[]', '{"EventTypeId":1796}', '\u0000'])
    expect((await post(body)).status).toBe(422)
  expect(shop.received).toHaveLength(honest)
})

test('what counts is what Viva says, not what the webhook says', async () => {
  const { url, providerReference } = await start()
  const id = twin.control.world.decline(providerReference).id
  await settled()
  const lie = { TransactionId: id, OrderCode: providerReference, StatusId: 'F', Amount: 9999 }
  expect((await post({ EventTypeId: 1796, MessageId: 'lie', EventData: lie })).status).toBe(200)
  expect(shop.facts('succeeded')).toEqual([])
  expect(shop.received.at(-1)).toMatchObject({ kind: 'failed', amount: { amount: '24.90' } })
  expect(
    (
      await post({
        EventTypeId: 4865,
        MessageId: 'x',
        EventData: { OrderCode: providerReference, IsCancelled: true },
      })
    ).status,
  ).toBe(200)
  expect(shop.facts('cancelled')).toEqual([])
  expect((await fetch(url)).status).toBe(200)
})

test('when Viva cannot be asked, the webhook is not taken, and its repetition is', async () => {
  const { url } = await start()
  twin.control.faults.add({ path: '/checkout/v2/transactions', answer: 500, times: 3 })
  await press(url, 'pay')
  await settled()
  expect(shop.refusals).toMatchObject([{ kind: 'unavailable' }])
  expect(shop.facts('succeeded')).toHaveLength(1)
})

test('duplicates share the message id; out of order both are true', async () => {
  const { url, providerReference } = await start()
  twin.control.deliveries.set({ hold: true, copies: 2 })
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  await shop.provider.refund(shop.refundOf(paid, '24.90'))
  await twin.control.deliveries.release('backward')
  expect(shop.received.map((fact) => fact.kind)).toEqual(['refunded', 'refunded', 'succeeded', 'succeeded'])
  expect(new Set(shop.received.map((fact) => fact.eventId)).size).toBe(2)
  expect(shop.facts('succeeded')[0]).toMatchObject({ amount: { amount: '24.90' } })
})

const idOf = (outcome: RefundOutcome) => (outcome.kind === 'succeeded' ? outcome.transactionId : '')

test('refunds: in part, then the rest; a repeated call finds what it did', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  const first = await shop.provider.refund(shop.refundOf(paid, '4.90', 'r1'))
  expect(first).toMatchObject({ kind: 'succeeded', amount: { amount: '4.90', currency: 'EUR' } })
  expect(await shop.provider.refund(shop.refundOf(paid, '4.90', 'r1'))).toEqual(first)
  const rest = await shop.provider.refund(shop.refundOf(paid, '20.00', 'r2', [idOf(first)]))
  expect(await shop.provider.refund(shop.refundOf(paid, '20.00', 'r2', [idOf(first)]))).toEqual(rest)
  await settled()
  expect(shop.facts('refunded')).toHaveLength(2)
  expect(shop.facts('refunded')[0]).toMatchObject({
    providerReference,
    ofTransactionId: paid?.transactionId,
    amount: { amount: '4.90' },
  })
  const found = await shop.provider.find(providerReference)
  expect(found?.state).toBe('succeeded')
  expect(found?.refunds.map((refund) => refund.amount.amount)).toEqual(['4.90', '20.00'])
})

test('two refunds of the same amount are two, in whichever order they are sent', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  const two = await shop.provider.refund(shop.refundOf(paid, '5.00', 'r2'))
  const one = await shop.provider.refund(shop.refundOf(paid, '5.00', 'r1', [idOf(two)]))
  expect(one).not.toEqual(two)
  expect((await shop.provider.find(providerReference))?.refunds).toHaveLength(2)
})

test('a refund made by hand at Viva does not stop ours', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  const [payment] = twin.control.world.of(providerReference)
  if (payment) twin.control.world.refund(payment, 300)
  expect(await shop.provider.refund(shop.refundOf(paid, '5.00'))).toMatchObject({ kind: 'succeeded' })
  expect(
    (await shop.provider.find(providerReference))?.refunds.map((refund) => refund.amount.amount),
  ).toEqual(['3.00', '5.00'])
})

test('a refund whose answer was lost is found, not repeated', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  const path = `/api/transactions/${paid?.transactionId}`
  twin.control.faults.add({ path, answer: 502, times: 1, afterWork: true })
  const refund = shop.refundOf(paid, '4.90')
  await expect(shop.provider.refund(refund)).rejects.toMatchObject({ kind: 'unavailable' })
  expect(await shop.provider.refund(refund)).toMatchObject({ kind: 'succeeded' })
  expect((await shop.provider.find(providerReference))?.refunds).toHaveLength(1)
})

test('a refund larger than the payment is refused by Viva', async () => {
  const { url, providerReference } = await start()
  await press(url, 'pay')
  const paid = await shop.provider.find(providerReference)
  expect(await shop.provider.refund(shop.refundOf(paid, '24.91'))).toMatchObject({
    kind: 'failed',
    reason: 'Amount exceeds the original amount',
  })
})

test('the handshake proves the webhook address', async () => {
  expect(await twin.control.verifyWebhook(shop.webhookUrl)).toBe(true)
})

test('a token is fetched once, renewed when Viva has dropped it, and wrong credentials are told apart', async () => {
  await start()
  twin.control.faults.add({ path: '/checkout/v2/orders', answer: 401, times: 1 })
  await start()
  const wrong = viva({ ...twin.settings, clientSecret: 'no' })
  await expect(wrong.start(startPayment())).rejects.toMatchObject({ code: 'provider_refused_credentials' })
  await expect(viva({ ...twin.settings, apiKey: 'no' }).handshake?.()).rejects.toMatchObject({
    kind: 'unavailable',
  })
})

test.each([500, 429, 'silence'] as const)('tried again after %s', async (answer) => {
  twin.control.faults.add({ path: '/connect/token', answer, times: 1 })
  twin.control.faults.add({ path: '/checkout/v2/orders', answer, times: 1 })
  expect((await start()).providerReference).toMatch(/^\d{16}$/)
})

test('amounts and currencies that Viva does not take', async () => {
  await expect(start({ amount: { amount: '0.29', currency: 'EUR' } })).rejects.toMatchObject({
    code: 'amount_too_small',
  })
  await expect(start({ amount: { amount: '500', currency: 'JPY' } })).rejects.toMatchObject({
    kind: 'invalid',
  })
  await expect(shop.provider.find('nonsense')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(shop.provider.find('1234567890123456')).rejects.toMatchObject({ kind: 'not_found' })
})

test('after a restart without memory the page still works, and old payments can be refunded', async () => {
  const { url, providerReference } = await start()
  const port = Number(new URL(twin.url).port)
  await twin.stop()
  twin = await startVivaTwin({ port, webhookUrl: shop.webhookUrl, sources, settleAfterMs: null })
  expect(await shop.provider.find(providerReference)).toMatchObject({
    state: 'open',
    amount: { amount: '24.90' },
  })
  expect((await press(url, 'pay')).status).toBe(303)
  await settled()
  expect(shop.facts('succeeded')).toMatchObject([
    { providerReference, amount: { amount: '24.90', currency: 'EUR' } },
  ])
  const paid = await shop.provider.find(providerReference)
  const old = { ...shop.refundOf(paid, '3.00'), transactionId: crypto.randomUUID() }
  expect(await shop.provider.refund(old)).toMatchObject({ kind: 'succeeded' })
})
