import { expect, test } from 'vitest'
import { type Client, client, type Person } from '../../../test/http.ts'
import { newProducer } from '../../../test/producer.ts'
import { newShop } from '../../../test/world.ts'

type Bulk = { id: string; changed: string[]; failed: { id: string; code: string }[] }
type Product = {
  id: string
  status: string
  version: number
  categoryId: string | null
  variants: { id: string; stock: number; price: { amount: string } }[]
}

async function market() {
  const shop = await newShop()
  const api = client(shop)
  const producer = await api.signUp('producer', { producerIds: [await newProducer(shop, 'Κτήμα Ένα')] })
  const make = async (name: string, price: string) =>
    (
      await api.post<Product>(
        '/products',
        { name, variants: [{ sku: name, price, stock: 5 }] },
        { as: producer },
      )
    ).body
  const goods = [await make('A', '9.99'), await make('B', '3.33')] as const
  const bulk = async (change: object) =>
    (
      await api.post<Bulk>(
        '/products/bulk',
        { productIds: goods.map(({ id }) => id), change },
        { as: producer },
      )
    ).body
  const undo = (id: string, as: Person = producer, through: Client = api) =>
    through.post<Bulk>(`/products/bulk/${id}/undo`, undefined, { as })
  const shown = async () =>
    Promise.all(
      goods.map(async ({ id }) => {
        const { body } = await api.get<Product>(`/products/${id}`, { as: producer })
        return [body.status, body.variants[0]!.price.amount, body.variants[0]!.stock]
      }),
    )
  return { shop, api, producer, goods, bulk, undo, shown }
}

test('prices, stock and shelf are as they were before, to the cent and the piece', async () => {
  const { shop, goods, bulk, undo, shown } = await market()
  const before = await shown()
  for (const change of [
    { kind: 'pricePercent', percent: 7 },
    { kind: 'price', price: '1.00' },
    { kind: 'stock', stock: 40 },
    { kind: 'stockBy', quantity: -2 },
    { kind: 'status', status: 'published' },
    { kind: 'delete' },
  ]) {
    const { id } = await bulk(change)
    const { body } = await undo(id)
    expect(body).toMatchObject({ id, changed: goods.map((one) => one.id), failed: [] })
    expect(await shown()).toEqual(before)
    // Twice is once.
    const audited = (await shop.auditOf(goods[0].id)).length
    expect((await undo(id)).body).toEqual(body)
    expect(await shop.auditOf(goods[0].id)).toHaveLength(audited)
  }
  const [moved] = await shop.sql<{ sum: number; stock: number }>(
    `select v.stock, (select sum(quantity)::int from stock_movements m where m.variant_id = v.id) as sum
     from variants v where v.sku = 'A'`,
  )
  expect(moved!.sum).toBe(moved!.stock)
})

test('what somebody worked on since stays, and what was sold cannot come back below nothing', async () => {
  const { api, producer, goods, bulk, undo, shown } = await market()
  const dearer = await bulk({ kind: 'price', price: '20.00' })
  await api.patch(`/products/${goods[0].id}`, { tags: ['mine'] }, { as: producer })
  expect((await undo(dearer.id)).body).toMatchObject({
    changed: [goods[1].id],
    failed: [{ id: goods[0].id, code: 'changed_since' }],
  })
  expect((await shown()).map(([, price]) => price)).toEqual(['20.00', '3.33'])

  const more = await bulk({ kind: 'stockBy', quantity: 3 })
  await api.post(
    `/variants/${goods[1].variants[0]!.id}/stock-movements`,
    { quantity: -7, reason: 'damaged' },
    { as: producer },
  )
  expect((await undo(more.id)).body).toMatchObject({
    changed: [goods[0].id],
    failed: [{ id: goods[1].id, code: 'out_of_stock' }],
  })
  expect((await shown()).map(([, , stock]) => stock)).toEqual([5, 1])
})

test('only who did it, or an administrator, sees it and takes it back', async () => {
  const { shop, api, bulk, undo } = await market()
  const { id } = await bulk({ kind: 'status', status: 'published' })
  const stranger = await api.signUp('producer', { producerIds: [await newProducer(shop, 'Άλλος')] })
  expect((await undo(id, stranger)).status).toBe(404)
  expect((await undo(id, await api.signUp('customer'))).status).toBe(403)
  expect((await api.get(`/products/bulk/${id}`, { as: stranger })).status).toBe(404)
  const elsewhere = client(await newShop())
  expect((await undo(id, await elsewhere.signUp('admin'), elsewhere)).status).toBe(404)
  const admin = await api.signUp('admin')
  expect((await api.get<Bulk>(`/products/bulk/${id}`, { as: admin })).body.changed).toHaveLength(2)
  expect((await undo(id, admin)).status).toBe(200)
})
