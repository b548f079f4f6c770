/** An effect that happens once, however often the job that causes it runs. */
import { and, eq } from 'drizzle-orm'
import { read, writing } from '../tenancy/change.ts'
import type { Context, Inside } from '../tenancy/context.ts'
import { effects } from './schema.ts'

/**
 * Does the work in the transaction that takes note of the key (`payout.statement <id>`), unless the key is known. True
 * when it was done now. Two at once wait for each other; a failure leaves the key free. Effects outside the database
 * are not undone with the transaction, so `work` enqueues them.
 */
export async function once(
  ctx: Context,
  key: string,
  work: (ctx: Inside) => Promise<unknown>,
): Promise<boolean> {
  if (!ctx.db) return writing(ctx, (inside) => once(inside, key, work))
  const inside = ctx as Inside
  const noted = await inside.db
    .insert(effects)
    .values({ tenantId: ctx.tenantId, key, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: effects.key })
  if (noted.length === 0) return false
  await work(inside)
  return true
}

/** Whether `once` has done the work of this key. */
export async function isDone(ctx: Context, key: string): Promise<boolean> {
  return read(ctx, async ({ db, tenantId }) => {
    const noted = await db
      .select({ key: effects.key })
      .from(effects)
      .where(and(eq(effects.tenantId, tenantId), eq(effects.key, key)))
    return noted.length > 0
  })
}
