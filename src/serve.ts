/** Everything that works on the database: jobs, relay, pages and the port, started together and drained together. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { jobDefinitions, subscriptions } from './modules.ts'
import { createAuthFor } from './platform/auth/accounts.ts'
import { sealAudit } from './platform/audit/sealer.ts'
import { connect } from './platform/database/connect.ts'
import { prepareDatabase } from './platform/database/migrate.ts'
import type { PostgresServer } from './platform/database/postgres.ts'
import { startLeader } from './platform/events/leader.ts'
import { stopLive } from './platform/events/api.ts'
import { relayEvents } from './platform/events/relay.ts'
import { sweepEvents } from './platform/events/sweep.ts'
import { openFileStore } from './platform/files/open-store.ts'
import { mountFiles } from './platform/files/serve.ts'
import { startJobs } from './platform/jobs/boss.ts'
import { reviveJobs } from './platform/jobs/revive.ts'
import { closeMail } from './platform/mail/smtp.ts'
import { mountHealth } from './platform/observability/mount.ts'
import { startObservation } from './platform/observability/observe.ts'
import { ownDatabase } from './platform/start/own-database.ts'
import { root } from './platform/start/root.ts'
import type { Secrets } from './platform/start/secrets.ts'
import { startVite } from './platform/start/vite.ts'
import { startTwins } from './outside/twins.ts'
import type { Services } from './platform/tenancy/context.ts'
import type { Running } from './server.ts'

/** How long requests under way may take to end once we are told to stop. */
const drainMs = 10_000

type Parts = {
  env: Env
  secrets: Secrets
  /** Our own; null where `DATABASE_URL` names another. */
  postgres: PostgresServer | null
  pages: ServerBuild | null
  isDevelopment: boolean
}

export async function serve({ env, secrets, postgres, pages, isDevelopment }: Parts): Promise<Running> {
  const startedAt = new Date()
  const observation = startObservation(env)
  const urls = await prepareDatabase(env.DATABASE_URL ?? (await ownDatabase(postgres!)), secrets)
  const database = connect(urls, env.DATABASE_POOL)
  // Whoever comes before everything is in place is told to come again.
  let answer: RequestListener = (_request, response) =>
    void response.writeHead(503, { 'Retry-After': '1' }).end()
  const http = createServer((request, response) => answer(request, response))
  const port = await listen(http, env)
  const isWorker = env.STOA_WORKER !== 'off'
  const jobs = await startJobs(urls.app, jobDefinitions, isWorker)
  const base = {
    env,
    url: (env.STOA_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    secrets: secrets.signing,
    database,
    jobs: jobs.queue,
    files: openFileStore(env),
    log: observation.log,
  }
  const twins = env.production ? null : await startTwins(base)
  const services: Services = { ...base, ...(twins ? { twins: twins.settings } : {}) }

  const hasDemo = env.STOA_DEMO && !env.production
  const seedRest = hasDemo
    ? await (await import('./blueprints/marketplace/seed.ts')).seedDemo(services, env.STOA_BLUEPRINT)
    : null
  const dev = isDevelopment ? await startVite(root, http) : null
  const leader = isWorker
    ? startLeader(services, [relayEvents(services, subscriptions), sealAudit(), sweepEvents(), reviveJobs()])
    : null
  let isStopping = false
  const app = createApp({
    services,
    auth: createAuthFor(services),
    formTargets: [...paymentPages, ...(twins?.pages ?? [])],
    pages: env.STOA_WORKER === 'only' ? null : (dev?.pages ?? pages),
    mountOthers: (app) => {
      mountHealth(app, services, {
        startedAt,
        isStopping: () => isStopping,
        isLeading: () => leader?.isLeading() ?? false,
      })
      mountFiles(app, services)
    },
    isDevelopment,
  })
  const listener = getRequestListener(app.fetch)
  answer = dev
    ? (request, response) => dev.middlewares(request, response, () => void listener(request, response))
    : (request, response) => void listener(request, response)

  const working = isWorker ? jobs.work(services) : Promise.resolve()
  working.catch((error: unknown) => {
    if (!isStopping) services.log.error({ err: error }, 'the jobs could not be begun')
  })
  // Pictures and past orders come while people already look around; a start that is cut goes on with the rest.
  void seedRest?.().catch((error: unknown) => {
    if (!isStopping) services.log.error({ err: error }, 'the demo could not be completed')
  })
  return {
    url: services.url,
    services,
    hasDemo,
    stop: async () => {
      isStopping = true
      await stopLive(services)
      await drain(http)
      await dev?.stop()
      await leader?.stop()
      await working.catch(() => {})
      await jobs.stop()
      await twins?.stop()
      closeMail()
      await database.close()
      await postgres?.stop()
      await observation.stop()
    },
  }
}

/** Where the real providers take people to pay. */
const paymentPages = [
  'https://checkout.stripe.com',
  'https://www.vivapayments.com',
  'https://demo.vivapayments.com',
]

function listen(http: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${env.PORT} is taken. Set PORT to another, such as PORT=3001.`)
          : error,
      ),
    )
    http.listen(env.PORT, env.HOST, () => resolve((http.address() as { port: number }).port))
  })
}

/** Takes no new requests, lets those under way finish, and cuts off what takes too long. */
async function drain(http: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeIdleConnections()
  const cut = setTimeout(() => http.closeAllConnections(), drainMs)
  await closed
  clearTimeout(cut)
}
