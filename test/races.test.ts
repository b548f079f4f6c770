/** What must hold when many do the same at once, over real connections: nothing twice, nothing lost, never a fault of ours. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPromotion } from '../src/modules/promotions/promotions.ts'
import { overHttp } from './listen.ts'
import { type FilledCart, imbalances, type Market, newMarket } from './market.ts'

/** Places carts at the same moment and answers the statuses, each with how often it came. */
async function placeAll(
  market: Market,
  carts: FilledCart[],
  keyOf: (index: number) => string = () => randomUUID(),
) {
  const send = await overHttp(market.shop)
  const answers = await Promise.all(
    carts.map((cart, index) =>
      send(
        'POST',
        '/orders',
        { cartId: cart.id, expectedTotal: cart.total },
        { 'Stoa-Cart': cart.token, 'Idempotency-Key': keyOf(index) },
      ),
    ),
  )
  return { answers, count: (status: number) => answers.filter((answer) => answer.status === status).length }
}

// A crowd from one address is what this is about.
process.env['STOA_TEST_LIMITS'] = 'off'
const rounds = Number(process.env['RACE_ROUNDS'] ?? 3)

test('the last unit goes to one of fifty buyers, every time', { timeout: 120_000 }, async () => {
  const market = await newMarket()
  for (let round = 0; round < rounds; round++) {
    const variantId = await market.variant({ stock: 1 })
    const carts = await Promise.all(
      Array.from({ length: 50 }, () => market.cart([{ variantId, quantity: 1 }])),
    )
    const { answers, count } = await placeAll(market, carts)
    expect({ made: count(201), refused: count(409) }).toEqual({ made: 1, refused: 49 })
    expect(
      answers
        .filter((answer) => answer.status === 409)
        .every((answer) => answer.body['code'] === 'out_of_stock'),
    ).toBe(true)
    expect(await market.stockOf(variantId)).toBe(0)
  }
  expect(await imbalances(market.shop)).toEqual([])
})

test('carts that cross, [X, Y] and [Y, X], all go through', async () => {
  const market = await newMarket()
  const [x, y] = [await market.variant({ stock: 100 }), await market.variant({ stock: 100 })]
  const lines = [
    { variantId: x, quantity: 1 },
    { variantId: y, quantity: 1 },
  ]
  const carts = await Promise.all(
    Array.from({ length: 30 }, (_, index) => market.cart(index % 2 ? lines : lines.toReversed())),
  )
  const { count } = await placeAll(market, carts)
  expect(count(201)).toBe(30)
  expect([await market.stockOf(x), await market.stockOf(y)]).toEqual([70, 70])
  expect(await imbalances(market.shop)).toEqual([])
})

test('one promotion use goes to one order', async () => {
  const market = await newMarket()
  await createPromotion(market.shop.as('admin'), {
    code: 'ONCE',
    kind: 'percent',
    value: '10',
    usageLimit: 1,
  })
  const variantId = await market.variant({ stock: 100 })
  const carts = await Promise.all(
    Array.from({ length: 20 }, () => market.cart([{ variantId, quantity: 1 }], { codes: ['ONCE'] })),
  )
  const { count } = await placeAll(market, carts)
  expect({ made: count(201), refused: count(409) }).toEqual({ made: 1, refused: 19 })
  expect(await market.stockOf(variantId)).toBe(99)
  expect(await market.shop.sql('select used_count from promotions')).toEqual([{ used_count: 1 }])
})

test('a hundred stock adjustments add up', async () => {
  const market = await newMarket()
  const variantId = await market.variant({ stock: 50 })
  const admin = await market.api.signUp('admin')
  const send = await overHttp(market.shop)
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      send(
        'POST',
        `/variants/${variantId}/stock-movements`,
        { quantity: index % 2 ? 3 : -2, reason: 'correction' },
        { Authorization: `Bearer ${admin.token}` },
      ),
    ),
  )
  expect(answers.filter((answer) => answer.status >= 500)).toEqual([])
  const made = answers
    .map((answer, index): number => (answer.status === 201 ? (index % 2 ? 3 : -2) : 0))
    .reduce((sum, one) => sum + one, 0)
  expect(await market.stockOf(variantId)).toBe(50 + made)
  expect(await imbalances(market.shop)).toEqual([])
})

test('fifty times the same key is one order and one answer', async () => {
  const market = await newMarket()
  const variantId = await market.variant({ stock: 60 })
  const cart = await market.cart([{ variantId, quantity: 1 }])
  const { answers } = await placeAll(
    market,
    Array.from({ length: 50 }, () => cart),
    () => 'the-same',
  )
  const made = answers.filter((answer) => answer.status === 201)
  expect(new Set(made.map((answer) => answer.body['id'])).size).toBe(1)
  expect(
    answers
      .filter((answer) => answer.status !== 201)
      .every((answer) => answer.status === 409 && answer.body['code'] === 'in_progress'),
  ).toBe(true)
  expect(await market.stockOf(variantId)).toBe(59)
})

test('one cart completed many times under different keys is one order', async () => {
  const market = await newMarket()
  const variantId = await market.variant({ stock: 60 })
  const cart = await market.cart([{ variantId, quantity: 2 }])
  const { answers, count } = await placeAll(
    market,
    Array.from({ length: 20 }, () => cart),
  )
  expect({ made: count(201), same: count(200) }).toEqual({ made: 1, same: 19 })
  expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1)
  expect(await market.stockOf(variantId)).toBe(58)
})

test('order numbers have no gap, also when every third order is refused', async () => {
  const market = await newMarket()
  const [plenty, scarce] = [await market.variant({ stock: 500 }), await market.variant({ stock: 5 })]
  const carts = await Promise.all(
    Array.from({ length: 45 }, (_, index) =>
      market.cart([{ variantId: index % 3 ? plenty : scarce, quantity: 1 }]),
    ),
  )
  const { answers, count } = await placeAll(market, carts)
  expect({ made: count(201), refused: count(409) }).toEqual({ made: 35, refused: 10 })
  const numbers = answers
    .filter((answer) => answer.status === 201)
    .map((answer) => Number(String(answer.body['number']).split('-')[1]))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 35 }, (_, index) => index + 1))
})
