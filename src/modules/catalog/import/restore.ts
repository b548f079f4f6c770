/** What an import changed, as it was: products, variants and stock of one batch. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { variants } from '../schema.ts'
import { moveStock } from '../stock.ts'
import type { Noted } from './undo.ts'
import { updateVariants } from './write.ts'

type Stored = Record<string, unknown> & { stockDelta?: number }

/** What came in goes out again, as far as it has not been sold. */
export async function takeBackStock(
  ctx: Inside,
  importId: string,
  effects: readonly Noted[],
  held: ReadonlyMap<string, { stock: number }>,
): Promise<void> {
  const moves = effects.flatMap(({ entityId, before }) => {
    const delta = (before as Stored | null)?.stockDelta ?? 0
    const stock = held.get(entityId)?.stock ?? 0
    return delta === 0 ? [] : [{ variantId: entityId, quantity: Math.max(-delta, -stock) }]
  })
  await moveStock(
    ctx,
    moves.map((move) => ({ ...move, reason: 'import', entity: 'import', entityId: importId, note: 'undo' })),
  )
}

/** Changed ones are as they were; those it added to a product that was there go. */
export async function restoreVariants(ctx: Inside, effects: readonly Noted[]): Promise<void> {
  const changed = effects.filter((effect) => effect.effect === 'changed')
  const rows = changed.map(({ entityId, before }) => {
    const { stockDelta: _delta, ...values } = before as Stored
    return { id: entityId, ...values }
  })
  if (rows.length > 0) await updateVariants(ctx, rows)
  const added = effects.filter((effect) => effect.effect === 'created').map((effect) => effect.entityId)
  if (added.length === 0) return
  await ctx.db
    .update(variants)
    .set({ deletedAt: ctx.now })
    .where(and(eq(variants.tenantId, ctx.tenantId), inArray(variants.id, added)))
}

/** New products go, with their variants; changed ones are as they were. */
export async function restoreProducts(
  ctx: Inside,
  effects: readonly Noted[],
  created: string[],
): Promise<void> {
  const now = ctx.now.toISOString()
  if (created.length > 0) {
    const list = sql.param(created)
    await ctx.db.execute(sql`
      update variants set deleted_at = ${now}::timestamptz
      where tenant_id = ${ctx.tenantId} and product_id = any(${list}::uuid[]) and deleted_at is null`)
    await ctx.db.execute(sql`
      update products set deleted_at = ${now}::timestamptz, import_key = null, version = version + 1
      where tenant_id = ${ctx.tenantId} and id = any(${list}::uuid[])`)
  }
  const rows = effects
    .filter((effect) => effect.effect === 'changed')
    .map(({ entityId, before }) => ({ id: entityId, ...(before as object) }))
  if (rows.length === 0) return
  await ctx.db.execute(sql`
    update products p set name = r.name, description = r.description, seo_title = r."seoTitle",
      seo_description = r."seoDescription", vat_class = r."vatClass", status = r.status, attributes = r.attributes,
      tags = array(select jsonb_array_elements_text(r.tags)), category_id = r."categoryId", import_key = r."importKey",
      updated_at = ${now}::timestamptz, version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, name jsonb, description jsonb, "seoTitle" jsonb, "seoDescription" jsonb, "vatClass" text, status text,
      attributes jsonb, tags jsonb, "categoryId" uuid, "importKey" text)
    where p.tenant_id = ${ctx.tenantId} and p.id = r.id`)
}
