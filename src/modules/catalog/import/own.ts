/** Reads our own product CSV: rows of one slug are one product, each row a variant. */
import type { Translated } from '../../../platform/values/shapes.ts'
import { productStatuses, vatClasses } from '../values.ts'
import { cellOf, findColumns } from './columns.ts'
import type { Row } from './csv.ts'
import { type AttributeValue, draftLimits, type ProductDraft } from './draft.ts'
import { defined, type Fields, fieldsOf } from './fields.ts'
import type { FormatReader, ReadOptions } from './format.ts'
import { newGallery } from './gallery.ts'
import { cleanHtml, hasActiveHtml } from '../../../platform/text/html.ts'
import { ownAliases, ownAside, ownHeaders, type OwnField } from './own-columns.ts'
import { attributesOf, readImages, readList, readPairs, readPath } from './own-lists.ts'
import { ownVariants } from './own-variants.ts'
import { type WholeCells, wholeCells } from './product-cells.ts'
import { isSlug } from '../../../platform/text/slug.ts'

type F = Fields<OwnField>
type Whole = WholeCells<OwnField>

export function openOwn(header: readonly string[], read: ReadOptions): FormatReader {
  const columns = findColumns(header, ownAliases, ownAside)
  const missing = (['slug', 'price'] as const).find((field) => !columns.index.has(field))
  return {
    format: 'stoa',
    claimed: columns.claimed,
    duplicate: columns.duplicate,
    missing: missing ? ownHeaders[missing] : null,
    skuAt: columns.index.get('sku') ?? null,
    refOf: (row) => cellOf(columns, row, 'slug') || `row ${row.number}`,
    keyOf: (ref) => ref,
    assemble(rows, report) {
      const fields = fieldsOf(columns, report, read.currency)
      const first = rows[0]
      const slug = first ? (fields.raw(first, 'slug') ?? '') : ''
      if (!first) return null
      if (!isSlug(slug)) fields.note(first, 'slug', slug === '' ? 'missing_handle' : 'bad_slug')
      return draftOf(slug, first, rows, fields)
    },
  }
}

function draftOf(slug: string, first: Row, rows: Row[], fields: F): ProductDraft {
  const whole = wholeCells<OwnField>(rows, fields, ['nameEl', 'nameEn'])
  const name = translated(whole, ['nameEl', 'nameEn'], draftLimits.name) ?? {}
  if (!name.el && !name.en) fields.note(first, fields.has('nameEl') ? 'nameEl' : 'nameEn', 'missing_name')
  const gallery = newGallery()
  addImages(rows, fields, gallery)
  const { options, variants } = ownVariants(slug, rows, fields, gallery)

  return defined<ProductDraft>({
    format: 'stoa',
    externalId: slug,
    slug,
    name,
    descriptionHtml: descriptionOf(whole, fields),
    vendor: whole('producer', draftLimits.vendor)?.text,
    categoryPath: listOf(whole('category'), readPath),
    tags: tagsOf(whole, fields),
    vatClass: oneOf(whole, 'vatClass', vatClasses, 'bad_vat_class', fields),
    status: oneOf(whole, 'status', productStatuses, 'bad_status', fields) ?? undefined,
    attributes: factsOf(whole, fields),
    seoTitle: translated(whole, ['seoTitleEl', 'seoTitleEn'], draftLimits.seoTitle),
    seoDescription: translated(whole, ['seoDescriptionEl', 'seoDescriptionEn'], draftLimits.seoDescription),
    options,
    variants,
    images: fields.has('images') ? gallery.images() : undefined,
  })
}

/** Only the languages the file has columns for; the others stay as they are stored. */
function translated(
  whole: Whole,
  [el, en]: [el: OwnField, en: OwnField],
  limit?: number,
): Translated | undefined {
  const texts = defined({ el: whole(el, limit)?.text, en: whole(en, limit)?.text })
  return Object.keys(texts).length > 0 ? texts : undefined
}

function addImages(rows: Row[], fields: F, gallery: ReturnType<typeof newGallery>): void {
  for (const row of rows) {
    const { images, bad } = readImages(fields.raw(row, 'images') ?? '')
    if (bad !== null) fields.note(row, 'images', 'bad_list', { part: bad })
    for (const { url, alt } of images) {
      gallery.add(row, url, alt, (at, code) => fields.note(at, 'images', code))
      const longest = Math.max(
        ...(typeof alt === 'string' ? [alt] : Object.values(alt)).map((text) => text.length),
      )
      if (longest > draftLimits.alt) {
        fields.note(row, 'images', 'too_long', { limit: draftLimits.alt, count: longest })
      }
    }
  }
}

function descriptionOf(whole: Whole, fields: F): Translated | undefined {
  const texts = (['descriptionEl', 'descriptionEn'] as const).map((field) => {
    const cell = whole(field)
    if (cell && hasActiveHtml(cell.text)) fields.note(cell.row, field, 'html_cleaned')
    return cell && cleanHtml(cell.text)
  })
  const description = defined({ el: texts[0], en: texts[1] })
  return Object.keys(description).length > 0 ? description : undefined
}

const listOf = (cell: { text: string } | undefined, read: (text: string) => string[]): string[] | undefined =>
  cell && read(cell.text)

function tagsOf(whole: Whole, fields: F): string[] | undefined {
  const cell = whole('tags')
  if (!cell) return undefined
  const tags = [...new Set(readList(cell.text))]
  const long = tags.find((tag) => tag.length > draftLimits.tag)
  if (long) fields.note(cell.row, 'tags', 'too_long', { limit: draftLimits.tag, count: long.length })
  return tags
}

function oneOf<T extends string>(
  whole: Whole,
  field: OwnField,
  allowed: readonly T[],
  code: 'bad_status' | 'bad_vat_class',
  fields: F,
): T | null | undefined {
  const cell = whole(field)
  if (!cell || cell.text === '') return cell && null
  const found = allowed.find((value) => value.toLowerCase() === cell.text.toLowerCase())
  if (found === undefined) fields.note(cell.row, field, code, { allowed: allowed.join(', ') })
  return found ?? null
}

function factsOf(whole: Whole, fields: F): Record<string, AttributeValue> | undefined {
  const cell = whole('attributes')
  if (!cell) return undefined
  const { pairs, bad } = readPairs(cell.text)
  if (bad !== null) fields.note(cell.row, 'attributes', 'bad_list', { part: bad })
  const longest = Math.max(0, ...pairs.map(({ name, value }) => Math.max(name.length * 10, value.length)))
  if (longest > draftLimits.attribute) {
    fields.note(cell.row, 'attributes', 'too_long', { limit: draftLimits.attribute, count: longest })
  }
  return attributesOf(pairs)
}
