/** Invoices and credit notes with their lines: a draft may change, what is issued never does; the database says so. */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgPolicy,
  primaryKey,
  snakeCase,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  appRole,
  createdAt,
  isolated,
  moment,
  tenantId,
  tenantKey,
  tenantRules,
} from '../../platform/database/columns.ts'
import { customers } from '../customers/schema.ts'
import type { Adjustment, Buyer, NamedAdjustment, Seller, VatLine } from './kept.ts'
import type { InvoiceKind } from './values.ts'

/** Kept at the scale that it is written with, which is its currency's own: JPY 202, EUR 12.50, KWD 1.001. */
const exact = () => numeric()

/** Restrictive, so that it stands whatever another policy admits; reading is not touched by it. */
const frozen = (isOpen: ReturnType<typeof sql>) =>
  (['insert', 'update', 'delete'] as const).map((kind) =>
    pgPolicy(`only_drafts_${kind}`, {
      as: 'restrictive',
      for: kind,
      to: appRole,
      ...(kind === 'insert' ? {} : { using: isOpen }),
      // The update that issues leaves a row that is none any more.
      ...(kind === 'delete' ? {} : { withCheck: kind === 'insert' ? isOpen : sql`true` }),
    }),
  )

export const invoices = snakeCase.table(
  'invoices',
  {
    ...tenantKey(),
    kind: text().$type<InvoiceKind>().notNull(),
    /** All four from the moment of issuing; a draft has none. */
    number: text(),
    period: text(),
    sequence: integer(),
    issuedAt: moment(),
    issuedOn: date(),
    series: text().notNull(),
    customerId: uuid().notNull(),
    /** A credit note's invoice. */
    correctsId: uuid(),
    /** The shop's order that it charges. */
    orderId: uuid(),
    currency: text().notNull(),
    pricing: text().$type<'net' | 'gross'>().notNull(),
    /** One unit of the currency in the organisation's own, as it was on the day of issue; 1 for its own. */
    exchangeRate: exact(),
    locale: text().notNull(),
    dueOn: date(),
    deliveredOn: date(),
    buyerReference: text(),
    orderReference: text(),
    notes: text(),
    reason: text(),
    allowances: jsonb().$type<NamedAdjustment[]>().notNull().default([]),
    charges: jsonb().$type<NamedAdjustment[]>().notNull().default([]),
    prepaid: exact().notNull().default('0'),
    rounding: exact().notNull().default('0'),
    net: exact().notNull(),
    vatTotal: exact().notNull(),
    gross: exact().notNull(),
    /** gross − prepaid + rounding: what the customer owes by it. */
    payable: exact().notNull(),
    vat: jsonb().$type<VatLine[]>().notNull(),
    /** As they were on the day of issue. */
    seller: jsonb().$type<Seller>(),
    buyer: jsonb().$type<Buyer>(),
    /** SHA-256 over all that was issued, lines included. */
    contentHash: text(),
    externalIds: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Folded number, references and buyer's name, for the search of the list. */
    searchText: text().notNull().default(''),
    createdBy: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    ...frozen(sql`issued_at is null`),
    foreignKey({
      name: 'invoices_customer',
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
    foreignKey({
      name: 'invoices_corrects',
      columns: [t.tenantId, t.correctsId],
      foreignColumns: [t.tenantId, t.id] as [AnyPgColumn, AnyPgColumn],
    }),
    uniqueIndex('invoices_number').on(t.tenantId, t.number),
    uniqueIndex('invoices_sequence').on(t.tenantId, t.series, t.period, t.sequence),
    index('invoices_newest').on(t.tenantId, t.createdAt, t.id),
    index('invoices_by_day').on(t.tenantId, t.issuedOn, t.id),
    index('invoices_of_customer').on(t.tenantId, t.customerId, t.createdAt, t.id),
    index('invoices_corrections')
      .on(t.tenantId, t.correctsId)
      .where(sql`corrects_id is not null`),
    index('invoices_search').using('gin', sql`${t.searchText} gin_trgm_ops`),
    check(
      'invoices_issued_whole',
      sql`num_nulls(${t.number}, ${t.period}, ${t.sequence}, ${t.issuedAt}, ${t.issuedOn}, ${t.dueOn}, ${t.seller}, ${t.buyer}, ${t.exchangeRate}, ${t.contentHash}) = 0 or num_nulls(${t.number}, ${t.period}, ${t.sequence}, ${t.issuedAt}, ${t.issuedOn}, ${t.seller}, ${t.buyer}, ${t.contentHash}) = 8`,
    ),
    check('invoices_sum', sql`${t.net} + ${t.vatTotal} = ${t.gross}`),
    check('invoices_payable', sql`${t.gross} - ${t.prepaid} + ${t.rounding} = ${t.payable}`),
  ],
)

export const invoiceLines = snakeCase.table(
  'invoice_lines',
  {
    ...tenantKey(),
    invoiceId: uuid().notNull(),
    position: integer().notNull(),
    description: text().notNull(),
    productId: uuid(),
    itemCode: text(),
    quantity: exact().notNull(),
    /** UN/ECE Recommendation 20: C62 is one piece, HUR an hour, KGM a kilogram. */
    unit: text().notNull(),
    unitPrice: exact().notNull(),
    baseQuantity: exact().notNull().default('1'),
    allowances: jsonb().$type<Adjustment[]>().notNull().default([]),
    charges: jsonb().$type<Adjustment[]>().notNull().default([]),
    vatRate: text().notNull(),
    vatCategory: text().notNull(),
    /** Why there is no VAT, where a law asks for the words. */
    vatReason: text(),
    subtotal: exact().notNull(),
    net: exact().notNull(),
    vat: exact().notNull(),
    gross: exact().notNull(),
    /** A credit note's line names what it takes back. */
    correctsLineId: uuid(),
    /** How many of it; null where an amount is taken back and no goods. */
    correctsQuantity: exact(),
  },
  (t) => [
    ...tenantRules(t),
    ...frozen(
      sql`exists (select from invoices i where i.tenant_id = invoice_lines.tenant_id and i.id = invoice_lines.invoice_id and i.issued_at is null)`,
    ),
    foreignKey({
      name: 'invoice_lines_invoice',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }).onDelete('cascade'),
    uniqueIndex('invoice_lines_position').on(t.tenantId, t.invoiceId, t.position),
    index('invoice_lines_corrections')
      .on(t.tenantId, t.correctsLineId)
      .where(sql`corrects_line_id is not null`),
  ],
)

/** The last day of each series: its row is locked by the transaction that issues, and never goes back. */
export const invoiceSeries = snakeCase.table(
  'invoice_series',
  {
    tenantId: tenantId(),
    code: text().notNull(),
    kind: text().$type<InvoiceKind>().notNull(),
    lastOn: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.code] }), isolated()],
)
