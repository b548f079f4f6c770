/** The cells of a preview as people read them: which variant, which column, and values that stand for words. */
import { productStatuses, units, vatClasses } from '../../../values.ts'

export const cellNames = [
  'name',
  'description',
  'seoTitle',
  'seoDescription',
  'vatClass',
  'status',
  'attributes',
  'tags',
  'category',
  'image',
  'alt',
  'sku',
  'options',
  'price',
  'compareAt',
  'weightGrams',
  'unit',
  'unitQuantity',
  'barcode',
  'lowStockAt',
  'stock',
] as const
export type CellName = (typeof cellNames)[number]

export type Cell = {
  /** The variant it belongs to; null when it is the product's. */
  sku: string | null
  /** Null when it is none that has a name here; `raw` then says it. */
  name: CellName | null
  raw: string
}

/** `M-1: price` is the price of the variant M-1. A SKU may hold colons itself. */
export function cellOf(field: string): Cell {
  const at = field.lastIndexOf(': ')
  const raw = (at < 0 ? field : field.slice(at + 2)).replace(/^image alt$/, 'alt')
  return { sku: at < 0 ? null : field.slice(0, at), name: cellNames.find((one) => one === raw) ?? null, raw }
}

const words = {
  status: productStatuses,
  vatClass: vatClasses,
  unit: units,
} as const satisfies Partial<Record<CellName, readonly string[]>>

/** The key of the word that a value stands for; null when it speaks for itself. */
export function wordOf(name: CellName | null, value: string) {
  if (name === 'status') return pick(words.status, value, 'status')
  if (name === 'vatClass') return pick(words.vatClass, value, 'vat')
  if (name === 'unit') return pick(words.unit, value, 'unit')
  return null
}

const pick = <T extends string, P extends string>(known: readonly T[], value: string, prefix: P) => {
  const found = known.find((one) => one === value)
  return found === undefined ? null : (`catalog.${prefix}_${found}` as const)
}
