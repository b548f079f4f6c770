import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Client, client, type Person } from '../../../../test/http.ts'
import { newProducer } from '../../../../test/producer.ts'
import { newShop, type Shop } from '../../../../test/world.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import { applyImport } from './apply.ts'
import { fetchImages } from './fetch-images.ts'
import { undoImportJob } from './undo.ts'

type Import = { id: string; status: string; counts: Record<string, number>; images?: Record<string, unknown> }
type Item = {
  effect: string
  title: string
  changes: { field: string; from: string; to: string }[]
  problems: { code: string }[]
}
type Product = {
  id: string
  name: string
  status: string
  version: number
  variants: { sku: string; stock: number; price: { amount: string } }[]
}

const shopify = readFileSync(path.join(import.meta.dirname, 'fixtures/shopify-apparel.csv'))

async function market() {
  const shop = await newShop()
  const api = client(shop)
  const producerId = await newProducer(shop, 'Κτήμα Ένα')
  const producer = await api.signUp('producer', { producerIds: [producerId] })
  return { shop, api, producerId, producer, admin: await api.signUp('admin') }
}

function handIn(api: Client, as: Person, content: string | Uint8Array, more: Record<string, string> = {}) {
  const form = new FormData()
  form.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), 'products.csv')
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return api.post<Import>('/imports', undefined, { as, raw: form, headers: {} })
}

const items = async (api: Client, as: Person, id: string) =>
  (await api.get<{ data: Item[] }>(`/imports/${id}/items?limit=500`, { as })).body.data

/** Starts it and works the job as the worker would. */
async function apply(shop: Shop, api: Client, as: Person, id: string) {
  expect((await api.post(`/imports/${id}/application`, undefined, { as })).status).toBe(202)
  await applyImport(shop.as('system'), { importId: id })
  return (await api.get<Import>(`/imports/${id}`, { as })).body
}

const managed = async (api: Client, as: Person) =>
  (await api.get<{ data: Product[] }>('/products?scope=managed&limit=500&sort=name', { as })).body.data

const ours = (rows: string[]) => ['slug,name.el,price,sku,stock,category,producer', ...rows].join('\n')

test('a real Shopify export: previewed, done, done again without effect, undone', async () => {
  const { shop, api, producer } = await market()
  const preview = await handIn(api, producer, shopify)
  expect(preview.status).toBe(201)
  expect(preview.body).toMatchObject({ status: 'previewed', counts: { change: 0, same: 0, refuse: 0 } })
  const planned = preview.body.counts['create']!
  expect(planned).toBeGreaterThan(3)
  expect(await managed(api, producer)).toEqual([])

  const done = await apply(shop, api, producer, preview.body.id)
  expect(done).toMatchObject({ status: 'applied', counts: { created: planned, refused: 0 } })
  const made = await managed(api, producer)
  expect(made).toHaveLength(planned)
  for (const { moved, stock } of await shop.sql<{ moved: number; stock: number }>(
    'select v.stock, (select coalesce(sum(quantity), 0)::int from stock_movements m where m.variant_id = v.id) as moved from variants v',
  ))
    expect(moved).toBe(stock)

  const again = await handIn(api, producer, shopify)
  expect(again.body.counts).toMatchObject({ create: 0, change: 0, same: planned })
  const second = await apply(shop, api, producer, again.body.id)
  expect(second.counts).toMatchObject({ created: 0, changed: 0, unchanged: planned })
  expect((await managed(api, producer)).map((row) => row.version)).toEqual(made.map((row) => row.version))

  expect((await api.post(`/imports/${preview.body.id}/undo`, undefined, { as: producer })).status).toBe(202)
  await undoImportJob(shop.as('system'), { importId: preview.body.id })
  expect(await managed(api, producer)).toEqual([])
  const undone = await api.get<Import>(`/imports/${preview.body.id}`, { as: producer })
  expect(undone.body).toMatchObject({ status: 'undone', counts: { undone: planned, kept: 0 } })
  // And in again.
  const third = await handIn(api, producer, shopify)
  expect(third.body.counts).toMatchObject({ create: planned })
})

test('a changed file changes what it says, cell by cell; undoing brings back all but what people touched', async () => {
  const { shop, api, producer } = await market()
  const first = await handIn(api, producer, ours(['meli,Μέλι,8.00,M-1,5,,', 'feta,Φέτα,6.00,F-1,3,,']))
  await apply(shop, api, producer, first.body.id)
  const next = await handIn(
    api,
    producer,
    ours(['meli,Μέλι ανθέων,9.00,M-1,7,,', 'feta,Φέτα,6.50,F-1,3,,', 'elies,Ελιές,4.00,E-1,2,,']),
  )
  expect(next.body.counts).toMatchObject({ create: 1, change: 2, same: 0, refuse: 0 })
  expect((await items(api, producer, next.body.id))[0]).toMatchObject({
    effect: 'change',
    changes: [
      { field: 'name', from: 'el: Μέλι', to: 'el: Μέλι ανθέων' },
      { field: 'M-1: price', from: '8.00', to: '9.00' },
      { field: 'M-1: stock', from: '5', to: '7' },
    ],
  })
  await apply(shop, api, producer, next.body.id)
  const after = await managed(api, producer)
  expect(after.map((row) => [row.name, row.variants[0]!.price.amount, row.variants[0]!.stock])).toEqual([
    ['Ελιές', '4.00', 2],
    ['Μέλι ανθέων', '9.00', 7],
    ['Φέτα', '6.50', 3],
  ])
  const feta = after.find((row) => row.name === 'Φέτα')!
  await api.patch(`/products/${feta.id}`, { tags: ['ΠΟΠ'] }, { as: producer })
  await api.post(`/imports/${next.body.id}/undo`, undefined, { as: producer })
  await undoImportJob(shop.as('system'), { importId: next.body.id })
  expect(
    (await managed(api, producer)).map((row) => [
      row.name,
      row.variants[0]!.price.amount,
      row.variants[0]!.stock,
    ]),
  ).toEqual([
    ['Μέλι', '8.00', 5],
    ['Φέτα', '6.50', 3],
  ])
  expect((await api.get<Import>(`/imports/${next.body.id}`, { as: producer })).body.counts).toMatchObject({
    undone: 2,
    kept: 1,
  })
})

test('what cannot be is refused row by row, and given back as a file', async () => {
  const { shop, api, producer, admin } = await market()
  const other = await newProducer(shop, 'Άλλο Κτήμα', 'allo')
  await api.post(
    '/products',
    { producerId: other, name: 'Ξένο', variants: [{ sku: 'X-1', price: '1.00' }] },
    { as: admin },
  )
  const file = ours([
    'meli,Μέλι,8.00,M-1,5,,',
    'kako,Κακό,δέκα,K-1,5,,',
    'xeno-mou,Δικό μου,1.00,X-1,1,,',
    'xeno,Ξένο,1.00,Y-1,1,,',
  ])
  const preview = await handIn(api, producer, file)
  expect(preview.body.counts).toMatchObject({ create: 1, refuse: 3 })
  expect(
    (await items(api, producer, preview.body.id)).map((item) => [
      item.effect,
      item.problems.map((problem) => problem.code),
    ]),
  ).toEqual([
    ['create', []],
    ['refuse', ['bad_number']],
    ['refuse', ['sku_taken']],
    ['refuse', ['slug_taken']],
  ])
  const done = await apply(shop, api, producer, preview.body.id)
  expect(done.counts).toMatchObject({ created: 1, refused: 3 })
  const refused = await api.get(`/imports/${preview.body.id}/refused.csv`, { as: producer })
  expect(refused.headers.get('content-type')).toContain('text/csv')
  expect(refused.text.trim().split('\r\n')).toHaveLength(4)
  expect(refused.text).toContain('X-1')
  expect(refused.text).not.toContain('M-1')
})

test('an administrator imports for many producers and makes categories, which go again when it is undone', async () => {
  const { shop, api, admin, producerId } = await market()
  const file = ours([
    'meli,Μέλι,8.00,M-1,5,Τρόφιμα > Μέλια,Κτήμα Ένα',
    'ti,Τι,8.00,T-1,5,,Κανείς',
    'pos,Πώς,8.00,P-1,5,,',
  ])
  const preview = await handIn(api, admin, file)
  expect(
    (await items(api, admin, preview.body.id)).map((item) => [
      item.effect,
      item.problems.map((problem) => problem.code),
    ]),
  ).toEqual([
    ['create', ['category_created']],
    ['refuse', ['unknown_producer']],
    ['refuse', ['missing_producer']],
  ])
  await apply(shop, api, admin, preview.body.id)
  expect(await shop.sql('select producer_id, cardinality(category_path) as depth from products')).toEqual([
    { producer_id: producerId, depth: 2 },
  ])
  expect((await api.get('/categories')).text).toContain('Μέλια')
  const named = await handIn(api, admin, ours(['neo,Νέο,1.00,N-1,1,,']), { producerId })
  expect(named.body.counts).toMatchObject({ create: 1 })
  await api.post(`/imports/${preview.body.id}/undo`, undefined, { as: admin })
  await undoImportJob(shop.as('system'), { importId: preview.body.id })
  expect((await api.get<{ data: [] }>('/categories')).body.data).toEqual([])
})

test('what is exported reads in again without a change', async () => {
  const { shop, api, producer } = await market()
  const first = await handIn(api, producer, shopify)
  await apply(shop, api, producer, first.body.id)
  const file = await api.get('/products.csv', { as: producer })
  expect(file.status).toBe(200)
  const back = await handIn(api, producer, file.text)
  const differing = (await items(api, producer, back.body.id)).filter((item) => item.effect !== 'same')
  expect(differing.map((item) => [item.title, item.changes, item.problems])).toEqual([])
  expect(back.body.counts['same']).toBe(first.body.counts['create'])
})

test('pictures come later; one that cannot be had is told, tried again, and stops nothing', async () => {
  const { shop, api, producer } = await market()
  const file = [
    'slug,name.el,price,images',
    'meli,Μέλι,8.00,https://pictures.example/good.png | https://pictures.example/gone.png',
  ].join('\n')
  const preview = await handIn(api, producer, file)
  expect(preview.body.counts).toMatchObject({ create: 1, images: 2 })
  await apply(shop, api, producer, preview.body.id)
  expect(await shop.jobs()).toContain('catalog.fetchImages')
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } })
    .png()
    .toBuffer()
  let isUp = false
  const fetchOne = async (url: string) => {
    if (url.includes('good') || isUp) return { status: 200, bytes }
    throw new AppError('unavailable', 'It does not answer.', { code: 'unreachable' })
  }
  await fetchImages(shop.as('system'), {}, fetchOne)
  const report = await api.get<Import>(`/imports/${preview.body.id}`, { as: producer })
  expect(report.body.images).toMatchObject({
    fetched: 1,
    waiting: 1,
    failed: 0,
    failures: [{ reason: 'It does not answer.' }],
  })
  const [product] = await shop.sql<{ cover_file_id: string | null; version: number }>(
    'select cover_file_id, version from products',
  )
  expect(product).toMatchObject({ cover_file_id: expect.any(String), version: 1 })
  // Not before its time, and at once when somebody asks.
  isUp = true
  await fetchImages(shop.as('system'), {}, fetchOne)
  expect((await api.get<Import>(`/imports/${preview.body.id}`, { as: producer })).body.images).toMatchObject({
    waiting: 1,
  })
  await api.post(`/imports/${preview.body.id}/images/retry`, undefined, { as: producer })
  await fetchImages(shop.as('system'), {}, fetchOne)
  expect((await api.get<Import>(`/imports/${preview.body.id}`, { as: producer })).body.images).toMatchObject({
    fetched: 2,
    waiting: 0,
  })
  // The same file again asks for no picture twice.
  expect((await handIn(api, producer, file)).body.counts).toMatchObject({ same: 1, images: 0 })
  // Nor does our own file, whose pictures lie here already.
  const own = (await api.get('/products.csv', { as: producer })).text
  expect(own).toContain('/full.webp')
  expect((await handIn(api, producer, own)).body.counts).toMatchObject({ same: 1, images: 0 })
})

test('an import is its own people’s; a customer runs none; nonsense is refused whole', async () => {
  const { shop, api, producer } = await market()
  const mine = await handIn(api, producer, ours(['meli,Μέλι,8.00,M-1,5,,']))
  const stranger = await api.signUp('producer', { producerIds: [await newProducer(shop)] })
  for (const path of ['', '/items', '/refused.csv'])
    expect((await api.get(`/imports/${mine.body.id}${path}`, { as: stranger })).status).toBe(404)
  expect((await api.post(`/imports/${mine.body.id}/application`, undefined, { as: stranger })).status).toBe(
    404,
  )
  expect((await handIn(api, await api.signUp('customer'), 'x')).status).toBe(403)
  expect((await handIn(api, producer, 'a,b\n1,2')).body).toMatchObject({ code: 'unknown_format' })
  expect((await handIn(api, producer, ours([]), { producerId: await newProducer(shop) })).status).toBe(422)
  expect((await api.post(`/imports/${mine.body.id}/undo`, undefined, { as: producer })).status).toBe(409)
  const start = () => api.post<Import>(`/imports/${mine.body.id}/application`, undefined, { as: producer })
  expect([(await start()).body.status, (await start()).body.status]).toEqual(['running', 'running'])
  await Promise.all([1, 2].map(() => applyImport(shop.as('system'), { importId: mine.body.id })))
  expect(await managed(api, producer)).toHaveLength(1)
})
