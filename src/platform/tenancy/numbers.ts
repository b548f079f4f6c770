/** Numbers that people read: drawn from a counter row inside the transaction that needs them, so none is lost or given twice. */
import { sql } from 'drizzle-orm'
import type { Inside } from './context.ts'

/** The next number of a series, such as 2026-000123. The row stays locked until the commit, so draw as late as possible. */
export const nextNumber = async (ctx: Inside, series: string, prefix = ''): Promise<string> =>
  (await nextNumbers(ctx, series, prefix, 1))[0]!

/** So many of them at once, in order. */
export async function nextNumbers(
  ctx: Inside,
  series: string,
  prefix: string,
  count: number,
): Promise<string[]> {
  const period = periodOf(ctx)
  const { rows } = await ctx.db.execute<{ value: number }>(sql`
    insert into counters (tenant_id, series, period, value) values (${ctx.tenantId}, ${series}, ${period}, ${count})
    on conflict (tenant_id, series, period) do update set value = counters.value + ${count} returning value`)
  const first = rows[0]!.value - count + 1
  return Array.from({ length: count }, (_, n) => `${prefix}${period}-${String(first + n).padStart(6, '0')}`)
}

/** The year in the organisation's own time zone. */
const periodOf = (ctx: Inside): string =>
  new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: ctx.organization.timeZone }).format(ctx.now)
