import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop } from '../../../test/world.ts'

type Member = { id: string; roles: string[]; status: string; version: number }

test('an administrator changes roles within their own power, and it is audited', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [admin, owner, person] = [
    await api.signUp('admin'),
    await api.signUp('owner'),
    await api.signUp('customer'),
  ]

  const changed = await api.patch<Member>(`/members/${person.userId}`, { roles: ['member'] }, { as: admin })
  expect([changed.status, changed.body.roles, changed.body.version]).toEqual([200, ['member'], 2])
  expect(await shop.auditOf(person.userId)).toEqual(['member.update'])
  expect((await api.get('/me', { as: person })).body['roles']).toEqual(['member'])

  const made = await api.patch(`/members/${person.userId}`, { roles: ['owner'] }, { as: admin })
  expect([made.status, made.body['code']]).toEqual([403, 'owner_only'])
  for (const change of [{ roles: ['admin'] }, { status: 'suspended' }, { producerIds: [] }])
    expect((await api.patch(`/members/${owner.userId}`, change, { as: admin })).status).toBe(403)
  expect((await api.delete(`/members/${owner.userId}`, undefined, { as: admin })).status).toBe(403)
  expect((await api.patch(`/members/${person.userId}`, { roles: ['owner'] }, { as: owner })).status).toBe(200)
})

test('a role or producer that is not there is refused, and so is a version that somebody passed', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [admin, person] = [await api.signUp('admin'), await api.signUp('customer')]
  const change = (body: object, headers = {}) =>
    api.patch(`/members/${person.userId}`, body, { as: admin, headers })

  expect((await change({ roles: ['emperor'] })).status).toBe(422)
  expect((await change({ roles: [] })).status).toBe(422)
  expect((await change({ permissions: ['audit.read'] })).status).toBe(422)
  expect((await change({ producerIds: [crypto.randomUUID()] })).status).toBe(422)
  expect((await change({ status: 'suspended' }, { 'If-Match': '"v7"' })).status).toBe(412)
  expect((await change({ status: 'suspended' }, { 'If-Match': '"v1"' })).status).toBe(200)
  expect((await api.get('/me', { as: person })).body).toMatchObject({ status: 'suspended', roles: [] })
})

test('the last owner stays, also when two owners remove each other at once', async () => {
  const shop = await newShop()
  const api = client(shop)
  const first = await api.signUp('owner')
  const alone = [
    await api.patch(`/members/${first.userId}`, { roles: ['admin'] }, { as: first }),
    await api.patch(`/members/${first.userId}`, { status: 'suspended' }, { as: first }),
    await api.delete(`/members/${first.userId}`, undefined, { as: first }),
  ]
  expect(alone.map((reply) => reply.body['code'])).toEqual(['last_owner', 'last_owner', 'last_owner'])

  for (let round = 0; round < 5; round++) {
    const shop = await newShop()
    const api = client(shop)
    const [a, b] = [await api.signUp('owner'), await api.signUp('owner')]
    const replies = await Promise.all([
      api.patch(`/members/${b.userId}`, { roles: ['customer'] }, { as: a }),
      api.patch(`/members/${a.userId}`, { roles: ['customer'] }, { as: b }),
    ])
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const owners = await shop.sql("select 1 from members where 'owner' = any(roles)")
    expect(owners).toHaveLength(1)
  }
})

test('a removed member is a stranger at once, with all their keys', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [admin, person] = [await api.signUp('admin'), await api.signUp('lead')]
  const { body } = await api.post<{ key: string }>('/api-keys', { name: 'Till' }, { as: person })
  expect((await api.get('/me', { as: body.key })).body['roles']).toEqual(['lead'])

  expect((await api.delete(`/members/${person.userId}`, undefined, { as: admin })).status).toBe(204)
  expect((await api.get('/me', { as: body.key })).status).toBe(401)
  expect((await api.get('/me', { as: person })).body).toMatchObject({ status: 'none', roles: [] })
  expect((await api.delete(`/members/${person.userId}`, undefined, { as: admin })).status).toBe(404)
})

test('the list is searched, filtered, sorted and paged without losing anybody', async () => {
  const api = client(await newShop())
  const admin = await api.signUp('admin', { name: 'Zoe' })
  for (const name of ['ΝΙΚΟΣ', 'Νίκος', 'Bob 100%', 'Bob 1000']) await api.signUp('customer', { name })
  const names = async (query: string) => {
    const { body } = await api.get<{ data: { name: string }[] }>(`/members?${query}`, { as: admin })
    return body.data.map((row) => row.name)
  }
  expect(await names('q=bob&sort=name')).toEqual(['Bob 100%', 'Bob 1000'])
  expect(await names('q=100%25')).toEqual(['Bob 100%'])
  expect(await names('role=admin')).toEqual(['Zoe'])
  expect(await names('status=waiting')).toEqual([])

  for (const sort of ['name', '-createdAt']) {
    const whole = await names(`sort=${sort}`)
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: { data: { name: string }[]; page: { next: string | null } } } = await api.get(
        `/members?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`,
        { as: admin },
      )
      paged.push(...page.body.data.map((row) => row.name))
      cursor = page.body.page.next
    }
    expect(paged).toEqual(whole)
    expect(paged).toHaveLength(5)
  }
})

test('another organisation sees and changes nobody here', async () => {
  const [here, there] = [client(await newShop()), client(await newShop())]
  const person = await here.signUp('customer')
  const admin = await there.signUp('admin')
  const owner = await there.signUp('owner')
  for (const as of [admin, owner]) {
    expect((await there.get(`/members/${person.userId}`, { as })).status).toBe(404)
    expect((await there.patch(`/members/${person.userId}`, { roles: ['admin'] }, { as })).status).toBe(404)
    expect((await there.delete(`/members/${person.userId}`, undefined, { as })).status).toBe(404)
    // Their own session names them here too, and lets them do nothing.
    expect((await here.get('/members', { as })).status).toBe(403)
  }
})
