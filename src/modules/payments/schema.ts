/** Payments, refunds, and every webhook as it came: stored first, worked after. */
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
import { orders } from '../orders/schema.ts'

export const paymentProviders = ['bank-transfer', 'cash-on-delivery', 'stripe', 'viva'] as const
export type PaymentProviderCode = (typeof paymentProviders)[number]

export const payments = snakeCase.table(
  'payments',
  {
    ...tenantKey(),
    orderId: uuid().notNull(),
    provider: text().$type<PaymentProviderCode | 'manual'>().notNull(),
    /** The provider's name for the attempt (checkout session, order code). */
    providerReference: text(),
    /** The provider's name for the money; unique, so that it can be booked once. */
    transactionId: text(),
    amount: numeric({ precision: 18, scale: 2 }).notNull(),
    currency: text().notNull(),
    status: text().$type<'started' | 'succeeded' | 'failed' | 'cancelled'>().notNull().default('started'),
    method: text(),
    reference: text(),
    /** What the customer does next: an address to go to, or instructions. */
    next: jsonb().$type<Record<string, unknown>>(),
    failure: text(),
    refunded: numeric({ precision: 18, scale: 2 }).notNull().default('0'),
    succeededAt: moment(),
    recordedBy: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'payments_order',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    index('payments_of_order').on(t.tenantId, t.orderId),
    uniqueIndex('payments_transaction').on(t.tenantId, t.provider, t.transactionId),
    index('payments_reference').on(t.tenantId, t.provider, t.providerReference),
    check('payments_refund_within', sql`${t.refunded} <= ${t.amount}`),
  ],
)

export const refunds = snakeCase.table(
  'refunds',
  {
    ...tenantKey(),
    orderId: uuid().notNull(),
    /** Null when money goes back outside any provider's payment. */
    paymentId: uuid(),
    amount: numeric({ precision: 18, scale: 2 }).notNull(),
    currency: text().notNull(),
    reason: text().notNull(),
    lines: jsonb().$type<{ lineId: string; amount: string }[]>().notNull().default([]),
    shipping: numeric({ precision: 18, scale: 2 }).notNull().default('0'),
    status: text().$type<'queued' | 'succeeded' | 'failed'>().notNull().default('queued'),
    providerReference: text(),
    failure: text(),
    attempts: integer().notNull().default(0),
    requestedBy: uuid(),
    succeededAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'refunds_order',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    foreignKey({
      name: 'refunds_payment',
      columns: [t.tenantId, t.paymentId],
      foreignColumns: [payments.tenantId, payments.id],
    }),
    index('refunds_of_order').on(t.tenantId, t.orderId),
    check('refunds_positive', sql`${t.amount} > 0`),
  ],
)

export const webhooks = snakeCase.table(
  'webhooks',
  {
    ...tenantKey(),
    provider: text().$type<PaymentProviderCode>().notNull(),
    /** The provider's id of the event; the second delivery of the same finds the first. */
    eventId: text().notNull(),
    kind: text().notNull(),
    providerReference: text(),
    transactionId: text(),
    amount: numeric({ precision: 18, scale: 2 }),
    currency: text(),
    occurredAt: moment().notNull(),
    payload: jsonb().notNull(),
    status: text().$type<'received' | 'worked' | 'ignored' | 'failed'>().notNull().default('received'),
    failure: text(),
    workedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), uniqueIndex('webhooks_event').on(t.tenantId, t.provider, t.eventId)],
)
