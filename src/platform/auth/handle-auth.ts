/** The door to the accounts: checks a request to /api/auth before better-auth sees it, and acts on what that answers. */
import { newId } from '../database/columns.ts'
import { malformed, notFound } from '../http/app-error.ts'
import { readJson, refuseBadText } from '../http/body.ts'
import { refuse } from '../http/mount.ts'
import { invalidShape } from '../http/problem.ts'
import { isWrite, requestContext, requireSameOrigin } from '../http/request-context.ts'
import type { Context, Services } from '../tenancy/context.ts'
import { asProblem } from './account-problem.ts'
import { type Attempt, attemptAny, attemptPassword } from './attempts.ts'
import { credentialOf, signed } from './credential.ts'
import { cookiePrefix, sessionCookie } from './cookies.ts'
import { type Door, doors } from './doors.ts'
import { requireGoodNewPassword } from './new-password.ts'
import { originOf } from './origin.ts'
import { admitSignUp, welcome } from './registration.ts'
import { pendingUser, refuseUsedCode } from './second-factor.ts'

/** Overwritten by the server itself from the socket, so that nobody chooses the address they are counted under. */
export const addressHeader = 'x-stoa-address'

export type AccountMail = {
  kind: 'verify' | 'reset'
  user: { id: string; email: string; name: string }
  token: string
}

export type Auth = { handler: (request: Request) => Promise<Response> }

/** Asks better-auth as one origin serves it; the mails it wants sent are added to the list. */
export type Ask = (origin: string, request: Request, mails: AccountMail[]) => Promise<Response>

type Visit = { ctx: Context; origin: string; path: string; door: Door; body: Record<string, unknown> }

/** Answers a request below /api/auth, whose address header the server itself has set. Refusals are problem documents. */
export async function handleAuth(services: Services, ask: Ask, request: Request): Promise<Response> {
  const requestId = newId()
  const instance = new URL(request.url).pathname
  try {
    const visit = await enter(services, request, requestId)
    return await serve(visit, ask, request)
  } catch (error) {
    return refuse(services, error, instance, requestId)
  }
}

async function enter(services: Services, request: Request, requestId: string): Promise<Visit> {
  const url = new URL(request.url)
  const path = url.pathname.replace(/^\/api\/auth/, '')
  const door = doors[`${request.method} ${path}`]
  if (!door) throw notFound('address')
  const ctx = await requestContext(services, request, request.headers.get(addressHeader), requestId)
  // Also without a cookie: nobody is to be signed in to somebody else's account by a page elsewhere.
  if (isWrite(request.method) && request.headers.has('origin')) requireSameOrigin(request)
  checkQuery(door, url)
  const body = await readBody(door, request)
  return { ctx, origin: await originOf(services, ctx.organization, request), path, door, body }
}

function checkQuery(door: Door, url: URL): void {
  const raw = Object.fromEntries(url.searchParams)
  for (const [name, value] of Object.entries(raw)) refuseBadText(name + value)
  if (!door.query && Object.keys(raw).length > 0) throw malformed('This takes no query parameters.')
  const read = door.query?.safeParse(raw)
  if (read?.error) throw invalidShape(read.error, '?')
}

async function readBody(door: Door, request: Request): Promise<Record<string, unknown>> {
  if (!door.body) return {}
  const read = door.body.safeParse((await readJson(request, 100_000)) ?? {})
  if (read.error) throw invalidShape(read.error)
  return read.data
}

async function serve(visit: Visit, ask: Ask, request: Request): Promise<Response> {
  const { ctx, door, body, path } = visit
  if (door.newPassword) await requireGoodNewPassword(ctx, body, door.newPassword)
  const attempt = await knock(visit, request)
  const invitation = path === '/sign-up/email' ? await admitSignUp(ctx, body) : null

  const mails: AccountMail[] = []
  const inner = await ask(visit.origin, innerRequest(visit, request), mails)
  if (inner.ok) {
    await attempt?.succeeded()
    await welcome(ctx, visit.origin, { token: grantedToken(ctx, inner), invitation, mails })
  }
  const answer = await asProblem(ctx.services, inner, new URL(request.url).pathname, ctx.requestId)
  for (const [name, value] of Object.entries(attempt?.standing?.headers ?? {}))
    answer.headers.set(name, value)
  return answer
}

async function knock({ ctx, door, body, path }: Visit, request: Request): Promise<Attempt | null> {
  if (!door.limit) return null
  const { kind, name } = door.limit
  const account = typeof body['email'] === 'string' ? body['email'] : await pendingUser(ctx, request)
  const count = kind === 'guess' ? attemptPassword : attemptAny
  const attempt = await count(ctx.services, name, { address: ctx.address ?? 'unknown', account })
  if (account && path === '/two-factor/verify-totp') await refuseUsedCode(ctx, account, String(body['code']))
  return attempt
}

/** The request as better-auth gets it: from our own origin, with only our cookies, the session signed as it expects. */
function innerRequest(visit: Visit, request: Request): Request {
  const { ctx, origin, path, door } = visit
  const url = new URL(`${origin}/api/auth${path}${new URL(request.url).search}`)
  const headers = new Headers({
    origin,
    cookie: innerCookies(ctx.services, request.headers),
    'user-agent': (request.headers.get('user-agent') ?? '').slice(0, 300),
    [addressHeader]: ctx.address ?? '127.0.0.1',
  })
  if (!door.body) return new Request(url, { method: request.method, headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: request.method, headers, body: JSON.stringify(innerBody(visit)) })
}

function innerBody({ ctx, path, body }: Visit): Record<string, unknown> {
  const { invitation: _ours, ...theirs } = body
  // Whoever knew the old password is to be outside when there is a new one.
  if (path === '/change-password') return { ...theirs, revokeOtherSessions: true }
  if (path === '/two-factor/enable') return { ...theirs, issuer: ctx.organization.name }
  return theirs
}

function innerCookies(services: Services, headers: Headers): string {
  const session = sessionCookie(services.url)
  const others = (headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${cookiePrefix(services.url)}.`) && !part.startsWith(`${session}=`))
  const credential = credentialOf(headers, services)
  if (credential?.kind !== 'session') return others.join('; ')
  // It knows one secret and cookies only; ours may be an older one's signature or a bearer token.
  const proof = encodeURIComponent(signed(credential.token, services.secrets[0]!))
  return [...others, `${session}=${proof}`].join('; ')
}

/** The token of the session that an answer hands out; null when it hands out none or takes one away. */
function grantedToken(ctx: Context, answer: Response): string | null {
  const name = `${sessionCookie(ctx.services.url)}=`
  const cookie = answer.headers.getSetCookie().findLast((line) => line.startsWith(name))
  const value = decodeURIComponent(cookie?.slice(name.length).split(';')[0] ?? '')
  return value.includes('.') ? value.slice(0, value.lastIndexOf('.')) : null
}
