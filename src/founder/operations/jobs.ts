/** The jobs of every organisation, for those who run the server; one organisation's own are in its back office. */
import type { Client } from 'pg'
import { z } from 'zod'
import { AppError, notFound } from '../../platform/http/app-error.ts'
import { jobStates, retryJob } from '../../platform/jobs/list.ts'
import type { Services } from '../../platform/tenancy/context.ts'
import { byId } from '../../platform/tenancy/directory.ts'
import { commandContext } from './open.ts'

const State = z.enum(jobStates)

export type JobLine = {
  id: string
  name: string
  state: string
  organization: string
  at: string
  failure: string
}

export async function listAllJobs(owner: Client, state: string | undefined, most = 50): Promise<JobLine[]> {
  const wanted = State.optional().safeParse(state)
  if (!wanted.success)
    throw new AppError('invalid', `There is no state "${state}". Use one of ${jobStates.join(', ')}.`)
  const { rows } = await owner.query<JobLine>(
    `select j.id, j.name, j.state::text, coalesce(o.slug, 'all') as organization,
      to_char(j.created_on, 'YYYY-MM-DD HH24:MI:SS') as at, coalesce(left(j.output->>'message', 100), '') as failure
    from pgboss.job j left join organizations o on o.id::text = j.data->>'tenantId'
    where $1::text is null or j.state::text = $1 order by j.created_on desc, j.id desc limit $2`,
    [wanted.data ?? null, most],
  )
  return rows
}

/** Lets a job that failed for good be tried again, by the same verb as the back office. */
export async function retryAnyJob(services: Services, owner: Client, id: string): Promise<string> {
  if (!z.uuid().safeParse(id).success) throw notFound('job')
  const { rows } = await owner.query<{ tenantId: string }>(
    `select data->>'tenantId' as "tenantId" from pgboss.job where id = $1`,
    [id],
  )
  const organization = rows[0]?.tenantId ? await byId(services, rows[0].tenantId) : null
  if (!organization) throw notFound('job')
  const job = await retryJob(commandContext(services, organization), id)
  return `${job.name} ${job.id} is ${job.state}`
}
