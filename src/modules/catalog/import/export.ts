/** Products as our own CSV: reading the file in again changes nothing. */
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { siteOf } from '../../../platform/auth/origin.ts'
import { imageUrl } from '../../../platform/files/links.ts'
import { read } from '../../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { inLocale, type Locale, type Translated } from '../../../platform/values/shapes.ts'
import { listProducerKeys } from '../../producers/find.ts'
import { type Product, productColumns, type ProductImage, type Variant } from '../find.ts'
import { categories, productImages, products, variants } from '../schema.ts'
import { listProducts, type ProductList } from '../search/list-products.ts'
import type { ListProducts } from '../search/shapes.ts'
import type { ProductDraft, VariantDraft } from './draft.ts'
import { writeProducts } from './own-write.ts'

const batch = 200

/** Those the asker manages, by the same filters as their list, a batch at a time. */
export async function exportProducts(ctx: Context, query: ListProducts): Promise<AsyncIterable<string>> {
  const site = await siteOf(ctx.services, ctx.organization)
  const managed = {
    ...query,
    scope: 'managed' as const,
    limit: batch,
    skip: undefined,
    facets: undefined,
    count: undefined,
  }
  // The first page is read at once: what is refused is refused before the file has begun.
  const first = await listProducts(ctx, { ...managed, cursor: undefined })
  return writeProducts(drafts(ctx, managed, first, site), ctx.organization.defaultLocale as Locale)
}

async function* drafts(
  ctx: Context,
  managed: ListProducts,
  first: ProductList,
  site: string,
): AsyncGenerator<ProductDraft> {
  for (let list = first; ;) {
    const ids = list.data.map((card) => card.id)
    yield* await read(ctx, (ctx) => load(ctx, ids, site))
    if (!list.page.next) return
    list = await listProducts(ctx, { ...managed, cursor: list.page.next })
  }
}

async function load(ctx: Inside, ids: string[], site: string): Promise<ProductDraft[]> {
  if (ids.length === 0) return []
  const [rows, ownVariants, images, tree, makers] = await Promise.all([
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
      .where(
        and(
          eq(productImages.tenantId, ctx.tenantId),
          inArray(productImages.productId, ids),
          isNotNull(productImages.fileId),
        ),
      )
      .orderBy(productImages.position, productImages.id),
    ctx.db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(eq(categories.tenantId, ctx.tenantId)),
    listProducerKeys(ctx),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const variantsOf = Map.groupBy(ownVariants, (row) => row.productId)
  const imagesOf = Map.groupBy(images, (row) => row.productId)
  const names = new Map(tree.map((row) => [row.id, inLocale(row.name, ctx.organization.defaultLocale)]))
  const slugs = new Map(makers.map((row) => [row.id, row.slug]))
  return ids.flatMap((id) => {
    const product = byId.get(id)
    if (!product) return []
    const path = product.categoryPath.map((category) => names.get(category) ?? '')
    return [
      draftOf(
        product,
        variantsOf.get(id) ?? [],
        imagesOf.get(id) ?? [],
        path,
        slugs.get(product.producerId) ?? '',
        site,
      ),
    ]
  })
}

function draftOf(
  product: Product,
  own: Variant[],
  images: ProductImage[],
  categoryPath: string[],
  vendor: string,
  site: string,
): ProductDraft {
  const url = (fileId: string) => site + imageUrl(fileId, 'full')
  const optionNames = [...new Set(own.flatMap((variant) => Object.keys(variant.options)))]
  return {
    format: 'stoa',
    externalId: product.slug,
    slug: product.slug,
    name: product.name,
    descriptionHtml: product.description,
    vendor,
    categoryPath,
    tags: product.tags,
    vatClass: product.vatClass,
    status: product.status,
    attributes: product.attributes,
    seoTitle: product.seoTitle,
    seoDescription: product.seoDescription,
    options: optionNames.map((name) => ({
      name,
      values: [...new Set(own.map((variant) => variant.options[name] ?? ''))],
    })),
    variants: own.map((variant) => variantOf(variant, url)),
    images: images.map((image) => ({ url: url(image.fileId!), alt: image.alt as Translated })),
  }
}

const variantOf = (variant: Variant, url: (fileId: string) => string): VariantDraft => ({
  row: 0,
  sku: variant.sku,
  isSkuDerived: false,
  name: variant.name,
  options: variant.options,
  price: variant.price,
  compareAt: variant.compareAt,
  stock: variant.stock,
  lowStockAt: variant.lowStockAt,
  weightGrams: variant.weightGrams,
  unit: variant.unit,
  unitQuantity: variant.unitQuantity,
  barcode: variant.barcode ?? '',
  imageUrl: variant.imageFileId === null ? null : url(variant.imageFileId),
})
