/** Writes a batch of planned products: in a number of statements that does not grow with them, each effect noted for undoing. */
import { sql } from 'drizzle-orm'
import { newId } from '../../../platform/database/columns.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { createCategory } from '../categories.ts'
import { refreshProducts } from '../refresh.ts'
import { importEffects, products, variants } from '../schema.ts'
import { moveStock, type StockMove } from '../stock.ts'
import { writeImages } from './write-images.ts'
import { bulkSlugs } from './bulk-slugs.ts'
import type { Work } from './plan.ts'
import { findPath, remember, type Surroundings } from './surroundings.ts'

export type Written = { productId: string; producerId: string; isNew: boolean; version: number; work: Work }
export type Effect = typeof importEffects.$inferInsert

type Prepared = { work: Work; productId: string; categoryId: string | null; slug: string }

/** Throws when any of them cannot be written; the caller then tries them one by one. */
export async function writeWorks(
  ctx: Inside,
  importId: string,
  works: readonly Work[],
  around: Surroundings,
): Promise<Written[]> {
  if (works.length === 0) return []
  const effects: Effect[] = []
  const prepared = await prepare(ctx, importId, works, around, effects)
  await insertProducts(ctx, prepared)
  await updateProducts(ctx, prepared)
  const moves = await writeVariants(ctx, importId, prepared, effects)
  await moveStock(
    ctx,
    moves.map((move) => ({ ...move, reason: 'import', entity: 'import', entityId: importId })),
  )
  await writeImages(ctx, importId, prepared, effects)
  const ids = prepared.map((one) => one.productId)
  await refreshProducts(ctx, ids)
  const written = prepared.map(({ work, productId }) => ({
    productId,
    producerId: work.producerId,
    isNew: work.known === null,
    version: (work.known?.product.version ?? 0) + 1,
    work,
  }))
  effects.push(...written.map((one) => productEffect(ctx, importId, one)))
  // A batch that was cut off and begins again keeps what it noted the first time.
  await ctx.db.insert(importEffects).values(effects).onConflictDoNothing()
  return written
}

async function prepare(
  ctx: Inside,
  importId: string,
  works: readonly Work[],
  around: Surroundings,
  effects: Effect[],
): Promise<Prepared[]> {
  const fresh = works.filter((work) => work.known === null)
  const slugs = await bulkSlugs(
    ctx,
    fresh.map((work) => work.draft.slug || inLocale(work.values.name, ctx.organization.defaultLocale)),
  )
  const slugOf = new Map(fresh.map((work, at) => [work, slugs[at]!]))
  const prepared: Prepared[] = []
  for (const work of works) {
    prepared.push({
      work,
      productId: work.known?.product.id ?? newId(),
      slug: work.known?.product.slug ?? slugOf.get(work)!,
      categoryId:
        work.newCategories.length > 0
          ? await makePath(ctx, importId, work, around, effects)
          : work.categoryId,
    })
  }
  return prepared
}

/** The last category of the path, made with those above it unless an earlier product of the file had them made. */
async function makePath(
  ctx: Inside,
  importId: string,
  work: Work,
  around: Surroundings,
  effects: Effect[],
): Promise<string> {
  const { ids, missing } = findPath(around.categories, work.draft.categoryPath!)
  let parentId = ids.at(-1) ?? null
  for (const name of missing) {
    const { id } = await createCategory(ctx, { name: name.slice(0, 120), parentId })
    remember(around.categories, id, parentId, name)
    effects.push({
      ...effectOf(ctx, importId),
      entity: 'category',
      entityId: id,
      effect: 'created',
      version: 1,
    })
    parentId = id
  }
  return parentId!
}

const effectOf = (ctx: Inside, importId: string) => ({ tenantId: ctx.tenantId, importId })

async function insertProducts(ctx: Inside, prepared: readonly Prepared[]): Promise<void> {
  const fresh = prepared.filter((one) => one.work.known === null)
  if (fresh.length === 0) return
  await ctx.db.insert(products).values(
    fresh.map(({ work, productId, slug, categoryId }) => ({
      ...work.values,
      tenantId: ctx.tenantId,
      id: productId,
      producerId: work.producerId,
      categoryId,
      slug,
      importKey: work.importKey,
      externalIds: { [work.draft.format]: work.draft.externalId },
      publishedAt: work.values.status === 'published' ? ctx.now : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })),
  )
}

async function updateProducts(ctx: Inside, prepared: readonly Prepared[]): Promise<void> {
  const changed = prepared.filter((one) => one.work.known !== null)
  if (changed.length === 0) return
  const rows = changed.map(({ work, productId, categoryId }) => ({
    id: productId,
    ...work.values,
    category_id: categoryId,
    import_key: work.importKey,
    external_id: { [work.draft.format]: work.draft.externalId },
  }))
  await ctx.db.execute(sql`
    update products p set name = r.name, description = r.description, seo_title = r."seoTitle",
      seo_description = r."seoDescription", vat_class = r."vatClass", status = r.status, attributes = r.attributes,
      tags = array(select jsonb_array_elements_text(r.tags)), category_id = r.category_id, import_key = r.import_key,
      external_ids = p.external_ids || r.external_id, updated_at = ${ctx.now.toISOString()}::timestamptz, version = p.version + 1,
      published_at = case when r.status = 'published' then coalesce(p.published_at, ${ctx.now.toISOString()}::timestamptz) else p.published_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, name jsonb, description jsonb, "seoTitle" jsonb, "seoDescription" jsonb, "vatClass" text, status text,
      attributes jsonb, tags jsonb, category_id uuid, import_key text, external_id jsonb)
    where p.tenant_id = ${ctx.tenantId} and p.id = r.id`)
}

/** Inserts and updates the variants and answers the stock that has to move. */
async function writeVariants(
  ctx: Inside,
  importId: string,
  prepared: readonly Prepared[],
  effects: Effect[],
): Promise<Omit<StockMove, 'reason'>[]> {
  const inserts: (typeof variants.$inferInsert)[] = []
  const updates: object[] = []
  const moves: Omit<StockMove, 'reason'>[] = []
  for (const { work, productId } of prepared) {
    const behind = Math.max(-1, ...(work.known?.variants ?? []).map((variant) => variant.position)) + 1
    for (const [at, plan] of work.variants.entries()) {
      const { before, values, stockDelta } = plan
      const id = before?.id ?? newId()
      const externalIds = {
        ...before?.externalIds,
        ...(plan.externalId === undefined ? {} : { [work.draft.format]: plan.externalId }),
        ...(plan.imageUrl === undefined ? {} : { image: plan.imageUrl }),
      }
      if (before === null) {
        inserts.push({
          ...values,
          tenantId: ctx.tenantId,
          id,
          productId,
          externalIds,
          position: behind + at,
          stock: 0,
          createdAt: ctx.now,
          updatedAt: ctx.now,
        })
      } else if (plan.isChanged) updates.push({ id, ...values, externalIds })
      if (stockDelta !== 0) moves.push({ variantId: id, quantity: stockDelta })
      if (work.known === null || (before !== null && !plan.isChanged && stockDelta === 0)) continue
      effects.push({
        ...effectOf(ctx, importId),
        entity: 'variant',
        entityId: id,
        effect: before === null ? 'created' : 'changed',
        before:
          before === null ? null : { ...picked(before, values), externalIds: before.externalIds, stockDelta },
        version: (before?.version ?? 0) + (before === null || plan.isChanged ? 1 : 0),
      })
    }
  }
  if (inserts.length > 0) await ctx.db.insert(variants).values(inserts)
  if (updates.length > 0) await updateVariants(ctx, updates)
  return moves
}

/** Also restores them when an import is undone. */
export const updateVariants = (ctx: Inside, rows: readonly object[]) =>
  ctx.db.execute(sql`
    update variants v set sku = r.sku, name = r.name, options = r.options, price = r.price, compare_at = r."compareAt",
      weight_grams = r."weightGrams", unit = r.unit, unit_quantity = r."unitQuantity", barcode = r.barcode,
      low_stock_at = r."lowStockAt", external_ids = r."externalIds", updated_at = ${ctx.now.toISOString()}::timestamptz, version = v.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, sku text, name jsonb, options jsonb, price numeric, "compareAt" numeric, "weightGrams" int, unit text,
      "unitQuantity" numeric, barcode text, "lowStockAt" int, "externalIds" jsonb)
    where v.tenant_id = ${ctx.tenantId} and v.id = r.id`)

function productEffect(ctx: Inside, importId: string, { work, productId, version, isNew }: Written): Effect {
  const { known } = work
  return {
    ...effectOf(ctx, importId),
    entity: 'product',
    entityId: productId,
    effect: isNew ? 'created' : 'changed',
    before: known && {
      ...picked(known.product, work.values),
      categoryId: known.product.categoryId,
      importKey: known.product.importKey,
    },
    version,
  }
}

/** Of `row` what `values` also has. */
const picked = (row: object, values: object): object =>
  Object.fromEntries(Object.keys(values).map((key) => [key, (row as Record<string, unknown>)[key]]))
