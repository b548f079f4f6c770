/** Looks a file through without changing anything: what would become of each product, and why some would be refused. */
import { and, eq } from 'drizzle-orm'
import { isAppError } from '../../../platform/http/app-error.ts'
import { change, changed, read, unrecorded, writing } from '../../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { importItems, imports } from '../schema.ts'
import { batchesOf } from './batches.ts'
import { openImport } from './file.ts'
import { heardBy, type Import, itself, setStatus } from './record.ts'
import type { Plan } from './plan.ts'
import { planBatch } from './run-plan.ts'
import { rulesOf } from './rules.ts'
import { findSurroundings } from './surroundings.ts'

const batchSize = 200

/** Running it again begins anew. */
export async function previewImport(ctx: Context, { importId }: { importId: string }): Promise<void> {
  const [row] = await read(ctx, (ctx) => ctx.db.select().from(imports).where(itself(ctx, importId)))
  if (row?.status !== 'previewing') return
  await writing(ctx, (ctx) =>
    ctx.db
      .delete(importItems)
      .where(and(eq(importItems.tenantId, ctx.tenantId), eq(importItems.importId, importId))),
  )
  try {
    await finish(ctx, row, 'previewed', await lookThrough(ctx, row))
  } catch (error) {
    // A file that cannot be read to its end is no fault of ours; anything else is tried again.
    if (!isAppError(error) || error.kind === 'unavailable') throw error
    await finish(ctx, row, 'failed', {}, [
      { row: 0, column: '', code: error.code, message: error.message, severity: 'error' },
    ])
  }
}

async function lookThrough(ctx: Context, row: Import): Promise<Record<string, number>> {
  const file = await openImport(ctx, row)
  const around = await read(ctx, findSurroundings)
  const rules = rulesOf(ctx, { producerId: row.producerId, mayCreateCategories: row.producerId === null })
  const counts: Record<string, number> = { products: 0, create: 0, change: 0, same: 0, refuse: 0, images: 0 }
  for await (const batch of batchesOf(file, batchSize, 0)) {
    const plans = await read(ctx, (ctx) => planBatch(ctx, batch, around, rules, false))
    await writing(ctx, (ctx) => keep(ctx, row.id, plans))
    for (const plan of plans) {
      counts['products']!++
      counts[plan.effect]!++
      counts['images']! += plan.work?.images.filter((image) => image.before === null).length ?? 0
    }
    await writing(ctx, (ctx) => setStatus(ctx, row, 'previewing', counts))
  }
  return counts
}

/** Writes down what becomes of each product; a later look replaces an earlier one. */
export async function keep(ctx: Inside, importId: string, plans: readonly Plan[]): Promise<void> {
  await ctx.db
    .insert(importItems)
    .values(plans.map((plan) => itemOf(ctx, importId, plan)))
    .onConflictDoNothing()
}

export const itemOf = (
  ctx: Inside,
  importId: string,
  { position, row, title, effect, changes, problems, work }: Plan,
): typeof importItems.$inferInsert => ({
  tenantId: ctx.tenantId,
  importId,
  position,
  row,
  title: title.slice(0, 250),
  effect,
  productId: work?.known?.product.id ?? null,
  changes,
  problems,
})

async function finish(
  ctx: Context,
  row: Import,
  status: 'previewed' | 'failed',
  counts: Record<string, number>,
  problems: object[] = [],
): Promise<void> {
  await change(ctx, 'import.review', async (ctx) => {
    const after = await setStatus(ctx, row, status, counts)
    if (problems.length > 0) await ctx.db.update(imports).set({ problems }).where(itself(ctx, row.id))
    return status === 'failed' || counts['products']! > 0
      ? changed(row, after, heardBy(row))
      : unrecorded(after)
  })
}
