/** The variants of one Shopify product: their options, prices, stock and weights. */
import type { Row } from './csv.ts'
import { draftLimits, type OptionDraft, type VariantDraft } from './draft.ts'
import { defined, type Fields } from './fields.ts'
import type { newGallery } from './gallery.ts'
import { measureOf } from './measures.ts'
import { weightUnitOf } from './numbers.ts'
import { type Choice, chosen, derivedSkus, optionsOf, variantName } from './options.ts'
import { formerPrice } from './prices.ts'
import type { ProblemCode } from './problem-texts.ts'
import type { Params } from './problems.ts'
import type { ShopifyField } from './shopify-columns.ts'

type F = Fields<ShopifyField>

const optionFields = [
  { name: 'option1Name', value: 'option1Value' },
  { name: 'option2Name', value: 'option2Value' },
  { name: 'option3Name', value: 'option3Value' },
] as const

const variantFields = ['option1Value', 'option2Value', 'option3Value', 'sku', 'barcode', 'price'] as const

/** Shopify gives more images than variants rows of their own, with nothing of a variant in them. */
export const isVariantRow = (fields: F, row: Row): boolean =>
  variantFields.some((field) => (fields.raw(row, field) ?? '') !== '')

/** Option names stand in the product's first row only. A lone "Default Title" is how Shopify writes "no options". */
export function shopifyOptions(
  rows: Row[],
  sold: Row[],
  fields: F,
): { options: OptionDraft[]; choices: Choice[] } {
  const note = (row: Row, code: ProblemCode, params?: Params) =>
    fields.note(row, 'option1Value', code, params)
  const isDefault = (row: Row) =>
    ['', 'default title'].includes((fields.raw(row, 'option1Value') ?? '').toLowerCase())
  const used = optionFields.filter(({ value }) => sold.some((row) => fields.raw(row, value)))
  const only = sold.length === 1 ? sold[0] : undefined
  if (used.length === 0 || (only && used.length === 1 && isDefault(only))) {
    const choices = sold.map((row) => ({ row, values: [] }))
    return { options: optionsOf([], choices, note), choices }
  }
  const names = used.map(
    ({ name }, at) =>
      rows.map((row) => fields.text(row, name, draftLimits.option)).find(Boolean) ?? `Option ${at + 1}`,
  )
  const choices = sold.map((row) => ({
    row,
    values: used.map(({ value }) => fields.text(row, value, draftLimits.option) ?? ''),
  }))
  return { options: optionsOf(names, choices, note), choices }
}

export function shopifyVariants(
  handle: string,
  choices: Choice[],
  options: OptionDraft[],
  fields: F,
  gallery: ReturnType<typeof newGallery>,
): { variants: VariantDraft[]; vatClass: 'zero' | undefined } {
  const names = options.map(({ name }) => name)
  const skus = derivedSkus(
    handle,
    choices.map(({ values }) => values),
  )
  const variants = choices.map(({ row, values }, at) => {
    const sku = fields.code(row, 'sku', draftLimits.sku) ?? ''
    return defined<VariantDraft>({
      row: row.number,
      sku: sku || (skus[at] ?? ''),
      isSkuDerived: sku === '',
      name: variantName(values),
      options: chosen(names, values),
      ...pricesOf(row, fields),
      ...stockOf(row, fields),
      weightGrams: weightOf(row, fields),
      ...unitOf(row, fields),
      barcode: fields.code(row, 'barcode', draftLimits.barcode),
      imageUrl: imageOf(row, fields, gallery),
      requiresShipping: fields.flag(row, 'requiresShipping') ?? undefined,
    })
  })
  return { variants, vatClass: taxOf(choices, fields) }
}

function pricesOf(row: Row, fields: F) {
  const price = fields.money(row, 'price') ?? null
  const compareAt = fields.money(row, 'compareAt')
  const cost = fields.money(row, 'cost')
  if (price === null) {
    // A price that could not be read has been noted already.
    if (!fields.raw(row, 'price')) fields.note(row, 'price', 'missing_price')
    return { price: '0.00', compareAt: null, cost }
  }
  if (price === '0.00') fields.note(row, 'price', 'free_product')
  const former = formerPrice(price, compareAt ?? null, (code) => fields.note(row, 'compareAt', code))
  return { price, compareAt: compareAt === undefined ? undefined : former, cost }
}

function stockOf(row: Row, fields: F) {
  const stock = fields.stock(row, 'quantity')
  const isUntracked = fields.raw(row, 'tracker') === '' && (stock === 0 || stock === null)
  if (isUntracked) fields.note(row, 'quantity', 'untracked_stock')
  const goesOn = ['continue', 'true'].includes(fields.raw(row, 'policy')?.toLowerCase() ?? '')
  if (goesOn) fields.note(row, 'policy', 'backorders_dropped')
  return { stock }
}

/** Shopify writes grams whatever unit it shows; a bare weight column counts in the unit beside it. */
function weightOf(row: Row, fields: F): number | null | undefined {
  if (fields.has('grams')) return fields.grams(row, 'grams', 'g')
  return fields.grams(row, 'weight', weightUnitOf(fields.raw(row, 'weightUnit') ?? '') ?? 'kg')
}

function unitOf(row: Row, fields: F) {
  const quantity = fields.quantity(row, 'measure')
  return (quantity && measureOf(quantity, fields.raw(row, 'measureUnit') ?? '')) || {}
}

function imageOf(row: Row, fields: F, gallery: ReturnType<typeof newGallery>): string | null | undefined {
  const text = fields.raw(row, 'variantImage')
  if (!text) return text === undefined ? undefined : null
  return gallery.share(row, text, (at, code) => fields.note(at, 'variantImage', code))
}

/** Untaxed goods are of the zero class; which class taxed goods have, Shopify does not say. */
function taxOf(choices: Choice[], fields: F): 'zero' | undefined {
  const taxable = choices.map(({ row }) => fields.flag(row, 'taxable') ?? true)
  const first = choices[0]
  if (!taxable.includes(false) || !first) return undefined
  if (!taxable.includes(true)) return 'zero'
  fields.note(first.row, 'taxable', 'mixed_tax')
  return undefined
}
