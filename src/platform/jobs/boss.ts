/** The job queue on PostgreSQL: sends inside the caller's transaction, and works jobs as soon as they are committed. */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { PgBoss, type WorkOptions } from 'pg-boss'
import type { Services } from '../tenancy/context.ts'
import type { JobData, JobQueue } from './queue.ts'
import { type JobDefinition, runJob } from './run.ts'

export type { JobDefinition } from './run.ts'

export type Jobs = {
  queue: JobQueue
  boss: PgBoss
  work: (services: Services) => Promise<void>
  stop: () => Promise<void>
}

/** A nudge makes a job run at once; this covers lost nudges, retries and jobs for later. */
const pollSeconds = 2
/** The other workers of a queue are woken by the first while there is more to do. */
const idlePollSeconds = 60
/** A job whose process says nothing for so long was cut off with it, and is tried again: see `revive.ts`. */
const heartbeatSeconds = 20
const heartbeatRefreshSeconds = 5

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
  const requireName = (name: string) => {
    if (!names.has(name)) throw new Error(`There is no job named ${name}.`)
  }
  /** The workers of each queue in this process. */
  const workers = new Map<string, string[]>()
  return {
    boss,
    queue: {
      names,
      send: async (execute, name, data, { startAfter, singletonKey }) => {
        requireName(name)
        await boss.send(name, data, {
          db: { executeSql: execute as never },
          // The queues hold one waiting job per key, so one that asks for no key has its own.
          singletonKey: singletonKey ?? randomUUID(),
          ...(startAfter ? { startAfter } : {}),
        })
      },
      sendMany: async (execute, name, data) => {
        requireName(name)
        await boss.insert(
          name,
          data.map((each) => ({ data: each, singletonKey: randomUUID() })),
          { db: { executeSql: execute as never } },
        )
      },
      fail: async (execute, name, ids, reason) => {
        await boss.fail(name, [...ids], { message: reason }, { db: { executeSql: execute as never } })
      },
      retry: async (execute, name, id) => {
        await boss.retry(name, id, { db: { executeSql: execute as never } })
      },
      nudge: (queues) => {
        for (const name of queues) {
          const [first] = workers.get(name) ?? []
          if (first) boss.notifyWorker(first)
        }
      },
    },
    work: async (services) => {
      for (const definition of definitions) {
        workers.set(definition.name, await workersOf(services, boss, definition))
        if (definition.cron) await boss.schedule(definition.name, definition.cron, { ...everyTenant })
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

const everyTenant: JobData = { tenantId: '', locale: 'en', requestId: '', input: {} }

/** As many workers as may run at once: each that finds a job wakes the next, and looks again when it is done. */
async function workersOf(services: Services, boss: PgBoss, definition: JobDefinition): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < (definition.concurrency ?? 2); n++) {
    ids[n] = await boss.work<JobData, void, WorkOptions & { includeMetadata: true }>(
      definition.name,
      {
        includeMetadata: true,
        pollingIntervalSeconds: n === 0 ? pollSeconds : idlePollSeconds,
        heartbeatRefreshSeconds,
      },
      async ([job]) => {
        const next = ids[(n + 1) % ids.length]
        if (next && next !== ids[n]) boss.notifyWorker(next)
        try {
          await runJob(services, definition, job!)
        } finally {
          boss.notifyWorker(ids[n]!)
        }
      },
    )
  }
  return ids
}

async function createQueues(url: string, boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client
    .query<QueueRow>(
      'select name, retry_limit, retry_delay_max, expire_seconds, heartbeat_seconds from pgboss.queue',
    )
    .finally(() => client.end())
  const known = new Map(rows.map((row) => [row.name, row]))
  for (const definition of definitions) {
    const there = known.get(definition.name)
    const wanted = settingsOf(definition)
    if (!there) {
      // `short`: at most one waiting job per key.
      await boss.createQueue(definition.name, { policy: 'short', ...wanted })
    } else if (
      there.retry_limit !== wanted.retryLimit ||
      there.retry_delay_max !== wanted.retryDelayMax ||
      there.expire_seconds !== wanted.expireInSeconds ||
      there.heartbeat_seconds !== wanted.heartbeatSeconds
    ) {
      await boss.updateQueue(definition.name, wanted)
    }
  }
}

type QueueRow = {
  name: string
  retry_limit: number
  retry_delay_max: number | null
  expire_seconds: number
  heartbeat_seconds: number | null
}

const settingsOf = (definition: JobDefinition) => ({
  retryLimit: definition.retryLimit ?? 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: definition.retryDelayMaxSeconds ?? 900,
  expireInSeconds: definition.expireInSeconds ?? 300,
  heartbeatSeconds,
  deleteAfterSeconds: 14 * 86_400,
})
