/** `GET /health`: how the system is, for administrators. */
import { arch, loadavg, platform } from 'node:os'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../access/require.ts'
import { liveHub } from '../events/api.ts'
import { endpoint, type Endpoint } from '../http/endpoint.ts'
import { read } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { Instant } from '../values/shapes.ts'
import { backlog } from './backlog.ts'
import { type Checks, checkNames, freeBytes, runChecks } from './checks.ts'
import { healthStateOf } from './health-state.ts'
import { release } from './release.ts'

const CheckView = z.object({ isRight: z.boolean(), ms: z.int(), reason: z.string().optional() })

export const HealthView = z
  .object({
    status: z.enum(['ok', 'failed']),
    checks: z.object(
      Object.fromEntries(checkNames.map((name) => [name, CheckView])) as Record<
        keyof Checks,
        typeof CheckView
      >,
    ),
    release: z.string(),
    startedAt: Instant.nullable(),
    process: z.object({
      node: z.string(),
      platform: z.string(),
      memoryBytes: z.int(),
      load: z.array(z.number()),
      freeDiskBytes: z.int().nullable(),
      isLeading: z.boolean().nullable(),
      liveStreams: z.int(),
    }),
    database: z
      .object({
        version: z.string(),
        bytes: z.int(),
        connections: z.int(),
        pool: z.object({ busy: z.int(), idle: z.int(), waiting: z.int() }),
      })
      .nullable(),
    /** Of all organisations on this installation, as numbers. */
    backlog: z
      .object({
        waitingJobs: z.int(),
        deadJobs: z.int(),
        oldestWaitingSeconds: z.int(),
        unrelayedEvents: z.int(),
        unsealedEntries: z.int(),
      })
      .nullable(),
    /** Of this organisation, in the last 24 hours. */
    lastDay: z.object({ failedJobs: z.int(), failedMails: z.int(), queuedMails: z.int() }).nullable(),
    settings: z.object({
      mail: z.boolean(),
      files: z.enum(['disk', 's3']),
      tracing: z.boolean(),
      errorTracker: z.boolean(),
    }),
  })
  .meta({ id: 'Health' })

export type Health = z.output<typeof HealthView>

/** Answers also when the database is away; what depends on it is null then. */
export async function getHealth(ctx: Context): Promise<Health> {
  requirePermission(ctx, 'health.read')
  const { services } = ctx
  const { env } = services
  const [checks, database, waiting, lastDay, freeDiskBytes] = await Promise.all([
    runChecks(services),
    describeDatabase(ctx).catch(() => null),
    backlog(services).catch(() => null),
    countLastDay(ctx).catch(() => null),
    freeBytes(env.dataDir),
  ])
  const state = healthStateOf(services)
  const count = (...states: string[]) =>
    (waiting?.jobs ?? []).filter((job) => states.includes(job.state)).reduce((sum, job) => sum + job.count, 0)
  return {
    status: checkNames.every((name) => checks[name].isRight) ? 'ok' : 'failed',
    checks,
    release,
    startedAt: state?.startedAt.toISOString() ?? null,
    process: {
      node: process.version,
      platform: `${platform()} ${arch()}`,
      memoryBytes: process.memoryUsage.rss(),
      load: loadavg(),
      freeDiskBytes,
      isLeading: state?.isLeading?.() ?? null,
      liveStreams: liveHub(services).size(),
    },
    database,
    backlog: waiting && {
      waitingJobs: count('created', 'retry'),
      deadJobs: count('failed'),
      oldestWaitingSeconds: waiting.oldestWaitingSeconds,
      unrelayedEvents: waiting.unrelayed,
      unsealedEntries: waiting.unsealed,
    },
    lastDay,
    settings: {
      mail: Boolean(env.SMTP_URL),
      files: env.S3_ENDPOINT ? 's3' : 'disk',
      tracing: Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT),
      errorTracker: Boolean(env.SENTRY_DSN),
    },
  }
}

async function describeDatabase({ services }: Context) {
  const { app } = services.database
  const { rows } = await app.query<{ version: string; bytes: number; connections: number }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database()) as connections`,
  )
  const { totalCount, idleCount, waitingCount } = app
  return { ...rows[0]!, pool: { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount } }
}

async function countLastDay(ctx: Context) {
  return read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<NonNullable<Health['lastDay']>>(sql`
      select
        (select count(*) from pgboss.job where data->>'tenantId' = ${ctx.tenantId} and state = 'failed'
          and completed_on > now() - interval '1 day') as "failedJobs",
        (select count(*) from audit where tenant_id = ${ctx.tenantId} and action = 'mail.fail'
          and at > now() - interval '1 day') as "failedMails",
        (select count(*) from mails where tenant_id = ${ctx.tenantId} and status = 'queued') as "queuedMails"`)
    return rows[0]!
  })
}

export const healthApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/health',
    tag: 'Operations',
    access: 'health.read',
    summary: 'How the system is',
    answer: HealthView,
    handle: async (ctx) => getHealth(ctx),
  }),
]
