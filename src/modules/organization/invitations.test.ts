import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop, type Shop } from '../../../test/world.ts'

type Made = { id: string; url: string; state: string }
const day = 86_400_000

async function invite(shop: Shop, email: string, roles: string[], now = new Date()) {
  const api = client(shop)
  const as = await api.signUp('admin')
  const { status, body } = await api.post<Made>('/invitations', { email, roles }, { as, now })
  expect(status).toBe(201)
  return { api, as, id: body.id, token: new URL(body.url).searchParams.get('token')! }
}

test('an invited account joins with the invited roles, once, and a second press changes nothing', async () => {
  const shop = await newShop()
  const { api, token, as, id } = await invite(shop, 'eleni0@work.test', ['accountant'])
  const eleni = await api.signUp(null, { email: 'eleni0@work.test' })
  const stranger = await api.signUp(null)

  const other = await api.post('/invitations/acceptance', { token }, { as: stranger })
  expect([other.status, other.body['code']]).toEqual([409, 'other_account'])
  const accept = () => api.post('/invitations/acceptance', { token }, { as: eleni })
  expect([(await accept()).status, (await accept()).status]).toEqual([200, 200])
  expect((await api.get('/me', { as: eleni })).body['roles']).toEqual(['accountant'])
  expect(await shop.auditOf(id)).toEqual(['invitation.create', 'invitation.accept'])
  expect(await shop.auditOf(eleni.userId)).toEqual(['member.join'])
  expect((await api.post('/invitations/lookup', { token })).body['code']).toBe('invitation_used')
  expect((await api.delete(`/invitations/${id}`, undefined, { as })).body['code']).toBe('invitation_used')
})

test('ten acceptances at once are one', async () => {
  const shop = await newShop()
  const { api, token, id } = await invite(shop, 'eleni1@work.test', ['lead'])
  const eleni = await api.signUp('customer', { email: 'eleni1@work.test' })
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => api.post('/invitations/acceptance', { token }, { as: eleni })),
  )
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]))
  expect(await shop.auditOf(id)).toEqual(['invitation.create', 'invitation.accept'])
  expect((await api.get('/me', { as: eleni })).body['roles']).toEqual(
    expect.arrayContaining(['customer', 'lead']),
  )
})

test('a token that is old, withdrawn, replaced, unknown or of another organisation opens nothing', async () => {
  const shop = await newShop()
  const made = new Date()
  const { api, token, as, id } = await invite(shop, 'eleni2@work.test', ['member'], made)
  const eleni = await api.signUp(null, { email: 'eleni2@work.test' })
  const codeOf = async (token: string, ask = {}) =>
    (await api.post('/invitations/acceptance', { token }, { as: eleni, ...ask })).body['code']

  expect(await codeOf(token, { now: new Date(made.getTime() + 7 * day + 1000) })).toBe('invitation_expired')
  expect(await codeOf('x'.repeat(43))).toBe('not_found')
  const elsewhere = client(await newShop())
  const there = await elsewhere.post('/invitations/acceptance', { token }, { as: eleni })
  expect(there.status).toBe(404)

  await api.post('/invitations', { email: 'Eleni2@work.test', roles: ['member'] }, { as })
  expect(await codeOf(token)).toBe('invitation_revoked')
  expect((await api.delete(`/invitations/${id}`, undefined, { as })).status).toBe(200)
  const { body } = await api.get<{ data: { state: string }[] }>('/invitations', { as })
  expect(body.data.map((row) => row.state)).toEqual(['open', 'revoked'])
  expect((await api.get('/me', { as: eleni })).body['status']).toBe('none')
})

test('nobody invites to more than they may themselves, nor somebody who works here already', async () => {
  const shop = await newShop()
  const api = client(shop)
  const as = await api.signUp('admin')
  await api.signUp('lead', { email: 'lead@work.test' })
  const send = (email: string, roles: string[]) => api.post('/invitations', { email, roles }, { as })

  expect((await send('new@work.test', ['owner'])).body['code']).toBe('owner_only')
  expect((await send('lead@work.test', ['admin'])).body['code']).toBe('already_member')
  expect((await send('not an address', ['admin'])).status).toBe(422)
  expect(await shop.sql('select 1 from invitations')).toEqual([])
  const owner = await api.signUp('owner')
  const byOwner = await api.post('/invitations', { email: 'heir@work.test', roles: ['owner'] }, { as: owner })
  expect(byOwner.status).toBe(201)
})

test('the mail carries the link, and neither the list nor the audit log knows the token', async () => {
  const shop = await newShop()
  const { api, token, as, id } = await invite(shop, 'eleni3@work.test', ['lead', 'accountant'])
  const [mail] = await shop.sql<{ recipient: string; html: string; subject: string }>('select * from mails')
  expect(mail!.recipient).toBe('eleni3@work.test')
  expect(mail!.html).toContain(token)
  expect((await api.get('/invitations', { as })).text).not.toContain(token)
  const [written] = await shop.sql<{ after: object }>('select after from audit where entity_id = $1', [id])
  expect(JSON.stringify(written)).not.toContain(token)
})
