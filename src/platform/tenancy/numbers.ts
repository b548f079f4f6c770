/** Numbers that people read: drawn from a counter row inside the transaction that needs them, so none is lost or given twice. */
import { sql } from 'drizzle-orm'
import type { Inside } from './context.ts'

/** The next number of a series, such as 2026-000123. The row stays locked until the commit, so draw as late as possible. */
export async function nextNumber(ctx: Inside, series: string, prefix = ''): Promise<string> {
  const period = periodOf(ctx)
  const { rows } = await ctx.db.execute<{ value: number }>(sql`
    insert into counters (tenant_id, series, period, value) values (${ctx.tenantId}, ${series}, ${period}, 1)
    on conflict (tenant_id, series, period) do update set value = counters.value + 1 returning value`)
  return `${prefix}${period}-${String(rows[0]!.value).padStart(6, '0')}`
}

/** The year in the organisation's own time zone. */
const periodOf = (ctx: Inside): string =>
  new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: ctx.organization.timeZone }).format(ctx.now)
