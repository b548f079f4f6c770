/** The variants of one product of our own CSV. */
import { units } from '../values.ts'
import type { Row } from './csv.ts'
import { draftLimits, type OptionDraft, type VariantDraft } from './draft.ts'
import { defined, type Fields } from './fields.ts'
import type { newGallery } from './gallery.ts'
import { type Choice, chosen, derivedSkus, optionsOf } from './options.ts'
import type { OwnField } from './own-columns.ts'
import { readOptions } from './own-lists.ts'
import { formerPrice } from './prices.ts'

type F = Fields<OwnField>
type Gallery = ReturnType<typeof newGallery>

export function ownVariants(
  slug: string,
  rows: Row[],
  fields: F,
  gallery: Gallery,
): { options: OptionDraft[]; variants: VariantDraft[] } {
  const { names, choices } = choicesOf(rows, fields)
  // Variants may also be told apart by their names alone.
  const options =
    names.length === 0
      ? []
      : optionsOf(names, choices, (row, code, params) => fields.note(row, 'options', code, params))
  const labels = choices.map(({ row, values }) => (values.length > 0 ? values : [nameOf(row, fields)]))
  const skus = derivedSkus(slug, labels)
  const variants = choices.map(({ row, values }, at) => {
    const sku = fields.code(row, 'sku', draftLimits.sku) ?? ''
    return defined<VariantDraft>({
      row: row.number,
      sku: sku || (skus[at] ?? ''),
      isSkuDerived: sku === '',
      name: defined({
        el: fields.text(row, 'variantEl', draftLimits.name),
        en: fields.text(row, 'variantEn', draftLimits.name),
      }),
      options: chosen(names, values),
      ...pricesOf(row, fields),
      stock: fields.stock(row, 'stock'),
      lowStockAt: fields.count(row, 'lowStockAt'),
      weightGrams: fields.grams(row, 'weightGrams', 'g'),
      unit: unitOf(row, fields),
      unitQuantity: fields.quantity(row, 'unitQuantity'),
      barcode: fields.code(row, 'barcode', draftLimits.barcode),
      imageUrl: imageOf(row, fields, gallery),
      requiresShipping: fields.flag(row, 'requiresShipping') ?? undefined,
    })
  })
  return { options, variants }
}

/** The first row that names options names them for all. */
function choicesOf(rows: Row[], fields: F): { names: string[]; choices: Choice[] } {
  const read = rows.map((row) => {
    const { pairs, bad } = readOptions(fields.raw(row, 'options') ?? '')
    if (bad !== null) fields.note(row, 'options', 'bad_list', { part: bad })
    const long = pairs.flat().find((text) => text.length > draftLimits.option)
    if (long) fields.note(row, 'options', 'too_long', { limit: draftLimits.option, count: long.length })
    return { row, pairs }
  })
  const names = [...new Set(read.flatMap(({ pairs }) => pairs.map(([name]) => name)))]
  const choices = read.map(({ row, pairs }) => {
    const values = new Map(pairs)
    return { row, values: names.map((name) => values.get(name) ?? '') }
  })
  return { names, choices }
}

const nameOf = (row: Row, fields: F): string =>
  fields.raw(row, 'variantEn') || fields.raw(row, 'variantEl') || ''

function pricesOf(row: Row, fields: F) {
  const price = fields.money(row, 'price') ?? null
  const compareAt = fields.money(row, 'compareAt')
  const cost = fields.money(row, 'cost')
  // A price that could not be read has been noted already.
  if (price === null && !fields.raw(row, 'price')) fields.note(row, 'price', 'missing_price')
  if (price === '0.00') fields.note(row, 'price', 'free_product')
  if (price === null || compareAt === undefined) return { price: price ?? '0.00', cost }
  return {
    price,
    compareAt: formerPrice(price, compareAt, (code) => fields.note(row, 'compareAt', code)),
    cost,
  }
}

function unitOf(row: Row, fields: F) {
  const text = fields.raw(row, 'unit')?.toLowerCase()
  if (text === undefined || text === '') return text === '' ? null : undefined
  const unit = units.find((candidate) => candidate === text)
  if (!unit) fields.note(row, 'unit', 'bad_unit', { allowed: units.join(', ') })
  return unit ?? null
}

function imageOf(row: Row, fields: F, gallery: Gallery): string | null | undefined {
  const text = fields.raw(row, 'variantImage')
  if (!text) return text === undefined ? undefined : null
  return gallery.share(row, text, (at, code) => fields.note(at, 'variantImage', code))
}
