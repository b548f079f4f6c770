/** What every tenant table begins with: the tenant first in the key, a UUIDv7, and the policy that hides the others' rows. */
import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  customType,
  pgPolicy,
  pgRole,
  primaryKey,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

/** The role the application works as: it owns nothing and cannot bypass row-level security. */
export const appRole = pgRole('stoa_app').existing()
/** The role of the relay, which reads every tenant's outbox and audit and writes nothing of theirs. */
export const relayRole = pgRole('stoa_relay').existing()

export const newId = (): string => randomUUIDv7()

const ownTenant = sql`tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`

export const isolated = () =>
  pgPolicy('tenant_isolation', {
    as: 'permissive',
    for: 'all',
    to: appRole,
    using: ownTenant,
    withCheck: ownTenant,
  })

/** Lets the relay read across tenants; only the outbox, the audit log and its seals carry it. */
export const relayed = () =>
  pgPolicy('relay_reads', { as: 'permissive', for: 'select', to: relayRole, using: sql`true` })

// Not a foreign key: it would lock the organisation's row on every insert, and the policy below admits no other tenant.
export const tenantId = () => uuid().notNull()

export const tenantKey = () => ({
  tenantId: tenantId(),
  id: uuid().notNull().$defaultFn(newId),
})

export const tenantRules = (t: { tenantId: AnyPgColumn; id: AnyPgColumn }) => [
  primaryKey({ columns: [t.tenantId, t.id] }),
  isolated(),
]

export const moment = () => timestamp({ withTimezone: true })
export const createdAt = () => moment().notNull().defaultNow()

/** A transaction id that does not wrap around; compared, ordered, and never computed with. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
/** A span of time, half-open, as PostgreSQL writes it: `[2026-06-13T09:00:00Z,2026-06-13T10:00:00Z)`. */
export const span = customType<{ data: string }>({ dataType: () => 'tstzrange' })
