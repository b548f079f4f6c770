import { expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import { getTodo, listLowStock } from './todo.ts'

test('what waits is counted for the house, and for a producer only what is theirs', async () => {
  const market = await newMarket()
  const [first, second] = [await market.variant({ producer: 0 }), await market.variant({ producer: 1 })]
  const both = [
    { variantId: first, quantity: 1 },
    { variantId: second, quantity: 1 },
  ]
  await market.place(await market.cart(both, { payment: 'cash-on-delivery' }))
  await market.place(await market.cart(both, { payment: 'bank-transfer' }))

  const admin = await getTodo(market.shop.as('admin'))
  expect(admin).toMatchObject({ partsToSend: 2, unpaid: 1, returns: 0 })
  const own = await getTodo(market.shop.as('producer', { producerIds: [market.producers[0]] }))
  expect(own).toMatchObject({ partsToSend: 1, partsToAccept: 1, partsToPack: 0, partsToShip: 0, unpaid: 0 })
  expect(await getTodo(market.shop.as('producer'))).toMatchObject({ partsToSend: 0, lowStock: 0 })
})

test('what runs out comes first, and a stranger’s shelf is not shown', async () => {
  const market = await newMarket()
  const scarce = await market.variant({ producer: 0, stock: 1 })
  const scarcer = await market.variant({ producer: 1, stock: 0 })
  await market.variant({ producer: 0, stock: 100 })

  const all = await listLowStock(market.shop.as('admin'))
  expect(all.map(({ variantId }) => variantId)).toEqual([scarcer, scarce])
  const own = await listLowStock(market.shop.as('producer', { producerIds: [market.producers[0]] }))
  expect(own.map(({ variantId }) => variantId)).toEqual([scarce])
  const elsewhere = await newMarket()
  expect(await listLowStock(elsewhere.shop.as('admin'))).toEqual([])
})
