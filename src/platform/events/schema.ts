/** The outbox: what happened, in the same transaction as the change itself, and how far each reader has come. */
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgPolicy, snakeCase, text } from 'drizzle-orm/pg-core'
import { createdAt, moment, relayed, relayRole, tenantKey, tenantRules, xid8 } from '../database/columns.ts'

export const events = snakeCase.table(
  'events',
  {
    ...tenantKey(),
    xid: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    ordinal: integer().notNull(),
    at: createdAt(),
    /** Past tense: `order.placed`. */
    name: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    /** Who may hear of it: `public`, `user:<id>`, `producer:<id>`, `may:<permission>`. */
    audience: text().array().notNull(),
    data: jsonb().notNull().default({}),
  },
  (t) => [
    ...tenantRules(t),
    relayed(),
    // The one who relays events also sweeps them away, but only when they are old.
    pgPolicy('relay_sweeps', {
      as: 'permissive',
      for: 'delete',
      to: relayRole,
      using: sql`at < now() - interval '30 days'`,
    }),
    index('events_age').using('brin', t.at),
    index('events_order').on(t.xid, t.ordinal),
    index('events_tenant_order').on(t.tenantId, t.xid, t.ordinal),
  ],
)

/** No tenant's data: where the relay's readers stand in the stream of all tenants. */
export const outboxCursors = snakeCase.table('outbox_cursors', {
  reader: text().primaryKey(),
  xid: xid8().notNull(),
  ordinal: bigint({ mode: 'number' }).notNull(),
  movedAt: moment().notNull().defaultNow(),
})
