/** Every operation, fed what nobody should send: never a fault of ours, always a problem document. The seed is printed with a failure. */
import { beforeAll, expect, test } from 'vitest'
import { endpoints } from '../src/modules.ts'
import { doors } from '../src/platform/auth/doors.ts'
import { type Client, client, type Person, type Reply } from './http.ts'
import {
  brokenJson,
  generator,
  odd,
  oddCursor,
  oddObject,
  oddSegment,
  oddText,
  type Random,
} from './odd-values.ts'
import { type Listed, operations, sampleOf } from './sample.ts'
import { newShop } from './world.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20260613)
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 60)
/** On a slow machine there are fewer rounds rather than a longer wait. */
const budgetMs = Number(process.env['FUZZ_MS'] ?? 50_000)

let api: Client
let owner: Person
const known: string[] = []

beforeAll(async () => {
  const shop = await newShop()
  // Counting is proved elsewhere; here it would only turn the rest into 429.
  api = client({ ...shop, services: { ...shop.services, env: { ...shop.services.env, limits: false } } })
  owner = await api.signUp('owner')
  known.push(owner.userId)
})

test('every operation with broken bodies, queries, paths and headers', { timeout: 180_000 }, async () => {
  const random = generator(seed)
  const faults = new Map<string, string>()
  const until = Date.now() + budgetMs
  for (let round = 0; round < rounds && Date.now() < until; round++) {
    for (const listed of operations) {
      const attack = attackOn(listed, random)
      const reply = await api.send(listed.method, attack.path, undefined, attack.ask).catch(String)
      const fault = faultIn(reply, attack.path)
      const name = `${listed.method} ${listed.path}`
      // One of each kind is enough to find it.
      if (fault && !faults.has(name))
        faults.set(name, `${attack.path.slice(0, 300)} ${attack.sent.slice(0, 300)}: ${fault}`)
      if (!fault) remember(reply as Reply<unknown>)
    }
  }
  expect({ seed, faults: [...faults] }).toEqual({ seed, faults: [] })
})

test('the accounts too', { timeout: 60_000 }, async () => {
  const random = generator(seed)
  const faults: string[] = []
  for (const door of Object.keys(doors)) {
    const [method, path] = door.split(' ') as [string, string]
    for (let round = 0; round < rounds; round++) {
      const body = { ...accountBody(), ...(oddObject(random) as object) }
      const raw = random.chance(0.2)
        ? brokenJson(random)
        : JSON.stringify(random.chance(0.2) ? odd(random) : body)
      const query = random.chance(0.2)
        ? `?token=${encodeURIComponent(String(oddText(random)).toWellFormed())}`
        : ''
      const ask = { headers: { 'Content-Type': 'application/json' }, ...(method === 'GET' ? {} : { raw }) }
      const reply = await api.send(method, `/api/auth${path}${query}`, undefined, ask).catch(String)
      const fault = faultIn(reply, path)
      if (fault) faults.push(`${door} ${raw?.slice(0, 300)}: ${fault}`)
    }
  }
  expect({ seed, faults }).toEqual({ seed, faults: [] })
})

function faultIn(reply: Reply<unknown> | string, path: string): string | null {
  if (typeof reply === 'string') return reply
  // A provider that is not set up here may be said to be away; nothing else of ours may.
  const isOutside =
    reply.status === 503 &&
    endpoints.some((spec) => spec.isOutside && path.includes(spec.path.split('/')[1]!))
  if (reply.status >= 500 && !isOutside) return `${reply.status} ${reply.text}`
  if (reply.status < 400) return null
  const { status, detail } = (reply.body ?? {}) as { status?: number; detail?: string }
  const type = reply.headers.get('content-type')
  return type === 'application/problem+json' && status === reply.status && detail
    ? null
    : `${reply.status} as ${type}: ${reply.text}`
}

/** Ids of what was made on the way lead the next requests deeper. */
function remember(reply: Reply<unknown>): void {
  const { id } = (reply.body ?? {}) as { id?: unknown }
  if (reply.status === 201 && typeof id === 'string' && known.length < 200) known.push(id)
}

function attackOn(listed: Listed, random: Random) {
  const path = listed.path.replaceAll(/\{\w+\}/g, () =>
    random.chance(0.6) ? random.one(known) : oddSegment(random),
  )
  const query = random.chance(0.4) ? oddQuery(listed, random) : ''
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (random.chance(0.15))
    headers['Content-Type'] = random.one([
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/json; charset=latin1',
      '*/*',
      ';',
    ])
  if (random.chance(0.1))
    headers['If-Match'] = random.one(['*', '"v0"', 'W/"v1"', '"v99999999999"', 'x', '""'])
  if (random.chance(0.1))
    headers['Accept-Language'] = random.one(['xx', '*', ';;;', 'el;q=abc', ','.repeat(999)])
  if (random.chance(0.05))
    headers['Stoa-Now'] = random.one([
      'yesterday',
      '0',
      '+275760-09-13T00:00:00Z',
      '-000001-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
    ])
  headers['Idempotency-Key'] = random.chance(0.1)
    ? random.one(['x'.repeat(256), '', 'é', "'; drop table orders; --"])
    : `fuzz-${random.below(1e9)}`
  if (['GET', 'HEAD'].includes(listed.method))
    return { path: `/api/v1${path}${query}`, sent: query, ask: { as: caller(random), headers } }
  const raw = bodyFor(listed, random)
  return { path: `/api/v1${path}${query}`, sent: raw, ask: { as: caller(random), headers, raw } }
}

const caller = (random: Random): Person | string | undefined =>
  random.chance(0.85)
    ? owner
    : random.one([undefined, 'stoa_nonsense', 'a.b.c', '%%%', `${'x'.repeat(5000)}`])

function bodyFor(listed: Listed, random: Random): string {
  if (random.chance(0.08)) return brokenJson(random)
  if (!listed.body) return random.chance(0.5) ? '' : JSON.stringify(odd(random))
  const body = sampleOf(listed.body, {
    id: () => (random.chance(0.7) ? random.one(known) : crypto.randomUUID()),
    withOptional: () => random.chance(0.4),
    pick: (n) => random.below(n),
  })
  const spoiled = random.chance(0.75) ? spoil(body, random) : body
  return JSON.stringify(spoiled) ?? ''
}

/** Puts something odd somewhere into the value. */
function spoil(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return odd(random)
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.3))
      return Array.from({ length: random.one([0, 2, 600]) }, () => value[0] ?? odd(random))
    return value.with(random.below(value.length), spoil(value[0], random))
  }
  const names = Object.keys(value)
  const name =
    random.chance(0.15) || names.length === 0
      ? random.one(['__proto__x', 'tenantId', 'id', 'roles', '', '$where', 'constructor'])
      : random.one(names)
  return { ...value, [name]: spoil((value as Record<string, unknown>)[name], random) }
}

function oddQuery(listed: Listed, random: Random): string {
  const names = listed.operation.parameters.filter((one) => one.in === 'query').map((one) => one.name)
  const name =
    random.chance(0.8) && names.length > 0
      ? random.one(names)
      : random.one(['limit', 'cursor', 'skip', 'sort', 'q', 'x', '__proto__', 'translations'])
  const value =
    name === 'cursor' && random.chance(0.8)
      ? oddCursor(random)
      : String(oddText(random)).slice(0, 2000).toWellFormed()
  return `?${name}=${random.chance(0.1) ? '%ff%00%' : encodeURIComponent(value)}`
}

const accountBody = () => ({ email: `fuzz-${crypto.randomUUID()}@people.test`, password: 'x', name: 'Fuzz' })
