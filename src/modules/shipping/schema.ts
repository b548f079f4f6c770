/** Shipping methods with their rate tables, and the parcels that left. */
import {
  boolean,
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
import type { Translated } from '../../platform/values/shapes.ts'
import type { VatClass } from '../catalog/values.ts'

export const shippingProviders = ['pickup', 'flat', 'table', 'acs', 'elta'] as const
export type ShippingProviderCode = (typeof shippingProviders)[number]

/** One zone of a rate table: prices by weight up to a limit, then per started kilogram. */
export type ZoneRate = { zone: string; brackets: { upToGrams: number; price: string }[]; perExtraKg?: string }

export const shippingMethods = snakeCase.table(
  'shipping_methods',
  {
    ...tenantKey(),
    code: text().notNull(),
    provider: text().$type<ShippingProviderCode>().notNull(),
    name: jsonb().$type<Translated>().notNull(),
    description: jsonb().$type<Translated>().notNull().default({}),
    /** The price of `flat`; tables and couriers use `rates`. */
    price: numeric({ precision: 18, scale: 2 }),
    rates: jsonb().$type<ZoneRate[]>().notNull().default([]),
    /** Countries it serves; empty means the organisation's own. */
    countries: text().array().notNull(),
    freeFrom: numeric({ precision: 18, scale: 2 }),
    vatClass: text().$type<VatClass>().notNull().default('standard'),
    /** Charged once per producer whose goods are in the cart, or once for all of it. */
    charge: text().$type<'perOrder' | 'perProducer'>().notNull().default('perOrder'),
    isEnabled: boolean().notNull().default(true),
    position: integer().notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [...tenantRules(t), uniqueIndex('shipping_methods_code').on(t.tenantId, t.code)],
)

export const shipments = snakeCase.table(
  'shipments',
  {
    ...tenantKey(),
    orderId: uuid().notNull(),
    orderPartId: uuid().notNull(),
    provider: text().$type<ShippingProviderCode | 'other'>().notNull(),
    carrier: text().notNull(),
    trackingNumber: text(),
    labelFileId: uuid(),
    /** Which lines and how many of each travel in it. */
    lines: jsonb().$type<{ orderLineId: string; quantity: number }[]>().notNull(),
    status: text().$type<'preparing' | 'shipped' | 'delivered' | 'failed' | 'cancelled'>().notNull(),
    events: jsonb()
      .$type<{ at: string; status: string; place?: string; text: string }[]>()
      .notNull()
      .default([]),
    shippedAt: moment(),
    deliveredAt: moment(),
    trackedAt: moment(),
    failure: text(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    index('shipments_of_order').on(t.tenantId, t.orderId),
    index('shipments_under_way').on(t.tenantId, t.status, t.trackedAt),
  ],
)
