import { expect, test } from 'vitest'
import { newShop, type Shop } from '../../../test/world.ts'
import { newId } from '../../platform/database/columns.ts'
import { read, writing } from '../../platform/tenancy/change.ts'
import { createProduct } from './create-product.ts'
import { variantsForCart } from './for-cart.ts'
import { moveStock, type StockMove } from './stock.ts'

async function withProducer() {
  const shop = await newShop()
  const producerId = newId()
  await shop.sql(
    `insert into producers (tenant_id, id, slug, name) values ($1, $2, 'elaionas', '{"el":"Ελαιώνας"}')`,
    [shop.organization.id, producerId],
  )
  return { shop, producerId }
}

async function product(shop: Shop, producerId: string, stocks: number[], more = {}) {
  return createProduct(shop.as('admin'), {
    producerId,
    name: 'Ελαιόλαδο',
    status: 'published',
    variants: stocks.map((stock, index) => ({
      sku: `OIL-${newId().slice(-6)}-${index}`,
      price: '12.50',
      stock,
    })),
    ...more,
  })
}

const move = (shop: Shop, moves: StockMove[]) => writing(shop.as('system'), (ctx) => moveStock(ctx, moves))

const ledger = async (shop: Shop) =>
  shop.sql<{ id: string; stock: number; moved: number }>(
    `select v.id, v.stock, (select coalesce(sum(quantity), 0)::int from stock_movements m where m.variant_id = v.id) as moved from variants v`,
  )

test('opening stock is a movement and the product knows that it is in stock', async () => {
  const { shop, producerId } = await withProducer()
  const made = await product(shop, producerId, [5, 0])
  expect(made).toMatchObject({ slug: 'elaiolado', priceFrom: '12.50', isInStock: true, variantCount: 2 })
  expect(await ledger(shop)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ stock: 5, moved: 5 }),
      expect.objectContaining({ stock: 0, moved: 0 }),
    ]),
  )
})

test('all moves or none: what is missing is told, nothing is written, and the transaction may go on', async () => {
  const { shop, producerId } = await withProducer()
  const { variants } = await product(shop, producerId, [5, 1])
  const [a, b] = variants.map((variant) => variant.id) as [string, string]
  await writing(shop.as('system'), async (ctx) => {
    const moves: StockMove[] = [
      { variantId: a, quantity: -2, reason: 'sale' },
      { variantId: b, quantity: -1, reason: 'sale' },
      { variantId: b, quantity: -1, reason: 'sale' },
    ]
    await expect(moveStock(ctx, moves)).rejects.toMatchObject({
      code: 'out_of_stock',
      extra: { details: { lines: [{ variantId: b, requested: 2, available: 1 }] } },
    })
    await moveStock(ctx, [{ variantId: a, quantity: -5, reason: 'sale' }])
  })
  expect(await ledger(shop)).toEqual(
    expect.arrayContaining([
      { id: a, stock: 0, moved: 0 },
      { id: b, stock: 1, moved: 1 },
    ]),
  )
})

test('selling out and coming back turn the shelf sign over', async () => {
  const { shop, producerId } = await withProducer()
  const made = await product(shop, producerId, [1, 1])
  const sign = async () => (await shop.sql<{ s: boolean }>('select is_in_stock as s from products'))[0]!.s
  await move(
    shop,
    made.variants.map(({ id }) => ({ variantId: id, quantity: -1, reason: 'sale' as const })),
  )
  expect(await sign()).toBe(false)
  await move(shop, [{ variantId: made.variants[0]!.id, quantity: 1, reason: 'release' }])
  expect(await sign()).toBe(true)
})

test('a hundred adjustments at once: stock equals the sum of its movements and never falls below zero', async () => {
  const { shop, producerId } = await withProducer()
  const { variants } = await product(shop, producerId, [20, 20, 20])
  const ids = variants.map((variant) => variant.id)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, n) =>
      // Crossed orders, both signs, more out than in.
      move(shop, [
        { variantId: ids[n % 3]!, quantity: n % 4 === 0 ? 2 : -1, reason: 'correction' },
        { variantId: ids[(n * 7 + 1) % 3]!, quantity: -1, reason: 'correction' },
      ]),
    ),
  )
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every(({ reason }) => reason.code === 'out_of_stock')).toBe(true)
  for (const { stock, moved } of await ledger(shop)) {
    expect(stock).toBe(moved)
    expect(stock).toBeGreaterThanOrEqual(0)
  }
  const [row] = await shop.sql<{ s: boolean; any: boolean }>(
    'select is_in_stock as s, exists (select from variants where stock > 0) as any from products',
  )
  expect(row!.s).toBe(row!.any)
})

test('the last unit goes to one of fifty buyers', async () => {
  const { shop, producerId } = await withProducer()
  const { variants } = await product(shop, producerId, [1])
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      move(shop, [{ variantId: variants[0]!.id, quantity: -1, reason: 'sale' }]),
    ),
  )
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
})

test("another tenant's variant cannot be moved or read", async () => {
  const [{ shop, producerId }, other] = [await withProducer(), await newShop()]
  const { variants } = await product(shop, producerId, [3])
  const moves = [{ variantId: variants[0]!.id, quantity: -1, reason: 'sale' as const }]
  await expect(move(other, moves)).rejects.toMatchObject({ code: 'out_of_stock' })
  expect(await read(other.as('admin'), (ctx) => variantsForCart(ctx, [variants[0]!.id]))).toEqual(new Map())
  expect((await ledger(shop))[0]).toMatchObject({ stock: 3, moved: 3 })
})

test('a cart is told in one query what it needs, and whether it may sell', async () => {
  const { shop, producerId } = await withProducer()
  const made = await product(shop, producerId, [3])
  const lookUp = () => read(shop.as('guest'), (ctx) => variantsForCart(ctx, [made.variants[0]!.id, newId()]))
  expect([...(await lookUp()).values()]).toEqual([
    expect.objectContaining({
      productId: made.id,
      producerId,
      price: '12.50',
      stock: 3,
      vatClass: 'standard',
      isSellable: true,
    }),
  ])
  await shop.sql(`update producers set status = 'paused'`)
  expect([...(await lookUp()).values()][0]).toMatchObject({ isSellable: false })
})
