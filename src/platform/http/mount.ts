/** Puts endpoints on the server: who may, what is read, the key that repeats, the answer and its headers. */
import { Hono, type Context as HonoContext } from 'hono'
import { permissions, type Permission } from '../access/roles.ts'
import { may } from '../access/actor.ts'
import { countRefusal } from '../observability/refusals.ts'
import type { Context, Services } from '../tenancy/context.ts'
import { forbidden, invalid, malformed, notFound, unauthorized } from './app-error.ts'
import { readJson, refuseBadText } from './body.ts'
import type { Access, Endpoint } from './endpoint.ts'
import { isAnswer } from './endpoint.ts'
import { type Kept, keyedRequest, once, onceOutside } from './idempotency.ts'
import { countKnock } from './limits.ts'
import { asRefusal, faultResponse, invalidShape, problemResponse } from './problem.ts'

export function mountEndpoints(
  services: Services,
  endpoints: readonly Endpoint[],
  contextOf: (c: HonoContext) => Promise<Context>,
): Hono {
  const api = new Hono({ strict: false })
  for (const spec of endpoints) {
    const path = spec.path.replaceAll(/\{(\w+)\}/g, ':$1')
    api.on(spec.method.toUpperCase(), path, async (c) => {
      const instance = c.req.path
      try {
        const ctx = await contextOf(c)
        c.header('X-Request-Id', ctx.requestId)
        return withCommonHeaders(
          await serve(services, spec, ctx, c.req.raw, c.req.param() as Record<string, string>),
          spec,
        )
      } catch (error) {
        return refuse(services, error, instance, c.get('requestId' as never) as string)
      }
    })
  }
  // A known path under another method says so; an unknown one is not there.
  api.all('*', (c) => problemResponse(notFound('address'), c.req.path))
  return api
}

export function refuse(services: Services, error: unknown, instance: string, requestId: string): Response {
  const refusal = asRefusal(error)
  if (refusal) {
    countRefusal(refusal.code)
    return problemResponse(refusal, instance)
  }
  services.log.error({ err: error, requestId, instance }, 'request failed')
  return faultResponse(requestId, instance)
}

async function serve(
  services: Services,
  spec: Endpoint,
  ctx: Context,
  request: Request,
  rawParams: Record<string, string>,
): Promise<Response> {
  admit(ctx, spec.access)
  const standing = spec.limit
    ? await countKnock(
        services,
        spec.path,
        (spec.limit.by === 'actor' ? ctx.actor.userId : null) ?? ctx.address ?? 'unknown',
        spec.limit,
      )
    : null
  const input = {
    params: readParams(spec, rawParams),
    query: readQuery(spec, request),
    body: await readBody(spec, request),
    ifMatch: readIfMatch(request),
    request,
  }
  const work = async (inner: Context): Promise<Kept> =>
    present(spec, await spec.handle(inner, input as never))

  const keyed = spec.method === 'post' ? keyedRequest(ctx, request, input.body) : null
  if (!keyed && spec.idempotency === 'required')
    throw malformed('This needs an Idempotency-Key header.', { code: 'idempotency_key_required' })
  const answer = keyed
    ? await (spec.isOutside ? onceOutside : once)(ctx, keyed, work)
    : { ...(await work(ctx)), isReplay: false }

  const headers = new Headers({ ...answer.headers, ...standing?.headers })
  if (answer.isReplay) headers.set('Idempotency-Replayed', 'true')
  if (answer.status === 204) return new Response(null, { status: 204, headers })
  if (headers.has('Content-Type'))
    return new Response(answer.body as BodyInit, { status: answer.status, headers })
  headers.set('Content-Type', 'application/json')
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers })
}

/** Refuses before anything is read or done. */
export function admit(ctx: Context, access: Access): void {
  if (access === 'public') return
  if (ctx.actor.kind === 'guest') throw unauthorized('Sign in first.')
  if (access === 'signedIn') return
  const needed: readonly Permission[] = typeof access === 'string' ? [access] : access
  if (!needed.some((permission) => may(ctx.actor, permission))) {
    throw forbidden('Your role does not allow this.', {
      details: { needs: needed.filter((name) => permissions.includes(name)) },
    })
  }
}

function readParams(spec: Endpoint, raw: Record<string, string>): unknown {
  if (!spec.params) return undefined
  for (const value of Object.values(raw)) refuseBadText(value)
  const read = spec.params.safeParse(raw)
  // An id that cannot be one is simply not there.
  if (!read.success) throw notFound('record')
  return read.data
}

function readQuery(spec: Endpoint, request: Request): unknown {
  const raw: Record<string, string> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    refuseBadText(name + value)
    raw[name] = value
  }
  if (!spec.query) {
    const unknown = Object.keys(raw).filter((name) => name !== 'translations')
    if (unknown.length > 0) throw unknownParameters(unknown)
    return undefined
  }
  const read = spec.query.safeParse(raw)
  if (!read.success) throw invalidShape(read.error, '?')
  return read.data
}

const unknownParameters = (names: string[]) =>
  invalid('Unknown query parameters.', {
    errors: names.map((name) => ({
      pointer: `?${name}`,
      message: `There is no parameter "${name.slice(0, 80)}".`,
    })),
  })

async function readBody(spec: Endpoint, request: Request): Promise<unknown> {
  if (spec.accepts) return undefined
  if (!spec.body) {
    // A body nobody asked for is read only so far as to know that it is there.
    const given = request.method === 'GET' ? undefined : await readJson(request)
    if (
      given !== undefined &&
      !(typeof given === 'object' && given !== null && Object.keys(given).length === 0)
    ) {
      throw malformed('This takes no body.')
    }
    return undefined
  }
  const given = await readJson(request, spec.maxBytes)
  const read = spec.body.safeParse(given ?? {})
  if (!read.success) throw invalidShape(read.error)
  return read.data
}

function readIfMatch(request: Request): number | undefined {
  const header = request.headers.get('if-match')
  if (header === null || header === '*') return undefined
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim())
  // Not a version of ours: it matches nothing.
  return match ? Number(match[1]) : -1
}

function present(spec: Endpoint, value: unknown): Kept {
  const answer = isAnswer(value) ? value : null
  const body = answer ? answer.body : value
  const status = answer?.status ?? spec.status ?? 200
  const headers: Record<string, string> = { ...answer?.headers }
  if (typeof body === 'object' && body !== null && !headers['Content-Type']) {
    if ('version' in body && typeof body.version === 'number') headers['ETag'] = `"v${body.version}"`
    if (status === 201 && 'id' in body && !headers['Location'])
      headers['Location'] = `/api/v1${spec.path.replace(/\/\{.*/, '')}/${body.id}`
  }
  return { status, headers, body: body ?? null }
}

function withCommonHeaders(response: Response, spec: Endpoint): Response {
  if (spec.deprecated) {
    response.headers.set('Deprecation', `@${Math.floor(Date.parse(spec.deprecated.since) / 1000)}`)
    response.headers.set('Sunset', new Date(spec.deprecated.sunset).toUTCString())
    response.headers.set('Link', `<${spec.deprecated.instead}>; rel="successor-version"`)
  }
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  return response
}
