/** What customers owe and have paid: open items, payments, and which settled which. */
import { sql } from 'drizzle-orm'
import {
  check,
  date,
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
import { createdAt, isolated, tenantId, tenantKey, tenantRules } from '../../platform/database/columns.ts'
import { customers } from '../customers/schema.ts'
import { invoices } from '../invoicing/schema.ts'
import type { PaymentMethod } from './values.ts'

/** Kept at the scale that it is written with, which is its currency's own: JPY 202, EUR 12.50, KWD 1.001. */
const exact = () => numeric()

/**
 * What is still open of each issued document. A `debit` is owed by the customer; a `credit` (credit note, or an invoice
 * below zero) is owed to them. The invoice itself never changes, so what was settled of it stands here.
 */
export const openItems = snakeCase.table(
  'open_items',
  {
    tenantId: tenantId(),
    invoiceId: uuid().notNull(),
    customerId: uuid().notNull(),
    side: text().$type<'debit' | 'credit'>().notNull(),
    currency: text().notNull(),
    /** One unit of the currency in the organisation's own, on the day of issue. */
    exchangeRate: exact().notNull(),
    issuedOn: date().notNull(),
    dueOn: date().notNull(),
    total: exact().notNull(),
    /** By money, and by credit notes; for a credit, what of it was used either way. */
    paid: exact().notNull().default('0'),
    credited: exact().notNull().default('0'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.invoiceId] }),
    isolated(),
    foreignKey({
      name: 'open_items_invoice',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }),
    index('open_items_due')
      .on(t.tenantId, t.dueOn, t.invoiceId)
      .where(sql`paid + credited < total`),
    index('open_items_of_customer')
      .on(t.tenantId, t.customerId, t.issuedOn)
      .where(sql`paid + credited < total`),
    check('open_items_side', sql`${t.side} in ('debit', 'credit')`),
    // The last guard of every allocation: nothing is settled twice.
    check(
      'open_items_within_total',
      sql`${t.paid} >= 0 and ${t.credited} >= 0 and ${t.paid} + ${t.credited} <= ${t.total}`,
    ),
  ],
)

export const customerPayments = snakeCase.table(
  'customer_payments',
  {
    ...tenantKey(),
    number: text().notNull(),
    customerId: uuid().notNull(),
    amount: exact().notNull(),
    currency: text().notNull(),
    exchangeRate: exact().notNull(),
    paidOn: date().notNull(),
    method: text().$type<PaymentMethod>().notNull(),
    reference: text(),
    allocated: exact().notNull().default('0'),
    refunded: exact().notNull().default('0'),
    /** The request that made it, by actor, so that it is made once however often it is sent. */
    requestKey: text(),
    externalIds: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdBy: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'customer_payments_customer',
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
    uniqueIndex('customer_payments_number').on(t.tenantId, t.number),
    uniqueIndex('customer_payments_request').on(t.tenantId, t.requestKey),
    index('customer_payments_newest').on(t.tenantId, t.createdAt, t.id),
    index('customer_payments_of_customer').on(t.tenantId, t.customerId, t.createdAt, t.id),
    check('customer_payments_amount', sql`${t.amount} > 0`),
    check(
      'customer_payments_within_amount',
      sql`${t.allocated} >= 0 and ${t.refunded} >= 0 and ${t.allocated} + ${t.refunded} <= ${t.amount}`,
    ),
  ],
)

/** Which money, or which credit note, settled how much of which invoice, and when. Rows are only ever added. */
export const allocations = snakeCase.table(
  'allocations',
  {
    ...tenantKey(),
    invoiceId: uuid().notNull(),
    paymentId: uuid(),
    creditNoteId: uuid(),
    amount: exact().notNull(),
    allocatedOn: date().notNull(),
    /** In the organisation's currency: what the money was worth on its day above what was booked. */
    exchangeDifference: exact().notNull().default('0'),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'allocations_invoice',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [openItems.tenantId, openItems.invoiceId],
    }),
    foreignKey({
      name: 'allocations_payment',
      columns: [t.tenantId, t.paymentId],
      foreignColumns: [customerPayments.tenantId, customerPayments.id],
    }),
    foreignKey({
      name: 'allocations_credit_note',
      columns: [t.tenantId, t.creditNoteId],
      foreignColumns: [openItems.tenantId, openItems.invoiceId],
    }),
    index('allocations_of_invoice').on(t.tenantId, t.invoiceId),
    index('allocations_of_payment').on(t.tenantId, t.paymentId),
    index('allocations_of_credit').on(t.tenantId, t.creditNoteId),
    check('allocations_amount', sql`${t.amount} > 0`),
    check('allocations_source', sql`num_nonnulls(${t.paymentId}, ${t.creditNoteId}) = 1`),
  ],
)

/** Money given back out of a payment that was not, or not wholly, used. */
export const customerRefunds = snakeCase.table(
  'customer_refunds',
  {
    ...tenantKey(),
    paymentId: uuid().notNull(),
    amount: exact().notNull(),
    refundedOn: date().notNull(),
    method: text().$type<PaymentMethod>().notNull(),
    reference: text(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'customer_refunds_payment',
      columns: [t.tenantId, t.paymentId],
      foreignColumns: [customerPayments.tenantId, customerPayments.id],
    }),
    index('customer_refunds_of_payment').on(t.tenantId, t.paymentId),
    check('customer_refunds_amount', sql`${t.amount} > 0`),
  ],
)

/** Days up to which nothing is dated any more, the latest being the one that counts. */
export const closedPeriods = snakeCase.table(
  'closed_periods',
  {
    ...tenantKey(),
    through: date().notNull(),
    closedBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), uniqueIndex('closed_periods_through').on(t.tenantId, t.through)],
)
