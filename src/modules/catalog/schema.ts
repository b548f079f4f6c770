/** Categories, products, variants, their pictures, and stock as a ledger of movements. */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  primaryKey,
  snakeCase,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  createdAt,
  isolated,
  moment,
  tenantId,
  tenantKey,
  tenantRules,
  tsvector,
} from '../../platform/database/columns.ts'
import { files } from '../../platform/files/schema.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import { producers } from '../producers/schema.ts'
import type { ImportEffect, StockReason, VatClass } from './values.ts'

export const categories = snakeCase.table(
  'categories',
  {
    ...tenantKey(),
    parentId: uuid(),
    slug: text().notNull(),
    name: jsonb().$type<Translated>().notNull(),
    description: jsonb().$type<Translated>().notNull().default({}),
    position: integer().notNull().default(0),
    /** The ids from the root to this category, itself included: a filter by category takes in what lies below. */
    path: uuid().array().notNull(),
    imageFileId: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('categories_slug').on(t.tenantId, t.slug),
    foreignKey({
      name: 'categories_parent',
      columns: [t.tenantId, t.parentId],
      foreignColumns: [t.tenantId, t.id],
    }),
  ],
)

const onShelf = sql`status = 'published' and deleted_at is null`

/** Stars as they are sorted: a few ratings count for little, as if three readers had given four. */
const ratingOf = (t: { ratingSum: AnyPgColumn; ratingCount: AnyPgColumn }) =>
  sql`((${t.ratingSum} + 12)::float8 / (${t.ratingCount} + 3))`

export const products = snakeCase.table(
  'products',
  {
    ...tenantKey(),
    producerId: uuid().notNull(),
    categoryId: uuid(),
    slug: text().notNull(),
    name: jsonb().$type<Translated>().notNull(),
    /** Sanitised HTML by language. */
    description: jsonb().$type<Translated>().notNull().default({}),
    seoTitle: jsonb().$type<Translated>().notNull().default({}),
    seoDescription: jsonb().$type<Translated>().notNull().default({}),
    vatClass: text().$type<VatClass>().notNull(),
    status: text().$type<'draft' | 'published' | 'archived'>().notNull().default('draft'),
    /** Facts one can filter by: {origin: {el, en}, organic: true, …}. */
    attributes: jsonb().$type<Record<string, Translated | string | number | boolean>>().notNull().default({}),
    tags: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The category and its ancestors, kept beside the product so that the list needs no join. */
    categoryPath: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Kept with the variants and the stock by the verbs that change them: the list reads one table. */
    priceFrom: numeric({ precision: 18, scale: 2 }),
    priceTo: numeric({ precision: 18, scale: 2 }),
    isInStock: boolean().notNull().default(false),
    variantCount: integer().notNull().default(0),
    coverFileId: uuid(),
    ratingSum: integer().notNull().default(0),
    ratingCount: integer().notNull().default(0),
    soldCount: integer().notNull().default(0),
    /** By language, the name as it is sorted: folded, compared byte by byte. */
    sortNames: jsonb().$type<Translated>().notNull().default({}),
    /** The words it is found by; see search/document.ts. */
    searchVector: tsvector(),
    /** What the newest import of it was called there: format and key, such as `shopify:olive-oil`. */
    importKey: text(),
    /** Ids in other systems, by system. */
    externalIds: jsonb().$type<Record<string, string>>().notNull().default({}),
    publishedAt: moment(),
    deletedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('products_slug')
      .on(t.tenantId, t.slug)
      .where(sql`deleted_at is null`),
    foreignKey({
      name: 'products_producer',
      columns: [t.tenantId, t.producerId],
      foreignColumns: [producers.tenantId, producers.id],
    }),
    foreignKey({
      name: 'products_category',
      columns: [t.tenantId, t.categoryId],
      foreignColumns: [categories.tenantId, categories.id],
    }),
    index('products_shelf')
      .on(t.tenantId, t.status, t.id)
      .where(sql`deleted_at is null`),
    // One for each order of the shelf; all ascending, for an index is read backwards as gladly.
    index('products_shelf_price').on(t.tenantId, t.priceFrom, t.id).where(onShelf),
    index('products_shelf_sold').on(t.tenantId, t.soldCount, t.id).where(onShelf),
    index('products_shelf_new').on(t.tenantId, t.createdAt, t.id).where(onShelf),
    index('products_shelf_rating').on(t.tenantId, ratingOf(t), t.id).where(onShelf),
    index('products_shelf_el')
      .on(t.tenantId, sql`(${t.sortNames} ->> 'el') collate "C"`, t.id)
      .where(onShelf),
    index('products_shelf_en')
      .on(t.tenantId, sql`(${t.sortNames} ->> 'en') collate "C"`, t.id)
      .where(onShelf),
    // All that counting the shelf needs, so that it reads no rows.
    index('products_shelf_facets')
      .on(t.tenantId, t.producerId, t.categoryId, t.priceFrom, t.priceTo)
      .where(onShelf),
    index('products_of_producer').on(t.tenantId, t.producerId, t.id),
    index('products_import').on(t.tenantId, t.importKey),
    index('products_of_category').using('gin', t.categoryPath),
    index('products_search').using('gin', t.searchVector),
  ],
)

/** How every telling word of the catalogue sounds: what a mistyped word is compared with. Words are never taken out. */
export const searchWords = snakeCase.table(
  'search_words',
  { tenantId: tenantId(), word: text().notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.word] }), isolated()],
)

export const variants = snakeCase.table(
  'variants',
  {
    ...tenantKey(),
    productId: uuid().notNull(),
    sku: text().notNull(),
    name: jsonb().$type<Translated>().notNull().default({}),
    /** Option name → value, such as {Size: "500 ml"}. */
    options: jsonb().$type<Record<string, string>>().notNull().default({}),
    price: numeric({ precision: 18, scale: 2 }).notNull(),
    compareAt: numeric({ precision: 18, scale: 2 }),
    weightGrams: integer().notNull().default(0),
    unit: text().$type<'piece' | 'kg' | 'l'>().notNull().default('piece'),
    /** How many units one piece holds (0.5 for 500 ml), for the price per kg or litre. */
    unitQuantity: numeric({ precision: 12, scale: 3 }),
    barcode: text(),
    position: integer().notNull().default(0),
    /** What can still be sold. Every change of it is a movement; the sum of movements equals it. */
    stock: integer().notNull().default(0),
    lowStockAt: integer().notNull().default(5),
    imageFileId: uuid(),
    externalIds: jsonb().$type<Record<string, string>>().notNull().default({}),
    deletedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('variants_sku')
      .on(t.tenantId, t.sku)
      .where(sql`deleted_at is null`),
    foreignKey({
      name: 'variants_product',
      columns: [t.tenantId, t.productId],
      foreignColumns: [products.tenantId, products.id],
    }),
    index('variants_of_product').on(t.tenantId, t.productId, t.position),
    check('variants_stock_not_negative', sql`${t.stock} >= 0`),
    check('variants_price_not_negative', sql`${t.price} >= 0`),
  ],
)

export const stockMovements = snakeCase.table(
  'stock_movements',
  {
    ...tenantKey(),
    variantId: uuid().notNull(),
    /** Positive comes in, negative goes out. */
    quantity: integer().notNull(),
    reason: text().$type<StockReason>().notNull(),
    /** What caused it: an order line, a return, an import. */
    entity: text(),
    entityId: text(),
    note: text(),
    actorId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'stock_movements_variant',
      columns: [t.tenantId, t.variantId],
      foreignColumns: [variants.tenantId, variants.id],
    }),
    index('stock_movements_of_variant').on(t.tenantId, t.variantId, t.id),
    check('stock_movements_not_zero', sql`${t.quantity} <> 0`),
  ],
)

export const productImages = snakeCase.table(
  'product_images',
  {
    ...tenantKey(),
    productId: uuid().notNull(),
    fileId: uuid(),
    /** Where an import found it; fetched by a job, retried, and reported when it cannot be reached. */
    sourceUrl: text(),
    failure: text(),
    attempts: integer().notNull().default(0),
    /** When it is fetched next; null when it is there, or given up. */
    retryAt: moment(),
    alt: jsonb().$type<Translated>().notNull().default({}),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'product_images_product',
      columns: [t.tenantId, t.productId],
      foreignColumns: [products.tenantId, products.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'product_images_file',
      columns: [t.tenantId, t.fileId],
      foreignColumns: [files.tenantId, files.id],
    }),
    index('product_images_of_product').on(t.tenantId, t.productId, t.position),
    index('product_images_waiting')
      .on(t.tenantId, t.retryAt)
      .where(sql`retry_at is not null`),
  ],
)

/** What one change of many products found, product by product, so that it can be taken back. */
export type BulkBefore = {
  id: string
  /** The version the change left; a later edit by a person is not undone over. */
  version: number
  status: string
  categoryId: string | null
  variants: { id: string; price: string; stock: number }[]
}

export const bulkChanges = snakeCase.table(
  'bulk_changes',
  {
    ...tenantKey(),
    change: jsonb().$type<{ kind: string }>().notNull(),
    before: jsonb().$type<BulkBefore[]>().notNull(),
    /** Those it was not possible for, and why. */
    failed: jsonb().$type<{ id: string; code: string; message: string }[]>().notNull(),
    startedBy: uuid(),
    undoneAt: moment(),
    /** Those that were not taken back, and why. */
    kept: jsonb().$type<{ id: string; code: string; message: string }[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t)],
)

export const imports = snakeCase.table(
  'imports',
  {
    ...tenantKey(),
    kind: text().notNull(),
    format: text().notNull(),
    fileName: text().notNull(),
    fileId: uuid(),
    producerId: uuid(),
    status: text()
      .$type<'previewing' | 'previewed' | 'running' | 'applied' | 'undoing' | 'undone' | 'failed'>()
      .notNull(),
    /** How far it is and what came of it: rows, products, created, changed, same, refused, and more. */
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** What is wrong with the file as a whole. */
    problems: jsonb().$type<object[]>().notNull().default([]),
    startedBy: uuid(),
    appliedAt: moment(),
    undoneAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), index('imports_newest').on(t.tenantId, t.id)],
)

/** What an import would do, or did, with each product of its file, in the file's order. */
export const importItems = snakeCase.table(
  'import_items',
  {
    tenantId: tenantId(),
    importId: uuid().notNull(),
    position: integer().notNull(),
    /** The first row it has in the file. */
    row: integer().notNull(),
    title: text().notNull(),
    effect: text().$type<ImportEffect>().notNull(),
    productId: uuid(),
    /** Cell by cell what changes, and what is wrong. */
    changes: jsonb().$type<object[]>().notNull().default([]),
    problems: jsonb().$type<object[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.importId, t.position] }),
    foreignKey({
      name: 'import_items_import',
      columns: [t.tenantId, t.importId],
      foreignColumns: [imports.tenantId, imports.id],
    }).onDelete('cascade'),
    index('import_items_by_effect').on(t.tenantId, t.importId, t.effect, t.position),
    isolated(),
  ],
)

/** What an import did to each record, with the state before, so that it can be undone. */
export const importEffects = snakeCase.table(
  'import_effects',
  {
    tenantId: tenantId(),
    importId: uuid().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
    effect: text().$type<'created' | 'changed'>().notNull(),
    before: jsonb(),
    /** The version the import left; a later edit by a person is not undone over. */
    version: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.importId, t.entity, t.entityId] }),
    foreignKey({
      name: 'import_effects_import',
      columns: [t.tenantId, t.importId],
      foreignColumns: [imports.tenantId, imports.id],
    }),
    isolated(),
  ],
)
