import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { Authenticator } from '../../../test/authenticator.ts'
import { CookieJar } from '../../../test/cookies.ts'
import { client, type Client, type Person } from '../../../test/http.ts'
import { newShop } from '../../../test/world.ts'

type Answer = { token: string; code: string; twoFactorRedirect?: boolean }

const halfMinute = () => Math.floor(Date.now() / 30_000)

/** The code of RFC 6238 for the secret of an otpauth address, in one half minute. */
function codeOf(totpURI: string, at: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...new URL(totpURI).searchParams.get('secret')!.replaceAll('=', '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(at))
  const mac = createHmac('sha1', key).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** A browser that remembers its cookies. */
function browser(api: Client) {
  const jar = new CookieJar()
  return async <T = Answer>(method: string, path: string, body?: object) => {
    const reply = await api.send<T>(method, `/api/auth${path}`, body, { cookie: jar.header || undefined })
    jar.keep(reply.headers)
    return reply
  }
}

async function withSecondFactor(api: Client, person: Person) {
  const { password } = person
  const ask = { as: person }
  const enabled = await api.send<{ totpURI: string; backupCodes: string[] }>(
    'POST',
    '/api/auth/two-factor/enable',
    { password },
    ask,
  )
  const { totpURI, backupCodes } = enabled.body
  const at = halfMinute()
  const code = codeOf(totpURI, at)
  const confirmed = await api.send('POST', '/api/auth/two-factor/verify-totp', { code }, ask)
  expect(confirmed.status).toBe(200)
  return { totpURI, backupCodes, used: code, next: codeOf(totpURI, at + 1) }
}

test('with a second factor the password alone opens nothing; a code does, and does it once', async () => {
  const shop = await newShop({ name: 'Ελαιώνας' })
  const api = client(shop)
  const person = await api.signUp('customer')
  const { totpURI, used, next } = await withSecondFactor(api, person)
  expect(decodeURIComponent(totpURI)).toContain('Ελαιώνας')

  const phone = browser(api)
  const { email, password } = person
  const first = await phone('POST', '/sign-in/email', { email, password })
  expect(first.body).toMatchObject({ twoFactorRedirect: true })
  expect(first.body.token).toBeUndefined()
  const wrong = await phone('POST', '/two-factor/verify-totp', { code: '000000' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'INVALID_CODE'])
  // The code that confirmed the factor has been seen; the next half minute's has not.
  expect((await phone('POST', '/two-factor/verify-totp', { code: used })).status).toBe(401)
  const right = await phone('POST', '/two-factor/verify-totp', { code: next })
  expect(right.status).toBe(200)
  expect((await api.get('/me', { as: right.body.token })).body['user']).toMatchObject({
    twoFactorEnabled: true,
  })

  const thief = browser(api)
  await thief('POST', '/sign-in/email', { email, password })
  expect((await thief('POST', '/two-factor/verify-totp', { code: next })).status).toBe(401)
})

test('a recovery code opens once; new ones end the old; turning it off needs the password', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  const { backupCodes } = await withSecondFactor(api, person)
  const { email, password } = person
  const signIn = async (code: string) => {
    const tab = browser(api)
    await tab('POST', '/sign-in/email', { email, password })
    return tab('POST', '/two-factor/verify-backup-code', { code })
  }
  const { body } = await signIn(backupCodes[0]!)
  expect((await signIn(backupCodes[0]!)).status).toBe(401)

  const ask = { as: body.token }
  const post = <T = Answer>(path: string, body: object) =>
    api.send<T>('POST', `/api/auth/two-factor${path}`, body, ask)
  expect((await post('/generate-backup-codes', { password: 'not-mine-at-all' })).status).toBe(400)
  const { body: renewed } = await post<{ backupCodes: string[] }>('/generate-backup-codes', { password })
  expect((await signIn(backupCodes[1]!)).status).toBe(401)
  expect((await signIn(renewed.backupCodes[1]!)).status).toBe(200)

  expect((await post('/disable', { password: 'not-mine-at-all' })).status).toBe(400)
  expect((await post('/disable', { password })).status).toBe(200)
  expect((await browser(api)('POST', '/sign-in/email', { email, password })).body.token).toBeTruthy()
})

test('a passkey made at an organisation opens its account there, and only there', async () => {
  const shop = await newShop()
  const api = client(shop)
  const person = await api.signUp('customer')
  const device = new Authenticator(api.origin)
  const desk = browser(api)
  await desk('POST', '/sign-in/email', { email: person.email, password: person.password })
  const { body: wanted } = await desk<{ challenge: string; rp: { id: string } }>(
    'GET',
    '/passkey/generate-register-options',
  )
  expect(wanted.rp.id).toBe(new URL(api.origin).hostname)
  const made = await desk<{ id: string }>('POST', '/passkey/verify-registration', {
    response: device.register(wanted),
    name: 'My phone',
  })
  expect(made.status).toBe(200)
  expect((await desk('GET', '/passkey/list-user-passkeys')).text).toContain('My phone')

  const signIn = async (tab: ReturnType<typeof browser>) => {
    const { body } = await tab<{ challenge: string; rpId: string }>(
      'GET',
      '/passkey/generate-authenticate-options',
    )
    return tab<{ session: { token: string }; code: string }>('POST', '/passkey/verify-authentication', {
      response: device.signIn(body),
    })
  }
  const { body } = await signIn(browser(api))
  expect((await api.get('/me', { as: body.session.token })).body['user']).toMatchObject({ id: person.userId })
  expect((await signIn(browser(client(await newShop())))).status).toBe(400)

  device.isVerifying = false
  expect((await signIn(browser(api))).body.code).toBe('USER_VERIFICATION_REQUIRED')
  device.isVerifying = true
  const another = await api.signUp('customer')
  const steal = await api.send(
    'POST',
    '/api/auth/passkey/delete-passkey',
    { id: made.body.id },
    { as: another },
  )
  expect(steal.status).toBeGreaterThanOrEqual(401)
  expect((await desk('POST', '/passkey/delete-passkey', { id: made.body.id })).status).toBe(200)
  expect((await signIn(browser(api))).status).toBe(401)
})

test('a made-up or replayed passkey answer is refused, never a fault', async () => {
  const api = client(await newShop())
  const device = new Authenticator(api.origin)
  const tab = browser(api)
  const post = (path: string, response: object) => tab('POST', path, { response })
  const nonsense = { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: '%%%' } }
  expect((await post('/passkey/verify-authentication', nonsense)).status).toBe(400)
  await tab('GET', '/passkey/generate-authenticate-options')
  expect((await post('/passkey/verify-authentication', nonsense)).status).toBe(401)

  const person = await api.signUp('customer')
  await tab('POST', '/sign-in/email', { email: person.email, password: person.password })
  const { body } = await tab<{ challenge: string; rp: { id: string } }>(
    'GET',
    '/passkey/generate-register-options',
  )
  expect((await post('/passkey/verify-registration', nonsense)).status).toBe(400)
  expect((await post('/passkey/verify-registration', device.register(body))).status).toBe(400)
})
