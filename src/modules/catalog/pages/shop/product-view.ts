/** A product as its page shows it, in the reader's language. */
import type { Context } from '../../../../platform/tenancy/context.ts'
import { compare } from '../../../../platform/values/decimal.ts'
import type { ProductPage } from '../../get-product.ts'
import { presentProduct } from '../../present.ts'
import { unitPrice } from './card-view.ts'
import { plain } from './product-data.ts'

export type ProductView = ReturnType<typeof productView>
export type VariantChoice = ProductView['variants'][number]

export function productView(ctx: Context, page: ProductPage) {
  const product = presentProduct(ctx, page)
  const name = String(product.name)
  const images = product.images.flatMap(({ fileId, alt, color }) =>
    fileId ? [{ file: fileId, alt: String(alt) || name, color }] : [],
  )
  return {
    id: product.id,
    slug: product.slug,
    name,
    description: String(product.description),
    seoTitle: String(product.seoTitle) || name,
    seoDescription: String(product.seoDescription) || plain(String(product.description)).slice(0, 160),
    producer: {
      slug: product.producer.slug,
      name: String(product.producer.name),
      region: String(product.producer.region),
      logo: product.producer.logoFileId,
    },
    crumbs: product.categories.map(({ slug, name }) => ({ slug, name: String(name) })),
    images,
    variants: product.variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      name: String(variant.name),
      price: variant.price,
      before:
        variant.compareAt && compare(variant.compareAt.amount, variant.price.amount) > 0
          ? variant.compareAt
          : null,
      unit: unitPrice(ctx, { ...variant, price: variant.price.amount }),
      stock: variant.stock,
      photo: variant.imageFileId,
    })),
    attributes: Object.entries(product.attributes).flatMap(([key, value]) =>
      value === false || value === '' ? [] : [{ key, value: value === true ? true : String(value) }],
    ),
    priceKind: product.priceKind,
    rating: product.rating,
    isListed: product.status === 'published',
  }
}
