/** Carts: what somebody means to buy, and what the price and stock were when it was put in. */
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  snakeCase,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, moment, tenantKey, tenantRules } from '../../platform/database/columns.ts'
import type { Address } from '../../platform/values/shapes.ts'
import { variants } from '../catalog/schema.ts'

export const carts = snakeCase.table(
  'carts',
  {
    ...tenantKey(),
    /** SHA-256 of the token a guest proves the cart with. */
    tokenHash: text().notNull(),
    userId: uuid(),
    locale: text().notNull(),
    email: text(),
    phone: text(),
    shippingAddress: jsonb().$type<Address>(),
    billingAddress: jsonb().$type<Address>(),
    vatNumber: text(),
    shippingMethodId: uuid(),
    paymentProvider: text(),
    promotionCodes: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    sellerCode: text(),
    note: text(),
    status: text().$type<'open' | 'ordered' | 'merged'>().notNull().default('open'),
    orderId: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    // A person has one open cart, on every device.
    uniqueIndex('carts_open_of_user')
      .on(t.tenantId, t.userId)
      .where(sql`status = 'open'`),
    uniqueIndex('carts_token').on(t.tenantId, t.tokenHash),
    index('carts_stale').on(t.tenantId, t.status, t.updatedAt),
  ],
)

export const cartLines = snakeCase.table(
  'cart_lines',
  {
    ...tenantKey(),
    cartId: uuid().notNull(),
    variantId: uuid().notNull(),
    quantity: integer().notNull(),
    /** The price when it was put in or last confirmed: a difference is shown, never silently applied. */
    seenPrice: numeric({ precision: 18, scale: 2 }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'cart_lines_cart',
      columns: [t.tenantId, t.cartId],
      foreignColumns: [carts.tenantId, carts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'cart_lines_variant',
      columns: [t.tenantId, t.variantId],
      foreignColumns: [variants.tenantId, variants.id],
    }),
    uniqueIndex('cart_lines_once').on(t.tenantId, t.cartId, t.variantId),
    check('cart_lines_quantity', sql`${t.quantity} between 1 and 9999`),
  ],
)
