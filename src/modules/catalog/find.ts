/** Products as the verbs work on them: the row, its variants and its pictures, looked up through who asks. */
import { and, asc, eq, getColumns, isNull, sql } from 'drizzle-orm'
import { notFound } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { maySeeUnlisted } from './policy.ts'
import { productImages, products, variants } from './schema.ts'

// What search knows is large, derived, and of no use to anybody above the database.
const { searchVector: _vector, ...columns } = getColumns(products)
export const productColumns = columns

export type Product = Omit<typeof products.$inferSelect, 'searchVector'>
export type Variant = typeof variants.$inferSelect
export type ProductImage = typeof productImages.$inferSelect
export type ProductDetails = Product & { variants: Variant[]; images: ProductImage[] }

/**
 * The product and its variants, locked, for somebody who may at least see it unlisted; a stranger's is not there.
 * Variants before the product, as a checkout locks them, so that the two never wait for each other in a circle.
 */
export async function lockProduct(ctx: Inside, productId: string): Promise<ProductDetails> {
  await ctx.db.execute(
    sql`select id from variants where tenant_id = ${ctx.tenantId} and product_id = ${productId} order by id for no key update`,
  )
  const [row] = await ctx.db
    .select(productColumns)
    .from(products)
    .where(and(eq(products.tenantId, ctx.tenantId), eq(products.id, productId)))
    .for('no key update')
  if (!row || !maySeeUnlisted(ctx.actor, row)) throw notFound('product')
  return withParts(ctx, row)
}

/** The row with its variants and pictures in their order; a deleted product's variants are those that went with it. */
export async function withParts(ctx: Inside, product: Product): Promise<ProductDetails> {
  const [ownVariants, images] = await Promise.all([
    ctx.db
      .select()
      .from(variants)
      .where(
        and(
          eq(variants.tenantId, ctx.tenantId),
          eq(variants.productId, product.id),
          product.deletedAt ? eq(variants.deletedAt, product.deletedAt) : isNull(variants.deletedAt),
        ),
      )
      .orderBy(asc(variants.position), asc(variants.id)),
    ctx.db
      .select()
      .from(productImages)
      .where(and(eq(productImages.tenantId, ctx.tenantId), eq(productImages.productId, product.id)))
      .orderBy(asc(productImages.position), asc(productImages.id)),
  ])
  return { ...product, variants: ownVariants, images }
}

/** The product again after it was changed. */
export async function reread(ctx: Inside, productId: string): Promise<ProductDetails> {
  const [row] = await ctx.db
    .select(productColumns)
    .from(products)
    .where(and(eq(products.tenantId, ctx.tenantId), eq(products.id, productId)))
  return withParts(ctx, row!)
}
