/** When a person must look: what is counted over the last hour, and from how many on it is worth a message. */
import { sql } from 'drizzle-orm'
import type { MessageKey } from '../i18n/keys.ts'
import type { Inside } from '../tenancy/context.ts'
import { backlog } from './backlog.ts'
import { freeBytes } from './checks.ts'

export type AlertRule = {
  name: string
  /** "{count, plural, one {# job has} other {# jobs have}} failed for good." */
  message: MessageKey
  atLeast: number
  count: (ctx: Inside) => Promise<number>
}

const rules: AlertRule[] = []

/** Lets a module add a rule of its own. */
export function defineAlert(rule: AlertRule): AlertRule {
  rules.push(rule)
  return rule
}

export const allAlerts = (): readonly AlertRule[] => rules

/** Counts what the audit log tells of the last hour. */
export const countActions = (...actions: string[]) => {
  return async (ctx: Inside): Promise<number> => {
    const { rows } = await ctx.db.execute<{ n: number }>(sql`
      select count(*) as n from audit where tenant_id = ${ctx.tenantId} and action in ${actions}
        and at > ${ctx.now.toISOString()}::timestamptz - interval '1 hour'`)
    return rows[0]!.n
  }
}

defineAlert({
  name: 'jobs.failed',
  message: 'mail.alertFailedJobs',
  atLeast: 1,
  count: async (ctx) => {
    const { rows } = await ctx.db.execute<{ n: number }>(sql`
      select count(*) as n from pgboss.job where data->>'tenantId' = ${ctx.tenantId} and state = 'failed'
        and completed_on > ${ctx.now.toISOString()}::timestamptz - interval '1 hour'`)
    return rows[0]!.n
  },
})

defineAlert({
  name: 'mails.failed',
  message: 'mail.alertFailedMails',
  atLeast: 3,
  count: countActions('mail.fail'),
})

defineAlert({
  name: 'refunds.failed',
  message: 'mail.alertFailedRefunds',
  atLeast: 1,
  count: countActions('refund.fail'),
})

defineAlert({
  name: 'jobs.late',
  message: 'mail.alertLateJobs',
  // Seconds that the job which waits longest could have run already.
  atLeast: 600,
  count: async (ctx) => (await backlog(ctx.services)).oldestWaitingSeconds,
})

defineAlert({
  name: 'outbox.behind',
  message: 'mail.alertOutboxBehind',
  atLeast: 5_000,
  count: async (ctx) => {
    const { unrelayed, unsealed } = await backlog(ctx.services)
    return Math.max(unrelayed, unsealed)
  },
})

defineAlert({
  name: 'disk.full',
  message: 'mail.alertDiskFull',
  // Megabytes below one gigabyte.
  atLeast: 1,
  count: async (ctx) => {
    const free = await freeBytes(ctx.services.env.dataDir)
    return free === null ? 0 : Math.max(0, Math.ceil((1_000_000_000 - free) / 1_000_000))
  },
})
