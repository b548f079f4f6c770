/** A product's variants: one changed alone, or all of them as a form sends them. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { forbidden, invalidField, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { change, changed } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { audienceOf, insertVariants, skuTaken } from './create-product.ts'
import { lockProduct, type ProductDetails, reread, type Variant } from './find.ts'
import { isOverride, mayWriteProduct } from './policy.ts'
import { refreshProducts } from './refresh.ts'
import { products, variants } from './schema.ts'
import { Stock, type UpdateProduct, UpdateVariant } from './shapes.ts'
import { moveStock } from './stock.ts'
import { amountOf, textOf } from './values-of.ts'

type Fields = z.output<typeof UpdateVariant> & { stock?: number }
type Wanted = NonNullable<z.output<typeof UpdateProduct>['variants']>

/** `stock` is what was counted, and is written as a correction of what the books say. */
const ChangeVariant = UpdateVariant.extend({ stock: Stock.optional() })

/** Changes one variant. @throws precondition_failed when `expected` is not its version any more. */
export async function updateVariant(
  ctx: Context,
  input: z.input<typeof ChangeVariant> & { variantId: string },
  expected?: number,
): Promise<Variant> {
  const { variantId, ...rest } = input
  const fields = ChangeVariant.parse(rest)
  return change(ctx, 'variant.update', async (ctx) => {
    const product = await lockProductOf(ctx, variantId)
    if (!mayWriteProduct(ctx.actor, product)) throw forbidden('You may not change this product.')
    const before = product.variants.find((variant) => variant.id === variantId)!
    if (expected !== undefined && expected !== before.version)
      throw preconditionFailed('Somebody changed this variant meanwhile.')
    await writeVariant(ctx, before, fields, '')
    await touch(ctx, product.id)
    await refreshProducts(ctx, [product.id])
    const after = (await reread(ctx, product.id)).variants.find((variant) => variant.id === variantId)!
    return changed(before, after, {
      audience: audienceOf(product),
      isOverride: isOverride(ctx.actor, product),
    })
  })
}

/** The live product of a live variant, locked; 404 for a stranger's. */
export async function lockProductOf(ctx: Inside, variantId: string): Promise<ProductDetails> {
  const [row] = await ctx.db
    .select({ productId: variants.productId })
    .from(variants)
    .where(and(eq(variants.tenantId, ctx.tenantId), eq(variants.id, variantId)))
  const product = row ? await lockProduct(ctx, row.productId).catch(() => null) : null
  if (!product || product.deletedAt || !product.variants.some((variant) => variant.id === variantId))
    throw notFound('variant')
  return product
}

const touch = (ctx: Inside, productId: string) =>
  ctx.db
    .update(products)
    .set({ updatedAt: ctx.now, version: sql`${products.version} + 1` })
    .where(and(eq(products.tenantId, ctx.tenantId), eq(products.id, productId)))

async function writeVariant(ctx: Inside, before: Variant, fields: Fields, pointer: string): Promise<void> {
  const { price, compareAt, name, stock, ...plain } = fields
  await ctx.db
    .update(variants)
    .set({
      ...plain,
      ...(name === undefined ? {} : { name: textOf(ctx, name, before.name) }),
      ...(price === undefined ? {} : { price: amountOf(ctx, price, `${pointer}/price`) }),
      ...(compareAt === undefined
        ? {}
        : { compareAt: compareAt === null ? null : amountOf(ctx, compareAt, `${pointer}/compareAt`) }),
      updatedAt: ctx.now,
      version: before.version + 1,
    })
    .where(and(eq(variants.tenantId, ctx.tenantId), eq(variants.id, before.id)))
    .catch(skuTaken)
  // The row is locked, so what is counted here is still what the books say when it is corrected.
  if (stock !== undefined)
    await moveStock(ctx, [{ variantId: before.id, quantity: stock - before.stock, reason: 'correction' }])
}

/** Brings the variants to `wanted`: changed by id, added without one, and deleted when left out. The order is theirs. */
export async function replaceVariants(ctx: Inside, product: ProductDetails, wanted: Wanted): Promise<void> {
  const known = new Map(product.variants.map((variant) => [variant.id, variant]))
  const kept = new Set<string>()
  for (const [at, { id }] of wanted.entries()) {
    if (id === undefined) continue
    if (!known.has(id) || kept.has(id))
      throw invalidField(`/variants/${at}/id`, 'Is no variant of this product, or is there twice.')
    kept.add(id)
  }
  const gone = product.variants.filter((variant) => !kept.has(variant.id))
  if (gone.length > 0) {
    await ctx.db
      .update(variants)
      .set({ deletedAt: ctx.now })
      .where(
        and(
          eq(variants.tenantId, ctx.tenantId),
          inArray(
            variants.id,
            gone.map((variant) => variant.id),
          ),
        ),
      )
  }
  for (const [at, { id, ...fields }] of wanted.entries()) {
    const before = id === undefined ? undefined : known.get(id)!
    if (before) {
      await writeVariant(ctx, before, fields, `/variants/${at}`)
      if (before.position !== at) await place(ctx, before.id, at)
      continue
    }
    const { sku, price } = fields
    if (sku === undefined) throw invalidField(`/variants/${at}/sku`, 'A new variant needs a SKU.')
    if (price === undefined) throw invalidField(`/variants/${at}/price`, 'A new variant needs a price.')
    await insertVariants(ctx, product.id, [{ ...fields, sku, price, stock: fields.stock ?? 0 }], at)
  }
}

const place = (ctx: Inside, variantId: string, position: number) =>
  ctx.db
    .update(variants)
    .set({ position })
    .where(and(eq(variants.tenantId, ctx.tenantId), eq(variants.id, variantId)))
