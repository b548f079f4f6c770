/** Products, variants and categories as the API shows them. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, inLocale, Instant, Money, pageOf, type Translated } from '../../platform/values/shapes.ts'
import type { ListedCategory } from './categories.ts'
import type { Category } from './find-category.ts'
import type { PageVariant, ProductPage } from './get-product.ts'
import { maySeeUnlisted } from './policy.ts'
import { productStatuses, units, vatClasses } from './values.ts'

/** In the reader's language, or whole with `?translations=all`. */
const Text = z.union([z.string(), z.record(z.string(), z.string())])
const Attributes = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.record(z.string(), z.string())]),
)
const Image = z.object({
  id: Id,
  fileId: Id.nullable(),
  alt: Text,
  width: z.int().nullable(),
  height: z.int().nullable(),
  color: z.string().nullable(),
  sourceUrl: z.string().nullable().optional(),
  failure: z.string().nullable().optional(),
})

const CardVariant = z.object({
  id: Id,
  sku: z.string(),
  name: Text,
  price: Money,
  compareAt: Money.nullable(),
  stock: z.int(),
  unit: z.enum(units),
  unitQuantity: z.string().nullable(),
  weightGrams: z.int(),
})

export const VariantView = CardVariant.extend({
  options: z.record(z.string(), z.string()),
  barcode: z.string().nullable(),
  imageFileId: Id.nullable(),
  position: z.int(),
  /** For those who manage it. */
  lowStockAt: z.int().optional(),
  version: z.int(),
}).meta({ id: 'Variant' })

const Named = z.object({ id: Id, slug: z.string(), name: Text })

export const CardView = z
  .object({
    id: Id,
    slug: z.string(),
    name: Text,
    producer: Named,
    categoryId: Id.nullable(),
    vatClass: z.enum(vatClasses),
    status: z.enum(productStatuses),
    priceKind: z.enum(['gross', 'net']),
    priceFrom: Money.nullable(),
    priceTo: Money.nullable(),
    isInStock: z.boolean(),
    variants: z.array(CardVariant),
    coverFileId: Id.nullable(),
    attributes: Attributes,
    rating: z.object({ average: z.number().nullable(), count: z.int() }),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'ProductCard' })

const Choice = z.object({ id: Id, slug: z.string(), name: z.string(), count: z.int() })

export const ProductListView = pageOf(CardView)
  .extend({
    facets: z
      .object({
        category: z.array(Choice.extend({ parentId: Id.nullable() })),
        producer: z.array(Choice),
        price: z.array(z.object({ from: z.string(), to: z.string().nullable(), count: z.int() })),
        attributes: z.array(z.object({ key: z.string(), value: z.string(), count: z.int() })),
      })
      .partial()
      .optional(),
    /** Some of the words of `q` are unknown here and were taken for others. */
    isGuess: z.boolean().optional(),
  })
  .meta({ id: 'ProductList' })

export const ProductView = z
  .object({
    id: Id,
    slug: z.string(),
    name: Text,
    description: Text,
    seoTitle: Text,
    seoDescription: Text,
    producerId: Id,
    producer: Named.extend({ region: Text, logoFileId: Id.nullable() }),
    categoryId: Id.nullable(),
    categories: z.array(Named),
    vatClass: z.enum(vatClasses),
    status: z.enum(productStatuses),
    attributes: Attributes,
    tags: z.array(z.string()),
    priceKind: z.enum(['gross', 'net']),
    priceFrom: Money.nullable(),
    priceTo: Money.nullable(),
    isInStock: z.boolean(),
    variants: z.array(VariantView),
    images: z.array(Image),
    coverFileId: Id.nullable(),
    rating: z.object({ average: z.number().nullable(), count: z.int() }),
    /** For those who manage it. */
    soldCount: z.int().optional(),
    publishedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Product' })

type Teller = (value: Translated) => string | Translated

const teller = (ctx: Context, isWhole: boolean): Teller =>
  isWhole ? (value) => value : (value) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)

export const ratingOf = (row: { ratingSum: number; ratingCount: number }) => ({
  average: row.ratingCount > 0 ? Math.round((row.ratingSum / row.ratingCount) * 100) / 100 : null,
  count: row.ratingCount,
})

export function presentProduct(
  ctx: Context,
  product: ProductPage,
  isWhole = false,
): z.output<typeof ProductView> {
  const text = teller(ctx, isWhole)
  const money = moneyOf(ctx)
  const manages = maySeeUnlisted(ctx.actor, product)
  const { producer } = product
  return {
    id: product.id,
    slug: product.slug,
    name: text(product.name),
    description: text(product.description),
    seoTitle: text(product.seoTitle),
    seoDescription: text(product.seoDescription),
    producerId: product.producerId,
    producer: {
      id: producer.id,
      slug: producer.slug,
      name: text(producer.name),
      region: text(producer.region),
      logoFileId: producer.logoFileId,
    },
    categoryId: product.categoryId,
    categories: product.categories.map(({ id, slug, name }) => ({ id, slug, name: text(name) })),
    vatClass: product.vatClass,
    status: product.status,
    attributes: presentAttributes(product.attributes, text),
    tags: product.tags,
    priceKind: ctx.organization.priceKind,
    priceFrom: money(product.priceFrom),
    priceTo: money(product.priceTo),
    isInStock: product.isInStock,
    variants: product.variants.map((variant) => presentVariant(ctx, variant, { manages, isWhole })),
    images: product.images.map(({ alt, sourceUrl, failure, ...image }) => ({
      ...image,
      alt: text(alt),
      ...(manages ? { sourceUrl, failure } : {}),
    })),
    coverFileId: product.coverFileId,
    rating: ratingOf(product),
    ...(manages ? { soldCount: product.soldCount } : {}),
    publishedAt: product.publishedAt?.toISOString() ?? null,
    createdAt: product.createdAt.toISOString(),
    updatedAt: product.updatedAt.toISOString(),
    version: product.version,
  }
}

export const presentAttributes = (attributes: ProductPage['attributes'], text: Teller) =>
  Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? text(value) : value,
    ]),
  )

export function presentVariant(
  ctx: Context,
  variant: PageVariant,
  { manages, isWhole = false }: { manages: boolean; isWhole?: boolean },
): z.output<typeof VariantView> {
  const money = moneyOf(ctx)
  return {
    id: variant.id,
    sku: variant.sku,
    name: teller(ctx, isWhole)(variant.name),
    options: variant.options,
    price: money(variant.price)!,
    compareAt: money(variant.compareAt),
    stock: variant.stock,
    unit: variant.unit,
    unitQuantity: variant.unitQuantity,
    weightGrams: variant.weightGrams,
    barcode: variant.barcode,
    imageFileId: variant.imageFileId,
    position: variant.position,
    ...(manages ? { lowStockAt: variant.lowStockAt } : {}),
    version: variant.version,
  }
}

export const moneyOf =
  (ctx: Context) =>
  (amount: string | null): { amount: string; currency: string } | null =>
    amount === null ? null : { amount, currency: ctx.organization.currency }

export const CategoryView = z
  .object({
    id: Id,
    parentId: Id.nullable(),
    slug: z.string(),
    name: Text,
    description: Text,
    path: z.array(Id).meta({ description: 'From the root to itself.' }),
    position: z.int(),
    imageFileId: Id.nullable(),
    productCount: z.int().optional().meta({ description: 'On the shelf, in it and below.' }),
    version: z.int(),
  })
  .meta({ id: 'Category' })

export function presentCategory(
  ctx: Context,
  row: Category & Partial<Pick<ListedCategory, 'productCount'>>,
  isWhole = false,
): z.output<typeof CategoryView> {
  const text = teller(ctx, isWhole)
  const { id, parentId, slug, path, position, imageFileId, productCount, version } = row
  return {
    id,
    parentId,
    slug,
    name: text(row.name),
    description: text(row.description),
    path,
    position,
    imageFileId,
    ...(productCount === undefined ? {} : { productCount }),
    version,
  }
}
