/** Mounts everything on one server: health, accounts, the API and its documents, files, live events, and the pages. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context as HonoContext, Hono } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { endpoints } from './modules.ts'
import { addressHeader, type Auth } from './platform/auth/accounts.ts'
import { docsPage, docsScript } from './platform/http/docs.ts'
import { mountEndpoints, refuse } from './platform/http/mount.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import { requestContext, requireSameOrigin, isWrite } from './platform/http/request-context.ts'
import { contentSecurityPolicy, setSecurityHeaders } from './platform/http/security-headers.ts'
import { newId } from './platform/database/columns.ts'
import { pageContext } from './platform/pages/context.ts'
import { keptPage, sharedKey } from './platform/pages/kept.ts'
import type { Services } from './platform/tenancy/context.ts'
import { root } from './platform/start/root.ts'

export type AppParts = {
  services: Services
  auth: Auth
  /** Addresses besides our own that a form may lead to: payment pages. */
  formTargets: readonly string[]
  pages: ServerBuild | (() => Promise<ServerBuild>) | null
  /** Routes that are not API operations: health, metrics, files. */
  mountOthers: (app: Hono) => void
  isDevelopment: boolean
}

const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

export function createApp(parts: AppParts): Hono {
  const { services, auth } = parts
  const isHttps = services.url.startsWith('https:')
  const app = new Hono()

  app.use('*', async (c, next) => {
    c.set('requestId' as never, newId() as never)
    await next()
    c.res.headers.set('X-Request-Id', requestIdOf(c))
    setSecurityHeaders(c.res.headers, isHttps)
  })
  app.onError((error, c) => refuse(services, error, c.req.path, requestIdOf(c)))

  parts.mountOthers(app)
  app.on(['GET', 'POST'], '/api/auth/*', (c) => auth.handler(withAddress(c, services)))

  const contextOf = (c: HonoContext) =>
    requestContext(services, c.req.raw, addressOf(c, services), requestIdOf(c))
  app.get('/api/v1/openapi.json', (c) => c.json(apiDocument()))
  app.get('/api/docs', (c) => docsPage(c))
  app.get('/api/docs/begin.js', (c) => c.body(docsScript, 200, { 'Content-Type': 'text/javascript' }))
  app.get(
    '/api/docs/:file{swagger-ui(-bundle)?\\.(js|css)}',
    serveStatic({ root: swagger, rewriteRequestPath: (p) => p.slice(p.lastIndexOf('/')) }),
  )
  app.route('/api/v1', mountEndpoints(services, endpoints, contextOf))

  if (parts.pages) mountPages(app, parts, contextOf)
  return app
}

let madeDocument: object | undefined
/** Made when somebody asks: it takes longer than the rest of a start. */
const apiDocument = (): object =>
  (madeDocument ??= openApiDocument(endpoints, {
    title: 'Stoa',
    version: '1',
    description: 'Everything a page does, this does. Errors are problem documents (RFC 9457).',
  }))

const requestIdOf = (c: HonoContext): string => c.get('requestId' as never) as string

function addressOf(c: HonoContext, services: Services): string | null {
  const forwarded = services.env.STOA_TRUST_PROXY
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return (
    forwarded ?? (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? null
  )
}

/** Accounts count attempts by address, so the address is the socket's, whatever the request says. */
function withAddress(c: HonoContext, services: Services): Request {
  const headers = new Headers(c.req.raw.headers)
  headers.set(addressHeader, addressOf(c, services) ?? '127.0.0.1')
  return new Request(c.req.raw, { headers })
}

function mountPages(
  app: Hono,
  parts: AppParts,
  contextOf: (c: HonoContext) => Promise<import('./platform/tenancy/context.ts').Context>,
): void {
  const client = path.join(root, 'build/client')
  if (!parts.isDevelopment) {
    app.use(
      '/assets/*',
      serveStatic({
        root: client,
        precompressed: true,
        onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
      }),
    )
    app.use(
      '*',
      serveStatic({
        root: client,
        precompressed: true,
        onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=3600'),
      }),
    )
  }
  const handler = createRequestHandler(parts.pages!, parts.isDevelopment ? 'development' : 'production')
  app.all('*', async (c) => {
    const request = c.req.raw
    const nonce = randomBytes(16).toString('base64')
    const ctx = await contextOf(c)
    if (isWrite(request.method)) requireSameOrigin(request)
    const provider = new RouterContextProvider()
    const headers = new Headers()
    provider.set(pageContext, {
      ctx,
      nonce,
      headers,
      auth: (to, body, method = 'POST') =>
        parts.auth.handler(authRequest(c, parts.services, to, body, method)),
    })
    const key = parts.isDevelopment ? null : sharedKey(ctx, request)
    const draw = async () => {
      const drawn = await handler(request, provider)
      const answer = new Response(drawn.body, drawn)
      for (const [name, value] of headers) answer.headers.append(name, value)
      return answer
    }
    const answer = await (key ? keptPage(ctx, key, { nonce, requestId: ctx.requestId }, draw) : draw())
    answer.headers.set(
      'Content-Security-Policy',
      contentSecurityPolicy({ nonce, formTargets: parts.formTargets, isDevelopment: parts.isDevelopment }),
    )
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'private, no-cache')
    return answer
  })
}

function authRequest(
  c: HonoContext,
  services: Services,
  to: string,
  body: object | undefined,
  method: 'GET' | 'POST',
): Request {
  const url = new URL(`/api/auth${to}`, c.req.url)
  const headers = new Headers({
    'content-type': 'application/json',
    cookie: c.req.header('cookie') ?? '',
    origin: url.origin,
    'user-agent': c.req.header('user-agent') ?? '',
    'accept-language': c.req.header('accept-language') ?? '',
  })
  headers.set(addressHeader, addressOf(c, services) ?? '127.0.0.1')
  return new Request(url, {
    method,
    headers,
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  })
}
