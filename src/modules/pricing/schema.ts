/** VAT rates that differ from the built-in table: an organisation's own word on a country and class, from a day on. */
import { numeric, snakeCase, text, uniqueIndex, date } from 'drizzle-orm/pg-core'
import { createdAt, tenantKey, tenantRules } from '../../platform/database/columns.ts'
import type { VatClass } from '../catalog/values.ts'

export const vatRates = snakeCase.table(
  'vat_rates',
  {
    ...tenantKey(),
    country: text().notNull(),
    vatClass: text().$type<VatClass>().notNull(),
    rate: numeric({ precision: 7, scale: 4 }).notNull(),
    validFrom: date().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('vat_rates_from').on(t.tenantId, t.country, t.vatClass, t.validFrom),
  ],
)
