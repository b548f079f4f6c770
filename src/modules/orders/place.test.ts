import { expect, test } from 'vitest'
import { imbalances, newMarket } from '../../../test/market.ts'

type Order = {
  id: string
  number: string
  status: string
  totals: Record<string, { amount: string }>
  parts: unknown[]
  accessToken?: string
}

test('a cart with goods of two producers becomes one order with two parts', async () => {
  const market = await newMarket()
  const [oil, honey] = [
    await market.variant({ price: '12.40', producer: 0 }),
    await market.variant({ price: '7.15', producer: 1 }),
  ]
  const cart = await market.cart([
    { variantId: oil, quantity: 2 },
    { variantId: honey, quantity: 1 },
  ])
  expect(cart.total).toBe('35.45')

  const placed = await market.place(cart)
  expect(placed.status).toBe(201)
  const order = placed.body as unknown as Order
  expect(order.totals['total']!.amount).toBe('35.45')
  expect(order.parts).toHaveLength(2)
  expect(order.number).toMatch(/^\d{4}-000001$/)
  expect(await market.stockOf(oil)).toBe(8)
  expect(await market.shop.auditOf(order.id)).toEqual(['order.place'])
  expect(await market.shop.events()).toContain('order.placed')
  expect(await imbalances(market.shop)).toEqual([])
})

test('a guest opens the order with its token, a stranger does not', async () => {
  const market = await newMarket()
  const placed = await market.place(await market.cart([{ variantId: await market.variant(), quantity: 1 }]))
  const { id, accessToken } = placed.body as unknown as Order
  expect((await market.api.get(`/orders/${id}`)).status).toBe(404)
  expect((await market.api.get(`/orders/${id}`, { headers: { 'Stoa-Order': accessToken! } })).status).toBe(
    200,
  )
  const stranger = await market.api.signUp('customer')
  expect((await market.api.get(`/orders/${id}`, { as: stranger })).status).toBe(404)
  const other = await newMarket()
  const admin = await other.api.signUp('admin')
  expect((await other.api.get(`/orders/${id}`, { as: admin })).status).toBe(404)
})

test('the same key is the same order; the same cart twice is one order', async () => {
  const market = await newMarket()
  const cart = await market.cart([{ variantId: await market.variant(), quantity: 1 }])
  const first = await market.place(cart, { key: 'k-1' })
  const again = await market.place(cart, { key: 'k-1' })
  const other = await market.place(cart, { key: 'k-2' })
  expect([first.status, again.status, other.status]).toEqual([201, 201, 200])
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect((other.body as unknown as Order).id).toBe((first.body as unknown as Order).id)
})

test('a price that changed is told, not charged', async () => {
  const market = await newMarket()
  const variantId = await market.variant({ price: '10.00' })
  const cart = await market.cart([{ variantId, quantity: 1 }])
  await market.shop.sql('update variants set price = 11 where id = $1', [variantId])

  const refused = await market.place(cart)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    code: 'cart_changed',
    changes: [
      { kind: 'price_changed', from: '10.00', to: '11.00' },
      { kind: 'total_changed', from: '13.50', to: '14.50' },
    ],
  })
  await market.api.post(`/carts/${cart.id}/confirmation`, undefined, { headers: { 'Stoa-Cart': cart.token } })
  expect((await market.place(cart, { expectedTotal: '14.50' })).status).toBe(201)
})

test('what is gone is told with what is left, and nothing moves', async () => {
  const market = await newMarket()
  const [a, b] = [await market.variant({ stock: 5 }), await market.variant({ stock: 5 })]
  const cart = await market.cart([
    { variantId: a, quantity: 2 },
    { variantId: b, quantity: 5 },
  ])
  await market.place(await market.cart([{ variantId: b, quantity: 3 }]))
  const refused = await market.place(cart)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    code: 'out_of_stock',
    lines: [{ variantId: b, requested: 5, available: 2 }],
  })
  expect(await market.stockOf(a)).toBe(5)
})

test('an order can be cancelled by its buyer until it is packed: the stock is back, once', async () => {
  const market = await newMarket()
  const variantId = await market.variant({ stock: 3 })
  const buyer = await market.api.signUp('customer')
  const placed = await market.place(await market.cart([{ variantId, quantity: 3 }], { as: buyer }), {
    as: buyer,
  })
  const { id } = placed.body as unknown as Order
  const cancel = () =>
    market.api.post(`/orders/${id}/cancellation`, { reason: 'Changed my mind' }, { as: buyer })
  expect((await cancel()).body).toMatchObject({ status: 'cancelled' })
  expect((await cancel()).status).toBe(201)
  expect(await market.stockOf(variantId)).toBe(3)
  expect(await imbalances(market.shop)).toEqual([])
})

test('an empty or incomplete cart says what is missing', async () => {
  const market = await newMarket()
  const opened = await market.api.post<{ id: string; token: string }>('/carts', {})
  const place = () => market.place({ ...opened.body, total: '0.00' })
  expect((await place()).body).toMatchObject({ code: 'empty_cart' })
  await market.api.post(
    `/carts/${opened.body.id}/lines`,
    { variantId: await market.variant(), quantity: 1 },
    { headers: { 'Stoa-Cart': opened.body.token } },
  )
  const refused = await place()
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ code: 'cart_incomplete' })
})
