/**
 * The books: accounts, entries, and postings that move an amount from one account to another. A posting names both
 * sides, so an entry that does not balance cannot be written down.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgPolicy,
  snakeCase,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { appRole, createdAt, tenantKey, tenantRules } from '../../platform/database/columns.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import type { AccountKind, AccountRole, EntrySource } from './values.ts'

export const accounts = snakeCase.table(
  'accounts',
  {
    ...tenantKey(),
    code: text().notNull(),
    name: jsonb().$type<Translated>().notNull(),
    kind: text().$type<AccountKind>().notNull(),
    /** One account each; the others are for entries by hand. */
    role: text().$type<AccountRole>(),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('accounts_code').on(t.tenantId, t.code),
    uniqueIndex('accounts_role').on(t.tenantId, t.role),
  ],
)

export const journalEntries = snakeCase.table(
  'journal_entries',
  {
    ...tenantKey(),
    number: text().notNull(),
    bookedOn: date().notNull(),
    description: text().notNull(),
    source: text().$type<EntrySource>().notNull(),
    sourceId: uuid(),
    customerId: uuid(),
    /** What caused it, once. */
    effectKey: text().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    pgPolicy('period_is_open', {
      as: 'restrictive',
      for: 'insert',
      to: appRole,
      withCheck: sql`not exists (select from closed_periods c where c.tenant_id = journal_entries.tenant_id and c.through >= journal_entries.booked_on)`,
    }),
    uniqueIndex('journal_entries_effect').on(t.tenantId, t.effectKey),
    uniqueIndex('journal_entries_number').on(t.tenantId, t.number),
    index('journal_entries_by_day').on(t.tenantId, t.bookedOn, t.id),
    index('journal_entries_of_source').on(t.tenantId, t.source, t.sourceId),
  ],
)

export const postings = snakeCase.table(
  'postings',
  {
    ...tenantKey(),
    entryId: uuid().notNull(),
    position: integer().notNull(),
    debitAccountId: uuid().notNull(),
    creditAccountId: uuid().notNull(),
    /** In the organisation's own currency. */
    amount: numeric().notNull(),
    bookedOn: date().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'postings_entry',
      columns: [t.tenantId, t.entryId],
      foreignColumns: [journalEntries.tenantId, journalEntries.id],
    }),
    foreignKey({
      name: 'postings_debit',
      columns: [t.tenantId, t.debitAccountId],
      foreignColumns: [accounts.tenantId, accounts.id],
    }),
    foreignKey({
      name: 'postings_credit',
      columns: [t.tenantId, t.creditAccountId],
      foreignColumns: [accounts.tenantId, accounts.id],
    }),
    uniqueIndex('postings_position').on(t.tenantId, t.entryId, t.position),
    index('postings_debits').on(t.tenantId, t.debitAccountId, t.bookedOn),
    index('postings_credits').on(t.tenantId, t.creditAccountId, t.bookedOn),
    check('postings_amount', sql`${t.amount} > 0`),
  ],
)
