import { expect, test } from 'vitest'
import { client, type Client, type Person } from '../../../test/http.ts'
import { newShop, world } from '../../../test/world.ts'
import type { AppError } from '../http/app-error.ts'
import type { Services } from '../tenancy/context.ts'
import { attemptPassword } from './attempts.ts'

const signIn = (api: Client, person: Person, from: string, password = person.password) =>
  api.send('POST', '/api/auth/sign-in/email', { email: person.email, password }, { from })
const wrong = (api: Client, person: Person, from: string) => signIn(api, person, from, 'not-this-one')

test('ten wrong passwords are 401, the next is 429 with Retry-After, at that address only', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  for (let n = 0; n < 10; n++) expect((await wrong(api, person, '203.0.113.1')).status).toBe(401)
  const refused = await signIn(api, person, '203.0.113.1')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(refused.headers.get('ratelimit')).toContain('r=0')
  // The owner, elsewhere, is not locked out by the stranger.
  expect((await signIn(api, person, '198.51.100.7')).status).toBe(200)
})

test('thirty guesses at once get no more tries than one after the other', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  const replies = await Promise.all(Array.from({ length: 30 }, () => wrong(api, person, '203.0.113.2')))
  expect(replies.filter((reply) => reply.status === 401)).toHaveLength(10)
  expect(replies.filter((reply) => reply.status === 429)).toHaveLength(20)
})

const attempt = (services: Services, account: string, address: string) =>
  attemptPassword(services, 'sign-in', { account, address })
const refusal = async (work: Promise<unknown>): Promise<number> => {
  const error = await work.then(
    () => null,
    (error: AppError) => error,
  )
  return Number(error?.extra.headers?.['Retry-After'] ?? 0)
}

test('a right password takes the wrong ones back', async () => {
  const services = await world()
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 9; n++) await attempt(services, 'back@people.test', '203.0.113.3')
    const last = await attempt(services, 'back@people.test', '203.0.113.3')
    expect(last.standing!.remaining).toBe(0)
    await last.succeeded()
  }
})

test('who goes on guessing waits longer: twenty wrong ones in two hours close the door for hours', async () => {
  const services = await world()
  const guess = () => attempt(services, 'longer@people.test', '203.0.113.4')
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 10; n++) await guess()
    expect(await refusal(guess())).toBeGreaterThan(800)
    await services.database.app.query("update rate_limits set resets_at = resets_at - interval '16 minutes'")
  }
  expect(await refusal(guess())).toBeGreaterThan(3600)
})

test('a swarm of addresses closes the account to strangers, and never to an address its owner came from', async () => {
  const services = await world()
  const at = (address: string) => attempt(services, 'swarmed@people.test', address)
  await (await at('198.51.100.9')).succeeded()
  for (let n = 0; n < 100; n++) await at(`10.0.${n}.1`)
  expect(await refusal(at('10.1.1.1'))).toBeGreaterThan(0)
  expect(await refusal(at('198.51.100.9'))).toBe(0)
})

test('one address that fails at many accounts is slowed at all of them but those it reached before', async () => {
  const services = await world()
  const at = (account: string) => attempt(services, account, '203.0.113.5')
  await (await at('known@people.test')).succeeded()
  for (let n = 0; n < 100; n++) await at(`p${n}@people.test`)
  expect(await refusal(at('another@people.test'))).toBeGreaterThan(0)
  expect(await refusal(at('known@people.test'))).toBe(0)
})

test('mails to one address are few, and so are wrong second factors', async () => {
  const api = client(await newShop())
  const person = await api.signUp('customer')
  const reset = () => api.send('POST', '/api/auth/request-password-reset', { email: person.email })
  for (let n = 0; n < 5; n++) expect((await reset()).status).toBe(200)
  const refused = await reset()
  expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json'])
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)

  const guess = () => api.send('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })
  for (let n = 0; n < 10; n++) expect((await guess()).status).toBe(401)
  expect((await guess()).status).toBe(429)
})

test('with the limits off nobody is counted', async () => {
  const shop = await newShop()
  const free = { ...shop.services, env: { ...shop.services.env, limits: false } }
  const api = client({ ...shop, services: free })
  const person = await api.signUp('customer')
  for (let n = 0; n < 12; n++) expect((await wrong(api, person, '203.0.113.6')).status).toBe(401)
})
