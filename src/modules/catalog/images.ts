/** A product's pictures: attached, described, put in order, taken away. The first is the cover. */
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { findFile } from '../../platform/files/find.ts'
import { pictureType } from '../../platform/files/picture.ts'
import { conflict, invalidField, notFound } from '../../platform/http/app-error.ts'
import { change, changed, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { announcement, lockOwn } from './change-product.ts'
import { type ProductDetails, reread } from './find.ts'
import { refreshProducts } from './refresh.ts'
import { productImages, products } from './schema.ts'
import { AttachImage, OrderImages, UpdateImage } from './shapes.ts'
import { textOf } from './values-of.ts'

const mostImages = 30

type OfProduct = { productId: string }
type OfImage = OfProduct & { imageId: string }

/** Attaches a public picture behind the others; one that is there already is left as it is. */
export async function attachImage(
  ctx: Context,
  input: OfProduct & z.input<typeof AttachImage>,
): Promise<ProductDetails> {
  const { productId, ...rest } = input
  const { fileId, alt } = AttachImage.parse(rest)
  return changeImages(ctx, productId, async (ctx, product) => {
    if (product.images.some((image) => image.fileId === fileId)) return false
    if (product.images.length >= mostImages)
      throw conflict(`A product may have at most ${mostImages} pictures.`)
    const file = await findFile(ctx, fileId)
    if (!file || file.visibility !== 'public' || file.type !== pictureType)
      throw invalidField('/fileId', 'There is no such public picture.')
    const last = Math.max(-1, ...product.images.map((image) => image.position))
    await ctx.db.insert(productImages).values({
      tenantId: ctx.tenantId,
      id: newId(),
      productId,
      fileId,
      alt: textOf(ctx, alt),
      position: last + 1,
    })
    return true
  })
}

/** Describes a picture for those who do not see it. */
export async function describeImage(
  ctx: Context,
  input: OfImage & z.input<typeof UpdateImage>,
): Promise<ProductDetails> {
  const { productId, imageId, ...rest } = input
  const { alt } = UpdateImage.parse(rest)
  return changeImages(ctx, productId, async (ctx, product) => {
    const image = imageOf(product, imageId)
    await ctx.db
      .update(productImages)
      .set({ alt: textOf(ctx, alt, image.alt) })
      .where(itself(ctx, imageId))
    return true
  })
}

/** Takes a picture off the product; the file stays. Taking it off twice changes nothing. */
export const detachImage = (ctx: Context, { productId, imageId }: OfImage): Promise<ProductDetails> =>
  changeImages(ctx, productId, async (ctx, product) => {
    if (!product.images.some((image) => image.id === imageId)) return false
    await ctx.db.delete(productImages).where(itself(ctx, imageId))
    return true
  })

/** Puts the pictures in order; each must be named once. */
export async function orderImages(
  ctx: Context,
  input: OfProduct & z.input<typeof OrderImages>,
): Promise<ProductDetails> {
  const { productId, ...rest } = input
  const { imageIds } = OrderImages.parse(rest)
  return changeImages(ctx, productId, async (ctx, product) => {
    const known = product.images.map((image) => image.id)
    if (
      imageIds.length !== known.length ||
      new Set(imageIds).size !== known.length ||
      !imageIds.every((id) => known.includes(id))
    )
      throw invalidField('/imageIds', "Must name each of the product's pictures once.")
    if (imageIds.every((id, at) => id === known[at])) return false
    for (const [position, id] of imageIds.entries()) {
      await ctx.db.update(productImages).set({ position }).where(itself(ctx, id))
    }
    return true
  })
}

/** `work` answers whether anything changed. */
const changeImages = (
  ctx: Context,
  productId: string,
  work: (ctx: Inside, product: ProductDetails) => Promise<boolean>,
): Promise<ProductDetails> =>
  change(ctx, 'product.update', async (ctx) => {
    const before = await lockOwn(ctx, productId)
    if (before.deletedAt) throw notFound('product')
    if (!(await work(ctx, before))) return unchanged(before)
    await ctx.db
      .update(products)
      .set({ version: before.version + 1, updatedAt: ctx.now })
      .where(and(eq(products.tenantId, ctx.tenantId), eq(products.id, productId)))
    await refreshProducts(ctx, [productId])
    const after = await reread(ctx, productId)
    return changed(before, after, announcement(ctx, after))
  })

function imageOf(product: ProductDetails, imageId: string) {
  const image = product.images.find((candidate) => candidate.id === imageId)
  if (!image) throw notFound('picture')
  return image
}

const itself = (ctx: Inside, imageId: string) =>
  and(eq(productImages.tenantId, ctx.tenantId), eq(productImages.id, imageId))
