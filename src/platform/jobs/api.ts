/** /jobs: the work behind the scenes, for administrators. */
import { z } from 'zod'
import { type FileColumn, listFiles } from '../export/list-files.ts'
import { endpoint, type Endpoint } from '../http/endpoint.ts'
import { Id, Instant, pageOf } from '../values/shapes.ts'
import { countJobs, getJob, type JobRow, jobStates, listJobs, ListJobs, retryJob } from './list.ts'

export const JobView = z
  .object({
    id: Id,
    name: z.string(),
    state: z.enum(jobStates),
    input: z.unknown(),
    failure: z.string().nullable(),
    attempts: z.int(),
    mostAttempts: z.int(),
    createdAt: Instant,
    startAfter: Instant,
    startedAt: Instant.nullable(),
    completedAt: Instant.nullable(),
  })
  .meta({ id: 'Job' })

const present = (job: JobRow): z.output<typeof JobView> => ({
  ...job,
  createdAt: job.createdAt.toISOString(),
  startAfter: job.startAfter.toISOString(),
  startedAt: job.startedAt?.toISOString() ?? null,
  completedAt: job.completedAt?.toISOString() ?? null,
})

const tag = 'Jobs'
const access = 'jobs.manage'
const params = z.strictObject({ id: Id })

const columns: FileColumn<JobRow>[] = [
  { key: 'createdAt', kind: 'instant', value: (job) => job.createdAt.toISOString() },
  { key: 'job', value: (job) => job.name },
  { key: 'status', value: (job) => job.state },
  { key: 'attempts', kind: 'number', value: (job) => String(job.attempts) },
  { key: 'completedAt', kind: 'instant', value: (job) => job.completedAt?.toISOString() ?? null },
  { key: 'failure', value: (job) => job.failure },
]

export const jobsApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/jobs',
    tag,
    access,
    summary: 'The jobs of this organisation, newest first',
    query: ListJobs,
    answer: pageOf(JobView),
    handle: async (ctx, { query }) => {
      const { data, ...page } = await listJobs(ctx, query)
      return { data: data.map(present), ...page }
    },
  }),
  ...listFiles({ path: '/jobs', tag, access, what: 'jobs', query: ListJobs, columns, list: listJobs }),
  endpoint({
    method: 'get',
    path: '/jobs/summary',
    tag,
    access,
    summary: 'How many jobs there are of each name and state',
    answer: z.object({
      data: z.array(z.object({ name: z.string(), state: z.enum(jobStates), count: z.int() })),
    }),
    handle: async (ctx) => ({ data: await countJobs(ctx) }),
  }),
  endpoint({
    method: 'get',
    path: '/jobs/{id}',
    tag,
    access,
    summary: 'One job',
    params,
    answer: JobView,
    handle: async (ctx, { params }) => present(await getJob(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/jobs/{id}/retry',
    tag,
    access,
    summary: 'Try a failed job again',
    params,
    answer: JobView,
    handle: async (ctx, { params }) => present(await retryJob(ctx, params.id)),
  }),
]
