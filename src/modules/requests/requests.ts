/** The door to request rows: made, locked and written here, whoever decides what is written. */
import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import { notFound } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { nextNumbers } from '../../platform/tenancy/numbers.ts'
import { deriveAccess, hashAccess } from './access.ts'
import { requests } from './schema.ts'

export type Request = typeof requests.$inferSelect
export type NewRequest = Omit<
  typeof requests.$inferInsert,
  'tenantId' | 'number' | 'accessHash' | 'createdBy' | 'createdAt' | 'updatedAt'
> & { id: string }

/** Adds them in order, each with its number. Those with a time are numbered as bookings. */
export async function insertRequests(ctx: Inside, rows: readonly NewRequest[]): Promise<Request[]> {
  if (rows.length === 0) return []
  const [series, prefix] = rows[0]!.startsAt ? ['bookings', 'B-'] : ['requests', 'R-']
  const numbers = await nextNumbers(ctx, series!, prefix!, rows.length)
  return ctx.db
    .insert(requests)
    .values(
      rows.map((row, n) => ({
        ...row,
        tenantId: ctx.tenantId,
        number: numbers[n]!,
        accessHash: hashAccess(deriveAccess(ctx.services.secrets[0]!, row.id)),
        createdBy: ctx.actor.userId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })),
    )
    .returning()
}

export const newRequestId = newId

/** The row, locked: everything that changes a request takes this lock first. @throws not_found */
export async function lockRequest(ctx: Inside, requestId: string): Promise<Request> {
  const [row] = await ctx.db
    .select()
    .from(requests)
    .where(and(eq(requests.tenantId, ctx.tenantId), eq(requests.id, requestId)))
    .for('update')
  if (!row) throw notFound('booking')
  return row
}

/** The visits of a series that can still change, from one of them on; locked in order. */
export async function lockSeries(
  ctx: Inside,
  input: { seriesId: string; from: Date; statuses: readonly Request['status'][] },
): Promise<Request[]> {
  return ctx.db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.tenantId, ctx.tenantId),
        eq(requests.seriesId, input.seriesId),
        gte(requests.startsAt, input.from),
        inArray(requests.status, [...input.statuses]),
      ),
    )
    .orderBy(asc(requests.startsAt), asc(requests.id))
    .for('update')
}

export async function writeRequest(
  ctx: Inside,
  requestId: string,
  values: Partial<Request>,
): Promise<Request> {
  const [row] = await ctx.db
    .update(requests)
    .set({ ...values, updatedAt: ctx.now, version: sql`${requests.version} + 1` })
    .where(and(eq(requests.tenantId, ctx.tenantId), eq(requests.id, requestId)))
    .returning()
  return row!
}
