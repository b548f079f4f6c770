/** Reads Shopify's product CSV: rows of one handle are one product, with its variants and images spread over them. */
import { cellOf, cleanCell, type Columns, findColumns } from './columns.ts'
import type { Row } from './csv.ts'
import { type AttributeValue, draftLimits, type ProductDraft } from './draft.ts'
import { defined, type Fields, fieldsOf } from './fields.ts'
import type { FormatReader, ReadOptions } from './format.ts'
import { newGallery } from './gallery.ts'
import { cleanHtml, hasActiveHtml } from '../../../platform/text/html.ts'
import { wholeCells } from './product-cells.ts'
import type { Report } from './report.ts'
import { shopifyAliases, shopifyAside, shopifyAttribute, type ShopifyField } from './shopify-columns.ts'
import { isVariantRow, shopifyOptions, shopifyVariants } from './shopify-variants.ts'
import { mark, slugOf } from '../../../platform/text/slug.ts'

export function openShopify(header: readonly string[], options: ReadOptions): FormatReader {
  const columns = findColumns(header, shopifyAliases, shopifyAside)
  const attributes = attributeColumns(columns)
  const missing = (['title', 'price'] as const).find((field) => !columns.index.has(field))

  return {
    format: 'shopify',
    claimed: columns.claimed,
    duplicate: columns.duplicate,
    missing: missing ? shopifyAliases[missing][0] : null,
    skuAt: columns.index.get('sku') ?? null,
    // Shopify makes the handle of a new product from its title, and does not tell capitals apart in it.
    refOf: (row) => handleOf(columns, row).toLowerCase() || `row ${row.number}`,
    keyOf: (ref) => ref,
    assemble: (rows, report) => {
      const fields = fieldsOf(columns, report, options.currency)
      const handle = rows[0] ? handleOf(columns, rows[0]) : ''
      if (rows[0] && handle === '') fields.note(rows[0], 'handle', 'missing_handle')
      return handle === '' ? null : draftOf(handle, rows, fields, report, attributes)
    },
  }
}

const handleOf = (columns: Columns<ShopifyField>, row: Row): string =>
  cellOf(columns, row, 'handle') || slugOf(cellOf(columns, row, 'title') ?? '')

type AttributeColumn = { at: number; name: string }

function attributeColumns(columns: Columns<ShopifyField>): AttributeColumn[] {
  const found: AttributeColumn[] = []
  for (const [at, header] of columns.header.entries()) {
    const name = columns.claimed.has(at) ? null : shopifyAttribute(header)
    if (name === null) continue
    columns.claimed.add(at)
    found.push({ at, name })
  }
  return found
}

function draftOf(
  handle: string,
  rows: Row[],
  fields: Fields<ShopifyField>,
  report: Report,
  attributes: AttributeColumn[],
): ProductDraft | null {
  const first = rows[0]
  if (!first) return null
  const cells = wholeCells<ShopifyField>(rows, fields, ['title'])
  const whole = (field: ShopifyField, limit?: number) => cells(field, limit)?.text
  if (handle.length > draftLimits.key) {
    fields.note(first, 'handle', 'too_long', { limit: draftLimits.key, count: handle.length })
  }
  const name = whole('title', draftLimits.name) ?? ''
  if (name === '') fields.note(first, 'title', 'missing_name')
  const giftCard = rows.find((row) => fields.flag(row, 'giftCard'))
  if (giftCard) fields.note(giftCard, 'giftCard', 'gift_card')

  const gallery = newGallery()
  addImages(rows, fields, gallery)
  const variantRows = rows.filter((row) => isVariantRow(fields, row))
  const sold = variantRows.length > 0 ? variantRows : [first]
  const { options, choices } = shopifyOptions(rows, sold, fields)
  const { variants, vatClass } = shopifyVariants(handle, choices, options, fields, gallery)

  const body = whole('body')
  if (body && hasActiveHtml(body)) fields.note(first, 'body', 'html_cleaned')
  const category = whole('category')
  const type = whole('type', draftLimits.option)
  const facts =
    attributes.length > 0 || category ? factsOf(rows, attributes, category ? type : '', report) : undefined

  return defined<ProductDraft>({
    format: 'shopify',
    externalId: handle,
    slug: slugOf(handle) || `product-${mark(handle)}`,
    name,
    descriptionHtml: body === undefined ? undefined : cleanHtml(body),
    vendor: whole('vendor', draftLimits.vendor),
    categoryPath: category === undefined && type === undefined ? undefined : pathOf(category || type || ''),
    tags: tagsOf(whole('tags'), first, fields),
    vatClass,
    status: statusOf(rows, whole, fields),
    attributes: facts,
    seoTitle: whole('seoTitle', draftLimits.seoTitle),
    seoDescription: whole('seoDescription', draftLimits.seoDescription),
    options,
    variants,
    images: fields.has('imageUrl') ? gallery.images() : undefined,
  })
}

function addImages(rows: Row[], fields: Fields<ShopifyField>, gallery: ReturnType<typeof newGallery>): void {
  for (const row of rows) {
    const url = fields.raw(row, 'imageUrl')
    const position = Number.parseInt(fields.raw(row, 'imagePosition') ?? '', 10)
    const alt = fields.text(row, 'imageAlt', draftLimits.alt) ?? ''
    if (url)
      gallery.add(
        row,
        url,
        alt,
        (at, code) => fields.note(at, 'imageUrl', code),
        position > 0 ? position : undefined,
      )
    else if (row !== rows[0] && !isVariantRow(fields, row)) fields.note(row, null, 'empty_row')
  }
}

const pathOf = (text: string): string[] =>
  text
    .split('>')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function tagsOf(text: string | undefined, row: Row, fields: Fields<ShopifyField>): string[] | undefined {
  if (text === undefined) return undefined
  const tags = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '')
  const long = tags.find((tag) => tag.length > draftLimits.tag)
  if (long) fields.note(row, 'tags', 'too_long', { limit: draftLimits.tag, count: long.length })
  return tags
}

function factsOf(rows: Row[], columns: AttributeColumn[], type: string | undefined, report: Report) {
  const facts = new Map<string, AttributeValue>(type ? [['Type', type]] : [])
  for (const { at, name } of columns) {
    const row = rows.find((candidate) => cleanCell(candidate.cells[at] ?? '') !== '')
    const value = row ? cleanCell(row.cells[at] ?? '') : ''
    if (row && value.length > draftLimits.attribute) {
      report.note(row, at, 'too_long', { limit: draftLimits.attribute, count: value.length })
    }
    if (value !== '') facts.set(name, value)
  }
  return Object.fromEntries(facts)
}

/** Blank counts as published: so Shopify reads it. An active product that is not in the online store is a draft here. */
function statusOf(
  rows: Row[],
  whole: (field: ShopifyField) => string | undefined,
  fields: Fields<ShopifyField>,
) {
  if (!fields.has('status') && !fields.has('published')) return undefined
  const row = rows[0]
  if (!row) return undefined
  const isPublished = fields.flag(row, 'published') ?? true
  const status = whole('status')?.toLowerCase() ?? ''
  if (status === 'archived') return 'archived'
  if (status === 'draft') return 'draft'
  if (status === 'unlisted') {
    fields.note(row, 'status', 'hidden_as_draft')
    return 'draft'
  }
  if (status !== '' && status !== 'active') {
    fields.note(row, 'status', 'bad_status', { allowed: 'active, draft, archived' })
    return 'draft'
  }
  return isPublished ? 'published' : 'draft'
}
