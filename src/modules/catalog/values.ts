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

/** Facts that have a name in every language; a producer may add others, which keep the name they are given. */
export const factNames = [
  'origin',
  'variety',
  'designation',
  'organic',
  'harvest',
  'acidity',
  'milk',
  'maturation',
  'alcohol',
  'vintage',
  'keepCool',
  'allergens',
] as const
export type FactName = (typeof factNames)[number]

/** Of these, the ones that are true or are not. */
export const flagNames = ['organic', 'keepCool'] as const satisfies readonly FactName[]
