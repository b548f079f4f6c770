/** What the HTTP edge remembers: answers given under an idempotency key, and how often somebody knocked. */
import { index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/pg-core'
import { createdAt, isolated, moment, tenantId } from '../database/columns.ts'

export const idempotencyKeys = snakeCase.table(
  'idempotency_keys',
  {
    tenantId: tenantId(),
    /** The user's id, or the guest's proof, so that nobody is shown another's answer. */
    actor: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body. */
    fingerprint: text().notNull(),
    status: integer().notNull(),
    /** Headers and body, encrypted: some answers show a secret for the only time. */
    answer: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.actor, t.key] }),
    isolated(),
    index('idempotency_keys_age').on(t.createdAt),
  ],
)

/** Counted before the tenant is trusted, so without row-level security; holds hashed names and counts only. */
export const rateLimits = snakeCase.table('rate_limits', {
  bucket: text().primaryKey(),
  count: integer().notNull(),
  resetsAt: moment().notNull(),
})
