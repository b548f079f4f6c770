/** Organisations (the tenants) and who belongs to them in which roles. */
import { sql } from 'drizzle-orm'
import { boolean, index, integer, primaryKey, snakeCase, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '../access/roles.ts'
import { createdAt, isolated, moment, tenantId, tenantKey, tenantRules } from '../database/columns.ts'

export { organizations } from './organizations.ts'

export const members = snakeCase.table(
  'members',
  {
    tenantId: tenantId(),
    userId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    roles: text().$type<Role>().array().notNull(),
    /** `waiting` is a registration that an administrator has yet to approve. */
    status: text().$type<'active' | 'waiting' | 'suspended'>().notNull().default('active'),
    /** The producers a producer's user acts for. */
    producerIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    locale: text(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.userId] }),
    uniqueIndex('members_email').on(t.tenantId, sql`lower(${t.email})`),
    index('members_name').on(t.tenantId, sql`lower(${t.name})`, t.userId),
    isolated(),
  ],
)

export const invitations = snakeCase.table(
  'invitations',
  {
    ...tenantKey(),
    email: text().notNull(),
    roles: text().$type<Role>().array().notNull(),
    producerIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    tokenHash: text().notNull(),
    invitedBy: uuid(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    revokedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), uniqueIndex('invitations_token').on(t.tenantId, t.tokenHash)],
)

export const apiKeys = snakeCase.table(
  'api_keys',
  {
    ...tenantKey(),
    name: text().notNull(),
    /** The first characters, so that people can tell keys apart; the rest is only kept as a SHA-256. */
    prefix: text().notNull(),
    hash: text().notNull(),
    userId: uuid().notNull(),
    /** Never more than the roles of the user it stands for. */
    roles: text().$type<Role>().array().notNull(),
    isReadOnly: boolean().notNull().default(false),
    expiresAt: moment(),
    lastUsedAt: moment(),
    revokedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), uniqueIndex('api_keys_hash').on(t.tenantId, t.hash)],
)

/** Numbers people read (orders, statements): one row per series and period, locked by the transaction that draws. */
export const counters = snakeCase.table(
  'counters',
  {
    tenantId: tenantId(),
    series: text().notNull(),
    period: text().notNull(),
    value: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.series, t.period] }), isolated()],
)

/** A list's filters, sorting and columns under a name; its owner's alone unless shared. */
export const savedViews = snakeCase.table(
  'saved_views',
  {
    ...tenantKey(),
    userId: uuid().notNull(),
    list: text().notNull(),
    name: text().notNull(),
    /** The query string of the list's address. */
    query: text().notNull(),
    isShared: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), uniqueIndex('saved_views_name').on(t.tenantId, t.userId, t.list, t.name)],
)
