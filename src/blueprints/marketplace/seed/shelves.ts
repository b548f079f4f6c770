/** Producers, categories and products of the demo market, made by the very verbs that people use. */
import { createCategory } from '../../../modules/catalog/categories.ts'
import { createProduct } from '../../../modules/catalog/create-product.ts'
import { createProducer } from '../../../modules/producers/producers.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { categories, type DemoCategory } from '../demo/categories.ts'
import { type DemoProduct, storedAttributes } from '../demo/product.ts'
import { producers } from '../demo/producers.ts'
import { products } from '../demo/products.ts'
import { asHtml, type Bilingual } from '../demo/shapes.ts'

const html = ({ el, en }: Bilingual) => ({ el: asHtml(el), en: asHtml(en) })

export async function seedProducers(ctx: Context): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const {
    slug,
    name,
    description,
    region,
    foundedYear,
    email,
    phone,
    origin,
    vatNumber,
    iban,
    commissionPercent,
  } of producers) {
    const made = await createProducer(ctx, {
      slug,
      name,
      description: html(description),
      region,
      foundedYear,
      email,
      phone,
      origin,
      vatNumber,
      iban,
      commissionPercent,
    })
    ids.set(slug, made.id)
  }
  return ids
}

export async function seedCategories(ctx: Context): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const make = async (list: readonly DemoCategory[], parentId: string | null): Promise<void> => {
    for (const [position, { slug, name, description, children }] of list.entries()) {
      const made = await createCategory(ctx, { slug, name, description, parentId, position })
      ids.set(slug, made.id)
      await make(children ?? [], made.id)
    }
  }
  await make(categories, null)
  return ids
}

export async function seedProducts(
  ctx: Context,
  producerIds: ReadonlyMap<string, string>,
  categoryIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const product of products) await createProduct(ctx, newProduct(product, producerIds, categoryIds))
}

function newProduct(
  product: DemoProduct,
  producerIds: ReadonlyMap<string, string>,
  categoryIds: ReadonlyMap<string, string>,
) {
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
    producerId: producerIds.get(product.producer)!,
    categoryId: categoryIds.get(product.category)!,
    variants: variants.map(({ compareAt, ...variant }) => ({ ...variant, compareAt: compareAt ?? null })),
  }
}
