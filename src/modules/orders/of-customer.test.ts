import { expect, test } from 'vitest'
import { type Market, newMarket } from '../../../test/market.ts'
import { customerEvents, customerFigures, customerReturns } from './of-customer.ts'

const email = 'buyer@test.example'

async function order(market: Market, quantity: number): Promise<string> {
  const cart = await market.cart([{ variantId: await market.variant(), quantity }], { email })
  return ((await market.place(cart)).body as { id: string }).id
}

test('a customer’s figures leave cancelled orders out, and their course tells every order', async () => {
  const market = await newMarket()
  const { shop, api } = market
  await order(market, 1)
  await order(market, 2)
  const cancelled = await order(market, 5)
  await api.post(`/orders/${cancelled}/cancellation`, {}, { as: await api.signUp('admin') })
  const [customer] = await shop.sql<{ id: string }>('select id from customers')
  const asked = { customerId: customer!.id, limit: 10 }

  // 10.00 and 20.00 of goods, each with 3.50 of shipping.
  expect(await customerFigures(shop.as('member'), asked)).toMatchObject({
    orders: 2,
    spent: '37.00',
    average: '18.50',
    refunded: '0.00',
    firstAt: expect.any(Date),
  })
  const kinds = (await customerEvents(shop.as('member'), asked)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'placed')).toHaveLength(3)
  expect(kinds[0]).toBe('cancelled')
  expect(await customerReturns(shop.as('member'), asked)).toEqual([])
})

test('a producer and another shop read none of it', async () => {
  const [market, other] = [await newMarket(), await newMarket()]
  await order(market, 1)
  const [customer] = await market.shop.sql<{ id: string }>('select id from customers')
  const asked = { customerId: customer!.id, limit: 10 }
  for (const work of [customerFigures, customerEvents, customerReturns])
    await expect(work(market.shop.as('producer'), asked)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await customerFigures(other.shop.as('admin'), asked)).toMatchObject({ orders: 0, spent: '0.00' })
  expect(await customerEvents(other.shop.as('admin'), asked)).toEqual([])
})
