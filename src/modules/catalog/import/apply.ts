/** Does an import: a hundred products a transaction, each with its audit and its way back, going on where it was cut off. */
import { sql } from 'drizzle-orm'
import { refusalFor } from '../../../platform/database/faults.ts'
import { isAppError } from '../../../platform/http/app-error.ts'
import { enqueue } from '../../../platform/jobs/queue.ts'
import { change, changed, changedMany, read, unchanged, writing } from '../../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { importItems, imports } from '../schema.ts'
import { batchesOf, type Numbered } from './batches.ts'
import { openImport } from './file.ts'
import { heardBy, type Import, itself, setStatus } from './record.ts'
import type { Plan, Rules } from './plan.ts'
import { itemOf } from './preview.ts'
import { problemOf } from './problems.ts'
import { planBatch } from './run-plan.ts'
import { rulesOf } from './rules.ts'
import { findSurroundings, type Surroundings } from './surroundings.ts'
import { writeWorks, type Written } from './write.ts'

const batchSize = 100
/** A job works so long at most and then leaves the rest to the next one, so that none is taken for dead. */
const sliceMs = 100_000

/** Running it twice, also at once, does everything once: each batch moves the mark it stands behind. */
export async function applyImport(ctx: Context, { importId }: { importId: string }): Promise<void> {
  const row = await find(ctx, importId)
  if (row?.status !== 'running') return
  const began = Date.now()
  // The house does it, for somebody: the movements and the audit say for whom.
  ctx = { ...ctx, actor: { ...ctx.actor, userId: row.startedBy } }
  const file = await openImport(ctx, row)
  const around = await read(ctx, findSurroundings)
  const rules = rulesOf(ctx, { producerId: row.producerId, mayCreateCategories: row.producerId === null })
  let position = row.counts['position'] ?? 0
  for await (const batch of batchesOf(file, batchSize, position)) {
    const isOurs = await applyBatch(ctx, row, batch, around, rules)
    // Another worker has gone on with it meanwhile.
    if (!isOurs) return
    position = batch.at(-1)!.position + 1
    if (Date.now() - began > sliceMs) return goOn(ctx, importId)
  }
  await complete(ctx, importId)
}

const find = async (ctx: Context, importId: string): Promise<Import | undefined> =>
  (await read(ctx, (ctx) => ctx.db.select().from(imports).where(itself(ctx, importId))))[0]

const goOn = (ctx: Context, importId: string): Promise<void> =>
  writing(ctx, (ctx) => enqueue(ctx, 'catalog.applyImport', { importId }))

/** All of them, or, when one of them cannot be written, each for itself. False when somebody else has done them. */
async function applyBatch(
  ctx: Context,
  row: Import,
  batch: Numbered[],
  around: Surroundings,
  rules: Rules,
): Promise<boolean> {
  try {
    return await applyTogether(ctx, row, batch, structuredClone(around), rules, around)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (batch.length === 1) return refuse(ctx, row, batch[0]!, error, rules)
  }
  for (const one of batch) if (!(await applyBatch(ctx, row, [one], around, rules))) return false
  return true
}

const isRefusal = (error: unknown): boolean => {
  const refusal = isAppError(error) ? error : refusalFor(error)
  return refusal !== null && refusal.kind !== 'unavailable'
}

async function applyTogether(
  ctx: Context,
  row: Import,
  batch: Numbered[],
  around: Surroundings,
  rules: Rules,
  shared: Surroundings,
): Promise<boolean> {
  let isOurs = false
  await change(ctx, 'product.import', async (ctx) => {
    const current = await lockAt(ctx, row.id, batch[0]!.position)
    isOurs = current !== null
    if (!current) return unchanged(null)
    const plans = await planBatch(ctx, batch, around, rules, true)
    const works = plans.flatMap((plan) =>
      plan.work && (plan.effect === 'create' || plan.effect === 'change') ? [plan.work] : [],
    )
    const written = await writeWorks(ctx, row.id, works, around)
    await keepOutcome(ctx, row.id, plans, written)
    await setStatus(ctx, current, 'running', countsAfter(current, plans))
    return changedMany(
      null,
      written.map((one) => pairOf(one, row.id)),
    )
  })
  // Only what was committed is known to the batches after it.
  if (isOurs) shared.categories = around.categories
  return isOurs
}

/** The import's row, locked, when its mark stands right before this batch. */
async function lockAt(ctx: Inside, importId: string, position: number): Promise<Import | null> {
  const [row] = await ctx.db.select().from(imports).where(itself(ctx, importId)).for('update')
  return row?.status === 'running' && (row.counts['position'] ?? 0) === position ? row : null
}

function countsAfter(row: Import, plans: readonly Plan[]): Record<string, number> {
  const done = { ...row.counts, position: plans.at(-1)!.position + 1 } as Record<string, number>
  if (row.counts['position'] === 0) Object.assign(done, { created: 0, changed: 0, unchanged: 0, refused: 0 })
  const names = { create: 'created', change: 'changed', same: 'unchanged', refuse: 'refused' } as const
  for (const { effect } of plans) done[names[effect]] = (done[names[effect]] ?? 0) + 1
  return done
}

async function keepOutcome(
  ctx: Inside,
  importId: string,
  plans: readonly Plan[],
  written: readonly Written[],
) {
  const ids = new Map(written.map((one) => [one.work, one.productId]))
  const rows = plans.map((plan) => {
    const item = itemOf(ctx, importId, plan)
    return { ...item, productId: (plan.work && ids.get(plan.work)) ?? item.productId }
  })
  await ctx.db
    .insert(importItems)
    .values(rows)
    .onConflictDoUpdate({
      target: [importItems.tenantId, importItems.importId, importItems.position],
      set: {
        effect: sql`excluded.effect`,
        productId: sql`excluded.product_id`,
        changes: sql`excluded.changes`,
        problems: sql`excluded.problems`,
      },
    })
}

function pairOf({ productId, producerId, isNew, version, work }: Written, importId: string) {
  const after = { id: productId, importId, version, ...work.values }
  return {
    before: isNew ? null : { id: productId, version: version - 1 },
    after,
    options: { audience: [`producer:${producerId}`] },
  }
}

async function refuse(
  ctx: Context,
  row: Import,
  { position, outcome }: Numbered,
  error: unknown,
  rules: Rules,
): Promise<boolean> {
  const refusal = isAppError(error) ? error : refusalFor(error)!
  const at = outcome.rows[0]?.number ?? 0
  const problem = problemOf(
    { row: at, column: '', value: '' },
    'could_not_write',
    { reason: refusal.message },
    rules.locale,
  )
  return writing(ctx, async (ctx) => {
    const current = await lockAt(ctx, row.id, position)
    if (!current) return false
    const name = outcome.kind === 'read' ? outcome.draft.name : ''
    const title = (typeof name === 'string' ? name : Object.values(name)[0]) ?? ''
    const plan: Plan = {
      position,
      row: at,
      title,
      effect: 'refuse',
      changes: [],
      problems: [...outcome.problems, problem],
    }
    await keepOutcome(ctx, row.id, [plan], [])
    await setStatus(ctx, current, 'running', countsAfter(current, [plan]))
    return true
  })
}

async function complete(ctx: Context, importId: string): Promise<void> {
  await change(ctx, 'import.complete', async (ctx) => {
    const [row] = await ctx.db.select().from(imports).where(itself(ctx, importId)).for('update')
    if (row?.status !== 'running') return unchanged(row)
    await enqueue(ctx, 'catalog.fetchImages', {}, { singletonKey: `${ctx.tenantId} images` })
    return changed(row, await setStatus(ctx, row, 'applied'), heardBy(row))
  })
}
