/** Writes products as our own CSV, one row per variant. Reading the file again gives the same drafts. */
import type { Locale } from '../../../platform/values/shapes.ts'
import { csvLine, csvStart } from './csv-write.ts'
import type { DraftText, ProductDraft, VariantDraft } from './draft.ts'
import { toSafeCell } from './formulas.ts'
import { ownFields, ownHeaders, type OwnField } from './own-columns.ts'
import { writeAttributes, writeImages, writeList, writeOptions, writePath } from './own-lists.ts'

/** `fallback` is the language of texts that are in the organisation's default language. */
export async function* writeProducts(
  drafts: AsyncIterable<ProductDraft> | Iterable<ProductDraft>,
  fallback: Locale,
): AsyncIterable<string> {
  yield csvStart + csvLine(ownFields.map((field) => ownHeaders[field]))
  for await (const draft of drafts) yield productLines(draft, fallback)
}

function productLines(draft: ProductDraft, fallback: Locale): string {
  return draft.variants
    .map((variant, at) => {
      const cells = {
        slug: draft.slug,
        ...(at === 0 ? productCells(draft, fallback) : {}),
        ...variantCells(variant, draft, fallback),
      }
      return csvLine(ownFields.map((field) => toSafeCell(cells[field] ?? '')))
    })
    .join('')
}

type Cells = Partial<Record<OwnField, string>>

function productCells(draft: ProductDraft, fallback: Locale): Cells {
  const text = (value: DraftText | undefined, locale: Locale) => inLanguage(value, locale, fallback)
  return {
    status: draft.status,
    producer: draft.vendor,
    category: writePath(draft.categoryPath ?? []),
    vatClass: draft.vatClass ?? '',
    nameEl: text(draft.name, 'el'),
    nameEn: text(draft.name, 'en'),
    descriptionEl: text(draft.descriptionHtml, 'el'),
    descriptionEn: text(draft.descriptionHtml, 'en'),
    seoTitleEl: text(draft.seoTitle, 'el'),
    seoTitleEn: text(draft.seoTitle, 'en'),
    seoDescriptionEl: text(draft.seoDescription, 'el'),
    seoDescriptionEn: text(draft.seoDescription, 'en'),
    attributes: writeAttributes(draft.attributes ?? {}),
    tags: writeList(draft.tags ?? []),
    images: writeImages(draft.images ?? []),
  }
}

function variantCells(variant: VariantDraft, draft: ProductDraft, fallback: Locale): Cells {
  return {
    sku: variant.sku,
    variantEl: inLanguage(variant.name, 'el', fallback),
    variantEn: inLanguage(variant.name, 'en', fallback),
    options: writeOptions(draft.options.map(({ name }) => [name, variant.options[name] ?? ''])),
    price: variant.price,
    compareAt: variant.compareAt ?? '',
    cost: variant.cost ?? '',
    stock: numberText(variant.stock),
    lowStockAt: numberText(variant.lowStockAt),
    weightGrams: numberText(variant.weightGrams),
    unit: variant.unit ?? '',
    unitQuantity: variant.unitQuantity ?? '',
    barcode: variant.barcode,
    variantImage: variant.imageUrl ?? '',
    requiresShipping: variant.requiresShipping === undefined ? '' : String(variant.requiresShipping),
  }
}

const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)

function inLanguage(value: DraftText | undefined, locale: Locale, fallback: Locale): string {
  if (typeof value === 'string') return locale === fallback ? value : ''
  return value?.[locale] ?? ''
}
