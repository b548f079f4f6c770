import { expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import { newShop } from '../../../test/world.ts'
import { listVatRates, removeVatRate, setVatRate } from './rates.ts'

const reduced = { country: 'GR', vatClass: 'reduced', rate: '14', validFrom: '2020-01-01' } as const

test('a rate is set from a day on, corrected on the same day, and removed', async () => {
  const shop = await newShop()
  const accountant = shop.as('accountant')
  const first = await setVatRate(accountant, reduced)
  const again = await setVatRate(accountant, { ...reduced, rate: '15' })
  expect(again.id).toBe(first.id)
  expect((await listVatRates(accountant)).map(({ rate }) => Number(rate))).toEqual([15])
  await removeVatRate(accountant, first.id)
  await expect(removeVatRate(accountant, first.id)).rejects.toMatchObject({ status: 404 })
  expect(await listVatRates(accountant)).toEqual([])
})

test('who may not is refused, and another organisation keeps its own', async () => {
  const [shop, other] = [await newShop(), await newShop()]
  const { id } = await setVatRate(shop.as('admin'), reduced)
  for (const role of ['customer', 'producer', 'member', 'lead'] as const) {
    await expect(setVatRate(shop.as(role), reduced)).rejects.toMatchObject({ status: 403 })
    await expect(removeVatRate(shop.as(role), id)).rejects.toMatchObject({ status: 403 })
  }
  await expect(removeVatRate(other.as('owner'), id)).rejects.toMatchObject({ status: 404 })
  expect(await listVatRates(other.as('owner'))).toEqual([])
})

test.each([
  ['a rate below zero', { ...reduced, rate: '-1' }],
  ['a rate above a hundred', { ...reduced, rate: '101' }],
  ['a class that is none', { ...reduced, vatClass: 'luxury' }],
  ['a day that is none', { ...reduced, validFrom: '2026-02-30' }],
] as const)('%s is refused', async (_, fields) => {
  const shop = await newShop()
  await expect(setVatRate(shop.as('admin'), fields as never)).rejects.toBeInstanceOf(Error)
})

test('a cart is priced at the rate of its day; an order placed before keeps its own', async () => {
  const market = await newMarket()
  const cart = await market.cart([{ variantId: await market.variant({ price: '11.30' }), quantity: 1 }])
  const placed = await market.place(cart)
  const vatOf = (body: unknown) =>
    (body as { totals: { vat: { rate: string; amount: { amount: string } }[] } }).totals.vat.map(
      ({ rate, amount }) => [rate, amount.amount],
    )
  expect(vatOf(placed.body)).toContainEqual(['13', '1.30'])
  await setVatRate(market.shop.as('admin'), { ...reduced, rate: '0' })
  const later = await market.place(
    await market.cart([{ variantId: await market.variant({ price: '11.30' }), quantity: 1 }]),
  )
  expect(vatOf(later.body)).toContainEqual(['0', '0.00'])
  const kept = await market.api.get(`/orders/${(placed.body as { id: string }).id}`, {
    headers: { 'Stoa-Order': (placed.body as { accessToken: string }).accessToken },
  })
  expect(vatOf(kept.body)).toEqual(vatOf(placed.body))
})
