import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newProducer } from '../../../test/producer.ts'
import { newShop } from '../../../test/world.ts'
import { isIban } from './iban.ts'

type Application = { id: string; status: string; producerId: string | null }
type Producer = {
  id: string
  slug: string
  name: string
  status: string
  version: number
  private?: Record<string, unknown>
}

const application = {
  name: 'Κτήμα Ελαιώνας',
  contactName: 'Ελένη Ελαιώνα',
  email: 'eleni@ktima.example',
  region: 'Μάνη',
  message: 'Ελαιόλαδο από δικά μας δέντρα.',
}

test('a guest applies, is approved once, and comes in by the mailed invitation as a producer', async () => {
  const shop = await newShop()
  const api = client(shop)
  const admin = await api.signUp('admin')
  const sent = await api.post<Application>('/producer-applications', application)
  expect([sent.status, sent.body.status]).toEqual([201, 'pending'])
  const again = await api.post<Application>('/producer-applications', { ...application, message: 'Ξανά' })
  expect(again.body.id).toBe(sent.body.id)

  const approve = () =>
    api.post<Application>(`/producer-applications/${sent.body.id}/approval`, undefined, { as: admin })
  const [first, second] = await Promise.all([approve(), approve()])
  expect([first.body.status, second.body.producerId]).toEqual(['approved', first.body.producerId])
  const mails = await shop.sql<{ template: string; recipient: string; text: string }>(
    'select template, recipient, text from mails',
  )
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ template: 'producer.invited', recipient: application.email })

  const producers = await api.get<{ data: Producer[] }>('/producers', {
    headers: { 'Accept-Language': 'el' },
  })
  expect(producers.body.data).toMatchObject([{ slug: 'ktima-elaionas', name: 'Κτήμα Ελαιώνας' }])
  expect(producers.body.data[0]!.private).toBeUndefined()
  const token = /invitation\?token=([\w-]+)/.exec(mails[0]!.text)![1]
  const eleni = await api.signUp(null, { email: application.email })
  const joined = await api.post('/invitations/acceptance', { token }, { as: eleni })
  expect(joined.status).toBeLessThan(300)
  const mine = await api.get<{ data: Producer[] }>('/producers?scope=managed', { as: eleni })
  expect(mine.body.data).toMatchObject([{ id: first.body.producerId, private: { email: application.email } }])
})

test('a signed-in applicant becomes a producer at once', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [admin, me] = [await api.signUp('admin'), await api.signUp('customer')]
  const { body } = await api.post<Application>('/producer-applications', application, { as: me })
  await api.post(`/producer-applications/${body.id}/approval`, undefined, { as: admin })
  const made = await api.post(
    '/products',
    { name: 'Ελιές', variants: [{ sku: 'E', price: '4.00' }] },
    { as: me },
  )
  expect(made.status).toBe(201)
  expect(await shop.sql('select template from mails')).toEqual([{ template: 'producer.approved' }])
})

test('a refusal says why, by mail, once; a decision stands', async () => {
  const shop = await newShop()
  const api = client(shop)
  const admin = await api.signUp('admin')
  const { body } = await api.post<Application>('/producer-applications', application)
  const refuse = () =>
    api.post<Application>(
      `/producer-applications/${body.id}/refusal`,
      { reason: 'Έχουμε ήδη αρκετό λάδι.' },
      { as: admin },
    )
  expect([(await refuse()).body.status, (await refuse()).body.status]).toEqual(['refused', 'refused'])
  const approval = await api.post(`/producer-applications/${body.id}/approval`, undefined, { as: admin })
  expect([approval.status, approval.body['code']]).toEqual([409, 'decided'])
  const mails = await shop.sql<{ template: string; text: string }>('select template, text from mails')
  expect(mails).toEqual([
    { template: 'producer.refused', text: expect.stringContaining('Έχουμε ήδη αρκετό λάδι.') },
  ])
  // The way is free for a new one.
  expect((await api.post<Application>('/producer-applications', application)).body.id).not.toBe(body.id)
})

test('only administrators decide, and another shop knows of nothing', async () => {
  const [shop, other] = [await newShop(), await newShop()]
  const api = client(shop)
  const { body } = await api.post<Application>('/producer-applications', application)
  const customer = await api.signUp('customer')
  expect((await api.get('/producer-applications', { as: customer })).status).toBe(403)
  expect(
    (await api.post(`/producer-applications/${body.id}/approval`, undefined, { as: customer })).status,
  ).toBe(403)
  const stranger = await client(other).signUp('admin')
  expect(
    (await client(other).post(`/producer-applications/${body.id}/approval`, undefined, { as: stranger }))
      .status,
  ).toBe(404)
})

test("a producer's people keep their profile; address and commission are the house's", async () => {
  const shop = await newShop()
  const api = client(shop)
  const [one, two] = [await newProducer(shop, 'Πρώτος'), await newProducer(shop, 'Δεύτερος')]
  const mine = await api.signUp('producer', { producerIds: [one] })
  const admin = await api.signUp('admin')
  const change = (id: string, body: object, as = mine) =>
    api.patch<Producer>(`/producers/${id}`, body, { as })
  const changed = await change(one, {
    region: 'Κρήτη',
    iban: 'GR16 0110 1250 0000 0001 2300 695',
    freeShippingFrom: '40.00',
  })
  expect(changed.body.private).toMatchObject({
    iban: 'GR1601101250000000012300695',
    freeShippingFrom: { amount: '40.00' },
  })
  expect((await change(one, { iban: 'GR1601101250000000012300696' })).status).toBe(422)
  expect((await change(one, { commissionPercent: '0' })).status).toBe(422)
  expect((await change(one, { slug: 'best' })).status).toBe(422)
  expect((await change(two, { region: 'Χίος' })).status).toBe(404)
  expect((await change(one, { commissionPercent: '12.5', slug: 'protos' }, admin)).body).toMatchObject({
    slug: 'protos',
    private: { commissionPercent: '12.5' },
  })
  expect((await api.get<Producer>(`/producers/${one}`)).body.private).toBeUndefined()
  expect((await api.get<Producer>(`/producers/${two}`, { as: mine })).body.private).toBeUndefined()
})

test('a pause takes the goods off the shelf at once, and the producer too, until it ends', async () => {
  const shop = await newShop()
  const api = client(shop)
  const one = await newProducer(shop)
  const mine = await api.signUp('producer', { producerIds: [one] })
  await api.post(
    '/products',
    { name: 'Μέλι', status: 'published', variants: [{ sku: 'M', price: '8.00', stock: 1 }] },
    { as: mine },
  )
  const shown = async () => [
    (await api.get<{ data: [] }>('/products')).body.data.length,
    (await api.get<{ data: [] }>('/producers')).body.data.length,
    (await api.get(`/producers/${one}`)).status,
  ]
  expect(await shown()).toEqual([1, 1, 200])
  const pause = () => api.post<Producer>(`/producers/${one}/pause`, undefined, { as: mine })
  expect([(await pause()).body.status, (await pause()).body.version]).toEqual(['paused', 2])
  expect(await shown()).toEqual([0, 0, 404])
  await api.delete(`/producers/${one}/pause`, undefined, { as: mine })
  expect(await shown()).toEqual([1, 1, 200])
})

test('an IBAN is checked by length and by its two digits', () => {
  expect(isIban('GR1601101250000000012300695')).toBe(true)
  expect(isIban('DE89370400440532013000')).toBe(true)
  expect(isIban('GR1601101250000000012300690')).toBe(false)
  expect(isIban('GR160110125000000001230069')).toBe(false)
  expect(isIban('')).toBe(false)
})
