/**
 * What every product file is read into, whatever shop wrote it. A property that is absent was no column of the file and
 * leaves the stored value alone; '', null or an empty list was there and blank.
 */
import type { Translated } from '../../../platform/values/shapes.ts'
import type { ProductStatus, Unit, VatClass } from '../values.ts'

export const importFormats = ['shopify', 'woocommerce', 'stoa'] as const
export type ImportFormat = (typeof importFormats)[number]

/** A string is in the organisation's default language. */
export type DraftText = string | Translated

export type AttributeValue = Translated | string | number | boolean

export type ProductDraft = {
  format: ImportFormat
  /** The same in every export of the same shop: Shopify's handle, WooCommerce's `id:…` or `sku:…`, our slug. */
  externalId: string
  /** A wish, except in our own format: another product may have it. */
  slug: string
  name: DraftText
  /** Sanitised. */
  descriptionHtml?: DraftText
  /** The producer's name or slug. */
  vendor?: string
  /** Names from the root down; empty for none. */
  categoryPath?: string[]
  tags?: string[]
  vatClass?: VatClass | null
  status?: ProductStatus
  attributes?: Record<string, AttributeValue>
  seoTitle?: DraftText
  seoDescription?: DraftText
  /** In the order of the old shop; every variant has a value for each, and none when there is one variant only. */
  options: OptionDraft[]
  variants: VariantDraft[]
  images?: ImageDraft[]
}

export type OptionDraft = { name: string; values: string[] }

export type VariantDraft = {
  /** The row of the file, for problems found later. */
  row: number
  externalId?: string
  sku: string
  /** True when the file had none and it was made from the product's key and the option values. */
  isSkuDerived: boolean
  name: DraftText
  /** By option name, such as {Size: "500 ml"}. */
  options: Record<string, string>
  /** Two decimals, such as "12.50". */
  price: string
  compareAt?: string | null
  cost?: string | null
  /** Whole pieces, never below zero; null where the old shop did not count. */
  stock?: number | null
  lowStockAt?: number | null
  weightGrams?: number | null
  unit?: Unit | null
  /** How many units one piece holds, such as "0.5" of a litre. */
  unitQuantity?: string | null
  barcode?: string
  /** One of the product's images. */
  imageUrl?: string | null
  requiresShipping?: boolean
}

export type ImageDraft = { url: string; alt: DraftText }

/** In characters; longer is refused, never cut. */
export const draftLimits = {
  key: 255,
  name: 250,
  sku: 100,
  vendor: 200,
  option: 120,
  tag: 100,
  alt: 500,
  seoTitle: 250,
  seoDescription: 1000,
  attribute: 2000,
  barcode: 64,
  variants: 2048,
} as const
