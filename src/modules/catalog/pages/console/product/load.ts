/** What the product's form needs: the product as it is edited, and what can be chosen. */
import { requirePermission } from '../../../../../platform/access/require.ts'
import { historyOf } from '../../../../../platform/audit/history.ts'
import { siteOf } from '../../../../../platform/auth/origin.ts'
import { notFound } from '../../../../../platform/http/app-error.ts'
import { read } from '../../../../../platform/tenancy/change.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { inLocale, type Locale, type Translated } from '../../../../../platform/values/shapes.ts'
import type { Option } from '../../../../../ui/forms/select.tsx'
import { allProducerNames } from '../../../../producers/names.ts'
import { listCategories } from '../../../categories.ts'
import { getProduct, type ProductPage } from '../../../get-product.ts'
import { mayWriteAny, mayWriteProduct } from '../../../policy.ts'
import { factsOf } from './facts.ts'

export type Choices = {
  categories: Option[]
  /** Empty for those who may not name one. */
  producers: Option[]
  currency: string
  mainLocale: Locale
  /** Of the shop, as search engines show it. */
  host: string
}

export async function choicesOf(ctx: Context): Promise<Choices> {
  const [categories, producers, site] = await Promise.all([
    listCategories(ctx),
    mayWriteAny(ctx.actor) ? read(ctx, allProducerNames) : [],
    siteOf(ctx.services, ctx.organization),
  ])
  const text = (value: Translated) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const names = new Map(categories.map(({ id, name }) => [id, text(name)]))
  return {
    categories: categories
      .map(({ id, path }) => ({ value: id, label: path.map((part) => names.get(part) ?? '').join(' › ') }))
      .toSorted((a, b) => a.label.localeCompare(b.label, ctx.locale)),
    producers: producers.map(({ id, name }) => ({ value: id, label: text(name) })),
    currency: ctx.organization.currency,
    mainLocale: ctx.organization.defaultLocale as Locale,
    host: new URL(site).host,
  }
}

/** The product, for somebody who may change it; to everybody else it is not there. */
export async function ownProduct(ctx: Context, productId: string): Promise<ProductPage> {
  requirePermission(ctx, 'products.write', 'products.writeAny')
  const product = await getProduct(ctx, productId)
  if (!mayWriteProduct(ctx.actor, product)) throw notFound('product')
  return product
}

export async function loadProduct(ctx: Context, productId: string) {
  const [product, choices] = await Promise.all([ownProduct(ctx, productId), choicesOf(ctx)])
  const text = (value: Translated) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const variantIds = product.variants.map(({ id }) => id)
  return {
    product: editable(ctx, product, choices.mainLocale),
    images: product.images.map(({ id, fileId, alt, sourceUrl, failure }) => ({
      id,
      fileId,
      alt,
      sourceUrl,
      failure,
    })),
    title: text(product.name),
    producer: text(product.producer.name),
    choices,
    history: await historyOf(ctx, { product: [product.id], variant: variantIds, stock: variantIds }),
  }
}

const editable = (ctx: Context, product: ProductPage, mainLocale: Locale) => ({
  id: product.id,
  producerId: product.producerId,
  slug: product.slug,
  name: product.name,
  description: product.description,
  seoTitle: product.seoTitle,
  seoDescription: product.seoDescription,
  categoryId: product.categoryId,
  vatClass: product.vatClass,
  status: product.status,
  tags: product.tags,
  facts: factsOf(product.attributes, ctx.locale, mainLocale),
  version: product.version,
  variants: product.variants.map((variant) => ({
    id: variant.id,
    sku: variant.sku,
    name: variant.name,
    options: variant.options,
    price: variant.price,
    compareAt: variant.compareAt,
    stock: variant.stock,
    lowStockAt: variant.lowStockAt,
    weightGrams: variant.weightGrams,
    unit: variant.unit,
    unitQuantity: variant.unitQuantity,
    barcode: variant.barcode,
  })),
})
