/** Sweeps out what the accounts no longer need. */
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import type { Context } from '../../platform/tenancy/context.ts'

/** Ended sessions, spent tokens and counts that no longer count, of all organisations: accounts are nobody's alone. */
export async function sweepAccounts(ctx: Context): Promise<void> {
  const pool = ctx.services.database.app
  await pool.query("delete from auth.session where expires_at < now() - interval '1 day'")
  await pool.query("delete from auth.verification where expires_at < now() - interval '1 day'")
  await pool.query('delete from rate_limits where resets_at < now()')
}

export const organizationJobs: readonly JobDefinition[] = [
  { name: 'accounts.sweep', cron: '17 3 * * *', handle: sweepAccounts },
]
