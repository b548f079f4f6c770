/** Undoes an import, a hundred products a transaction: new ones go, changed ones are as they were; what people changed since stays. */
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { enqueue } from '../../../platform/jobs/queue.ts'
import { change, changed, changedMany, read, unchanged, writing } from '../../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { deleteCategory } from '../categories.ts'
import type { Product } from '../find.ts'
import { refreshProducts } from '../refresh.ts'
import { importEffects, imports, productImages, variants } from '../schema.ts'
import { heardBy, type Import, itself, setStatus } from './record.ts'
import { restoreProducts, restoreVariants, takeBackStock } from './restore.ts'

const batchSize = 100
const sliceMs = 100_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

export type Noted = typeof importEffects.$inferSelect
export type HeldProduct = Pick<Product, 'id' | 'version' | 'producerId'> & { deletedAt: string | null }

/** Running it again goes on after the products that are back already. */
export async function undoImportJob(
  ctx: Context,
  { importId, after = beforeAll }: { importId: string; after?: string },
): Promise<void> {
  const [row] = await read(ctx, (ctx) => ctx.db.select().from(imports).where(itself(ctx, importId)))
  if (row?.status !== 'undoing') return
  ctx = { ...ctx, actor: { ...ctx.actor, userId: row.startedBy } }
  const began = Date.now()
  let last: string | null = after
  while (last !== null) {
    last = await undoBatch(ctx, row, last)
    if (last !== null && Date.now() - began > sliceMs) {
      const next = last
      return writing(ctx, (ctx) => enqueue(ctx, 'catalog.undoImport', { importId, after: next }))
    }
  }
  await removeCategories(ctx, importId)
  await change(ctx, 'import.complete', async (ctx) => {
    const [current] = await ctx.db.select().from(imports).where(itself(ctx, importId)).for('update')
    if (current?.status !== 'undoing') return unchanged(current)
    return changed(current, await setStatus(ctx, current, 'undone'), heardBy(current))
  })
}

/** The next hundred products after `after`; answers the last of them, or null when there are no more. */
async function undoBatch(ctx: Context, row: Import, after: string): Promise<string | null> {
  let last: string | null = null
  await change(ctx, 'product.undo', async (ctx) => {
    const effects = await ctx.db
      .select()
      .from(importEffects)
      .where(and(ofImport(ctx, row.id, 'product'), gt(importEffects.entityId, after)))
      .orderBy(importEffects.entityId)
      .limit(batchSize)
    if (effects.length === 0) return unchanged(null)
    last = effects.at(-1)!.entityId
    const held = await hold(
      ctx,
      effects.map((effect) => effect.entityId),
    )
    // Somebody has worked on it since, or it is gone: theirs is the last word.
    const ours = effects.filter((effect) => {
      const product = held.get(effect.entityId)
      return product !== undefined && product.deletedAt === null && product.version === effect.version
    })
    await takeBack(ctx, row.id, ours)
    await tally(ctx, row.id, ours.length, effects.length - ours.length)
    return changedMany(
      null,
      ours.map((effect) => pairOf(effect, held.get(effect.entityId)!, row.id)),
    )
  })
  return last
}

const ofImport = (ctx: Inside, importId: string, entity: string) =>
  and(
    eq(importEffects.tenantId, ctx.tenantId),
    eq(importEffects.importId, importId),
    eq(importEffects.entity, entity),
  )

async function hold(ctx: Inside, ids: string[]): Promise<Map<string, HeldProduct>> {
  const list = sql.param(ids)
  await ctx.db.execute(sql`
    select id from variants where tenant_id = ${ctx.tenantId} and product_id = any(${list}::uuid[]) order by id for no key update`)
  const { rows } = await ctx.db.execute<HeldProduct>(sql`
    select id, version, producer_id as "producerId", deleted_at as "deletedAt" from products
    where tenant_id = ${ctx.tenantId} and id = any(${list}::uuid[]) order by id for no key update`)
  return new Map(rows.map((row) => [row.id, row]))
}

async function takeBack(ctx: Inside, importId: string, ours: Noted[]): Promise<void> {
  if (ours.length === 0) return
  const ids = ours.map((effect) => effect.entityId)
  const created = ours.filter((effect) => effect.effect === 'created').map((effect) => effect.entityId)
  const ownVariants = await ctx.db
    .select({ id: variants.id, version: variants.version, stock: variants.stock })
    .from(variants)
    .where(and(eq(variants.tenantId, ctx.tenantId), inArray(variants.productId, ids)))
  const noted = await ctx.db
    .select()
    .from(importEffects)
    .where(
      and(
        ofImport(ctx, importId, 'variant'),
        inArray(
          importEffects.entityId,
          ownVariants.map((one) => one.id),
        ),
      ),
    )
  const versions = new Map(ownVariants.map((one) => [one.id, one]))
  const untouched = noted.filter((effect) => versions.get(effect.entityId)?.version === effect.version)
  await removeImages(ctx, importId, ids)
  await takeBackStock(ctx, importId, untouched, versions)
  await restoreVariants(ctx, untouched)
  await restoreProducts(ctx, ours, created)
  await refreshProducts(ctx, ids)
}

async function removeImages(ctx: Inside, importId: string, productIds: string[]): Promise<void> {
  await ctx.db.delete(productImages).where(
    and(
      eq(productImages.tenantId, ctx.tenantId),
      inArray(productImages.productId, productIds),
      sql`exists (
        select from import_effects e where e.tenant_id = ${ctx.tenantId} and e.import_id = ${importId}
          and e.entity = 'image' and e.entity_id = ${productImages.id})`,
    ),
  )
}

const tally = (ctx: Inside, importId: string, undone: number, kept: number) =>
  ctx.db.execute(sql`
    update imports set counts = counts || jsonb_build_object(
      'undone', coalesce((counts ->> 'undone')::int, 0) + ${undone}::int, 'kept', coalesce((counts ->> 'kept')::int, 0) + ${kept}::int)
    where tenant_id = ${ctx.tenantId} and id = ${importId}`)

function pairOf(effect: Noted, held: HeldProduct, importId: string) {
  const before = { id: effect.entityId, importId, version: held.version }
  return {
    before,
    after: effect.effect === 'created' ? null : { ...before, version: held.version + 1 },
    options: { audience: [`producer:${held.producerId}`] },
  }
}

/** Categories it made go again, the deepest first, where nothing has come into them meanwhile. */
async function removeCategories(ctx: Context, importId: string): Promise<void> {
  const made = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: importEffects.entityId })
      .from(importEffects)
      .where(ofImport(ctx, importId, 'category')),
  )
  // Ids follow the order of making: a category is younger than the one above it.
  for (const { id } of made.toSorted((a, b) => (a.id < b.id ? 1 : -1)))
    await deleteCategory(ctx, { categoryId: id }).catch(() => {})
}
