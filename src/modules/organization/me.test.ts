import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop } from '../../../test/world.ts'

type Sessions = { data: { id: string; isCurrent: boolean }[] }

test('me says who, what and where; a guest is told to sign in', async () => {
  const shop = await newShop()
  const api = client(shop)
  const id = crypto.randomUUID()
  const person = await api.signUp('producer', { producerIds: [id], name: 'Maria' })
  const { body } = await api.get('/me', { as: person })
  expect(body).toMatchObject({
    user: { id: person.userId, name: 'Maria', email: person.email, emailVerified: true },
    organization: { slug: shop.organization.slug },
    roles: ['producer'],
    producerIds: [id],
    status: 'active',
  })
  expect(body['permissions']).toContain('products.write')
  expect((await api.get('/me')).status).toBe(401)
  expect((await api.get('/me', { as: 'stoa_nonsense' })).status).toBe(401)
})

test('the name changes for the account and the member, the language here; roles cannot be sent along', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp('customer')
  const reply = await api.patch('/me', { name: ' Μαρία ', locale: 'el' }, { as: person })
  expect(reply.body['user']).toMatchObject({ name: 'Μαρία', locale: 'el' })
  expect(await shop.sql('select name, locale from members')).toEqual([{ name: 'Μαρία', locale: 'el' }])
  expect(await shop.auditOf(person.userId)).toEqual(['account.update'])
  expect((await api.patch('/me', {}, { as: person })).status).toBe(200)
  for (const body of [{ roles: ['owner'] }, { email: 'x@y.test' }, { locale: 'xx' }, { name: '' }])
    expect((await api.patch('/me', body, { as: person })).status).toBe(422)
})

test('sessions are listed without their tokens and ended one by one or all but this', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp('customer')
  const { email, password } = person
  const signIn = async () =>
    (await api.send<{ token: string }>('POST', '/api/auth/sign-in/email', { email, password })).body.token
  const [second, third] = [await signIn(), await signIn()]

  const { body, text } = await api.get<Sessions>('/me/sessions', { as: second })
  expect(body.data).toHaveLength(3)
  expect(body.data.filter((row) => row.isCurrent)).toHaveLength(1)
  for (const token of [second, third, person.token]) expect(text).not.toContain(token)

  const another = await api.signUp('customer')
  const notMine = body.data.find((row) => !row.isCurrent)!.id
  expect((await api.delete(`/me/sessions/${notMine}`, undefined, { as: another })).status).toBe(404)
  expect((await api.delete(`/me/sessions/${notMine}`, undefined, { as: second })).status).toBe(204)
  expect((await api.delete('/me/sessions', undefined, { as: second })).status).toBe(204)
  expect((await api.get('/me', { as: third })).status).toBe(401)
  expect((await api.get('/me', { as: person })).status).toBe(401)
  expect((await api.get('/me', { as: second })).status).toBe(200)
  expect((await api.get('/me', { as: another })).status).toBe(200)
})

test('the matrix says what each role may, and what I may', async () => {
  const api = client(await newShop())
  const lead = await api.signUp('lead')
  const { body } = await api.get<{
    roles: { role: string; permissions: string[] }[]
    permissions: string[]
    mine: string[]
  }>('/permissions', { as: lead })
  expect(body.roles.find((row) => row.role === 'owner')!.permissions).toEqual(body.permissions)
  expect(new Set(body.mine)).toEqual(new Set(body.roles.find((row) => row.role === 'lead')!.permissions))
  expect((await api.get('/permissions')).body['mine']).toEqual([])
})

test('the organisation shows everybody what a shop must, and its bank only to those who manage it', async () => {
  const shop = await newShop()
  const api = client(shop)
  const admin = await api.signUp('admin')
  const bank = { holder: 'Shop', iban: 'GR1601101250000000012300695' }
  const { headers } = await api.get('/organization')
  const etag = headers.get('etag')!
  const changed = await api.patch(
    '/organization',
    { name: 'Καλύτερο', settings: { bank, email: 'hello@shop.test' } },
    { as: admin, headers: { 'If-Match': etag } },
  )
  expect(changed.body).toMatchObject({ name: 'Καλύτερο', settings: { bank } })
  const stale = await api.patch('/organization', { name: 'x' }, { as: admin, headers: { 'If-Match': etag } })
  expect(stale.status).toBe(412)
  const { body, text } = await api.get('/organization')
  expect(body).toMatchObject({ name: 'Καλύτερο', settings: { email: 'hello@shop.test' }, priceKind: 'gross' })
  expect(text).not.toContain(bank.iban)
})
