/** Stored files: what they are and where their bytes lie. */
import { index, integer, jsonb, snakeCase, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment, tenantKey, tenantRules } from '../database/columns.ts'

export const visibilities = ['public', 'private'] as const
export type Visibility = (typeof visibilities)[number]

export const files = snakeCase.table(
  'files',
  {
    ...tenantKey(),
    name: text().notNull(),
    /** Sniffed from the bytes, never believed from the request; of images, what they were made into. */
    type: text().notNull(),
    size: integer().notNull(),
    /** Of the bytes as they were uploaded. */
    sha256: text().notNull(),
    storageKey: text().notNull(),
    /** Public files are served to anybody who knows the address; private ones by links that expire. */
    visibility: text().$type<Visibility>().notNull().default('private'),
    width: integer(),
    height: integer(),
    /** A dominant colour, shown until the picture is there. */
    color: text(),
    /** Width in pixels → storage key of that size. */
    sizes: jsonb().$type<Record<string, string>>().notNull().default({}),
    uploadedBy: uuid(),
    deletedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), index('files_content').on(t.tenantId, t.sha256)],
)
