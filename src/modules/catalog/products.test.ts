import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newProducer } from '../../../test/producer.ts'
import { newShop } from '../../../test/world.ts'

type Variant = { id: string; sku: string; stock: number; price: { amount: string }; version: number }
type Product = {
  id: string
  slug: string
  status: string
  version: number
  name: string | Record<string, string>
  description: string
  producerId: string
  variants: Variant[]
  priceFrom: { amount: string; currency: string }
  isInStock: boolean
}

const oil = {
  name: { el: 'Ελαιόλαδο Κορωνέικη', en: 'Koroneiki olive oil' },
  description: '<p>Από τη <b>Μάνη</b><script>alert(1)</script></p>',
  vatClass: 'reduced',
  status: 'published',
  variants: [
    {
      sku: 'OIL-500',
      name: '500 ml',
      price: '9.50',
      stock: 4,
      weightGrams: 900,
      unit: 'l',
      unitQuantity: '0.5',
    },
    { sku: 'OIL-1000', name: '1 l', price: { amount: '17.00', currency: 'EUR' }, stock: 0 },
  ],
}

async function market() {
  const shop = await newShop()
  const api = client(shop)
  const [one, two] = [await newProducer(shop, 'Πρώτος'), await newProducer(shop, 'Δεύτερος')]
  return {
    shop,
    api,
    one,
    two,
    producer: await api.signUp('producer', { producerIds: [one] }),
    other: await api.signUp('producer', { producerIds: [two] }),
    admin: await api.signUp('admin'),
    customer: await api.signUp('customer'),
  }
}

test("a producer's product is theirs, whole, clean, and found by everybody", async () => {
  const { api, producer, one, shop } = await market()
  const made = await api.post<Product>('/products', oil, { as: producer })
  expect(made.status).toBe(201)
  expect(made.headers.get('location')).toBe(`/api/v1/products/${made.body.id}`)
  expect(made.body).toMatchObject({
    slug: 'elaiolado-koroneiki',
    producerId: one,
    priceFrom: { amount: '9.50', currency: 'EUR' },
    isInStock: true,
    status: 'published',
  })
  expect(made.body.variants.map((row) => [row.sku, row.stock])).toEqual([
    ['OIL-500', 4],
    ['OIL-1000', 0],
  ])
  const seen = await api.get<Product>(`/products/${made.body.slug}`, { headers: { 'Accept-Language': 'en' } })
  expect(seen.body).toMatchObject({ name: 'Koroneiki olive oil' })
  expect(seen.headers.get('etag')).toBe('"v1"')
  const whole = await api.get<Product>(`/products/${made.body.id}?translations=all`)
  expect(whole.body).toMatchObject({
    name: oil.name,
    description: { el: '<p>Από τη <strong>Μάνη</strong></p>' },
  })
  const list = await api.get<{ data: Product[] }>('/products')
  expect(list.body.data).toMatchObject([{ id: made.body.id, variants: [{ sku: 'OIL-500', stock: 4 }, {}] }])
  expect(await shop.auditOf(made.body.id)).toEqual(['product.create'])
})

test('nobody names a producer but an administrator, whose doing is marked as an override', async () => {
  const { api, producer, customer, admin, one, two, shop } = await market()
  const named = await api.post('/products', { ...oil, producerId: two }, { as: producer })
  expect([named.status, named.body['errors']]).toEqual([
    422,
    [expect.objectContaining({ pointer: '/producerId' })],
  ])
  expect((await api.post('/products', { ...oil, producerId: one }, { as: producer })).status).toBe(422)
  expect((await api.post('/products', oil, { as: customer })).status).toBe(403)
  expect((await api.post('/products', oil)).status).toBe(401)
  expect((await api.post('/products', oil, { as: admin })).status).toBe(422)
  const made = await api.post<Product>('/products', { ...oil, producerId: one }, { as: admin })
  expect(made.body.producerId).toBe(one)
  await api.patch(`/products/${made.body.id}`, { tags: ['βιο'] }, { as: admin })
  const marks = await shop.sql(
    'select action, is_override from audit where entity_id = $1 order by xid, ordinal',
    [made.body.id],
  )
  expect(marks).toEqual([
    { action: 'product.create', is_override: true },
    { action: 'product.update', is_override: true },
  ])
})

test("what is somebody else's is not there, whatever is tried on it", async () => {
  const { api, producer, other, customer } = await market()
  const { body: draft } = await api.post<Product>('/products', { ...oil, status: 'draft' }, { as: producer })
  const [variant] = draft.variants
  for (const as of [other, customer, undefined]) {
    expect((await api.get(`/products/${draft.id}`, { as })).status).toBe(404)
  }
  const tries = [
    api.patch(`/products/${draft.id}`, { status: 'published' }, { as: other }),
    api.delete(`/products/${draft.id}`, undefined, { as: other }),
    api.post(`/products/${draft.id}/publication`, undefined, { as: other }),
    api.post(`/products/${draft.id}/duplicate`, undefined, { as: other }),
    api.post(`/products/${draft.id}/restoration`, undefined, { as: other }),
    api.patch(`/variants/${variant!.id}`, { price: '1.00' }, { as: other }),
    api.get(`/variants/${variant!.id}`, { as: other }),
    api.post(`/variants/${variant!.id}/stock-movements`, { quantity: 1 }, { as: other }),
    api.get(`/variants/${variant!.id}/stock-movements`, { as: other }),
    api.put(`/products/${draft.id}/images/order`, { imageIds: [draft.id] }, { as: other }),
  ]
  expect((await Promise.all(tries)).map((reply) => reply.status)).toEqual(tries.map(() => 404))
  const bulk = await api.post(
    '/products/bulk',
    { productIds: [draft.id], change: { kind: 'price', price: '1.00' } },
    { as: other },
  )
  expect(bulk.body).toMatchObject({ changed: [], failed: [{ id: draft.id, code: 'not_found' }] })
  expect((await api.get<{ data: [] }>('/products?scope=managed', { as: other })).body.data).toEqual([])
  const mine = await api.get<{ data: Product[] }>('/products?status=draft', { as: producer })
  expect(mine.body.data.map((row) => row.id)).toEqual([draft.id])
  expect((await api.get<{ data: [] }>('/products')).body.data).toEqual([])
})

test('a draft goes on the shelf and off it, once however often it is pressed', async () => {
  const { api, producer, shop } = await market()
  const { body: made } = await api.post<Product>('/products', { ...oil, status: 'draft' }, { as: producer })
  const press = () => api.post<Product>(`/products/${made.id}/publication`, undefined, { as: producer })
  expect((await press()).body.status).toBe('published')
  expect((await press()).body.version).toBe(2)
  expect((await api.get(`/products/${made.id}`)).status).toBe(200)
  await api.delete(`/products/${made.id}/publication`, undefined, { as: producer })
  expect((await api.get(`/products/${made.id}`)).status).toBe(404)
  expect(await shop.auditOf(made.id)).toEqual(['product.create', 'product.publish', 'product.unpublish'])
})

test("a paused producer's goods are off the shelf at once", async () => {
  const { api, producer, shop } = await market()
  const { body: made } = await api.post<Product>('/products', oil, { as: producer })
  expect((await api.get('/products')).text).toContain(made.id)
  await shop.sql(`update producers set status = 'paused'`)
  // What the pausing verb would announce.
  await shop.sql(
    `insert into events (tenant_id, id, ordinal, name, entity, entity_id, audience) values ($1, $2, 0, 'producer.suspended', 'producer', 'x', '{}')`,
    [shop.organization.id, made.id],
  )
  expect((await api.get('/products')).text).not.toContain(made.id)
  expect((await api.get(`/products/${made.id}`)).status).toBe(404)
  expect((await api.get(`/products/${made.id}`, { as: producer })).status).toBe(200)
})

test('a change keeps the rest, moves the variants, and a stale version is refused', async () => {
  const { api, producer } = await market()
  const { body: made } = await api.post<Product>('/products', oil, { as: producer })
  const [small] = made.variants
  const changed = await api.patch<Product>(
    `/products/${made.id}`,
    {
      name: 'Νέο όνομα',
      variants: [
        { sku: 'OIL-3L', price: '45.00', stock: 2 },
        { id: small!.id, price: '10.00', stock: 3 },
      ],
    },
    { as: producer, headers: { 'If-Match': '"v1"' } },
  )
  expect(changed.status).toBe(200)
  expect(changed.body).toMatchObject({
    slug: 'elaiolado-koroneiki',
    variants: [
      { sku: 'OIL-3L', stock: 2 },
      { sku: 'OIL-500', stock: 3, price: { amount: '10.00' } },
    ],
    priceFrom: { amount: '10.00' },
  })
  const ledger = await api.get<{ data: { quantity: number; reason: string }[] }>(
    `/variants/${small!.id}/stock-movements`,
    { as: producer },
  )
  expect(ledger.body.data.map((row) => [row.quantity, row.reason])).toEqual([
    [-1, 'correction'],
    [4, 'opening'],
  ])
  const whole = await api.get<Product>(`/products/${made.id}?translations=all`)
  expect(whole.body.name).toEqual({ el: 'Νέο όνομα', en: 'Koroneiki olive oil' })
  const stale = await api.patch(
    `/products/${made.id}`,
    { name: 'x' },
    { as: producer, headers: { 'If-Match': '"v1"' } },
  )
  expect(stale.status).toBe(412)
  expect((await api.get('/products?q=neo onoma')).text).toContain(made.id)
})

test('deleted is gone from everywhere and comes back whole', async () => {
  const { api, producer } = await market()
  const { body: made } = await api.post<Product>('/products', oil, { as: producer })
  const remove = () => api.delete(`/products/${made.id}`, undefined, { as: producer })
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 204])
  expect((await api.get(`/products/${made.id}`, { as: producer })).status).toBe(404)
  // Address and SKUs are free again, and taken by another product.
  const second = await api.post<Product>(
    '/products',
    { ...oil, variants: [{ sku: 'OIL-NEW', price: '1.00' }] },
    { as: producer },
  )
  expect(second.body.slug).toBe('elaiolado-koroneiki')
  const back = await api.post<Product>(`/products/${made.id}/restoration`, undefined, { as: producer })
  expect(back.body).toMatchObject({ slug: 'elaiolado-koroneiki-2', isInStock: true })
  expect(back.body.variants.map((row) => [row.sku, row.stock])).toEqual([
    ['OIL-500', 4],
    ['OIL-1000', 0],
  ])
})

test('a copy is a draft of its own with nothing in stock', async () => {
  const { api, producer } = await market()
  const { body: made } = await api.post<Product>('/products', oil, { as: producer })
  const copy = await api.post<Product>(`/products/${made.id}/duplicate`, undefined, { as: producer })
  expect(copy.body).toMatchObject({
    name: 'Koroneiki olive oil (copy)',
    status: 'draft',
    isInStock: false,
  })
  expect(copy.body.variants.every((row) => row.sku.startsWith('OIL-') && row.stock === 0)).toBe(true)
})

test('many at once: prices, stock, status; what cannot be is said', async () => {
  const { api, producer, admin, one, two } = await market()
  const make = async (sku: string, stock: number) =>
    (
      await api.post<Product>(
        '/products',
        { name: sku, variants: [{ sku, price: '10.00', stock }] },
        { as: producer },
      )
    ).body.id
  const [a, b] = [await make('A', 5), await make('B', 0)]
  const bulk = (change: object, as = producer, productIds = [a, b]) =>
    api.post('/products/bulk', { productIds, change }, { as })
  expect((await bulk({ kind: 'status', status: 'published' })).body).toEqual({
    id: expect.any(String),
    changed: [a, b],
    failed: [],
  })
  await bulk({ kind: 'pricePercent', percent: -12.5 })
  expect((await bulk({ kind: 'stockBy', quantity: -2 })).body).toMatchObject({
    changed: [a],
    failed: [{ id: b, code: 'out_of_stock' }],
  })
  const list = await api.get<{ data: Product[] }>('/products?sort=name')
  expect(
    list.body.data.map((row) => [row.name, row.priceFrom.amount, row.variants[0]!.stock, row.isInStock]),
  ).toEqual([
    ['A', '8.75', 3, true],
    ['B', '8.75', 0, false],
  ])
  expect((await bulk({ kind: 'stock', stock: 7 })).body).toMatchObject({ changed: [a, b] })
  expect((await bulk({ kind: 'stockBy', quantity: 0 })).status).toBe(422)
  const foreign = (await api.post<Product>('/products', { ...oil, producerId: two }, { as: admin })).body.id
  expect((await bulk({ kind: 'delete' }, producer, [a, foreign])).body).toMatchObject({
    changed: [a],
    failed: [{ id: foreign, code: 'not_found' }],
  })
  expect(one).not.toBe(two)
})

test('stock is moved with a reason and never below zero', async () => {
  const { api, producer, customer } = await market()
  const lead = await api.signUp('lead')
  const { body: made } = await api.post<Product>('/products', oil, { as: producer })
  const path = `/variants/${made.variants[0]!.id}/stock-movements`
  expect((await api.post(path, { quantity: 6, reason: 'received' }, { as: lead })).body).toMatchObject({
    stock: 10,
  })
  const short = await api.post(path, { quantity: -11 }, { as: producer })
  expect([short.status, short.body['code']]).toEqual([409, 'out_of_stock'])
  expect((await api.post(path, { quantity: 1, reason: 'sale' }, { as: producer })).status).toBe(422)
  expect((await api.post(path, { quantity: 0 }, { as: producer })).status).toBe(422)
  expect((await api.post(path, { quantity: 1 }, { as: customer })).status).toBe(403)
})

test('what cannot be is told by field', async () => {
  const { api, producer } = await market()
  const post = async (body: object) => {
    const reply = await api.post(
      '/products',
      { name: 'Χ', variants: [{ sku: `S-${Math.random()}`, price: '1.00' }], ...body },
      { as: producer },
    )
    return [
      reply.status,
      (reply.body['errors'] as { pointer: string }[] | undefined)?.[0]?.pointer ?? reply.body['code'],
    ]
  }
  expect(await post({ variants: [] })).toEqual([422, '/variants'])
  expect(await post({ variants: [{ sku: 'A', price: '-1' }] })).toEqual([422, '/variants/0/price'])
  expect(await post({ variants: [{ sku: 'A', price: '1.234' }] })).toEqual([422, '/variants/0/price'])
  expect(await post({ variants: [{ sku: 'A', price: 5 }] })).toEqual([422, '/variants/0/price'])
  expect(await post({ variants: [{ sku: 'A', price: { amount: '1.00', currency: 'USD' } }] })).toEqual([
    422,
    '/variants/0/price/currency',
  ])
  const twice = [
    { sku: 'A', price: '1.00' },
    { sku: 'A', price: '1.00' },
  ]
  expect(await post({ variants: twice })).toEqual([422, '/variants/1/sku'])
  expect(await post({ categoryId: '01890000-0000-7000-8000-000000000000' })).toEqual([422, '/categoryId'])
  expect(await post({ vatClass: 'luxury' })).toEqual([422, '/vatClass'])
  expect(await post({ colour: 'red' })).toEqual([422, '/colour'])
  await post({ variants: [{ sku: 'TAKEN', price: '1.00' }] })
  expect(await post({ variants: [{ sku: 'TAKEN', price: '1.00' }] })).toEqual([409, 'duplicate_sku'])
  expect((await api.get('/products?colour=red')).status).toBe(422)
  expect((await api.get('/products?attr.organic=true&sort=price')).status).toBe(200)
  expect((await api.get('/products?cursor=WyJ4IiwieSJd')).status).toBe(422)
})

test('two shops know nothing of each other', async () => {
  const [mine, theirs] = [await market(), await market()]
  const { body: made } = await mine.api.post<Product>('/products', oil, { as: mine.producer })
  expect((await theirs.api.get(`/products/${made.id}`)).status).toBe(404)
  expect((await theirs.api.get('/products')).text).not.toContain(made.id)
  expect((await theirs.api.patch(`/products/${made.id}`, { name: 'x' }, { as: theirs.admin })).status).toBe(
    404,
  )
  expect((await theirs.api.get('/products?q=elaiolado')).text).not.toContain(made.id)
  // The same address and SKU are free elsewhere.
  expect((await theirs.api.post<Product>('/products', oil, { as: theirs.producer })).body.slug).toBe(
    'elaiolado-koroneiki',
  )
})
