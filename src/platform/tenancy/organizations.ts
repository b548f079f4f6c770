/** The tenants themselves. */
import { sql } from 'drizzle-orm'
import { integer, jsonb, snakeCase, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../database/columns.ts'
import type { OrganizationSettings } from './settings.ts'

/** Read before the tenant is known (by host or slug), so it carries no row-level security; it holds nothing secret. */
export const organizations = snakeCase.table('organizations', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  blueprint: text().notNull(),
  /** A host of the organisation's own, beside `<slug>.<the server's host>`. */
  domain: text().unique(),
  currency: text().notNull().default('EUR'),
  country: text().notNull().default('GR'),
  timeZone: text().notNull().default('Europe/Athens'),
  defaultLocale: text().notNull().default('el'),
  locales: text()
    .array()
    .notNull()
    .default(sql`'{el,en}'`),
  priceKind: text().$type<'gross' | 'net'>().notNull().default('gross'),
  registration: text().$type<'open' | 'invitation' | 'approval'>().notNull().default('open'),
  settings: jsonb().$type<OrganizationSettings>().notNull().default({}),
  version: integer().notNull().default(1),
  createdAt: createdAt(),
})
