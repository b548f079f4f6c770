import { expect, test } from 'vitest'
import { client, type Client, type Person, testPassword } from '../../../test/http.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import { createAuthFor } from './accounts.ts'

type Token = { token: string }
type Refusal = { code: string; message: string; errors?: { pointer: string }[] }

const auth = <T = Token & Refusal>(api: Client, path: string, body: object, ask = {}) =>
  api.send<T>('POST', `/api/auth${path}`, body, ask)
const signIn = (api: Client, { email, password }: Pick<Person, 'email' | 'password'>, ask = {}) =>
  auth(api, '/sign-in/email', { email, password }, ask)

/** The token in the link of the newest mail to somebody. */
async function mailedToken(shop: Shop, email: string): Promise<string> {
  const [mail] = await shop.sql<{ text: string }>(
    'select text from mails where recipient = $1 order by created_at desc, id desc limit 1',
    [email],
  )
  return decodeURIComponent(/token=([^\s&"]+)/.exec(mail!.text)![1]!)
}

test('signing in answers a token that works as a bearer, and sets a cookie that no script reads', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  const { status, body, headers } = await signIn(api, person)
  expect(status).toBe(200)
  expect((await api.get('/me', { as: body.token })).status).toBe(200)

  const cookie = headers.getSetCookie().find((line) => line.startsWith('stoa.session_token='))!
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  expect((await api.get('/me', { cookie: cookie.split(';')[0] })).status).toBe(200)
  const forged = cookie.split(';')[0]!.replace(/=([^.]+)\./, '=another-token.')
  expect((await api.get('/me', { cookie: forged })).status).toBe(401)

  expect((await auth(api, '/sign-out', {}, { as: body.token })).status).toBe(200)
  expect((await api.get('/me', { as: body.token })).status).toBe(401)
})

test('a wrong password and an unknown address are answered alike, as a problem', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  const wrong = await signIn(api, { ...person, password: 'not-this-one' })
  const unknown = await signIn(api, { email: 'nobody@nowhere.test', password: 'not-this-one' })
  for (const reply of [wrong, unknown]) {
    expect(reply.status).toBe(401)
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.body).toMatchObject({
      status: 401,
      code: 'INVALID_EMAIL_OR_PASSWORD',
      message: expect.any(String),
      instance: '/api/auth/sign-in/email',
    })
  }
})

test('what is not an address of ours, is badly formed or comes from another site is refused', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  for (const path of ['/sign-in/social', '/delete-user', '/list-accounts', '/ok'])
    expect((await auth(api, path, {})).status).toBe(404)
  expect((await signIn(api, { email: 'a\0b@c.test', password: 'x' })).status).toBe(422)
  expect((await signIn(api, { email: { $gt: '' } as never, password: 'x' })).status).toBe(422)
  const raw = { raw: '{', headers: { 'Content-Type': 'application/json' } }
  expect((await api.send('POST', '/api/auth/sign-in/email', undefined, raw)).status).toBe(400)
  const foreign = await signIn(api, person, { headers: { Origin: 'https://evil.example' } })
  expect([foreign.status, foreign.body.code]).toEqual([403, 'cross_origin'])
  expect((await signIn(api, person, { headers: { Origin: api.origin } })).status).toBe(200)
})

test('passwords that are short, common or made of the name are refused before anything happens', async () => {
  const shop = await newShop({ name: 'Ελαιώνας' })
  const api = client(shop)
  const attempt = (password: string) =>
    auth(api, '/sign-up/email', { name: 'Maria Papadaki', email: 'mpapadaki@people.test', password })
  expect((await attempt('short')).body.code).toBe('password_too_short')
  expect((await attempt('Password2026')).body.code).toBe('password_common')
  expect((await attempt('MariaPapadaki1')).body.code).toBe('password_personal')
  expect((await attempt('ελαιωνας-2026')).body.code).toBe('password_personal')
  expect((await attempt('Password2026')).body.errors).toMatchObject([{ pointer: '/password' }])
  expect(await shop.sql('select 1 from members')).toEqual([])
})

test('signing up sends a link that confirms the address', async () => {
  const shop = await newShop()
  const api = client(shop)
  const email = `verify-${Date.now()}@people.test`
  const { body } = await auth(api, '/sign-up/email', { name: 'Eleni', email, password: testPassword })
  const isVerified = async () =>
    ((await api.get('/me', { as: body.token })).body['user'] as { emailVerified: boolean }).emailVerified
  expect(await isVerified()).toBe(false)
  const token = await mailedToken(shop, email)
  expect((await api.send('GET', `/api/auth/verify-email?token=${token}x`)).status).toBe(401)
  expect((await api.send('GET', `/api/auth/verify-email?token=${token}`)).status).toBe(200)
  expect(await isVerified()).toBe(true)

  const again = await auth(api, '/sign-up/email', { name: 'Eleni', email, password: testPassword })
  expect([again.status, again.body.code]).toEqual([422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL'])
})

test('a reset link works once, ends every session, and leads to the host it was asked at', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp('customer')
  const other = (await signIn(api, person)).body.token
  expect((await auth(api, '/request-password-reset', { email: person.email })).status).toBe(200)
  const [mail] = await shop.sql<{ text: string }>('select text from mails')
  expect(mail!.text).toContain(`${api.origin}/reset-password?token=`)

  const token = await mailedToken(shop, person.email)
  const weak = await auth(api, '/reset-password', { token, newPassword: 'Password2026' })
  expect(weak.body.code).toBe('password_common')
  const newPassword = 'seven-boats-in-the-harbour'
  expect((await auth(api, '/reset-password', { token, newPassword })).status).toBe(200)
  expect((await auth(api, '/reset-password', { token, newPassword })).status).toBe(400)
  for (const as of [person.token, other]) expect((await api.get('/me', { as })).status).toBe(401)
  expect((await signIn(api, person)).status).toBe(401)
  expect((await signIn(api, { ...person, password: newPassword })).status).toBe(200)
})

test('asking to reset an unknown address says the same and sends nothing', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp('customer')
  const known = await auth(api, '/request-password-reset', { email: person.email })
  const unknown = await auth(api, '/request-password-reset', { email: 'nobody@nowhere.test' })
  expect(unknown.text).toBe(known.text)
  expect(await shop.sql('select recipient from mails')).toEqual([{ recipient: person.email }])
})

test('changing the password needs the old one and ends the other sessions', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  const mine = (await signIn(api, person)).body.token
  const change = (currentPassword: string, as = mine) =>
    auth(api, '/change-password', { currentPassword, newPassword: 'nine-lemons-on-the-sill' }, { as })
  expect((await change('not-the-old-one')).status).toBe(400)
  const { status, body } = await change(person.password)
  expect(status).toBe(200)
  expect((await api.get('/me', { as: person })).status).toBe(401)
  expect((await api.get('/me', { as: body.token })).status).toBe(200)
  expect((await change(person.password, 'stoa_a-key-is-no-session')).status).toBe(401)
})

test('a session of the older secret still counts, also for the accounts themselves', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp('customer')
  const { headers } = await signIn(api, person)
  const cookie = headers
    .getSetCookie()
    .find((line) => line.startsWith('stoa.session_token='))!
    .split(';')[0]!
  const rotated = client({
    ...shop,
    services: {
      ...shop.services,
      secrets: ['a-newer-secret-0123456789-abcdefghi', ...shop.services.secrets],
    },
  })
  expect((await rotated.get('/me', { cookie })).status).toBe(200)
  const session = await rotated.send<{ user: { id: string } }>('GET', '/api/auth/get-session', undefined, {
    cookie,
  })
  expect(session.body.user.id).toBe(person.userId)
})

test('under https the cookie is one that only this very host can set', async () => {
  const shop = await newShop()
  const api = client({ ...shop, services: { ...shop.services, url: 'https://localhost:3000' } })
  const person = await api.signUp('customer')
  const { headers } = await signIn(api, person)
  const cookie = headers.getSetCookie().find((line) => line.includes('session_token='))!
  expect(cookie).toMatch(/^__Host-stoa\.session_token=/)
  expect(cookie).toMatch(/; Path=\//)
  expect(cookie).toMatch(/; Secure/)
  expect(cookie).not.toMatch(/Domain/i)
  const pair = cookie.split(';')[0]!
  expect((await api.get('/me', { cookie: pair })).status).toBe(200)
  expect((await api.get('/me', { cookie: pair.replace('__Host-', '') })).status).toBe(401)
})

test('a made-up host leads no mail astray', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp('customer')
  const auth = createAuthFor(shop.services)
  const sent = await auth.handler(
    new Request('http://evil.example/api/auth/request-password-reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'stoa-organization': shop.organization.slug },
      body: JSON.stringify({ email: person.email }),
    }),
  )
  expect(sent.status).toBe(200)
  const [mail] = await shop.sql<{ text: string }>('select text from mails')
  expect(mail!.text).toContain(`${api.origin}/reset-password?token=`)
  expect(mail!.text).not.toContain('evil.example')
})
