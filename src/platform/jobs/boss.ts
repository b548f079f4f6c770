/** The job queue on PostgreSQL: sends inside the caller's transaction, and works jobs as the system of their tenant. */
import pg from 'pg'
import { type Job, PgBoss } from 'pg-boss'
import { system } from '../access/actor.ts'
import { newId } from '../database/columns.ts'
import type { Context, Services } from '../tenancy/context.ts'
import { byId } from '../tenancy/directory.ts'
import type { Locale } from '../values/shapes.ts'
import type { JobData, JobQueue } from './queue.ts'

export type JobDefinition<Input = never> = {
  name: string
  /** Runs at least once per job: its effects must be idempotent. An error tries it again, later and later. */
  handle: (ctx: Context, input: Input) => Promise<void>
  /** Tries after the first; 8 when absent (over about two hours). */
  retryLimit?: number
  /** Runs for every organisation at these times (UTC), beside being enqueued. */
  cron?: string
  /** How many run at once in one process; 2 when absent. */
  concurrency?: number
}

export type Jobs = {
  queue: JobQueue
  boss: PgBoss
  work: (services: Services) => Promise<void>
  stop: () => Promise<void>
}

export async function startJobs(
  url: string,
  definitions: readonly JobDefinition[],
  isWorker: boolean,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'stoa-jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    supervise: isWorker,
    schedule: isWorker,
    reindex: false,
    monitorVacuum: false,
  })
  // Errors of its own polling are transient (the database restarts); it polls again by itself.
  boss.on('error', () => {})
  await boss.start()
  await createQueues(url, boss, definitions)
  const names = new Set(definitions.map((definition) => definition.name))
  return {
    boss,
    queue: {
      names,
      send: async (execute, name, data, options) => {
        if (!names.has(name)) throw new Error(`There is no job named ${name}.`)
        const { startAfter, singletonKey } = options
        await boss.send(name, data, {
          db: { executeSql: execute as never },
          ...(startAfter ? { startAfter } : {}),
          ...(singletonKey ? { singletonKey } : {}),
        })
      },
      sendMany: async (execute, name, data) => {
        if (!names.has(name)) throw new Error(`There is no job named ${name}.`)
        await boss.insert(
          name,
          data.map((each) => ({ data: each })),
          { db: { executeSql: execute as never } },
        )
      },
    },
    work: async (services) => {
      for (const definition of definitions) {
        await boss.work<JobData>(
          definition.name,
          { pollingIntervalSeconds: 0.5, localConcurrency: definition.concurrency ?? 2 },
          async ([job]) => run(services, definition, job!),
        )
        if (definition.cron)
          await boss.schedule(definition.name, definition.cron, {
            tenantId: '',
            locale: 'en',
            requestId: '',
            input: {},
          })
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function createQueues(url: string, boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client
    .query<{ name: string }>('select name from pgboss.queue')
    .finally(() => client.end())
  const known = new Set(rows.map((row) => row.name))
  for (const { name, retryLimit } of definitions) {
    if (known.has(name)) continue
    await boss.createQueue(name, {
      retryLimit: retryLimit ?? 8,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: 300,
      deleteAfterSeconds: 14 * 86_400,
    })
  }
}

async function run(services: Services, definition: JobDefinition, job: Job<JobData>): Promise<void> {
  const { tenantId, locale, requestId, input } = job.data
  if (tenantId === '') return fanOut(services, definition)
  const organization = await byId(services, tenantId)
  // The organisation is gone: so is its work.
  if (!organization) return
  const ctx: Context = {
    tenantId,
    organization,
    actor: system(definition.name),
    locale,
    timeZone: organization.timeZone,
    now: new Date(),
    requestId: requestId || newId(),
    address: null,
    services,
  }
  const started = performance.now()
  try {
    await definition.handle(ctx, input as never)
    services.log.debug(
      { job: definition.name, id: job.id, ms: Math.round(performance.now() - started) },
      'job done',
    )
  } catch (error) {
    services.log.warn({ err: error, job: definition.name, id: job.id }, 'job failed')
    throw error
  }
}

/** A scheduled job becomes one job per organisation, so that one's failure holds up nobody else's. */
async function fanOut(services: Services, definition: JobDefinition): Promise<void> {
  const { rows } = await services.database.app.query<{ id: string; locale: Locale }>(
    'select id, default_locale as locale from organizations',
  )
  for (const { id, locale } of rows) {
    await services.jobs.send(
      async (text, values) => services.database.app.query(text, values),
      definition.name,
      { tenantId: id, locale, requestId: newId(), input: {} },
      { singletonKey: `${id} scheduled` },
    )
  }
}
