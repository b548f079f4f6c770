/** New products: whose they are is decided here, by who is signed in. */
import type { z } from 'zod'
import { violates } from '../../platform/database/faults.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, forbidden, invalidField } from '../../platform/http/app-error.ts'
import { change, created } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { inLocale } from '../../platform/values/shapes.ts'
import { findProducer } from '../producers/find.ts'
import { findCategory } from './find-category.ts'
import { type Product, productColumns, type ProductDetails, reread } from './find.ts'
import { isOverride, mayWriteAny } from './policy.ts'
import { refreshProducts } from './refresh.ts'
import { products, variants } from './schema.ts'
import { NewProduct } from './shapes.ts'
import { freeSlug } from './slugs.ts'
import { moveStock } from './stock.ts'
import { amountOf, attributesOf, htmlOf, textOf } from './values-of.ts'

type NewProduct = z.output<typeof NewProduct>

/** Creates a product with its variants and their opening stock. A producer's product is theirs; only an administrator names one. */
export async function createProduct(
  ctx: Context,
  input: z.input<typeof NewProduct>,
): Promise<ProductDetails> {
  const given = NewProduct.parse(input)

  return change(ctx, 'product.create', async (ctx) => {
    const producerId = await producerFor(ctx, given.producerId)
    await requireCategory(ctx, given.categoryId)
    const product = await insertProduct(ctx, given, producerId)
    await insertVariants(ctx, product.id, given.variants)
    await refreshProducts(ctx, [product.id])
    const details = await reread(ctx, product.id)
    return created(details, { audience: audienceOf(product), isOverride: isOverride(ctx.actor, product) })
  })
}

export const audienceOf = (product: Pick<Product, 'producerId'>): string[] => [
  `producer:${product.producerId}`,
  'may:products.writeAny',
]

/** Whose it will be: the one an administrator names, else the signed-in user's own. */
export async function producerFor(ctx: Inside, named: string | undefined): Promise<string> {
  if (named !== undefined && !mayWriteAny(ctx.actor))
    throw invalidField('/producerId', 'The producer follows from who is signed in and cannot be named.')
  if (named === undefined) {
    const own = ctx.actor.producerIds[0]
    if (own) return own
    if (mayWriteAny(ctx.actor)) throw invalidField('/producerId', 'Say whose product it is.')
    throw forbidden('You do not belong to a producer.')
  }
  if (!(await findProducer(ctx, named))) throw invalidField('/producerId', 'There is no such producer.')
  return named
}

export async function requireCategory(ctx: Inside, categoryId: string | null | undefined): Promise<void> {
  if (categoryId && !(await findCategory(ctx, categoryId)))
    throw invalidField('/categoryId', 'There is no such category.')
}

async function insertProduct(ctx: Inside, given: NewProduct, producerId: string): Promise<Product> {
  const name = textOf(ctx, given.name)
  const wish = given.slug ?? inLocale(name, ctx.organization.defaultLocale)
  for (;;) {
    const [row] = await ctx.db
      .insert(products)
      .values({
        tenantId: ctx.tenantId,
        producerId,
        categoryId: given.categoryId ?? null,
        slug: await freeSlug(ctx, 'products', wish),
        name,
        description: htmlOf(ctx, given.description ?? ''),
        seoTitle: textOf(ctx, given.seoTitle ?? ''),
        seoDescription: textOf(ctx, given.seoDescription ?? ''),
        vatClass: given.vatClass,
        status: given.status,
        attributes: attributesOf(ctx, given.attributes ?? {}),
        tags: given.tags ?? [],
        publishedAt: given.status === 'published' ? ctx.now : null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning(productColumns)
    // Nothing came back: somebody took the address between our look and our insert.
    if (row) return row
  }
}

/** Adds variants behind those that are there, each with its opening stock as a movement. */
export async function insertVariants(
  ctx: Inside,
  productId: string,
  given: NewProduct['variants'],
  firstPosition = 0,
): Promise<void> {
  const rows = given.map(({ price, compareAt, name, ...rest }, index) => ({
    ...rest,
    stock: 0,
    tenantId: ctx.tenantId,
    id: newId(),
    productId,
    name: textOf(ctx, name ?? ''),
    price: amountOf(ctx, price, `/variants/${index}/price`),
    compareAt: compareAt ? amountOf(ctx, compareAt, `/variants/${index}/compareAt`) : null,
    position: firstPosition + index,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }))
  requireDistinctSkus(given)
  await ctx.db.insert(variants).values(rows).catch(skuTaken)
  await moveStock(
    ctx,
    rows.map((row, index) => ({
      variantId: row.id,
      quantity: given[index]!.stock,
      reason: 'opening',
      entity: 'product',
      entityId: productId,
    })),
  )
}

function requireDistinctSkus(given: { sku: string }[]): void {
  const seen = new Set<string>()
  for (const [index, { sku }] of given.entries()) {
    if (seen.has(sku)) throw invalidField(`/variants/${index}/sku`, `"${sku}" is there twice.`)
    seen.add(sku)
  }
}

/** Names the trouble when another product already has this SKU. */
export function skuTaken(error: unknown): never {
  if (violates(error, 'variants_sku'))
    throw conflict('Another product already has this SKU.', { code: 'duplicate_sku' })
  throw error
}
