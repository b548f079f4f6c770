/** The columns of our own product CSV, in the order they are written. */
import type { Aliases } from './columns.ts'

/** Field by header. The first row of a product carries what belongs to the product, every row its variant. */
export const ownHeaders = {
  slug: 'slug',
  status: 'status',
  producer: 'producer',
  category: 'category',
  vatClass: 'vatClass',
  nameEl: 'name.el',
  nameEn: 'name.en',
  descriptionEl: 'description.el',
  descriptionEn: 'description.en',
  seoTitleEl: 'seoTitle.el',
  seoTitleEn: 'seoTitle.en',
  seoDescriptionEl: 'seoDescription.el',
  seoDescriptionEn: 'seoDescription.en',
  attributes: 'attributes',
  tags: 'tags',
  images: 'images',
  sku: 'sku',
  variantEl: 'variant.el',
  variantEn: 'variant.en',
  options: 'options',
  price: 'price',
  compareAt: 'compareAt',
  cost: 'cost',
  stock: 'stock',
  lowStockAt: 'lowStockAt',
  weightGrams: 'weightGrams',
  unit: 'unit',
  unitQuantity: 'unitQuantity',
  barcode: 'barcode',
  variantImage: 'variantImage',
  requiresShipping: 'requiresShipping',
} as const

export type OwnField = keyof typeof ownHeaders

export const ownFields = Object.keys(ownHeaders) as OwnField[]

export const ownAliases = Object.fromEntries(
  ownFields.map((field) => [field, [ownHeaders[field].toLowerCase()]]),
) as unknown as Aliases<OwnField>

export const ownAside = ['problem']
