/** Producers, and the applications by which one becomes a producer. */
import { sql } from 'drizzle-orm'
import {
  check,
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
import type { Address, Translated } from '../../platform/values/shapes.ts'

export const producers = snakeCase.table(
  'producers',
  {
    ...tenantKey(),
    slug: text().notNull(),
    name: jsonb().$type<Translated>().notNull(),
    description: jsonb().$type<Translated>().notNull().default({}),
    region: jsonb().$type<Translated>().notNull().default({}),
    status: text().$type<'active' | 'paused'>().notNull().default('active'),
    email: text(),
    phone: text(),
    /** Where parcels leave from. */
    origin: jsonb().$type<Address>(),
    vatNumber: text(),
    iban: text(),
    /** The marketplace's commission on goods; the organisation's when null. */
    commissionPercent: numeric({ precision: 7, scale: 4 }),
    /** What the producer's parcels cost when the shop lets producers set it; null follows the shop's methods. */
    shippingFlat: numeric({ precision: 18, scale: 2 }),
    freeShippingFrom: numeric({ precision: 18, scale: 2 }),
    logoFileId: uuid(),
    bannerFileId: uuid(),
    foundedYear: integer(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('producers_slug').on(t.tenantId, t.slug),
    check('producers_commission', sql`${t.commissionPercent} between 0 and 100`),
  ],
)

export const producerApplications = snakeCase.table(
  'producer_applications',
  {
    ...tenantKey(),
    name: text().notNull(),
    contactName: text().notNull(),
    email: text().notNull(),
    phone: text(),
    vatNumber: text(),
    region: text(),
    message: text().notNull(),
    locale: text().notNull(),
    /** The signed-in applicant, who becomes the producer's first user; a guest is invited by mail. */
    userId: uuid(),
    status: text().$type<'pending' | 'approved' | 'refused'>().notNull().default('pending'),
    reason: text(),
    decidedBy: uuid(),
    decidedAt: moment(),
    producerId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    index('producer_applications_status').on(t.tenantId, t.status, t.id),
    // One open application per address: a second press or a repeat visit adds nothing.
    uniqueIndex('producer_applications_open')
      .on(t.tenantId, sql`lower(${t.email})`)
      .where(sql`status = 'pending'`),
  ],
)

/** A seller sells on behalf of producers; the hub seller's screens come later, the agreement is already admitted. */
export const sellerAgreements = snakeCase.table(
  'seller_agreements',
  {
    ...tenantKey(),
    sellerUserId: uuid().notNull(),
    producerId: uuid().notNull(),
    /** The part of the own link that names the seller. */
    code: text().notNull(),
    commissionPercent: numeric({ precision: 7, scale: 4 }).notNull(),
    endedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('seller_agreements_pair').on(t.tenantId, t.sellerUserId, t.producerId),
    uniqueIndex('seller_agreements_code').on(t.tenantId, t.code, t.producerId),
  ],
)
