import { expect, test } from 'vitest'
import { newProducer } from '../../../../test/producer.ts'
import { newShop, type Shop } from '../../../../test/world.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { adjustStock } from '../adjust-stock.ts'
import { createCategory } from '../categories.ts'
import { updateProduct } from '../change-product.ts'
import { createProduct } from '../create-product.ts'
import { listProducts } from './list-products.ts'
import { ListProducts, productSorts } from './shapes.ts'
import { suggest } from './suggest.ts'

type Query = Record<string, string | number>

async function shelf() {
  const shop = await newShop()
  const [one, two] = [
    await newProducer(shop, 'Κτήμα Ένα', 'ena'),
    await newProducer(shop, 'Κτήμα Δύο', 'dyo'),
  ]
  const admin = shop.as('admin')
  const food = await createCategory(admin, { name: 'Τρόφιμα' })
  const oils = await createCategory(admin, { name: 'Λάδια', parentId: food.id })
  const drink = await createCategory(admin, { name: 'Ποτά' })
  let sku = 0
  const add = (name: string, price: string, more: object = {}) =>
    createProduct(admin, {
      name,
      producerId: one,
      categoryId: oils.id,
      status: 'published',
      variants: [{ sku: `S${sku++}`, price, stock: 3 }],
      ...more,
    })
  await add('Λάδι Α', '4.00', { attributes: { organic: true, origin: { el: 'Κρήτη', en: 'Crete' } } })
  await add('Λάδι Β', '12.00', { producerId: two })
  await add('Λάδι Γ', '55.00', { attributes: { organic: false, origin: 'Μάνη' } })
  await add('Κρασί', '8.00', {
    producerId: two,
    categoryId: drink.id,
    variants: [{ sku: 'W', price: '8.00', stock: 0 }],
  })
  await add('Πρόχειρο', '1.00', { status: 'draft' })
  return { shop, one, two, food, oils, drink }
}

const list = (ctx: Context, query: Query) => listProducts(ctx, ListProducts.parse(query))
const names = async (shop: Shop, query: Query, ctx = shop.as('guest')) =>
  (await list(ctx, query)).data.map((row) => row.name)

test('filters narrow, alone and together', async () => {
  const { shop, one, food, drink } = await shelf()
  const sorted = { sort: 'name' }
  expect(await names(shop, sorted)).toEqual(['Κρασί', 'Λάδι Α', 'Λάδι Β', 'Λάδι Γ'])
  expect(await names(shop, { ...sorted, category: food.id })).toEqual(['Λάδι Α', 'Λάδι Β', 'Λάδι Γ'])
  expect(await names(shop, { ...sorted, category: `ladia,${drink.id}` })).toHaveLength(4)
  expect(await names(shop, { ...sorted, category: 'nothing' })).toEqual([])
  expect(await names(shop, { ...sorted, producer: 'dyo' })).toEqual(['Κρασί', 'Λάδι Β'])
  expect(await names(shop, { ...sorted, producer: one, category: 'ladia', priceMax: '10' })).toEqual([
    'Λάδι Α',
  ])
  expect(await names(shop, { ...sorted, priceMin: '8.00', priceMax: '12.00' })).toEqual(['Κρασί', 'Λάδι Β'])
  expect(await names(shop, { ...sorted, inStock: 'true' })).toEqual(['Λάδι Α', 'Λάδι Β', 'Λάδι Γ'])
  expect(await names(shop, { ...sorted, inStock: 'false' })).toEqual(['Κρασί'])
  expect(await names(shop, { ...sorted, 'attr.organic': 'true' })).toEqual(['Λάδι Α'])
  expect(await names(shop, { ...sorted, 'attr.origin': 'Crete,Μάνη' })).toEqual(['Λάδι Α', 'Λάδι Γ'])
  expect(await names(shop, { q: 'ladi', producer: 'dyo' })).toEqual(['Λάδι Β'])
  expect(ListProducts.safeParse({ colour: 'red' }).success).toBe(false)
  expect(ListProducts.safeParse({ priceMin: 'cheap' }).success).toBe(false)
})

test('facets count what each choice would leave, without their own filter', async () => {
  const { shop } = await shelf()
  const facets = async (query: Query) =>
    (
      await list(shop.as('guest', { locale: 'el' }), {
        facets: 'category,producer,price,attributes',
        ...query,
      })
    ).facets!
  const all = await facets({})
  expect(all.category!.map(({ name, count }) => [name, count])).toEqual([
    ['Τρόφιμα', 3],
    ['Λάδια', 3],
    ['Ποτά', 1],
  ])
  expect(all.producer!.map(({ slug, count }) => [slug, count]).toSorted()).toEqual([
    ['dyo', 2],
    ['ena', 2],
  ])
  expect(all.price).toEqual([
    { from: '0', to: '5', count: 1 },
    { from: '5', to: '10', count: 1 },
    { from: '10', to: '20', count: 1 },
    { from: '50', to: '100', count: 1 },
  ])
  expect(all.attributes).toEqual([
    { key: 'organic', value: 'true', count: 1 },
    { key: 'origin', value: 'Κρήτη', count: 1 },
    { key: 'origin', value: 'Μάνη', count: 1 },
  ])
  const narrowed = await facets({ producer: 'dyo', priceMax: '10' })
  expect(narrowed.category!.map(({ name, count }) => [name, count])).toEqual([['Ποτά', 1]])
  expect(narrowed.producer!.map(({ slug, count }) => [slug, count]).toSorted()).toEqual([
    ['dyo', 1],
    ['ena', 1],
  ])
  expect(narrowed.price!.map(({ count }) => count)).toEqual([1, 1])
})

test('every order pages through everything once, searched or not', async () => {
  const { shop, one } = await shelf()
  const admin = shop.as('admin')
  for (let n = 0; n < 7; n++) {
    await createProduct(admin, {
      name: n % 2 ? 'Λάδι ίδιο' : `Λάδι ${n}`,
      producerId: one,
      status: 'published',
      variants: [{ sku: `X${n}`, price: '9.99', stock: n % 3 }],
    })
  }
  for (const q of [undefined, 'ladi']) {
    for (const sort of productSorts) {
      const query = { sort, count: 'exact', ...(q ? { q } : {}) }
      const whole = await list(shop.as('guest'), { ...query, limit: 100 })
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await list(shop.as('guest'), { ...query, limit: 2, ...(cursor ? { cursor } : {}) })
        seen.push(...page.data.map((row) => row.id))
        cursor = page.page.next ?? undefined
      } while (cursor)
      expect(seen, `${sort} ${q}`).toEqual(whole.data.map((row) => row.id))
      expect(new Set(seen).size).toBe(whole.total)
      expect(whole.total).toBe(q ? 10 : 11)
    }
  }
})

test('managed lists show drafts to those whose they are, and what runs low', async () => {
  const { shop, one, two } = await shelf()
  const owner = shop.as('producer', { producerIds: [one] })
  expect(await names(shop, { status: 'draft' }, owner)).toEqual(['Πρόχειρο'])
  expect(await names(shop, { status: 'draft' }, shop.as('producer', { producerIds: [two] }))).toEqual([])
  expect(await names(shop, { scope: 'managed', sort: 'name' }, shop.as('admin'))).toHaveLength(5)
  expect(
    await names(shop, { lowStock: 'true', sort: 'name' }, shop.as('producer', { producerIds: [two] })),
  ).toEqual(['Κρασί', 'Λάδι Β'])
  await expect(list(shop.as('customer'), { scope: 'managed' })).rejects.toMatchObject({ status: 403 })
  await expect(list(shop.as('guest'), { status: 'draft' })).rejects.toMatchObject({ status: 401 })
})

test('an answer that was kept is never older than the last change, on any instance', async () => {
  const { shop } = await shelf()
  const here = shop.as('guest')
  // Another process over the same database keeps answers of its own.
  const there = { ...here, services: { ...here.services, database: { ...here.services.database } } }
  const both = async () => {
    const lists = await Promise.all([here, there].map((ctx) => list(ctx, { q: 'κρασι', facets: 'price' })))
    return lists.map(({ data }) => [data[0]!.priceFrom, data[0]!.variants[0]!.stock, data[0]!.isInStock])
  }
  expect(await both()).toEqual([
    ['8.00', 0, false],
    ['8.00', 0, false],
  ])
  const first = await list(here, { q: 'κρασι', facets: 'price' })
  expect(await list(here, { q: 'κρασι', facets: 'price' })).toBe(first)
  const { id, variants } = first.data[0]!
  await updateProduct(shop.as('admin'), { productId: id, variants: [{ id: variants[0]!.id, price: '9.00' }] })
  await adjustStock(shop.as('admin'), { variantId: variants[0]!.id, quantity: 4 })
  expect(await both()).toEqual([
    ['9.00', 4, true],
    ['9.00', 4, true],
  ])
})

test('suggestions while typing: products, categories, producers', async () => {
  const { shop } = await shelf()
  const ask = async (q: string) => {
    const { products, categories, producers } = await suggest(shop.as('guest'), { q, limit: 3 })
    return [products.length, categories.map((row) => row.slug), producers.map((row) => row.slug)]
  }
  expect(await ask('lad')).toEqual([3, ['ladia'], []])
  expect(await ask('κτημ')).toEqual([3, [], expect.arrayContaining(['ena', 'dyo'])])
  expect(await ask('%')).toEqual([0, [], []])
})
