/** What producers earn: a ledger of entries, statements over a period, and the transfers that pay them. */
import { sql } from 'drizzle-orm'
import {
  check,
  date,
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
import { producers } from '../producers/schema.ts'
import type { earningKinds } from './values.ts'

const money = () => numeric({ precision: 18, scale: 2 })

export const payouts = snakeCase.table(
  'payouts',
  {
    ...tenantKey(),
    number: text().notNull(),
    status: text().$type<'draft' | 'exported' | 'paid' | 'cancelled'>().notNull().default('draft'),
    total: money().notNull(),
    currency: text().notNull(),
    count: integer().notNull(),
    executeOn: date().notNull(),
    exportedAt: moment(),
    paidAt: moment(),
    createdBy: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), uniqueIndex('payouts_number').on(t.tenantId, t.number)],
)

export const statements = snakeCase.table(
  'statements',
  {
    ...tenantKey(),
    producerId: uuid().notNull(),
    number: text().notNull(),
    from: date().notNull(),
    /** The last day, included. */
    to: date().notNull(),
    currency: text().notNull(),
    /** Sums by kind of entry; their sum is `total`. */
    sums: jsonb().$type<Record<string, string>>().notNull(),
    total: money().notNull(),
    payoutId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'statements_producer',
      columns: [t.tenantId, t.producerId],
      foreignColumns: [producers.tenantId, producers.id],
    }),
    foreignKey({
      name: 'statements_payout',
      columns: [t.tenantId, t.payoutId],
      foreignColumns: [payouts.tenantId, payouts.id],
    }),
    uniqueIndex('statements_number').on(t.tenantId, t.number),
    uniqueIndex('statements_period').on(t.tenantId, t.producerId, t.from, t.to),
  ],
)

export const earnings = snakeCase.table(
  'earnings',
  {
    ...tenantKey(),
    producerId: uuid().notNull(),
    orderId: uuid().notNull(),
    orderPartId: uuid().notNull(),
    kind: text().$type<(typeof earningKinds)[number]>().notNull(),
    /** Positive is owed to the producer. */
    amount: money().notNull(),
    currency: text().notNull(),
    /** What caused it, once: (order part, delivered), (refund id, line). */
    effectKey: text().notNull(),
    description: text().notNull(),
    earnedOn: date().notNull(),
    statementId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'earnings_statement',
      columns: [t.tenantId, t.statementId],
      foreignColumns: [statements.tenantId, statements.id],
    }),
    uniqueIndex('earnings_effect').on(t.tenantId, t.effectKey, t.kind),
    index('earnings_open')
      .on(t.tenantId, t.producerId, t.earnedOn)
      .where(sql`statement_id is null`),
    check('earnings_not_zero', sql`${t.amount} <> 0`),
  ],
)
