import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop } from '../../../test/world.ts'

type NewKey = { id: string; key: string; prefix: string }

test('a key is shown once, stands for its maker, and ends when it is revoked', async () => {
  const shop = await newShop()
  const api = client(shop)
  const as = await api.signUp('admin')
  const made = await api.post<NewKey>('/api-keys', { name: 'Warehouse' }, { as })
  expect(made.status).toBe(201)
  expect(made.body.key).toMatch(/^stoa_[\w-]{43}$/)
  expect(made.body.key.startsWith(made.body.prefix)).toBe(true)
  expect((await api.get('/api-keys', { as })).text).not.toContain(made.body.key)
  const [stored] = await shop.sql('select * from api_keys')
  expect(JSON.stringify(stored)).not.toContain(made.body.key)

  expect((await api.get('/me', { as: made.body.key })).body).toMatchObject({
    via: 'key',
    user: { id: as.userId },
    roles: ['admin'],
  })
  const revoke = () => api.delete(`/api-keys/${made.body.id}`, undefined, { as })
  expect([(await revoke()).status, (await revoke()).status]).toEqual([200, 200])
  expect((await api.get('/me', { as: made.body.key })).status).toBe(401)
  expect(await shop.auditOf(made.body.id)).toEqual(['apiKey.create', 'apiKey.revoke'])
})

test('asked again under the same Idempotency-Key the key is shown again, yet lies nowhere in clear', async () => {
  const shop = await newShop()
  const api = client(shop)
  const as = await api.signUp('admin')
  const make = () => api.post<NewKey>('/api-keys', { name: 'Warehouse' }, { as, key: 'make-one' })
  const [first, second] = [await make(), await make()]
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  const kept = await shop.sql<{ answer: string }>('select * from idempotency_keys')
  expect(kept).toHaveLength(1)
  expect(Buffer.from(kept[0]!.answer, 'base64').toString()).not.toContain('stoa_')

  // Moved to another key's place it opens for nobody, and the work is not done again for want of it.
  await shop.sql("update idempotency_keys set key = 'make-two'")
  const moved = await api.post('/api-keys', { name: 'Warehouse' }, { as, key: 'make-two' })
  expect([moved.status, moved.body['code']]).toEqual([409, 'answer_lost'])
})

test('a key never may more than its maker, now or later', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [owner, lead] = [await api.signUp('owner'), await api.signUp(['lead', 'accountant'])]
  expect((await api.post('/api-keys', { name: 'x', roles: ['admin'] }, { as: lead })).status).toBe(422)
  const { body } = await api.post<NewKey>('/api-keys', { name: 'x', roles: ['lead'] }, { as: lead })
  expect((await api.get('/me', { as: body.key })).body['roles']).toEqual(['lead'])

  await api.patch(`/members/${lead.userId}`, { roles: ['accountant'] }, { as: owner })
  expect((await api.get('/me', { as: body.key })).body).toMatchObject({ roles: [], permissions: [] })
})

test('a read-only key reads and changes nothing; no key makes keys, names owners or ends sessions', async () => {
  const shop = await newShop()
  const api = client(shop)
  const owner = await api.signUp('owner')
  const make = async (body: object) => (await api.post<NewKey>('/api-keys', body, { as: owner })).body.key
  const reading = await make({ name: 'reads', isReadOnly: true })
  const person = await api.signUp('customer')

  expect((await api.get('/members', { as: reading })).status).toBe(200)
  expect((await api.patch('/organization', { name: 'Theirs' }, { as: reading })).status).toBe(403)
  const keyed = await api.patch(`/members/${person.userId}`, { roles: ['admin'] }, { as: reading })
  expect(keyed.status).toBe(403)

  const writing = await make({ name: 'writes' })
  expect((await api.patch(`/members/${person.userId}`, { roles: ['lead'] }, { as: writing })).status).toBe(
    200,
  )
  const owned = await api.patch(`/members/${person.userId}`, { roles: ['owner'] }, { as: writing })
  expect(owned.body['code']).toBe('owner_only')
  expect((await api.post('/api-keys', { name: 'child' }, { as: writing })).status).toBe(403)
  expect((await api.get('/me/sessions', { as: writing })).status).toBe(403)
  expect((await api.delete('/me/sessions', undefined, { as: writing })).status).toBe(403)
})

test('a key ends by its own date', async () => {
  const shop = await newShop()
  const api = client(shop)
  const as = await api.signUp('member')
  const past = await api.post('/api-keys', { name: 'x', expiresAt: '2020-01-01T00:00:00Z' }, { as })
  expect(past.status).toBe(422)
  const expiresAt = new Date(Date.now() + 3600_000).toISOString()
  const { body } = await api.post<NewKey>('/api-keys', { name: 'x', expiresAt }, { as })
  expect((await api.get('/me', { as: body.key })).status).toBe(200)
  await shop.sql("update api_keys set expires_at = now() - interval '1 second'")
  expect((await api.get('/me', { as: body.key })).status).toBe(401)
})

test('an access token works like its key, only in its organisation, and dies with it', async () => {
  const shop = await newShop()
  const api = client(shop)
  const as = await api.signUp('admin')
  const { body } = await api.post<NewKey>('/api-keys', { name: 'machine' }, { as })
  expect((await api.post('/api-keys/token', undefined, { as })).status).toBe(403)
  const { body: given } = await api.post<{ accessToken: string; expiresIn: number }>(
    '/api-keys/token',
    undefined,
    { as: body.key },
  )
  expect(given.expiresIn).toBe(900)
  expect((await api.get('/members', { as: given.accessToken })).status).toBe(200)
  expect((await api.post('/api-keys/token', undefined, { as: given.accessToken })).status).toBe(403)
  expect((await client(await newShop()).get('/me', { as: given.accessToken })).status).toBe(401)

  await api.delete(`/api-keys/${body.id}`, undefined, { as })
  expect((await api.get('/members', { as: given.accessToken })).status).toBe(401)
})

test('people see their own keys, those who manage keys see and end all, other organisations none', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [admin, lead, other] = [
    await api.signUp('admin'),
    await api.signUp('lead'),
    await api.signUp('member'),
  ]
  const { body } = await api.post<NewKey>('/api-keys', { name: 'lead' }, { as: lead })
  const countFor = async (as: typeof admin) =>
    (await api.get<{ data: object[] }>('/api-keys', { as })).body.data.length
  expect([await countFor(admin), await countFor(lead), await countFor(other)]).toEqual([1, 1, 0])
  expect((await api.delete(`/api-keys/${body.id}`, undefined, { as: other })).status).toBe(404)
  const elsewhere = client(await newShop())
  const stranger = await elsewhere.signUp('owner')
  expect((await elsewhere.delete(`/api-keys/${body.id}`, undefined, { as: stranger })).status).toBe(404)
  expect((await api.delete(`/api-keys/${body.id}`, undefined, { as: admin })).status).toBe(200)
  expect((await api.post('/api-keys', { name: 'x' }, { as: await api.signUp(null) })).status).toBe(403)
})

test('the last use is noted', async () => {
  const shop = await newShop()
  const api = client(shop)
  const as = await api.signUp('member')
  const { body } = await api.post<NewKey>('/api-keys', { name: 'x' }, { as })
  await api.get('/me', { as: body.key })
  await expect
    .poll(async () => (await shop.sql<{ last_used_at: Date }>('select * from api_keys'))[0]!.last_used_at)
    .toBeInstanceOf(Date)
})
