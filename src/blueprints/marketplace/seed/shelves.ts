/** Producers, categories and products of the demo market, made by the very verbs that people use. */
import { createCategory } from '../../../modules/catalog/categories.ts'
import { createProduct } from '../../../modules/catalog/create-product.ts'
import { attachImage } from '../../../modules/catalog/images.ts'
import { createProducer } from '../../../modules/producers/producers.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { categories, type DemoCategory } from '../demo/categories.ts'
import { type DemoProduct, storedAttributes } from '../demo/product.ts'
import { producers } from '../demo/producers.ts'
import { products } from '../demo/products.ts'
import { asHtml, type Bilingual } from '../demo/shapes.ts'
import type { Pictures } from './pictures.ts'

/** Ids by slug. */
export type Ids = ReadonlyMap<string, string>

const day = 86_400_000
const html = ({ el, en }: Bilingual) => ({ el: asHtml(el), en: asHtml(en) })

export async function seedProducers(ctx: Context, pictures: Pictures): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const producer of producers) {
    const { brand: _brand, contactName: _contactName, description, ...fields } = producer
    const made = await createProducer(ctx, {
      ...fields,
      description: html(description),
      bannerFileId: pictures.get(`banner-${producer.slug}`) ?? null,
      logoFileId: pictures.get(`logo-${producer.slug}`) ?? null,
    })
    ids.set(producer.slug, made.id)
  }
  return ids
}

export async function seedCategories(ctx: Context, pictures: Pictures): Promise<Ids> {
  const ids = new Map<string, string>()
  const make = async (list: readonly DemoCategory[], parentId: string | null): Promise<void> => {
    for (const [position, { slug, name, description, children }] of list.entries()) {
      const imageFileId = pictures.get(`shelf-${slug}`) ?? null
      const made = await createCategory(ctx, { slug, name, description, parentId, position, imageFileId })
      ids.set(slug, made.id)
      await make(children ?? [], made.id)
    }
  }
  await make(categories, null)
  return ids
}

type Around = { producers: Ids; categories: Ids; pictures: Pictures }

/** The catalogue grew over a quarter; what is tagged as new came last. */
export async function seedProducts(ctx: Context, around: Around): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const [index, product] of products.entries()) {
    const daysAgo = product.tags.includes('new') ? 32 + (index % 5) : 40 + ((index * 17) % 80)
    const then = { ...ctx, now: new Date(ctx.now.getTime() - daysAgo * day - index * 60_000) }
    const made = await createProduct(then, newProduct(product, around))
    const fileId = around.pictures.get(`product-${product.slug}`)
    if (fileId) await attachImage(then, { productId: made.id, fileId, alt: product.name })
    ids.set(product.slug, made.id)
  }
  return ids
}

function newProduct(product: DemoProduct, { producers, categories }: Around) {
  const { slug, name, description, seoTitle, seoDescription, vatClass, status, tags, synonyms, variants } =
    product
  return {
    slug,
    name,
    description: html(description),
    seoTitle,
    seoDescription,
    vatClass,
    status: status ?? ('published' as const),
    attributes: storedAttributes(product),
    // Other spellings are found like tags.
    tags: [...tags, ...synonyms.el, ...synonyms.en],
    producerId: producers.get(product.producer)!,
    categoryId: categories.get(product.category)!,
    variants: variants.map(({ compareAt, ...variant }) => ({ ...variant, compareAt: compareAt ?? null })),
  }
}
