/** Reviews by verified buyers: shown once somebody of the house let them through. */
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, snakeCase, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment, tenantKey, tenantRules } from '../../platform/database/columns.ts'
import { products } from '../catalog/schema.ts'

export const reviews = snakeCase.table(
  'reviews',
  {
    ...tenantKey(),
    productId: uuid().notNull(),
    customerId: uuid().notNull(),
    orderId: uuid().notNull(),
    authorName: text().notNull(),
    rating: integer().notNull(),
    title: text(),
    body: text().notNull(),
    locale: text().notNull(),
    status: text().$type<'pending' | 'published' | 'refused'>().notNull().default('pending'),
    reason: text(),
    answer: text(),
    decidedBy: uuid(),
    decidedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'reviews_product',
      columns: [t.tenantId, t.productId],
      foreignColumns: [products.tenantId, products.id],
    }),
    uniqueIndex('reviews_once').on(t.tenantId, t.productId, t.customerId),
    index('reviews_of_product').on(t.tenantId, t.productId, t.status, t.id),
    index('reviews_by_status').on(t.tenantId, t.status, t.id),
    check('reviews_rating', sql`${t.rating} between 1 and 5`),
  ],
)
