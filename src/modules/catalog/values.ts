/** The lists of values that catalogue rows, shapes and screens share. */

export const vatClasses = ['standard', 'reduced', 'superReduced', 'zero'] as const
export type VatClass = (typeof vatClasses)[number]

export const productStatuses = ['draft', 'published', 'archived'] as const
export type ProductStatus = (typeof productStatuses)[number]

export const units = ['piece', 'kg', 'l'] as const
export type Unit = (typeof units)[number]

/** `sale` and `release` are written by orders; the others by people and imports. */
export const stockReasons = [
  'opening',
  'received',
  'correction',
  'damaged',
  'import',
  'sale',
  'release',
  'return',
] as const
export type StockReason = (typeof stockReasons)[number]
export const manualStockReasons = [
  'opening',
  'received',
  'correction',
  'damaged',
] as const satisfies readonly StockReason[]

/** What an import does with one product of its file. */
export const importEffects = ['create', 'change', 'same', 'refuse'] as const
export type ImportEffect = (typeof importEffects)[number]
