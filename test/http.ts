/** Speaks to the whole server over HTTP, as a guest or as real accounts, without opening a port. */
import { hashPassword } from 'better-auth/crypto'
import { createApp } from '../src/app.ts'
import type { Role } from '../src/platform/access/roles.ts'
import { createAuthFor } from '../src/platform/auth/accounts.ts'
import { newId } from '../src/platform/database/columns.ts'
import type { Services } from '../src/platform/tenancy/context.ts'
import { requireConformity } from './conformance.ts'
import type { Shop } from './world.ts'

export type Person = { userId: string; name: string; email: string; password: string; token: string }

export type Ask = {
  /** Whose bearer token is sent: a person's, an API key, or any other proof; nobody's when absent. */
  as?: Person | string
  /** A session cookie instead, as a browser sends it (with the page's own origin). */
  cookie?: string
  headers?: Record<string, string>
  /** Idempotency-Key. */
  key?: string
  /** Stoa-Now: the instant that the request takes for now. */
  now?: string | Date
  /** The address that the request comes from. */
  from?: string
  /** Text or bytes sent as they are; say the content type in `headers`. */
  raw?: BodyInit
}

/** `body` is the parsed JSON (null when there is none), `text` and `bytes` the answer as it came. */
export type Reply<T> = { status: number; headers: Headers; body: T; text: string; bytes: Buffer }

export type Client = {
  /** For addresses outside /api/v1: the path is sent as it is. */
  send: <T = Json>(method: string, path: string, body?: unknown, ask?: Ask) => Promise<Reply<T>>
  get: <T = Json>(path: string, ask?: Ask) => Promise<Reply<T>>
  post: <T = Json>(path: string, body?: unknown, ask?: Ask) => Promise<Reply<T>>
  patch: <T = Json>(path: string, body?: unknown, ask?: Ask) => Promise<Reply<T>>
  put: <T = Json>(path: string, body?: unknown, ask?: Ask) => Promise<Reply<T>>
  delete: <T = Json>(path: string, body?: unknown, ask?: Ask) => Promise<Reply<T>>
  /** A real account with a session and these roles in the shop; without roles it belongs to no organisation. */
  signUp: (roles: Role | Role[] | null, more?: Partial<NewPerson>) => Promise<Person>
  /** http://<slug>.localhost:3000 */
  origin: string
}

export type Json = Record<string, unknown>
type NewPerson = {
  name: string
  email: string
  password: string
  producerIds: string[]
  isVerified: boolean
  locale: string
}

const apps = new WeakMap<Services, ReturnType<typeof createApp>>()

function appOf(services: Services) {
  let app = apps.get(services)
  if (!app) {
    app = createApp({
      services,
      auth: createAuthFor(services),
      formTargets: [],
      pages: null,
      mountOthers: () => {},
      isDevelopment: false,
    })
    apps.set(services, app)
  }
  return app
}

/** The API as people of this shop reach it: by its own host. Paths are below /api/v1. */
export function client(shop: Shop): Client {
  const origin = `http://${shop.organization.slug}.localhost:3000`
  const app = appOf(shop.services)

  async function send<T>(method: string, path: string, body?: unknown, ask: Ask = {}): Promise<Reply<T>> {
    const headers = new Headers(ask.headers)
    if (ask.as) headers.set('Authorization', `Bearer ${typeof ask.as === 'string' ? ask.as : ask.as.token}`)
    if (ask.cookie) {
      headers.set('Cookie', ask.cookie)
      if (!headers.has('Origin')) headers.set('Origin', origin)
    }
    if (ask.key) headers.set('Idempotency-Key', ask.key)
    if (ask.now) headers.set('Stoa-Now', new Date(ask.now).toISOString())
    if (body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
    const sent = ask.raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const request = new Request(origin + path, {
      method,
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    })
    const response = await app.request(request, undefined, {
      incoming: { socket: { remoteAddress: ask.from ?? '127.0.0.1' } },
    })
    const bytes = await readBytes(response)
    const text = bytes.toString()
    const reply = {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      body: parsed(response, text) as T,
    }
    requireConformity(method, new URL(request.url).pathname, response, reply.body)
    return reply
  }

  return {
    origin,
    send,
    get: (path, ask) => send('GET', `/api/v1${path}`, undefined, ask),
    post: (path, body, ask) => send('POST', `/api/v1${path}`, body, ask),
    patch: (path, body, ask) => send('PATCH', `/api/v1${path}`, body, ask),
    put: (path, body, ask) => send('PUT', `/api/v1${path}`, body, ask),
    delete: (path, body, ask) => send('DELETE', `/api/v1${path}`, body, ask),
    signUp: (roles, more) => signUp(shop, roles, more),
  }
}

/** A stream of events never ends; it is left at once, and its tests read it themselves. */
async function readBytes(response: Response): Promise<Buffer> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
    return Buffer.from(await response.arrayBuffer())
  await response.body?.cancel()
  return Buffer.alloc(0)
}

function parsed(response: Response, text: string): unknown {
  return text !== '' && /\bjson\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : null
}

export const testPassword = 'an-olive-grove-by-the-sea'
const hashes = new Map<string, Promise<string>>()

/** Hashing is slow on purpose, so a password is hashed once for the whole file. */
function hashOf(password: string): Promise<string> {
  let hash = hashes.get(password)
  if (!hash) hashes.set(password, (hash = hashPassword(password)))
  return hash
}

async function signUp(
  shop: Shop,
  roles: Role | Role[] | null,
  more: Partial<NewPerson> = {},
): Promise<Person> {
  const userId = newId()
  const held = roles === null ? null : [roles].flat()
  const name = more.name ?? `A ${held?.join(' and ') ?? 'stranger'}`
  const email = more.email ?? `${userId}@test.example`
  const password = more.password ?? testPassword
  const token = `session-${newId()}`
  await shop.sql(
    `with person as (
      insert into auth."user" (id, name, email, email_verified) values ($1, $2, $3, $4)
    ), credential as (
      insert into auth.account (id, account_id, provider_id, user_id, password, updated_at) values ($5, $1::text, 'credential', $1, $6, now())
    )
    insert into auth.session (id, expires_at, token, user_id, updated_at, ip_address) values ($7, now() + interval '1 day', $8, $1, now(), '127.0.0.1')`,
    [userId, name, email, more.isVerified ?? true, newId(), await hashOf(password), newId(), token],
  )
  if (held) {
    await shop.sql(
      'insert into members (tenant_id, user_id, name, email, roles, producer_ids, locale) values ($1, $2, $3, $4, $5, $6, $7)',
      [shop.organization.id, userId, name, email, held, more.producerIds ?? [], more.locale ?? 'en'],
    )
  }
  return { userId, name, email, password, token }
}
