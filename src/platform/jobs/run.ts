/** Runs one job as the system of its tenant, and a scheduled one for every organisation. */
import type { JobWithMetadata } from 'pg-boss'
import { system } from '../access/actor.ts'
import { newId } from '../database/columns.ts'
import { jobSeconds } from '../observability/metrics.ts'
import { span } from '../observability/traces.ts'
import type { Context, Services } from '../tenancy/context.ts'
import { byId } from '../tenancy/directory.ts'
import type { Locale } from '../values/shapes.ts'
import type { JobData } from './queue.ts'

/** Which try this is, for work that must know that no other will follow. */
export type Attempt = {
  jobId: string
  /** 1 for the first. */
  number: number
  isLast: boolean
}

export type JobDefinition<Input = never> = {
  name: string
  /** Runs at least once per job: its effects must be idempotent. An error tries it again, later and later. */
  handle: (ctx: Context, input: Input, attempt: Attempt) => Promise<void>
  /** Tries after the first; 10 when absent (over about half an hour). */
  retryLimit?: number
  /** The longest pause between two tries; they double from two seconds on. 15 minutes when absent. */
  retryDelayMaxSeconds?: number
  /** How long one try may take before it counts as dead and is tried again; 5 minutes when absent. */
  expireInSeconds?: number
  /** Runs for every organisation at these times (UTC), beside being enqueued. */
  cron?: string
  /** Runs once at each of these times, before the organisations': for what belongs to none. */
  beforehand?: (services: Services) => Promise<void>
  /** How many run at once in one process; 2 when absent. */
  concurrency?: number
}

export async function runJob(
  services: Services,
  definition: JobDefinition,
  job: Pick<JobWithMetadata<JobData>, 'id' | 'data' | 'retryCount' | 'retryLimit'>,
): Promise<void> {
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
  const attempt = { jobId: job.id, number: job.retryCount + 1, isLast: job.retryCount >= job.retryLimit }
  const started = performance.now()
  const observe = (outcome: 'done' | 'failed') =>
    jobSeconds.observe({ name: definition.name, outcome }, (performance.now() - started) / 1_000)
  try {
    await span(`job ${definition.name}`, 'consumer', { 'stoa.tenant': tenantId, 'stoa.job': job.id }, () =>
      definition.handle(ctx, input as never, attempt),
    )
    observe('done')
    const ms = Math.round(performance.now() - started)
    services.log.debug({ job: definition.name, id: job.id, requestId: ctx.requestId, ms }, 'job done')
  } catch (error) {
    observe('failed')
    const facts = {
      err: error,
      job: definition.name,
      id: job.id,
      requestId: ctx.requestId,
      tenantId,
      ...attempt,
    }
    if (attempt.isLast) services.log.error(facts, 'job failed for good')
    else services.log.warn(facts, 'job failed, to be tried again')
    throw error
  }
}

/** A scheduled job becomes one job per organisation, so that one's failure holds up nobody else's. */
async function fanOut(services: Services, definition: JobDefinition): Promise<void> {
  await definition.beforehand?.(services)
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
  services.jobs.nudge([definition.name])
}
