/** Closed periods: up to a day nothing is dated any more. */
import { eq, sql } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField } from '../../platform/http/app-error.ts'
import { change, created, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { closedPeriods } from './schema.ts'

export type ClosedPeriod = typeof closedPeriods.$inferSelect

/** Today, where the organisation is. */
export const todayOf = (ctx: Pick<Context, 'now' | 'organization'>): string =>
  Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
    .toZonedDateTimeISO(ctx.organization.timeZone)
    .toPlainDate()
    .toString()

/** The last closed day; null when nothing was ever closed. */
export async function closedThrough(ctx: Inside): Promise<string | null> {
  const { rows } = await ctx.db.execute<{ through: string | null }>(
    sql`select max(through)::text as through from closed_periods where tenant_id = ${ctx.tenantId}`,
  )
  return rows[0]!.through
}

/** Throws unless the day is open and not in the future. It stays open until this transaction ends. */
export async function requireOpenDay(ctx: Inside, day: string, pointer: string): Promise<void> {
  if (day > todayOf(ctx)) throw invalidField(pointer, 'This day has not come yet.')
  // Shared among those who write into a period; whoever closes one waits for them, and they for the closing.
  await ctx.db.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${lockName(ctx)}, 0))`)
  const through = await closedThrough(ctx)
  if (through !== null && day <= through)
    throw conflict(`The books are closed through ${through}.`, {
      code: 'period_closed',
      details: { closedThrough: through },
    })
}

const lockName = (ctx: Inside) => `periods ${ctx.tenantId}`

/** Closes everything up to a day; closing it again changes nothing. `before` runs once nobody writes into it any more. */
export async function closeThrough(
  ctx: Context,
  through: string,
  before: (ctx: Inside) => Promise<void>,
): Promise<ClosedPeriod> {
  if (through >= todayOf(ctx)) throw invalidField('/through', 'Only days that are over can be closed.')
  return change(ctx, 'period.close', async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lockName(ctx)}, 0))`)
    const last = await closedThrough(ctx)
    if (last !== null && through <= last) return unchanged(await closedRow(ctx, last))
    await before(ctx)
    const [row] = await ctx.db
      .insert(closedPeriods)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        through,
        closedBy: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning()
    return created(row!, { audience: ['may:books.read'] })
  })
}

async function closedRow(ctx: Inside, through: string): Promise<ClosedPeriod> {
  const [row] = await ctx.db
    .select()
    .from(closedPeriods)
    .where(sql`${eq(closedPeriods.tenantId, ctx.tenantId)} and ${eq(closedPeriods.through, through)}`)
  return row!
}
