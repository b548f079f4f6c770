/** The audit log: one row per write, INSERT-only, and the chain of seals over it. */
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgPolicy,
  primaryKey,
  snakeCase,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import {
  bytes,
  createdAt,
  isolated,
  relayed,
  relayRole,
  tenantId,
  tenantKey,
  tenantRules,
  xid8,
} from '../database/columns.ts'

export const audit = snakeCase.table(
  'audit',
  {
    ...tenantKey(),
    xid: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    /** Orders the rows of one transaction. */
    ordinal: integer().notNull(),
    at: createdAt(),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    actorKind: text().notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    /** An administrator changed what belongs to somebody else. */
    isOverride: boolean().notNull().default(false),
    requestId: text(),
    address: text(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [
    ...tenantRules(t),
    relayed(),
    // Ascending, and read backwards: an index that is declared descending puts nulls last, which no query asks for.
    index('audit_newest').on(t.tenantId, t.at, t.id),
    index('audit_entity').on(t.tenantId, t.entity, t.entityId, t.at, t.id),
    index('audit_actor').on(t.tenantId, t.actorId, t.at, t.id),
    index('audit_action').on(t.tenantId, t.action, t.at, t.id),
    index('audit_order').on(t.xid, t.ordinal),
  ],
)

/** Written by the relay alone, in commit order; each hash covers the row and the hash before it. */
export const auditSeals = snakeCase.table(
  'audit_seals',
  {
    tenantId: tenantId(),
    position: bigint({ mode: 'number' }).notNull(),
    auditId: uuid().notNull(),
    /** SHA-256; see canonical.ts for of what. */
    hash: bytes().notNull(),
    sealedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.position] }),
    isolated(),
    relayed(),
    pgPolicy('relay_seals', { as: 'permissive', for: 'insert', to: relayRole, withCheck: sql`true` }),
    index('audit_seals_row').on(t.tenantId, t.auditId),
  ],
)
