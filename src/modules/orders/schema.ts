/** One order for the customer, one part per producer, its lines as they were sold, and what happened to it. */
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
import type { Address, Translated } from '../../platform/values/shapes.ts'
import { variants } from '../catalog/schema.ts'
import type { VatClass } from '../catalog/values.ts'
import { producers } from '../producers/schema.ts'
import type { OrderStatus, PartStatus, returnReasons, returnStatuses } from './values.ts'

const money = () => numeric({ precision: 18, scale: 2 })

export const orders = snakeCase.table(
  'orders',
  {
    ...tenantKey(),
    number: text().notNull(),
    cartId: uuid().notNull(),
    status: text().$type<OrderStatus>().notNull().default('pending'),
    customerId: uuid().notNull(),
    userId: uuid(),
    email: text().notNull(),
    phone: text(),
    locale: text().notNull(),
    currency: text().notNull(),
    priceKind: text().$type<'gross' | 'net'>().notNull(),
    shippingAddress: jsonb().$type<Address>().notNull(),
    billingAddress: jsonb().$type<Address>().notNull(),
    vatNumber: text(),
    shippingMethodId: uuid(),
    shippingMethod: jsonb().$type<{ code: string; provider: string; name: Translated }>().notNull(),
    paymentProvider: text().notNull(),
    /** A guest opens the order with this; only its SHA-256 is kept. */
    accessHash: text().notNull(),
    sellerUserId: uuid(),
    net: money().notNull(),
    vat: jsonb().$type<{ rate: string; base: string; amount: string }[]>().notNull(),
    shipping: money().notNull(),
    shippingVatRate: text().notNull(),
    discount: money().notNull(),
    fee: money().notNull(),
    total: money().notNull(),
    /** What is no longer owed: cancelled and returned goods, and goodwill. Owed is total − adjusted. */
    adjusted: money().notNull().default('0'),
    /** Sums of the payments and refunds that succeeded, kept by the verbs that record them. */
    paid: money().notNull().default('0'),
    refunded: money().notNull().default('0'),
    promotions: jsonb()
      .$type<{ promotionId: string; code: string | null; name: Translated; amount: string }[]>()
      .notNull()
      .default([]),
    note: text(),
    placedAt: moment().notNull(),
    paidAt: moment(),
    cancelledAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('orders_number').on(t.tenantId, t.number),
    // The same cart can become an order once, whatever races.
    uniqueIndex('orders_cart').on(t.tenantId, t.cartId),
    index('orders_newest').on(t.tenantId, t.placedAt, t.id),
    index('orders_by_status').on(t.tenantId, t.status, t.placedAt, t.id),
    index('orders_of_user').on(t.tenantId, t.userId, t.placedAt),
    index('orders_of_customer').on(t.tenantId, t.customerId, t.placedAt),
    check('orders_adjusted', sql`${t.adjusted} between 0 and ${t.total}`),
    check('orders_refund_within_paid', sql`${t.refunded} <= ${t.paid}`),
  ],
)

export const orderParts = snakeCase.table(
  'order_parts',
  {
    ...tenantKey(),
    orderId: uuid().notNull(),
    producerId: uuid().notNull(),
    number: text().notNull(),
    status: text().$type<PartStatus>().notNull().default('pending'),
    /** Goods after discount, with VAT; the shipping that falls to this part. */
    goodsTotal: money().notNull(),
    shippingTotal: money().notNull(),
    acceptedAt: moment(),
    packedAt: moment(),
    shippedAt: moment(),
    deliveredAt: moment(),
    cancelledAt: moment(),
    placedAt: moment().notNull(),
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'order_parts_order',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    foreignKey({
      name: 'order_parts_producer',
      columns: [t.tenantId, t.producerId],
      foreignColumns: [producers.tenantId, producers.id],
    }),
    uniqueIndex('order_parts_once').on(t.tenantId, t.orderId, t.producerId),
    index('order_parts_of_producer').on(t.tenantId, t.producerId, t.status, t.placedAt),
  ],
)

export const orderLines = snakeCase.table(
  'order_lines',
  {
    ...tenantKey(),
    orderId: uuid().notNull(),
    orderPartId: uuid().notNull(),
    position: integer().notNull(),
    variantId: uuid().notNull(),
    productId: uuid().notNull(),
    sku: text().notNull(),
    name: jsonb().$type<Translated>().notNull(),
    variantName: jsonb().$type<Translated>().notNull().default({}),
    imageFileId: uuid(),
    quantity: integer().notNull(),
    unitPrice: money().notNull(),
    vatClass: text().$type<VatClass>().notNull(),
    vatRate: text().notNull(),
    discount: money().notNull(),
    net: money().notNull(),
    vat: money().notNull(),
    gross: money().notNull(),
    cancelledQuantity: integer().notNull().default(0),
    shippedQuantity: integer().notNull().default(0),
    returnedQuantity: integer().notNull().default(0),
    refunded: money().notNull().default('0'),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'order_lines_order',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    foreignKey({
      name: 'order_lines_part',
      columns: [t.tenantId, t.orderPartId],
      foreignColumns: [orderParts.tenantId, orderParts.id],
    }),
    foreignKey({
      name: 'order_lines_variant',
      columns: [t.tenantId, t.variantId],
      foreignColumns: [variants.tenantId, variants.id],
    }),
    index('order_lines_of_order').on(t.tenantId, t.orderId, t.position),
    index('order_lines_of_product').on(t.tenantId, t.productId),
    check('order_lines_shipped', sql`${t.shippedQuantity} + ${t.cancelledQuantity} <= ${t.quantity}`),
    check('order_lines_returned', sql`${t.returnedQuantity} <= ${t.shippedQuantity}`),
    check('order_lines_refunded', sql`${t.refunded} <= ${t.gross}`),
  ],
)

/** What people are shown of an order's course; the audit log has the rest. */
export const orderEvents = snakeCase.table(
  'order_events',
  {
    ...tenantKey(),
    orderId: uuid().notNull(),
    orderPartId: uuid(),
    kind: text().notNull(),
    /** Facts the sentence needs: amount, carrier, tracking number, reason. */
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** `staff` is not shown to the customer. */
    audience: text().$type<'all' | 'staff'>().notNull().default('all'),
    actorName: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'order_events_order',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    index('order_events_of_order').on(t.tenantId, t.orderId, t.id),
  ],
)

export const returns = snakeCase.table(
  'returns',
  {
    ...tenantKey(),
    orderId: uuid().notNull(),
    number: text().notNull(),
    status: text().$type<(typeof returnStatuses)[number]>().notNull().default('requested'),
    reason: text().$type<(typeof returnReasons)[number]>().notNull(),
    note: text(),
    answer: text(),
    lines: jsonb().$type<{ lineId: string; quantity: number; restock: boolean }[]>().notNull(),
    requestedBy: uuid(),
    decidedAt: moment(),
    receivedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'returns_order',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    index('returns_of_order').on(t.tenantId, t.orderId),
    index('returns_by_status').on(t.tenantId, t.status, t.id),
  ],
)
