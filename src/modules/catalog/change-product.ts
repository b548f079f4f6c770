/** Changes of a product as a whole: its fields and, in the same stroke, its variants; leaving, coming back, copying. */
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, forbidden, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { change, changed, created, removed, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { inLocale, type Translated } from '../../platform/values/shapes.ts'
import { audienceOf, producerFor, requireCategory, skuTaken } from './create-product.ts'
import { lockProduct, type ProductDetails, reread } from './find.ts'
import { isOverride, mayWriteProduct } from './policy.ts'
import { refreshProducts } from './refresh.ts'
import { productImages, products, variants } from './schema.ts'
import { UpdateProduct } from './shapes.ts'
import { freeSlug } from './slugs.ts'
import { attributesOf, htmlOf, textOf } from './values-of.ts'
import { replaceVariants } from './variants.ts'

/** The product, locked, for somebody who may change it; 404 for a stranger, 403 for who may only look. */
export async function lockOwn(ctx: Inside, productId: string): Promise<ProductDetails> {
  const product = await lockProduct(ctx, productId)
  if (!mayWriteProduct(ctx.actor, product)) throw forbidden('You may not change this product.')
  return product
}

export const announcement = (ctx: Inside, product: ProductDetails) => ({
  audience: audienceOf(product),
  isOverride: isOverride(ctx.actor, product),
})

/** Changes what is given and leaves the rest. @throws precondition_failed when `expected` is not the version any more. */
export async function updateProduct(
  ctx: Context,
  input: z.input<typeof UpdateProduct> & { productId: string },
  expected?: number,
): Promise<ProductDetails> {
  const { productId, ...rest } = input
  const { variants: wanted, producerId, ...fields } = UpdateProduct.parse(rest)

  return change(ctx, 'product.update', async (ctx) => {
    const before = await lockOwn(ctx, productId)
    if (before.deletedAt) throw notFound('product')
    if (expected !== undefined && expected !== before.version)
      throw preconditionFailed('Somebody changed this product meanwhile.')
    if (fields.categoryId !== before.categoryId) await requireCategory(ctx, fields.categoryId)
    const owner = producerId === undefined ? before.producerId : await producerFor(ctx, producerId)
    const slug =
      fields.slug && fields.slug !== before.slug ? await takeSlug(ctx, fields.slug, before.id) : before.slug
    await writeProduct(ctx, before, { ...valuesOf(ctx, before, fields), producerId: owner, slug })
    if (wanted) await replaceVariants(ctx, before, wanted)
    await refreshProducts(ctx, [productId])
    const after = await reread(ctx, productId)
    return changed(before, after, announcement(ctx, after))
  })
}

type Fields = Omit<z.output<typeof UpdateProduct>, 'variants' | 'producerId'>

function valuesOf(ctx: Inside, before: ProductDetails, fields: Fields) {
  const { name, description, seoTitle, seoDescription, attributes, status, ...plain } = fields
  return {
    ...plain,
    ...(name === undefined ? {} : { name: textOf(ctx, name, before.name) }),
    ...(description === undefined ? {} : { description: htmlOf(ctx, description, before.description) }),
    ...(seoTitle === undefined ? {} : { seoTitle: textOf(ctx, seoTitle, before.seoTitle) }),
    ...(seoDescription === undefined
      ? {}
      : { seoDescription: textOf(ctx, seoDescription, before.seoDescription) }),
    ...(attributes === undefined ? {} : { attributes: attributesOf(ctx, attributes) }),
    ...(status === undefined ? {} : statusOf(ctx, before, status)),
  }
}

const statusOf = (ctx: Inside, before: ProductDetails, status: ProductDetails['status']) => ({
  status,
  publishedAt: status === 'published' ? (before.publishedAt ?? ctx.now) : before.publishedAt,
})

async function takeSlug(ctx: Inside, slug: string, productId: string): Promise<string> {
  if ((await freeSlug(ctx, 'products', slug, productId)) !== slug)
    throw conflict('Another product already has this address.', { code: 'duplicate_slug' })
  return slug
}

async function writeProduct(
  ctx: Inside,
  before: ProductDetails,
  values: Partial<typeof products.$inferInsert>,
): Promise<void> {
  await ctx.db
    .update(products)
    .set({ ...values, updatedAt: ctx.now, version: before.version + 1 })
    .where(and(eq(products.tenantId, ctx.tenantId), eq(products.id, before.id)))
}

/** Puts it on the shelf. Twice is once. */
export const publishProduct = (ctx: Context, input: { productId: string }): Promise<ProductDetails> =>
  setStatus(ctx, 'product.publish', input.productId, 'published')

/** Takes it off the shelf; it is a draft again. Twice is once. */
export const unpublishProduct = (ctx: Context, input: { productId: string }): Promise<ProductDetails> =>
  setStatus(ctx, 'product.unpublish', input.productId, 'draft')

const setStatus = (
  ctx: Context,
  action: 'product.publish' | 'product.unpublish',
  productId: string,
  status: 'published' | 'draft',
): Promise<ProductDetails> =>
  change(ctx, action, async (ctx) => {
    const before = await lockOwn(ctx, productId)
    if (before.deletedAt) throw notFound('product')
    if ((before.status === 'published') === (status === 'published')) return unchanged(before)
    await writeProduct(ctx, before, statusOf(ctx, before, status))
    const after = await reread(ctx, productId)
    return changed(before, after, announcement(ctx, after))
  })

/** Deletes it with its variants, so that `restoreProduct` can bring it back. Deleting twice changes nothing. */
export async function deleteProduct(ctx: Context, input: { productId: string }): Promise<void> {
  await change(ctx, 'product.delete', async (ctx) => {
    const before = await lockOwn(ctx, input.productId)
    if (before.deletedAt) return unchanged(null)
    await ctx.db
      .update(variants)
      .set({ deletedAt: ctx.now })
      .where(
        and(
          eq(variants.tenantId, ctx.tenantId),
          inArray(
            variants.id,
            before.variants.map((variant) => variant.id),
          ),
        ),
      )
    await writeProduct(ctx, before, { deletedAt: ctx.now })
    return { ...removed(before, announcement(ctx, before)), row: null }
  })
}

/** Undoes the deleting. The address may be another when it was taken meanwhile; a taken SKU is a conflict. */
export const restoreProduct = (ctx: Context, input: { productId: string }): Promise<ProductDetails> =>
  change(ctx, 'product.restore', async (ctx) => {
    const before = await lockOwn(ctx, input.productId)
    if (!before.deletedAt) return unchanged(before)
    const slug = await freeSlug(ctx, 'products', before.slug, before.id)
    await ctx.db
      .update(variants)
      .set({ deletedAt: null })
      .where(
        and(
          eq(variants.tenantId, ctx.tenantId),
          eq(variants.productId, before.id),
          eq(variants.deletedAt, before.deletedAt),
        ),
      )
      .catch(skuTaken)
    await writeProduct(ctx, before, { deletedAt: null, slug })
    await refreshProducts(ctx, [before.id])
    const after = await reread(ctx, before.id)
    return changed(before, after, announcement(ctx, after))
  })

const copyWords: Translated = { el: 'αντίγραφο', en: 'copy' }

/** A draft like it, with SKUs of its own and nothing in stock. */
export const duplicateProduct = (ctx: Context, input: { productId: string }): Promise<ProductDetails> =>
  change(ctx, 'product.create', async (ctx) => {
    const original = await lockOwn(ctx, input.productId)
    if (original.deletedAt) throw notFound('product')
    const id = newId()
    const name = Object.fromEntries(
      Object.entries(original.name).map(([locale, text]) => [
        locale,
        `${text.slice(0, 230)} (${inLocale(copyWords, locale)})`,
      ]),
    ) as Translated
    const slug = await freeSlug(ctx, 'products', inLocale(name, ctx.organization.defaultLocale))
    const { variants: ownVariants, images, ...product } = original
    await ctx.db.insert(products).values({
      ...product,
      id,
      name,
      slug,
      status: 'draft',
      publishedAt: null,
      ratingSum: 0,
      ratingCount: 0,
      soldCount: 0,
      externalIds: {},
      version: 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    const mark = newId().slice(-4)
    await ctx.db.insert(variants).values(
      ownVariants.map((variant) => ({
        ...variant,
        id: newId(),
        productId: id,
        sku: `${variant.sku.slice(0, 90)}-${mark}`,
        barcode: null,
        stock: 0,
        externalIds: {},
        version: 1,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })),
    )
    if (images.length > 0) {
      await ctx.db
        .insert(productImages)
        .values(images.map((image) => ({ ...image, id: newId(), productId: id, createdAt: ctx.now })))
    }
    await refreshProducts(ctx, [id])
    const copy = await reread(ctx, id)
    return created(copy, announcement(ctx, copy))
  })
