/** What the shop already has of a file's products, a few hundred at a time and in a handful of statements. */
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { type Product, productColumns, type ProductImage, type Variant } from '../find.ts'
import { productImages, products, variants } from '../schema.ts'
import type { ProductDraft } from './draft.ts'

export type Known = { product: Product; variants: Variant[]; images: ProductImage[] }

export type Matches = {
  /** By product id. */
  known: Map<string, Known>
  /** Live products by `importKey`, by slug, and the product that has each SKU. */
  byKey: Map<string, string[]>
  bySlug: Map<string, string>
  bySku: Map<string, string>
}

export const importKeyOf = (draft: Pick<ProductDraft, 'format' | 'externalId'>): string =>
  `${draft.format}:${draft.externalId}`

/** Everything these drafts could mean. With `forChange` the rows are locked, variants before products. */
export async function findKnown(
  ctx: Inside,
  drafts: readonly ProductDraft[],
  forChange: boolean,
): Promise<Matches> {
  const skus = drafts.flatMap((draft) => draft.variants.map((variant) => variant.sku))
  const [named, withSku] = await Promise.all([
    ctx.db
      .select({ id: products.id, importKey: products.importKey, slug: products.slug })
      .from(products)
      .where(
        and(
          eq(products.tenantId, ctx.tenantId),
          isNull(products.deletedAt),
          or(
            inArray(products.importKey, drafts.map(importKeyOf)),
            inArray(
              products.slug,
              drafts.map((draft) => draft.slug),
            ),
          ),
        ),
      ),
    ctx.db
      .select({ sku: variants.sku, productId: variants.productId })
      .from(variants)
      .where(
        and(eq(variants.tenantId, ctx.tenantId), isNull(variants.deletedAt), inArray(variants.sku, skus)),
      ),
  ])
  const ids = [...new Set([...named.map((row) => row.id), ...withSku.map((row) => row.productId)])]
  const byKey = new Map<string, string[]>()
  for (const { id, importKey } of named)
    if (importKey) byKey.set(importKey, [...(byKey.get(importKey) ?? []), id])
  return {
    known: await load(ctx, ids, forChange),
    byKey,
    bySlug: new Map(named.map((row) => [row.slug, row.id])),
    bySku: new Map(withSku.map((row) => [row.sku, row.productId])),
  }
}

async function load(ctx: Inside, ids: string[], forChange: boolean): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  if (forChange) {
    const list = sql.param(ids)
    await ctx.db.execute(sql`
      select id from variants where tenant_id = ${ctx.tenantId} and product_id = any(${list}::uuid[]) order by id for no key update`)
    await ctx.db.execute(sql`
      select id from products where tenant_id = ${ctx.tenantId} and id = any(${list}::uuid[]) order by id for no key update`)
  }
  const [rows, ownVariants, images] = await Promise.all([
    ctx.db
      .select(productColumns)
      .from(products)
      .where(and(eq(products.tenantId, ctx.tenantId), inArray(products.id, ids))),
    ctx.db
      .select()
      .from(variants)
      .where(
        and(
          eq(variants.tenantId, ctx.tenantId),
          inArray(variants.productId, ids),
          isNull(variants.deletedAt),
        ),
      )
      .orderBy(variants.position, variants.id),
    ctx.db
      .select()
      .from(productImages)
      .where(and(eq(productImages.tenantId, ctx.tenantId), inArray(productImages.productId, ids)))
      .orderBy(productImages.position, productImages.id),
  ])
  const variantsOf = Map.groupBy(ownVariants, (row) => row.productId)
  const imagesOf = Map.groupBy(images, (row) => row.productId)
  return new Map(
    rows.map((product) => [
      product.id,
      { product, variants: variantsOf.get(product.id) ?? [], images: imagesOf.get(product.id) ?? [] },
    ]),
  )
}
