/** The jobs of one organisation, for those who look after them: what waits, what runs, what died and why. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../access/require.ts'
import { conflict, notFound } from '../http/app-error.ts'
import { encodeCursor } from '../http/cursor.ts'
import { decodeKey } from '../http/keyset.ts'
import { redact } from '../observability/redact.ts'
import { change, changed, read, unchanged } from '../tenancy/change.ts'
import type { Context, Inside } from '../tenancy/context.ts'
import { Id, type Page, Paging } from '../values/shapes.ts'
import { executeIn } from './queue.ts'

/** `retry` waits for its next try; `failed` has had its last. */
export const jobStates = ['created', 'retry', 'active', 'completed', 'cancelled', 'failed'] as const
export type JobState = (typeof jobStates)[number]

export const ListJobs = z.strictObject({
  ...Paging.shape,
  state: z.enum(jobStates).optional(),
  name: z.string().max(80).optional(),
})

export type JobRow = {
  id: string
  name: string
  state: JobState
  input: unknown
  /** What the last try failed with. */
  failure: string | null
  attempts: number
  mostAttempts: number
  createdAt: Date
  startAfter: Date
  startedAt: Date | null
  completedAt: Date | null
}

type Times = 'createdAt' | 'startAfter' | 'startedAt' | 'completedAt'
/** The query builder leaves the times of plain SQL as text. */
type StoredJob = Omit<JobRow, Times> & Record<Times, string | null> & { key: string }

const columns = sql`
  id, name, state::text, data->'input' as input, output->>'message' as failure,
  retry_count + case when started_on is null then 0 else 1 end as attempts, retry_limit + 1 as "mostAttempts",
  created_on as "createdAt", start_after as "startAfter", started_on as "startedAt", completed_on as "completedAt",
  created_on::text as key`

// pg-boss's table knows no tenants and no row-level security: every query here says whose jobs it means.
const own = (ctx: Context) => sql`data->>'tenantId' = ${ctx.tenantId}`

export async function listJobs(ctx: Context, input: z.input<typeof ListJobs>): Promise<Page<JobRow>> {
  requirePermission(ctx, 'jobs.manage')
  const query = ListJobs.parse(input)
  const after = decodeKey(query.cursor, ['instant', 'id'])
  const filter = sql`${own(ctx)}
    ${query.state ? sql`and state = ${query.state}::pgboss.job_state` : sql``}
    ${query.name ? sql`and name = ${query.name}` : sql``}`
  return read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<StoredJob>(sql`
      select ${columns} from pgboss.job where ${filter}
        ${after ? sql`and (created_on, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by created_on desc, id desc limit ${query.limit + 1} offset ${query.skip ?? 0}`)
    const data = rows.slice(0, query.limit)
    const last = data.at(-1)
    const next = rows.length > query.limit && last ? encodeCursor([last.key, last.id]) : null
    const page = { data: data.map(shown), page: { next } }
    if (query.count !== 'exact') return page
    const counted = await ctx.db.execute<{ n: number }>(
      sql`select count(*) as n from pgboss.job where ${filter}`,
    )
    return { ...page, total: counted.rows[0]!.n }
  })
}

export async function getJob(ctx: Context, id: string): Promise<JobRow> {
  requirePermission(ctx, 'jobs.manage')
  const job = await read(ctx, (ctx) => findJob(ctx, Id.parse(id)))
  if (!job) throw notFound('job')
  return shown(job)
}

/** How many jobs there are in each state and of each name. */
export async function countJobs(ctx: Context): Promise<{ name: string; state: JobState; count: number }[]> {
  requirePermission(ctx, 'jobs.manage')
  return read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<{ name: string; state: JobState; count: number }>(sql`
      select name, state::text, count(*) from pgboss.job where ${own(ctx)} group by name, state order by name, state`)
    return rows
  })
}

/** Lets a job that had its last try have another, now. One that is waiting or running already changes nothing. */
export async function retryJob(ctx: Context, id: string): Promise<JobRow> {
  requirePermission(ctx, 'jobs.manage')
  return change(ctx, 'job.retry', async (ctx) => {
    const before = await findJob(ctx, Id.parse(id), sql`for update`)
    if (!before) throw notFound('job')
    if (['created', 'retry', 'active'].includes(before.state)) return unchanged(shown(before))
    if (before.state !== 'failed') throw conflict('Only a job that failed can be tried again.')
    await ctx.services.jobs.retry(executeIn(ctx), before.name, before.id)
    ;(ctx.pending.jobs ??= new Set()).add(before.name)
    return changed(shown(before), shown((await findJob(ctx, before.id))!), { audience: ['may:jobs.manage'] })
  })
}

async function findJob(ctx: Inside, id: string, lock = sql``): Promise<StoredJob | null> {
  const { rows } = await ctx.db.execute<StoredJob>(
    sql`select ${columns} from pgboss.job where ${own(ctx)} and id = ${id} ${lock}`,
  )
  return rows[0] ?? null
}

const shown = ({ key: _key, ...job }: StoredJob): JobRow => ({
  ...job,
  input: redact(job.input),
  createdAt: new Date(job.createdAt!),
  startAfter: new Date(job.startAfter!),
  startedAt: job.startedAt ? new Date(job.startedAt) : null,
  completedAt: job.completedAt ? new Date(job.completedAt) : null,
})
