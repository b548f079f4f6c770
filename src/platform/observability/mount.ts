/** Watches every request, and answers those who ask how the server is: probes, Prometheus. Mount it before all others. */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context as HonoContext, Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Services } from '../tenancy/context.ts'
import { checkNames, runChecks } from './checks.ts'
import { type HealthState, rememberHealth } from './health-state.ts'
import { httpSeconds, metricsText } from './metrics.ts'
import { span } from './traces.ts'

/** `GET /health/live`, `/health/ready`, `/metrics`; and durations and traces of what is mounted after it. */
export function mountHealth(app: Hono, services: Services, state: HealthState): void {
  rememberHealth(services, state)
  app.use('*', (c, next) => observe(services, c, next))
  app.get('/health/live', (c) => c.json({ status: 'ok' }, 200, noStore))
  app.get('/health/ready', async (c) => {
    if (state.isStopping()) return c.json({ status: 'stopping' }, 503, noStore)
    const checks = await runChecks(services)
    const isReady = checkNames.every((name) => checks[name].isRight)
    // Strangers learn that something is wrong, not what.
    const shown = Object.fromEntries(checkNames.map((name) => [name, checks[name].isRight ? 'ok' : 'failed']))
    return c.json({ status: isReady ? 'ok' : 'failed', checks: shown }, isReady ? 200 : 503, noStore)
  })
  app.get('/metrics', async (c) => {
    if (!mayScrape(services, c)) return c.text('There is nothing here.', 404, noStore)
    const { type, text } = await metricsText(services)
    return c.body(text, 200, { 'Content-Type': type, ...noStore })
  })
}

const noStore = { 'Cache-Control': 'no-store' }
const slowMs = 2_000

async function observe(services: Services, c: HonoContext, next: () => Promise<void>): Promise<void> {
  const started = performance.now()
  const { method } = c.req
  await span(
    method,
    'server',
    { 'http.request.method': method },
    async (note) => {
      await next()
      const route = routeOf(c)
      const { status } = c.res
      note({ 'http.route': route, 'http.response.status_code': status }, `${method} ${route}`)
    },
    c.req.header('traceparent') ?? null,
  )
  const ms = performance.now() - started
  const { status } = c.res
  const route = routeOf(c)
  httpSeconds.observe({ method, route, status }, ms / 1_000)
  const facts = { method, route, status, ms: Math.round(ms), requestId: c.res.headers.get('X-Request-Id') }
  if (ms > slowMs && !c.res.headers.get('Content-Type')?.startsWith('text/event-stream')) {
    services.log.warn(facts, 'slow request')
  } else services.log.debug(facts, 'request')
}

/** The template of the route that answered: without a star the most exact one, else whose star it is. */
function routeOf(c: HonoContext): string {
  const paths = matchedRoutes(c).map(({ path }) => path)
  const exact = paths.findLast((path) => !path.includes('*'))
  const starred = paths.findLast((path) => path !== '*' && path !== '/*')
  return exact ?? starred ?? 'pages'
}

/** With the token, or from this very machine and not through a proxy on it. */
function mayScrape({ env }: Services, c: HonoContext): boolean {
  if (env.METRICS_TOKEN) {
    const given = Buffer.from(c.req.header('authorization') ?? '')
    const wanted = Buffer.from(`Bearer ${env.METRICS_TOKEN}`)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  const isProxied = ['x-forwarded-for', 'forwarded', 'via'].some((name) => c.req.header(name) !== undefined)
  return !isProxied && /^(::1|127\.|::ffff:127\.)/.test(incoming?.socket.remoteAddress ?? '')
}
