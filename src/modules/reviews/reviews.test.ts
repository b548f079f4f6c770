import { expect, test } from 'vitest'
import type { Person } from '../../../test/http.ts'
import { type Market, newMarket } from '../../../test/market.ts'
import { tellAuthor } from './jobs.ts'

type Review = { id: string; status: string; rating: number; authorName: string; answer: string | null }
type Rated = { rating: { average: number | null; count: number } }

const praise = { rating: 5, title: 'Εξαιρετικό', body: 'Φρέσκο και γεμάτο άρωμα.' }

/** Somebody buys one variant; the parcel has left, or not. */
async function bought(market: Market, more: { as?: Person; isSent?: boolean } = {}) {
  const variantId = await market.variant()
  const placed = await market.place(await market.cart([{ variantId, quantity: 1 }], { as: more.as }), {
    as: more.as,
  })
  const order = placed.body as { id: string; accessToken?: string }
  if (more.isSent !== false) await market.shop.sql('update order_lines set shipped_quantity = quantity')
  const [row] = await market.shop.sql<{ id: string }>('select product_id as id from variants where id = $1', [
    variantId,
  ])
  return { productId: row!.id, orderId: order.id, access: order.accessToken! }
}

test('who has received it reviews it once; it is shown, with its stars, when the house lets it through', async () => {
  const market = await newMarket()
  const { api, shop } = market
  const [buyer, lead] = [await api.signUp('customer'), await api.signUp('lead')]
  const { productId } = await bought(market, { as: buyer })
  const write = (body: object = praise) =>
    api.post<Review>(`/products/${productId}/reviews`, body, { as: buyer })
  const written = await write()
  expect(written.body).toMatchObject({ status: 'pending', authorName: 'Μαρία', rating: 5 })
  expect((await write()).body.id).toBe(written.body.id)
  expect((await write({ ...praise, rating: 1 })).body).toMatchObject({ code: 'already_reviewed' })
  const shown = async () =>
    (await api.get<{ data: Review[]; stars: number[] }>(`/products/${productId}/reviews`)).body
  expect((await shown()).data).toEqual([])

  const publish = () => api.post<Review>(`/reviews/${written.body.id}/publication`, undefined, { as: lead })
  const both = await Promise.all([publish(), publish()])
  expect(both.map((reply) => reply.body.status)).toEqual(['published', 'published'])
  expect(await shown()).toMatchObject({ data: [{ title: 'Εξαιρετικό' }], stars: [0, 0, 0, 0, 1] })
  expect((await api.get<Rated>(`/products/${productId}`)).body.rating).toEqual({ average: 5, count: 1 })

  const refused = await api.post<Review>(
    `/reviews/${written.body.id}/refusal`,
    { reason: 'Διαφήμιση' },
    { as: lead },
  )
  expect(refused.body.status).toBe('refused')
  expect((await api.get<Rated>(`/products/${productId}`)).body.rating).toEqual({ average: null, count: 0 })
  expect((await api.get<{ data: object[] }>('/me/reviews', { as: buyer })).body.data).toMatchObject([
    { status: 'refused', reason: 'Διαφήμιση' },
  ])
  expect(await shop.auditOf(written.body.id)).toEqual(['review.create', 'review.publish', 'review.refuse'])
})

test('who has not received it, or is somebody else, may not', async () => {
  const market = await newMarket()
  const { api } = market
  const [buyer, other, admin] = [
    await api.signUp('customer'),
    await api.signUp('customer'),
    await api.signUp('admin'),
  ]
  const { productId, orderId } = await bought(market, { as: buyer, isSent: false })
  const write = async (ask: object, body: object = praise) =>
    (await api.post(`/products/${productId}/reviews`, body, ask)).status
  expect(await write({ as: buyer })).toBe(403)
  await market.shop.sql('update order_lines set shipped_quantity = quantity')
  expect(await write({ as: other })).toBe(403)
  expect(await write({})).toBe(403)
  expect(await write({ as: admin }, { ...praise, orderId })).toBe(404)
  expect(await write({ as: admin, headers: { 'Stoa-Order': 'x' } }, { ...praise, orderId })).toBe(404)
  expect(await write({ as: buyer }, { ...praise, rating: 6 })).toBe(422)
  await market.shop.sql('update order_lines set returned_quantity = quantity')
  expect(await write({ as: buyer })).toBe(403)
})

test("a guest proves the order by its token; the product's producer answers once, another not", async () => {
  const market = await newMarket()
  const { api } = market
  const { productId, orderId, access } = await bought(market)
  const written = await api.post<Review>(
    `/products/${productId}/reviews`,
    { ...praise, orderId },
    { headers: { 'Stoa-Order': access } },
  )
  expect(written.status).toBe(201)
  const own = await api.signUp('producer', { producerIds: [market.producers[0]] })
  const strange = await api.signUp('producer', { producerIds: [market.producers[1]] })
  const answer = (as: Person, text = 'Σας ευχαριστούμε!') =>
    api.post<Review & { code?: string }>(`/reviews/${written.body.id}/answer`, { answer: text }, { as })
  expect((await answer(own)).body.code).toBe('not_published')
  await api.post(`/reviews/${written.body.id}/publication`, undefined, { as: await api.signUp('admin') })
  expect((await answer(strange)).status).toBe(404)
  expect((await answer(own)).body.answer).toBe('Σας ευχαριστούμε!')
  expect((await answer(own)).status).toBe(200)
  expect((await answer(own, 'Κάτι άλλο')).body.code).toBe('already_answered')
  const list = async (as: Person) => (await api.get<{ data: Review[] }>('/reviews', { as })).body.data.length
  expect([await list(own), await list(strange)]).toEqual([1, 0])
})

test('another shop knows nothing of it', async () => {
  const [market, other] = [await newMarket(), await newMarket()]
  const { productId, orderId, access } = await bought(market)
  const { body } = await market.api.post<Review>(
    `/products/${productId}/reviews`,
    { ...praise, orderId },
    { headers: { 'Stoa-Order': access } },
  )
  const admin = await other.api.signUp('admin')
  expect((await other.api.post(`/reviews/${body.id}/publication`, undefined, { as: admin })).status).toBe(404)
  expect((await other.api.get<{ data: [] }>('/reviews', { as: admin })).body.data).toEqual([])
})

test('a decision is taken back with its stars, and its writer is told only what lasts', async () => {
  const market = await newMarket()
  const { api, shop } = market
  const [buyer, lead] = [await api.signUp('customer'), await api.signUp('lead')]
  const { productId } = await bought(market, { as: buyer })
  const { body } = await api.post<Review>(`/products/${productId}/reviews`, praise, { as: buyer })
  const decide = (what: string, more?: object) =>
    api.post<Review>(`/reviews/${body.id}/${what}`, more, { as: lead })
  const told = async () => {
    for (const news of ['published', 'refused', 'answered'])
      for (let times = 0; times < 2; times++) await tellAuthor(shop.as('system'), { reviewId: body.id, news })
    return (await shop.sql<{ template: string }>('select template from mails order by id')).map(
      ({ template }) => template,
    )
  }

  await decide('publication')
  expect((await decide('reopening')).body.status).toBe('pending')
  expect((await decide('reopening')).body.status).toBe('pending')
  expect((await api.get<Rated>(`/products/${productId}`)).body.rating.count).toBe(0)
  expect(await told()).toEqual([])

  await decide('refusal', { reason: 'Αφορά τον κούριερ.' })
  expect(await told()).toEqual(['review.refused'])
  const [mail] = await shop.sql<{ text: string; locale: string }>('select text, locale from mails')
  expect(mail!.text).toContain('Αφορά τον κούριερ.')

  await decide('publication')
  const producer = await api.signUp('producer', { producerIds: [market.producers[0]] })
  await api.post(`/reviews/${body.id}/answer`, { answer: 'Ευχαριστούμε!' }, { as: producer })
  expect(await told()).toEqual(['review.refused', 'review.published', 'review.answered'])
  expect((await shop.jobs()).filter((name) => name === 'reviews.tell-author')).toHaveLength(4)
})

test('a producer opens what is published of their goods; the house everything, others nothing', async () => {
  const market = await newMarket()
  const { api } = market
  const buyer = await api.signUp('customer')
  const { productId } = await bought(market, { as: buyer })
  const { body } = await api.post<Review>(`/products/${productId}/reviews`, praise, { as: buyer })
  const lead = await api.signUp('lead')
  const own = await api.signUp('producer', { producerIds: [market.producers[0]] })
  const strange = await api.signUp('producer', { producerIds: [market.producers[1]] })
  const statuses = async () =>
    Promise.all(
      [lead, own, strange, buyer].map(async (as) => (await api.get(`/reviews/${body.id}`, { as })).status),
    )
  expect(await statuses()).toEqual([200, 404, 404, 403])
  expect((await api.post(`/reviews/${body.id}/reopening`, undefined, { as: own })).status).toBe(403)
  await api.post(`/reviews/${body.id}/publication`, undefined, { as: lead })
  expect(await statuses()).toEqual([200, 200, 404, 403])

  const found = async (query: string) =>
    (await api.get<{ data: Review[] }>(`/reviews?${query}`, { as: own })).body.data.length
  expect([await found('answered=false'), await found('answered=true')]).toEqual([1, 0])
  expect([await found('q=φρέσκο'), await found('q=100%25')]).toEqual([1, 0])
})
