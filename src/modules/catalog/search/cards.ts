/** Products as lists show them: one row each, texts in one language, the variants folded into it. */
import type { Locale, Translated } from '../../../platform/values/shapes.ts'
import type { ProductStatus, Unit, VatClass } from '../values.ts'
import type { Values } from './filters.ts'

/** Whole when `?translations=all` asks for it, else in the reader's language. */
export type Text = string | Translated

export type CardVariant = {
  id: string
  sku: string
  name: Text
  price: string
  compareAt: string | null
  stock: number
  unit: Unit
  unitQuantity: string | null
  weightGrams: number
}

export type ProductCard = {
  id: string
  slug: string
  name: Text
  producer: { id: string; slug: string; name: Text }
  categoryId: string | null
  vatClass: VatClass
  status: ProductStatus
  priceFrom: string | null
  priceTo: string | null
  isInStock: boolean
  variants: CardVariant[]
  coverFileId: string | null
  attributes: Record<string, Translated | string | number | boolean>
  ratingSum: number
  ratingCount: number
  createdAt: Date
  version: number
}

type CardRow = Omit<ProductCard, 'producer' | 'variants' | 'createdAt'> & {
  producerId: string
  producerSlug: string
  producerName: Text
  createdAt: number
  variants:
    | [string, string, Text, string, string | null, number, Unit, string | null, number, number][]
    | null
}

/** The columns over `s`. Texts are chosen by the database, which spares reading the other languages. */
export function cardColumns(locale: Locale, fallback: string, isWhole: boolean, values: Values): string {
  const wished = isWhole ? '' : values.add(locale, 'text')
  const other = isWhole ? '' : values.add(fallback, 'text')
  const text = (column: string) =>
    isWhole
      ? column
      : `coalesce(${column} ->> ${wished}, ${column} ->> ${other}, (select min(value) from jsonb_each_text(${column})), '')`
  return `
    s.id, s.slug, ${text('s.name')} as name, s.producer_id as "producerId", s.producer_slug as "producerSlug",
    ${text('s.producer_name')} as "producerName", s.category_id as "categoryId", s.vat_class as "vatClass", s.status,
    s.price_from as "priceFrom", s.price_to as "priceTo", s.is_in_stock as "isInStock",
    s.cover_file_id as "coverFileId", s.attributes, s.rating_sum as "ratingSum", s.rating_count as "ratingCount",
    extract(epoch from s.created_at)::float8 * 1000 as "createdAt", s.version,
    (select json_agg(json_build_array(v.id, v.sku, ${text('v.name')}, v.price::text, v.compare_at::text, v.stock, v.unit,
        v.unit_quantity::text, v.weight_grams, v.position))
      from variants v where v.tenant_id = s.tenant_id and v.product_id = s.id and v.deleted_at is null) as variants`
}

export function cardOf<Row extends CardRow>(row: Row): ProductCard {
  const { producerId, producerSlug, producerName, createdAt, variants, ...rest } = row
  return {
    ...rest,
    producer: { id: producerId, slug: producerSlug, name: producerName },
    createdAt: new Date(createdAt),
    variants: (variants ?? [])
      .toSorted((a, b) => a[9] - b[9])
      .map(([id, sku, name, price, compareAt, stock, unit, unitQuantity, weightGrams]) => ({
        id,
        sku,
        name,
        price,
        compareAt,
        stock,
        unit,
        unitQuantity,
        weightGrams,
      })),
  }
}

export type { CardRow }
