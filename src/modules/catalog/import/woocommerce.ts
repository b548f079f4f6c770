/** Reads WooCommerce's product CSV: a simple product is one row, a variable one a row of its own and one per variation. */
import { cellOf } from './columns.ts'
import type { Row } from './csv.ts'
import { draftLimits, type ProductDraft } from './draft.ts'
import { defined, type Fields, fieldsOf } from './fields.ts'
import type { FormatReader, ReadOptions } from './format.ts'
import { newGallery } from './gallery.ts'
import { cleanHtml, hasActiveHtml } from '../../../platform/text/html.ts'
import type { ProblemCode } from './problem-texts.ts'
import { mark, slugOf } from '../../../platform/text/slug.ts'
import { categoryOf, listOf, plainText, statusOf, vatClassOf, withBreaks } from './woocommerce-cells.ts'
import { findWooColumns, type WooColumns, wooAliases, type WooField } from './woocommerce-columns.ts'
import { attributesOf, enabledVariations, wooOptions, wooVariants } from './woocommerce-variants.ts'

type F = Fields<WooField>

export function openWooCommerce(header: readonly string[], read: ReadOptions): FormatReader {
  const columns = findWooColumns(header)
  const missing = (['name', 'regularPrice'] as const).find((field) => !columns.index.has(field))
  const family = familyTree(columns)
  return {
    format: 'woocommerce',
    claimed: columns.claimed,
    duplicate: columns.duplicate,
    missing: missing ? wooAliases[missing][0] : null,
    skuAt: columns.index.get('sku') ?? null,
    refOf: family.refOf,
    keyOf: family.keyOf,
    assemble(rows, report) {
      const fields = fieldsOf(columns, report, read.currency)
      const parent = rows.find((row) => !isVariation(columns, row))
      if (!parent) {
        for (const row of rows)
          fields.note(row, 'parent', 'parent_missing', { parent: fields.raw(row, 'parent') ?? '' })
        return null
      }
      return draftOf(family.refOf(parent), parent, rows, columns, fields, read)
    },
  }
}

const typesOf = (columns: WooColumns, row: Row): string[] =>
  listOf((cellOf(columns, row, 'type') ?? '').toLowerCase())

const isVariation = (columns: WooColumns, row: Row): boolean =>
  typesOf(columns, row).some((type) => type === 'variation' || type.endsWith('_variation'))

/** A variation names its product by SKU or as `id:44`, and may stand before it. */
function familyTree(columns: WooColumns) {
  const keys = new Map<string, string>()
  return {
    refOf(row: Row): string {
      if (isVariation(columns, row)) return `parent ${(cellOf(columns, row, 'parent') ?? '').toLowerCase()}`
      const id = cellOf(columns, row, 'id') ?? ''
      const sku = cellOf(columns, row, 'sku') ?? ''
      const name = cellOf(columns, row, 'name') ?? ''
      const key = id
        ? `id:${id}`
        : sku
          ? `sku:${sku}`
          : name
            ? `name:${slugOf(name) || mark(name)}`
            : `row ${row.number}`
      if (sku) keys.set(sku.toLowerCase(), key)
      if (id) keys.set(`id:${id}`, key)
      return key
    },
    keyOf(ref: string): string {
      const parent = ref.startsWith('parent ') ? ref.slice('parent '.length).replace(/^id:\s+/, 'id:') : null
      return parent === null ? ref : (keys.get(parent) ?? keys.get(`id:${parent}`) ?? ref)
    },
  }
}

const unsupported = new Map<string, ProblemCode>([
  ['grouped', 'grouped_type'],
  ['external', 'external_type'],
  ['affiliate', 'external_type'],
  ['downloadable', 'downloadable_type'],
])
const supported = ['simple', 'variable', 'virtual', 'variation']

/** False when a row is of a kind of product that cannot be sold here. */
function isSupported(row: Row, columns: WooColumns, fields: F): boolean {
  const type = typesOf(columns, row).find((candidate) => !supported.includes(candidate))
  if (type === undefined) return true
  fields.note(row, 'type', unsupported.get(type) ?? 'unsupported_type', { type })
  return false
}

function draftOf(key: string, parent: Row, rows: Row[], columns: WooColumns, fields: F, read: ReadOptions) {
  if (!rows.map((row) => isSupported(row, columns, fields)).every(Boolean)) return null
  const variations = rows.filter((row) => isVariation(columns, row))
  for (const row of rows) {
    if (row === parent || variations.includes(row)) continue
    fields.note(row, fields.has('id') ? 'id' : 'sku', 'duplicate_product', { row: parent.number })
  }
  const enabled = enabledVariations(variations, fields)
  const isVariable = typesOf(columns, parent).includes('variable') || variations.length > 0
  if (isVariable && enabled.length === 0) fields.note(parent, 'type', 'no_variants')
  for (const row of variations)
    if (fields.raw(row, 'description')) fields.note(row, 'description', 'variation_text')

  const name = plainText(fields.text(parent, 'name', draftLimits.name) ?? '')
  if (name === '') fields.note(parent, 'name', 'missing_name')
  const gallery = newGallery()
  for (const url of listOf(fields.raw(parent, 'images') ?? '')) {
    gallery.add(parent, url, '', (row, code) => fields.note(row, 'images', code))
  }
  const { options, choices, optionKeys } = wooOptions(parent, enabled, columns, fields)
  const sold = isVariable ? choices : [{ row: parent, values: [] }]
  const slug = slugOf(name) || `product-${mark(key)}`
  const family = { key: fields.raw(parent, 'sku') || slug, parent, choices: sold, options }

  return defined<ProductDraft>({
    format: 'woocommerce',
    externalId: key,
    slug,
    name,
    descriptionHtml: descriptionOf(parent, fields),
    vendor: fields.has('brands')
      ? (listOf(fields.text(parent, 'brands', draftLimits.vendor) ?? '')[0] ?? '')
      : undefined,
    ...shelfOf(parent, fields),
    vatClass: vatClassOf(parent, fields),
    status: statusOf(parent, fields),
    attributes: columns.attributes.length > 0 ? factsOf(parent, columns, optionKeys, fields) : undefined,
    seoTitle: seoOf(parent, 'seoTitle', fields),
    seoDescription: seoOf(parent, 'seoDescription', fields),
    options,
    variants: wooVariants(family, { columns, fields, gallery, read }),
    images: fields.has('images') ? gallery.images() : undefined,
  })
}

/** The short description goes first; many shops fill in only that one. */
function descriptionOf(row: Row, fields: F): string | undefined {
  if (!fields.has('summary') && !fields.has('description')) return undefined
  const parts = (['summary', 'description'] as const).map((field) => {
    const html = withBreaks(fields.raw(row, field) ?? '')
    if (hasActiveHtml(html)) fields.note(row, field, 'html_cleaned')
    return cleanHtml(html)
  })
  const [summary = '', body = ''] = parts
  return body.includes(summary) ? body : summary + body
}

function shelfOf(row: Row, fields: F): { categoryPath?: string[]; tags?: string[] } {
  const { path, others } = categoryOf(fields.raw(row, 'categories') ?? '')
  if (others.length > 0) fields.note(row, 'categories', 'category_as_tag', { category: path.join(' > ') })
  const tags = [...new Set([...listOf(fields.raw(row, 'tags') ?? ''), ...others])]
  const long = tags.find((tag) => tag.length > draftLimits.tag)
  if (long) fields.note(row, 'tags', 'too_long', { limit: draftLimits.tag, count: long.length })
  return {
    categoryPath: fields.has('categories') ? path : undefined,
    tags: fields.has('tags') || others.length > 0 ? tags : undefined,
  }
}

function factsOf(row: Row, columns: WooColumns, optionKeys: Set<string>, fields: F): Record<string, string> {
  const facts = [...attributesOf(row, columns)].filter(
    ([key, { values }]) => !optionKeys.has(key) && values.length > 0,
  )
  const texts = facts.map(([, { name, values }]) => [name, values.join(', ')] as const)
  const long = texts.find(
    ([name, text]) => name.length > draftLimits.option || text.length > draftLimits.attribute,
  )
  if (long) fields.note(row, null, 'too_long', { limit: draftLimits.attribute, count: long[1].length })
  return Object.fromEntries(texts)
}

/** Templates such as "%%title%%" are filled in by the old shop's plug-in and mean nothing here. */
function seoOf(row: Row, field: 'seoTitle' | 'seoDescription', fields: F): string | undefined {
  const text = fields.text(row, field, draftLimits[field])
  return text?.includes('%') && /%\w+%/.test(text) ? '' : text
}
