/** The variants of one WooCommerce product: its variations, or the simple product itself. */
import { cleanCell } from './columns.ts'
import type { Row } from './csv.ts'
import { draftLimits, type OptionDraft, type VariantDraft } from './draft.ts'
import { defined, type Fields } from './fields.ts'
import type { ReadOptions } from './format.ts'
import type { newGallery } from './gallery.ts'
import { type Choice, chosen, derivedSkus, optionsOf, variantName } from './options.ts'
import { salePrices } from './prices.ts'
import { listOf, plainText } from './woocommerce-cells.ts'
import type { WooColumns, WooField } from './woocommerce-columns.ts'

type F = Fields<WooField>

export type Attribute = { name: string; values: string[] }

/** A row's attributes by name, in small letters: the slot's number may differ between a product and its variations. */
export function attributesOf(row: Row, columns: WooColumns): Map<string, Attribute> {
  const found = new Map<string, Attribute>()
  for (const slot of columns.attributes) {
    const name = plainText(cleanCell(row.cells[slot.name] ?? ''))
    if (name !== '')
      found.set(name.toLowerCase(), { name, values: listOf(cleanCell(row.cells[slot.values] ?? '')) })
  }
  return found
}

/**
 * An attribute is an option when some variation has a value for it; the file does not say so otherwise. One that all
 * variations leave open ("any size") stays a fact about the product.
 */
export function wooOptions(parent: Row, variations: Row[], columns: WooColumns, fields: F) {
  const ofParent = attributesOf(parent, columns)
  const ofRow = variations.map((row) => ({ row, attributes: attributesOf(row, columns) }))
  const candidates = new Map([...ofParent, ...ofRow.flatMap(({ attributes }) => [...attributes])])
  const keys = [...candidates.keys()].filter((key) =>
    ofRow.some(({ attributes }) => attributes.get(key)?.values[0]),
  )
  const names = keys.map((key) => ofParent.get(key)?.name ?? candidates.get(key)?.name ?? key)
  const choices: Choice[] = ofRow.map(({ row, attributes }) => ({
    row,
    values: keys.map((key) => attributes.get(key)?.values[0] ?? ''),
  }))
  const options = optionsOf(names, choices, (row, code, params) => fields.note(row, 'name', code, params))
  for (const [at, option] of options.entries()) {
    const order = ofParent.get(keys[at] ?? '')?.values ?? []
    const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
    option.values.sort((a, b) => place(a) - place(b))
  }
  return { options, choices, optionKeys: new Set(keys) }
}

/** Variations that the old shop had switched off are left out; the rest in the order it showed them. */
export function enabledVariations(variations: Row[], fields: F): Row[] {
  const isOff = (row: Row) => fields.raw(row, 'published') === '0'
  for (const row of variations.filter(isOff)) fields.note(row, 'published', 'variant_disabled')
  const place = (row: Row) => Number.parseInt(fields.raw(row, 'position') ?? '', 10) || 0
  return variations.filter((row) => !isOff(row)).toSorted((a, b) => place(a) - place(b))
}

type Family = { key: string; parent: Row; choices: Choice[]; options: OptionDraft[] }
type Tools = { columns: WooColumns; fields: F; gallery: ReturnType<typeof newGallery>; read: ReadOptions }

export function wooVariants({ key, parent, choices, options }: Family, tools: Tools): VariantDraft[] {
  const { fields } = tools
  const names = options.map(({ name }) => name)
  const skus = derivedSkus(
    key,
    choices.map(({ values }) => values),
  )
  return choices.map(({ row, values }, at) => {
    const sku = fields.code(row, 'sku', draftLimits.sku) ?? ''
    return defined<VariantDraft>({
      row: row.number,
      externalId: fields.raw(row, 'id') || undefined,
      sku: sku || (skus[at] ?? ''),
      isSkuDerived: sku === '',
      name: variantName(values),
      options: chosen(names, values),
      ...pricesOf(row, fields, tools.read.today),
      cost: fields.money(row, 'cost'),
      stock: stockOf(row, fields),
      lowStockAt: fields.count(row, 'lowStock'),
      weightGrams: weightOf(row, parent, tools),
      barcode: fields.code(row, 'barcode', draftLimits.barcode),
      imageUrl: row === parent ? undefined : imageOf(row, tools),
      requiresShipping: fields.has('type') ? !/\bvirtual\b/i.test(fields.raw(row, 'type') ?? '') : undefined,
    })
  })
}

function pricesOf(row: Row, fields: F, today: string) {
  const regular = fields.money(row, 'regularPrice') ?? null
  const sale = isSaleOn(row, fields, today) ? (fields.money(row, 'salePrice') ?? null) : null
  if (regular === null) {
    // A price that could not be read has been noted already.
    if (!fields.raw(row, 'regularPrice')) fields.note(row, 'regularPrice', 'missing_price')
    return { price: '0.00', compareAt: null }
  }
  if (regular === '0.00') fields.note(row, 'regularPrice', 'free_product')
  return salePrices(regular, sale, (code) => fields.note(row, 'salePrice', code))
}

/** Both days are included. */
function isSaleOn(row: Row, fields: F, today: string): boolean {
  const from = fields.raw(row, 'saleFrom')?.slice(0, 10) ?? ''
  const to = fields.raw(row, 'saleTo')?.slice(0, 10) ?? ''
  if (!fields.raw(row, 'salePrice') || (from === '' && to === '')) return true
  fields.note(row, 'salePrice', 'dated_sale')
  return (from === '' || from <= today) && (to === '' || today <= to)
}

function stockOf(row: Row, fields: F): number | null | undefined {
  if (/^(?:1|yes|notify)$/i.test(fields.raw(row, 'backorders') ?? '')) {
    fields.note(row, 'backorders', 'backorders_dropped')
  }
  const isSoldOut = fields.raw(row, 'inStock') === '0'
  const text = fields.raw(row, 'stock')
  if (text?.toLowerCase() === 'parent') {
    fields.note(row, 'stock', 'shared_stock')
    return null
  }
  if (text !== undefined && text !== '') return fields.stock(row, 'stock')
  if (isSoldOut) return 0
  if (text === '') fields.note(row, 'stock', 'untracked_stock')
  return text === undefined ? undefined : null
}

/** A variation without a weight weighs what its product does. */
function weightOf(row: Row, parent: Row, { fields, columns }: Tools): number | null | undefined {
  const isBlank = (fields.raw(row, 'weight') ?? '') === ''
  return fields.grams(isBlank ? parent : row, 'weight', columns.weightUnit)
}

function imageOf(row: Row, { fields, gallery }: Tools): string | null | undefined {
  const text = fields.raw(row, 'images')
  if (text === undefined) return undefined
  const [first, ...others] = listOf(text).map((url) =>
    gallery.share(row, url, (at, code) => fields.note(at, 'images', code)),
  )
  return first ?? others.find((url) => url !== null) ?? null
}
