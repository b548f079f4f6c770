/** What a product and its variants become when a draft is laid over what is stored: blank cells clear, absent columns leave. */
import { type Translated, toTranslated } from '../../../platform/values/shapes.ts'
import type { Product, Variant } from '../find.ts'
import type { DraftText, ProductDraft, VariantDraft } from './draft.ts'

export type ProductValues = Pick<
  Product,
  'name' | 'description' | 'seoTitle' | 'seoDescription' | 'vatClass' | 'status' | 'attributes' | 'tags'
>
export type VariantValues = Pick<
  Variant,
  | 'sku'
  | 'name'
  | 'options'
  | 'price'
  | 'compareAt'
  | 'weightGrams'
  | 'unit'
  | 'unitQuantity'
  | 'barcode'
  | 'lowStockAt'
>

/** What a new product is before its draft says anything; nothing counts as said that is the same. */
export const newProduct: ProductValues = {
  name: {},
  description: {},
  seoTitle: {},
  seoDescription: {},
  vatClass: 'standard',
  status: 'draft',
  attributes: {},
  tags: [],
}

export const newVariant: Omit<VariantValues, 'price' | 'sku'> = {
  name: {},
  options: {},
  compareAt: null,
  weightGrams: 0,
  unit: 'piece',
  unitQuantity: null,
  barcode: null,
  lowStockAt: 5,
}

export function mergeProduct(draft: ProductDraft, before: Product | null, language: string): ProductValues {
  const old = before ?? newProduct
  const text = (given: DraftText | undefined, stored: Translated) => mergeText(given, stored, language)
  return {
    name: text(draft.name, old.name),
    description: text(draft.descriptionHtml, old.description),
    seoTitle: text(draft.seoTitle, old.seoTitle),
    seoDescription: text(draft.seoDescription, old.seoDescription),
    vatClass: draft.vatClass ?? old.vatClass,
    status: draft.status ?? old.status,
    attributes: draft.attributes ?? old.attributes,
    tags: draft.tags ?? old.tags,
  }
}

/** A text of one language leaves the others; an empty one clears its own. */
export function mergeText(given: DraftText | undefined, stored: Translated, language: string): Translated {
  if (given === undefined) return stored
  const merged = { ...stored, ...toTranslated(given, language) }
  return Object.fromEntries(Object.entries(merged).filter(([, text]) => text !== '')) as Translated
}

export function mergeVariant(draft: VariantDraft, before: Variant | null, language: string): VariantValues {
  return {
    // A SKU that was only made up does not replace a real one.
    sku: before && draft.isSkuDerived ? before.sku : draft.sku,
    name: mergeText(draft.name, before?.name ?? {}, language),
    options: draft.options,
    price: draft.price,
    compareAt: draft.compareAt === undefined ? (before?.compareAt ?? null) : draft.compareAt,
    weightGrams: draft.weightGrams === undefined ? (before?.weightGrams ?? 0) : (draft.weightGrams ?? 0),
    unit: draft.unit ?? before?.unit ?? 'piece',
    unitQuantity: scaled(
      draft.unitQuantity === undefined ? (before?.unitQuantity ?? null) : draft.unitQuantity,
    ),
    barcode: draft.barcode === undefined ? (before?.barcode ?? null) : draft.barcode || null,
    lowStockAt: draft.lowStockAt === undefined ? (before?.lowStockAt ?? 5) : (draft.lowStockAt ?? 5),
  }
}

/** As the database writes it. */
const scaled = (quantity: string | null): string | null =>
  quantity === null ? null : Number(quantity).toFixed(3)

/** One cell that differs, as people are shown it. */
export type Change = { row: number; field: string; from: string; to: string }

export function changesBetween(row: number, before: object, after: object, prefix = ''): Change[] {
  return Object.entries(after)
    .map(([field, to]) => ({ field, from: (before as Record<string, unknown>)[field], to }))
    .filter(({ from, to }) => stable(from) !== stable(to))
    .map(({ field, from, to }) => ({ row, field: prefix + field, from: shown(from), to: shown(to) }))
}

/** The same text for the same value, in whatever order its keys stand. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stable(inner)}`).join()}}`
}

const longest = 200

function shown(value: unknown): string {
  const text =
    value === null || value === undefined
      ? ''
      : Array.isArray(value)
        ? value.join(', ')
        : typeof value === 'object'
          ? Object.entries(value)
              .map(([key, inner]) => `${key}: ${shown(inner)}`)
              .join(' · ')
          : String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
