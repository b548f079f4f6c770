/** What the catalogue's verbs take. */
import { z } from 'zod'
import { Currency, decimal, Id, Slug, text, translated } from '../../platform/values/shapes.ts'
import { manualStockReasons, productStatuses, units, vatClasses } from './values.ts'

const Cents = decimal(2)

/** Prices are in the organisation's own currency; naming another is refused by the verb. */
export const Price = z.union([Cents, z.strictObject({ amount: Cents, currency: Currency })], {
  error: 'Must be an amount such as "12.50" or {"amount":"12.50","currency":"EUR"}.',
})

/** Translated text that may be emptied: '' takes the text away. */
const clearable = (max: number) => z.union([z.literal(''), translated(max)])

/** Facts one can filter by. Keys are what `attr.<key>` names. */
export const Attributes = z
  .record(
    z.string().regex(/^[a-zA-Z][\w-]{0,59}$/, 'Must be a short name of Latin letters, such as "organic".'),
    z.union([z.boolean(), z.number().min(-1e12).max(1e12), translated(500)]),
  )
  .refine((all) => Object.keys(all).length <= 50, 'At most 50 attributes.')

const VariantFields = z.strictObject({
  sku: text(100),
  name: clearable(250),
  /** Option name → value, such as {"Size":"500 ml"}. */
  options: z.record(text(60), text(120)).refine((all) => Object.keys(all).length <= 5, 'At most 5 options.'),
  price: Price,
  compareAt: Price.nullable(),
  weightGrams: z.int().min(0).max(1_000_000),
  unit: z.enum(units),
  /** How many units one piece holds, such as "0.5" of a litre. */
  unitQuantity: decimal(3).nullable(),
  barcode: text(64).nullable(),
  lowStockAt: z.int().min(0).max(1_000_000),
  imageFileId: Id.nullable(),
})

export const Stock = z.int().min(0).max(1_000_000)

export const NewVariant = VariantFields.partial()
  .required({ sku: true, price: true })
  .extend({ stock: Stock.default(0) })
  .meta({ id: 'NewVariant' })

/** A stock is not written but moved: `POST /variants/{id}/stock-movements`. */
export const UpdateVariant = VariantFields.partial().meta({ id: 'UpdateVariant' })

const ProductFields = z.strictObject({
  name: translated(250),
  /** Plain text or HTML; what is not plain formatting is taken out. */
  description: clearable(50_000),
  categoryId: Id.nullable(),
  vatClass: z.enum(vatClasses),
  status: z.enum(productStatuses),
  slug: Slug,
  seoTitle: clearable(250),
  seoDescription: clearable(1000),
  attributes: Attributes,
  tags: z.array(text(100)).max(50),
})

export const NewProduct = ProductFields.partial()
  .required({ name: true })
  .extend({
    vatClass: z.enum(vatClasses).default('standard'),
    status: z.enum(productStatuses).default('draft'),
    /** For administrators only: whose product it is. A producer's product is theirs by itself. */
    producerId: Id.optional(),
    variants: z.array(NewVariant).min(1).max(250),
  })
  .meta({ id: 'NewProduct' })

export const UpdateProduct = ProductFields.partial()
  .extend({
    producerId: Id.optional(),
    /** All of them: those with an `id` are changed, those without are new, those left out go. */
    variants: z
      .array(UpdateVariant.extend({ id: Id.optional(), stock: Stock.optional() }))
      .min(1)
      .max(250)
      .optional(),
  })
  .meta({ id: 'UpdateProduct' })

export const AdjustStock = z
  .strictObject({
    /** Positive comes in, negative goes out. */
    quantity: z
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((quantity) => quantity !== 0, 'Must not be zero.'),
    reason: z.enum(manualStockReasons).default('correction'),
    note: text(500).optional(),
  })
  .meta({ id: 'AdjustStock' })

const percent = z.number().min(-95).max(1000)

/** One change for many products. */
export const BulkChange = z
  .strictObject({
    productIds: z.array(Id).min(1).max(500),
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('status'), status: z.enum(productStatuses) }),
      z.strictObject({ kind: z.literal('category'), categoryId: Id.nullable() }),
      z.strictObject({ kind: z.literal('price'), price: Price }),
      /** Of each variant's own price, rounded to the cent. */
      z.strictObject({ kind: z.literal('pricePercent'), percent }),
      /** Of every variant: counted, and written as a correction. */
      z.strictObject({ kind: z.literal('stock'), stock: Stock }),
      z.strictObject({ kind: z.literal('stockBy'), quantity: z.int().min(-1_000_000).max(1_000_000) }),
      z.strictObject({ kind: z.literal('delete') }),
    ]),
  })
  .meta({ id: 'BulkChange' })

export const NewCategory = z
  .strictObject({
    name: translated(120),
    parentId: Id.nullable().default(null),
    slug: Slug.optional(),
    description: clearable(2000).default(''),
    position: z.int().min(0).max(10_000).default(0),
    imageFileId: Id.nullable().default(null),
  })
  .meta({ id: 'NewCategory' })

export const UpdateCategory = z
  .strictObject({
    name: translated(120),
    parentId: Id.nullable(),
    slug: Slug,
    description: clearable(2000),
    position: z.int().min(0).max(10_000),
    imageFileId: Id.nullable(),
  })
  .partial()
  .meta({ id: 'UpdateCategory' })

export const PlaceCategory = z
  .strictObject({
    /** Null for the top. */
    parentId: Id.nullable(),
    /** Its place among those below the same parent, counted from 0; beyond the last is last. */
    position: z.int().min(0).max(10_000),
  })
  .meta({ id: 'PlaceCategory' })

export const AttachImage = z
  .strictObject({
    /** A public picture uploaded by `POST /files`. */
    fileId: Id,
    alt: clearable(500).default(''),
  })
  .meta({ id: 'AttachImage' })
export const UpdateImage = z.strictObject({ alt: clearable(500) }).meta({ id: 'UpdateImage' })
/** All of the product's images in their new order; the first is the cover. */
export const OrderImages = z
  .strictObject({ imageIds: z.array(Id).min(1).max(100) })
  .meta({ id: 'OrderImages' })
