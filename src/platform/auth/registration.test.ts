import { expect, test } from 'vitest'
import { client, type Client } from '../../../test/http.ts'
import { newShop } from '../../../test/world.ts'

const password = 'open-the-stoa-2026'
let made = 0
const fresh = () => `new-${Date.now()}-${made++}@people.test`

type SignedUp = { token: string; user: { id: string } }
const signUp = (api: Client, email: string, more: object = {}) =>
  api.send<SignedUp & { code: string }>('POST', '/api/auth/sign-up/email', {
    name: 'Maria',
    email,
    password,
    ...more,
  })

test('where registration is open, who signs up is a customer at once', async () => {
  const shop = await newShop({ registration: 'open' })
  const api = client(shop)
  const { status, body } = await signUp(api, fresh())
  expect(status).toBe(200)
  expect((await api.get('/me', { as: body.token })).body).toMatchObject({
    status: 'active',
    roles: ['customer'],
    permissions: [],
  })
  expect(await shop.auditOf(body.user.id)).toEqual(['member.join'])
})

test('nobody chooses their own role or standing, whatever they send along', async () => {
  const shop = await newShop()
  const api = client(shop)
  const wishes = [
    { role: 'owner' },
    { roles: ['owner'] },
    { emailVerified: true },
    { producerIds: [crypto.randomUUID()] },
    { twoFactorEnabled: true },
    { id: crypto.randomUUID() },
    { data: { role: 'admin' } },
    { __proto__x: 1 },
  ]
  for (const wish of wishes) {
    const reply = await signUp(api, fresh(), wish)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
  }
  const { body } = await signUp(api, fresh())
  for (const path of ['/api/auth/update-user', '/api/auth/update-session', '/api/auth/admin/set-role'])
    expect((await api.send('POST', path, { role: 'owner' }, { as: body.token })).status).toBe(404)
  expect((await api.patch('/me', { roles: ['owner'] }, { as: body.token })).status).toBe(422)
  expect(await shop.sql('select roles from members')).toEqual([{ roles: ['customer'] }])
})

test('an account of elsewhere joins on its first sign-in, once', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp(null)
  const { email, password } = person
  const signIn = () => api.send<SignedUp>('POST', '/api/auth/sign-in/email', { email, password })
  const replies = await Promise.all([signIn(), signIn(), signIn()])
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200])
  expect(await shop.sql('select roles, status from members')).toEqual([
    { roles: ['customer'], status: 'active' },
  ])
  expect(await shop.auditOf(person.userId)).toEqual(['member.join'])
})

test('where it is by approval, one waits, is let in or turned away, and cannot come in again by oneself', async () => {
  const shop = await newShop({ registration: 'approval' })
  const api = client(shop)
  const admin = await api.signUp('admin')
  const [first, second] = [(await signUp(api, fresh())).body, (await signUp(api, fresh())).body]
  expect((await api.get('/me', { as: first.token })).body).toMatchObject({ status: 'waiting', roles: [] })

  const waiting = await api.get<{ data: object[] }>('/members?status=waiting', { as: admin })
  expect(waiting.body.data).toHaveLength(2)
  const decide = (id: string, what: string) => api.post(`/members/${id}/${what}`, undefined, { as: admin })
  for (let press = 0; press < 2; press++) {
    expect((await decide(first.user.id, 'approval')).body['status']).toBe('active')
    expect((await decide(second.user.id, 'refusal')).body['status']).toBe('suspended')
  }
  expect(await shop.auditOf(first.user.id)).toEqual(['member.join', 'member.approve'])
  const welcomes = await shop.sql("select 1 from mails where template = 'account.welcome'")
  expect(welcomes).toHaveLength(1)
  expect((await api.get('/me', { as: first.token })).body).toMatchObject({
    status: 'active',
    roles: ['customer'],
  })
  expect((await decide(first.user.id, 'refusal')).status).toBe(409)
  expect((await decide(second.user.id, 'approval')).status).toBe(409)
})

test('where it is by invitation, nobody signs up without one, and with one they get its roles', async () => {
  const shop = await newShop({ registration: 'invitation' })
  const api = client(shop)
  const admin = await api.signUp('admin')
  expect((await signUp(api, fresh())).body.code).toBe('invitation_required')
  expect((await signUp(api, fresh(), { invitation: 'made-up' })).status).toBe(404)

  const email = fresh()
  const { body } = await api.post<{ url: string }>('/invitations', { email, roles: ['lead'] }, { as: admin })
  const invitation = new URL(body.url).searchParams.get('token')!
  expect((await signUp(api, fresh(), { invitation })).body.code).toBe('other_account')
  const joined = await signUp(api, email, { invitation })
  expect((await api.get('/me', { as: joined.body.token })).body).toMatchObject({
    status: 'active',
    roles: ['lead'],
    user: { emailVerified: true },
  })
  expect(await shop.sql("select template from mails where template = 'account.verify'")).toEqual([])

  // Whoever has an account elsewhere may sign in, and is a stranger here.
  const stranger = await api.signUp(null)
  const { email: address, password } = stranger
  await api.send('POST', '/api/auth/sign-in/email', { email: address, password })
  expect((await api.get('/me', { as: stranger })).body).toMatchObject({ status: 'none', roles: [] })
})

test('a suspended member stays out when they sign in again', async () => {
  const shop = await newShop()
  const api = client(shop)
  const [admin, person] = [await api.signUp('admin'), await api.signUp('lead')]
  await api.patch(`/members/${person.userId}`, { status: 'suspended' }, { as: admin })
  const { email, password } = person
  const { body } = await api.send<SignedUp>('POST', '/api/auth/sign-in/email', { email, password })
  expect((await api.get('/me', { as: body.token })).body).toMatchObject({ status: 'suspended', roles: [] })
})
