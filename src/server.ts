/** One running Stoa: database, jobs, relay, pages and the port, started together and drained together. */
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { jobDefinitions } from './modules.ts'
import { connect } from './platform/database/connect.ts'
import { prepareDatabase } from './platform/database/migrate.ts'
import { type PostgresServer, startPostgres } from './platform/database/postgres.ts'
import { startJobs } from './platform/jobs/boss.ts'
import { ensureBuilt } from './platform/start/build.ts'
import { readSecrets } from './platform/start/secrets.ts'
import type { Services } from './platform/tenancy/context.ts'

const root = path.resolve(import.meta.dirname, '..')

export type Running = { url: string; services: Services; stop: () => Promise<void> }

export async function startServer(env: Env, options: { isDevelopment: boolean }): Promise<Running> {
  const secrets = readSecrets(env)
  const [postgres] = await Promise.all([
    env.DATABASE_URL ? null : startPostgres({ directory: path.join(env.dataDir, 'postgres'), password: secrets.postgres }),
    options.isDevelopment || env.STOA_WORKER === 'only' ? null : ensureBuilt(root),
  ])
  try {
    return await startOn(env, options, secrets, postgres)
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}

async function startOn(
  env: Env,
  options: { isDevelopment: boolean },
  secrets: Secrets,
  postgres: PostgresServer | null,
): Promise<Running> {
  const urls = await prepareDatabase(env.DATABASE_URL ?? (await ownDatabase(postgres!)), secrets)
  const database = connect(urls, env.DATABASE_POOL)
  const http = createServer()
  const port = await listen(http, env)
  const jobs = await startJobs(urls.app, jobDefinitions, env.STOA_WORKER !== 'off')
  const services: Services = {
    env,
    url: (env.STOA_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    secrets: secrets.signing,
    database,
    jobs: jobs.queue,
    files: createFileStore(env),
    log: createLog(env),
  }
  const dev = options.isDevelopment ? await startVite(http) : null
  const app = createApp({
    services,
    auth: createAuthFor(services),
    formTargets: paymentPages(services),
    pages: env.STOA_WORKER === 'only' ? null : (dev?.pages ?? (await builtPages())),
    isDevelopment: options.isDevelopment,
  })
  const answer = getRequestListener(app.fetch)
  http.on('request', dev ? (request, response) => dev.middlewares(request, response, () => void answer(request, response)) : answer)

  const relay = env.STOA_WORKER === 'off' ? null : await startRelay(services)
  if (env.STOA_WORKER !== 'off') await jobs.work(services)
  return {
    url: services.url,
    services,
    stop: async () => {
      await drain(http)
      await dev?.stop()
      await relay?.stop()
      await jobs.stop()
      await database.close()
      await postgres?.stop()
    },
  }
}
