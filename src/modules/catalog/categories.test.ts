import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newProducer } from '../../../test/producer.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import { refreshWords } from './refresh-words.ts'

type Category = {
  id: string
  slug: string
  path: string[]
  productCount?: number
  version: number
  name: string
}
type List = { data: { id: string }[] }

async function market() {
  const shop = await newShop()
  const api = client(shop)
  const admin = await api.signUp('admin')
  const make = async (name: string, parentId: string | null = null) =>
    (await api.post<Category>('/categories', { name, parentId }, { as: admin })).body
  return { shop, api, admin, make, producerId: await newProducer(shop) }
}

async function productIn({ api, admin, producerId }: Awaited<ReturnType<typeof market>>, categoryId: string) {
  const body = {
    producerId,
    categoryId,
    name: 'Κάτι',
    status: 'published',
    variants: [{ sku: `S${Math.random()}`, price: '1.00', stock: 1 }],
  }
  return (await api.post<{ id: string }>('/products', body, { as: admin })).body.id
}

const paths = async (shop: Shop) =>
  shop.sql<{ slug: string; depth: number }>(
    'select slug, cardinality(path) as depth from categories order by slug',
  )

test('a filter by category takes in what lies below, also after it was moved', async () => {
  const world = await market()
  const { api, admin, make, shop } = world
  const [food, drink] = [await make('Τρόφιμα'), await make('Ποτά')]
  const oils = await make('Λάδια', food.id)
  const extra = await make('Εξαιρετικά', oils.id)
  expect(extra.path).toEqual([food.id, oils.id, extra.id])
  const product = await productIn(world, extra.id)
  const found = async (category: string) =>
    (await api.get<List>(`/products?category=${category}`)).body.data.map((row) => row.id)
  expect([await found(food.id), await found('ladia'), await found(drink.id)]).toEqual([
    [product],
    [product],
    [],
  ])

  const moved = await api.patch<Category>(`/categories/${oils.id}`, { parentId: drink.id }, { as: admin })
  expect(moved.body.path).toEqual([drink.id, oils.id])
  expect([await found(food.id), await found(drink.slug)]).toEqual([[], [product]])
  const list = await api.get<{ data: Category[] }>('/categories')
  expect(list.body.data.map((row) => [row.slug, row.productCount]).toSorted()).toEqual([
    ['exairetika', 1],
    ['ladia', 1],
    ['pota', 1],
    ['trofima', 0],
  ])
  // A new name is a new word to find its products by.
  await api.patch(`/categories/${extra.id}`, { name: 'Αγουρέλαιο' }, { as: admin })
  expect(await shop.jobs()).toContain('catalog.refreshWords')
  await refreshWords(shop.as('system'), { categoryId: extra.id })
  expect((await api.get<List>('/products?q=agoureleo')).body.data).toMatchObject([{ id: product }])
})

test('nothing lies below itself, however many try at once, or too deep', async () => {
  const { api, admin, make, shop } = await market()
  const [a, b] = [await make('Α'), await make('Β')]
  const put = (id: string, parentId: string) =>
    api.patch<Category>(`/categories/${id}`, { parentId }, { as: admin })
  const replies = await Promise.all([put(a.id, b.id), put(b.id, a.id)])
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409])
  expect((await put(a.id, a.id)).body).toMatchObject({ code: 'cycle' })
  let parent = await make('Γ')
  for (let depth = 2; depth <= 8; depth++) parent = await make(`Γ${depth}`, parent.id)
  expect(
    (await api.post('/categories', { name: 'Γ9', parentId: parent.id }, { as: admin })).body['code'],
  ).toBe('too_deep')
  expect(Math.max(...(await paths(shop)).map((row) => row.depth))).toBe(8)
})

test('a category goes when it is empty, and only then', async () => {
  const world = await market()
  const { api, admin, make } = world
  const [full, empty] = [await make('Γεμάτη'), await make('Άδεια')]
  await productIn(world, full.id)
  const remove = (id: string) => api.delete(`/categories/${id}`, undefined, { as: admin })
  expect((await remove(full.id)).body).toMatchObject({ code: 'not_empty', products: 1 })
  expect((await remove(empty.id)).status).toBe(204)
  expect((await remove(empty.id)).status).toBe(404)
})

test('only those who keep the tree change it; others see their own only', async () => {
  const [{ api, make }, other] = [await market(), await market()]
  const producer = await api.signUp('producer')
  expect((await api.post('/categories', { name: 'Χ' }, { as: producer })).status).toBe(403)
  expect((await api.post('/categories', { name: 'Χ' })).status).toBe(401)
  const mine = await make('Δική μου')
  expect((await other.api.get(`/categories/${mine.id}`)).status).toBe(404)
  expect((await other.api.patch(`/categories/${mine.id}`, { name: 'x' }, { as: other.admin })).status).toBe(
    404,
  )
  expect((await api.get<Category>('/categories/diki-mou')).body.id).toBe(mine.id)
})

test('a category is put in its place; twice is once; strangers and circles are refused', async () => {
  const { shop, api, admin, make } = await market()
  const [oils, honeys, cheeses] = [await make('Λάδια'), await make('Μέλια'), await make('Τυριά')]
  const place = (id: string, parentId: string | null, position: number, as = admin) =>
    api.post<Category & { position: number; parentId: string | null }>(
      `/categories/${id}/placement`,
      { parentId, position },
      { as },
    )
  const order = async () =>
    (await api.get<{ data: { name: string }[] }>('/categories')).body.data.map((row) => row.name)
  expect((await place(cheeses.id, null, 0)).body).toMatchObject({ position: 0, parentId: null })
  expect(await order()).toEqual(['Τυριά', 'Λάδια', 'Μέλια'])
  const audited = (await shop.auditOf(cheeses.id)).length
  const again = await place(cheeses.id, null, 0)
  expect(again.body.version).toBe((await place(cheeses.id, null, 0)).body.version)
  expect(await shop.auditOf(cheeses.id)).toHaveLength(audited)

  expect((await place(honeys.id, oils.id, 99)).body).toMatchObject({
    position: 0,
    parentId: oils.id,
    path: [oils.id, honeys.id],
  })
  expect((await place(oils.id, honeys.id, 0)).status).toBe(409)
  expect((await place(oils.id, shop.organization.id, 0)).status).toBe(422)
  expect((await place(oils.id, null, -1)).status).toBe(422)
  expect((await place(oils.id, null, 0, await api.signUp('producer'))).status).toBe(403)
  const other = client(await newShop())
  const answer = await other.post(
    `/categories/${oils.id}/placement`,
    { parentId: null, position: 0 },
    { as: await other.signUp('admin') },
  )
  expect(answer.status).toBe(404)
})
