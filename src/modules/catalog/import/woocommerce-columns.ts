/** WooCommerce's product columns. Its exporter writes headers in the shop's language, so the Greek ones are known too. */
import { type Aliases, type Columns, findColumns } from './columns.ts'
import { type WeightUnit, weightUnitOf } from './numbers.ts'

export const wooAliases = {
  id: ['id'],
  type: ['type', 'τύπος'],
  sku: ['sku', 'κωδικός προϊόντος'],
  barcode: ['gtin, upc, ean, or isbn', 'gtin, upc, ean ή isbn'],
  name: ['name', 'όνομα'],
  published: ['published', 'δημοσιευμένο'],
  visibility: ['visibility in catalog', 'ορατότητα στον κατάλογο'],
  summary: ['short description', 'σύντομη περιγραφή'],
  description: ['description', 'περιγραφή'],
  saleFrom: ['date sale price starts', 'ημερομηνία έναρξης εκπτωτικής τιμής'],
  saleTo: ['date sale price ends', 'ημερομηνία λήξης εκπτωτικής τιμής'],
  taxStatus: ['tax status', 'κατάσταση φόρου'],
  taxClass: ['tax class', 'κατηγορία φόρου'],
  inStock: ['in stock?', 'σε απόθεμα;'],
  stock: ['stock', 'απόθεμα'],
  lowStock: ['low stock amount', 'χαμηλή ποσότητα αποθέματος'],
  backorders: ['backorders allowed?', 'να επιτρέπονται λίστες αναμονής;'],
  salePrice: ['sale price', 'τιμή προσφοράς'],
  regularPrice: ['regular price', 'κανονική τιμή'],
  categories: ['categories', 'κατηγορίες'],
  tags: ['tags', 'ετικέτες'],
  brands: ['brands', 'brand', 'μάρκες', 'μάρκα'],
  images: ['images', 'εικόνες'],
  parent: ['parent', 'γονέας'],
  position: ['position', 'θέση'],
  cost: ['cost of goods'],
  seoTitle: ['meta: _yoast_wpseo_title', 'meta: rank_math_title'],
  seoDescription: ['meta: _yoast_wpseo_metadesc', 'meta: rank_math_description'],
} as const satisfies Aliases<string>

export type WooField = keyof typeof wooAliases | 'weight'

/** Settings of the old shop's pages that say nothing about the product. */
const aside = [
  'is featured?',
  'είναι προτεινόμενο;',
  'sold individually?',
  'μεμονωμένη πώληση;',
  'allow customer reviews?',
  'να επιτρέπονται αξιολογήσεις πελάτη;',
  'download limit',
  'όριο μεταφόρτωσης',
  'download expiry days',
  'ημέρες λήξης μεταφόρτωσης',
  'problem',
]

const attributeName = /^(?:attribute (\d+) name|όνομα ιδιότητας (\d+))$/
const attributeValues = /^(?:attribute (\d+) value\(s\)|τιμή\(ές\) ιδιότητας (\d+))$/
const attributeSetting = /^(?:attribute \d+ (?:visible|global|default)|ιδιότητα \d+ \S+)$/
const weightHeader = /^(?:weight|βάρος) \((.+)\)$/

/** Places of an attribute's name and values. */
export type AttributeSlot = { name: number; values: number }

export type WooColumns = Columns<WooField> & { attributes: AttributeSlot[]; weightUnit: WeightUnit }

export function findWooColumns(header: readonly string[]): WooColumns {
  const columns: Columns<WooField> = findColumns<WooField>(header, { ...wooAliases, weight: [] }, aside)
  const names = new Map<string, number>()
  const values = new Map<string, number>()
  const index = new Map(columns.index)
  let weightUnit: WeightUnit = 'kg'
  for (const [at, text] of columns.header.entries()) {
    const small = text.toLowerCase()
    const name = attributeName.exec(small)
    const value = attributeValues.exec(small)
    const unit = weightUnitOf(weightHeader.exec(small)?.[1] ?? '')
    if (name) names.set(name[1] ?? name[2] ?? '', at)
    if (value) values.set(value[1] ?? value[2] ?? '', at)
    if (unit) {
      index.set('weight', at)
      weightUnit = unit
    }
    if (name || value || unit || attributeSetting.test(small)) columns.claimed.add(at)
  }
  const attributes = [...names].flatMap(([slot, at]) => {
    const place = values.get(slot)
    return place === undefined ? [] : [{ name: at, values: place }]
  })
  return { ...columns, index, attributes, weightUnit }
}
