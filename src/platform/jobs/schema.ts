/** Effects already had: a job that runs again finds its key and does nothing. */
import { primaryKey, snakeCase, text } from 'drizzle-orm/pg-core'
import { createdAt, isolated, tenantId } from '../database/columns.ts'

export const effects = snakeCase.table(
  'effects',
  { tenantId: tenantId(), key: text().notNull(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.tenantId, t.key] }), isolated()],
)
