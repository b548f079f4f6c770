/** Promotion codes and automatic rules, and each use of them. */
import { sql } from 'drizzle-orm'
import {
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
} from '../../platform/database/columns.ts'
import type { Translated } from '../../platform/values/shapes.ts'

export const promotionKinds = ['percent', 'fixed', 'freeShipping', 'buyXGetY'] as const
export type PromotionKind = (typeof promotionKinds)[number]
export const promotionScopes = ['shop', 'bookings', 'all'] as const

export const promotions = snakeCase.table(
  'promotions',
  {
    ...tenantKey(),
    name: jsonb().$type<Translated>().notNull(),
    /** Folded to upper case; null applies by itself. */
    code: text(),
    kind: text().$type<PromotionKind>().notNull(),
    /** Percent, or an amount of money; unused by the other kinds. */
    value: numeric({ precision: 18, scale: 4 }),
    buyQuantity: integer(),
    getQuantity: integer(),
    appliesTo: text().$type<(typeof promotionScopes)[number]>().notNull().default('shop'),
    productIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    categoryIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    producerIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    minimumTotal: numeric({ precision: 18, scale: 2 }),
    usageLimit: integer(),
    usageLimitPerCustomer: integer(),
    usedCount: integer().notNull().default(0),
    isStackable: boolean().notNull().default(true),
    priority: integer().notNull().default(0),
    startsAt: moment(),
    endsAt: moment(),
    pausedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('promotions_code').on(t.tenantId, t.code),
    check('promotions_limit', sql`${t.usageLimit} is null or ${t.usedCount} <= ${t.usageLimit}`),
  ],
)

/** One row per order and promotion; cancelled orders give their use back. */
export const promotionUses = snakeCase.table(
  'promotion_uses',
  {
    tenantId: tenantId(),
    promotionId: uuid().notNull(),
    orderId: uuid().notNull(),
    /** The customer's e-mail, folded: guests are limited like the rest. */
    customerKey: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.promotionId, t.orderId] }),
    foreignKey({
      name: 'promotion_uses_promotion',
      columns: [t.tenantId, t.promotionId],
      foreignColumns: [promotions.tenantId, promotions.id],
    }),
    isolated(),
  ],
)

/** How often one customer used one promotion: the row that limits are enforced on, updated conditionally. */
export const promotionTallies = snakeCase.table(
  'promotion_tallies',
  {
    tenantId: tenantId(),
    promotionId: uuid().notNull(),
    customerKey: text().notNull(),
    used: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.promotionId, t.customerKey] }),
    index('promotion_tallies_customer').on(t.tenantId, t.customerKey),
    isolated(),
  ],
)
