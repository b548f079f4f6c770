/** People and companies who buy, with their addresses and the terms they are invoiced under. */
import { sql } from 'drizzle-orm'
import {
  boolean,
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
import type { Contact, ElectronicAddress } from './values.ts'

export const customers = snakeCase.table(
  'customers',
  {
    ...tenantKey(),
    kind: text().$type<'person' | 'company'>().notNull().default('person'),
    name: text().notNull(),
    email: text(),
    phone: text(),
    vatNumber: text(),
    locale: text().notNull().default('el'),
    /** The account this customer signs in with; a guest has none. */
    userId: uuid(),
    tags: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    note: text(),
    contacts: jsonb().$type<Contact[]>().notNull().default([]),
    /** Days that an invoice leaves for paying; the organisation's when absent. */
    paymentDays: integer(),
    /** The most that may be open at once, in the organisation's currency; no limit when absent. */
    creditLimit: numeric({ precision: 18, scale: 2 }),
    /** What this customer wants to read on each invoice (BT-10). */
    buyerReference: text(),
    /** Where their e-invoices arrive; their VAT number's when absent. */
    electronicAddress: jsonb().$type<ElectronicAddress>(),
    /** Ids in other systems, by system. */
    externalIds: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Folded name, e-mail, telephone and VAT number, for the search of the staff list. */
    searchText: text().notNull().default(''),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('customers_user').on(t.tenantId, t.userId),
    // Two checkouts of one buyer at once make one customer.
    uniqueIndex('customers_email').on(t.tenantId, sql`lower(${t.email})`),
    index('customers_newest').on(t.tenantId, t.createdAt, t.id),
    index('customers_by_name').on(t.tenantId, sql`lower(${t.name}) collate "C"`, t.id),
    index('customers_search').using('gin', sql`${t.searchText} gin_trgm_ops`),
  ],
)

export const customerAddresses = snakeCase.table(
  'customer_addresses',
  {
    ...tenantKey(),
    customerId: uuid().notNull(),
    address: jsonb().$type<Address>().notNull(),
    isDefault: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'customer_addresses_customer',
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }).onDelete('cascade'),
    index('customer_addresses_customer_index').on(t.tenantId, t.customerId),
  ],
)
