/** Shopify's product columns, by their classic headers and by those it has written since 2024. */
import type { Aliases } from './columns.ts'

export const shopifyAliases = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body (html)', 'body html', 'description'],
  vendor: ['vendor'],
  category: ['product category'],
  type: ['type', 'custom product type'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  option1Name: ['option1 name'],
  option1Value: ['option1 value'],
  option2Name: ['option2 name'],
  option2Value: ['option2 value'],
  option3Name: ['option3 name'],
  option3Value: ['option3 value'],
  sku: ['variant sku', 'sku'],
  barcode: ['variant barcode', 'barcode'],
  price: ['variant price', 'price'],
  compareAt: ['variant compare at price', 'compare-at price', 'compare at price'],
  cost: ['cost per item', 'variant cost'],
  grams: ['variant grams', 'weight value (grams)'],
  weight: ['variant weight', 'weight'],
  weightUnit: ['variant weight unit', 'weight unit for display', 'weight unit'],
  tracker: ['variant inventory tracker', 'inventory tracker'],
  quantity: ['variant inventory qty', 'inventory quantity'],
  policy: ['variant inventory policy', 'continue selling when out of stock'],
  requiresShipping: ['variant requires shipping', 'requires shipping'],
  taxable: ['variant taxable', 'charge tax'],
  measure: ['unit price total measure'],
  measureUnit: ['unit price total measure unit'],
  imageUrl: ['image src', 'product image url'],
  imagePosition: ['image position'],
  imageAlt: ['image alt text'],
  variantImage: ['variant image', 'variant image url'],
  giftCard: ['gift card'],
  seoTitle: ['seo title'],
  seoDescription: ['seo description'],
} as const satisfies Aliases<string>

export type ShopifyField = keyof typeof shopifyAliases

/** Settings of Shopify's own machinery that say nothing about the product. */
export const shopifyAside = [
  'variant fulfillment service',
  'fulfillment service',
  'unit price base measure',
  'unit price base measure unit',
  'option1 linked to',
  'option2 linked to',
  'option3 linked to',
  'problem',
]

/** Facts about the product that became columns: Google's four and every metafield, by the name they get here. */
export function shopifyAttribute(header: string): string | null {
  const metafield = /^(.+?)\s*\(product\.metafields\.[^)]+\)$/i.exec(header)?.[1]
  if (metafield) return metafield
  return googleFacts.get(header.toLowerCase()) ?? null
}

const googleFacts = new Map([
  ['google shopping / gender', 'Gender'],
  ['google shopping / age group', 'Age group'],
  ['google shopping / mpn', 'MPN'],
  ['google shopping / manufacturer part number (mpn)', 'MPN'],
  ['google shopping / condition', 'Condition'],
])
