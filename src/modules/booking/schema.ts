/**
 * What no two visits may share. A visit takes up each of its resources (members, rooms, or the service itself) for a
 * padded span, and the database refuses two that overlap. Who comes to a visit holds a seat of it.
 */
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  snakeCase,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  createdAt,
  isolated,
  moment,
  span,
  tenantId,
  tenantKey,
  tenantRules,
} from '../../platform/database/columns.ts'
import type { ToldPrice } from '../requests/values.ts'
import { services } from '../services/schema.ts'

/** One taking place of a service: alone, or with as many as its capacity. It is there as long as somebody has a seat. */
export const visits = snakeCase.table(
  'visits',
  {
    ...tenantKey(),
    serviceId: uuid().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    capacity: integer().notNull(),
    /** Raised by conditional updates only. */
    seats: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'visits_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    index('visits_of_service').on(t.tenantId, t.serviceId, t.startsAt),
    check('visits_seats', sql`${t.seats} between 0 and ${t.capacity}`),
  ],
)

/**
 * A resource that a visit takes up, from its buffer before to its buffer after. `occupancies_apart`, made in the
 * migration, excludes two of one resource that overlap: EXCLUDE USING gist (tenant_id WITH =, resource_id WITH =,
 * span WITH &&).
 */
export const occupancies = snakeCase.table(
  'occupancies',
  {
    ...tenantKey(),
    visitId: uuid().notNull(),
    resourceId: uuid().notNull(),
    span: span().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'occupancies_visit',
      columns: [t.tenantId, t.visitId],
      foreignColumns: [visits.tenantId, visits.id],
    }).onDelete('cascade'),
    index('occupancies_of_visit').on(t.tenantId, t.visitId),
    check('occupancies_span', sql`not isempty(${t.span})`),
  ],
)

/** Of a booking (the request's id) or of a hold (its own id), which goes when it expires. */
export const seats = snakeCase.table(
  'seats',
  {
    tenantId: tenantId(),
    holderId: uuid().notNull(),
    visitId: uuid().notNull(),
    expiresAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.holderId] }),
    foreignKey({
      name: 'seats_visit',
      columns: [t.tenantId, t.visitId],
      foreignColumns: [visits.tenantId, visits.id],
    }),
    index('seats_of_visit').on(t.tenantId, t.visitId),
    index('seats_expiring')
      .on(t.tenantId, t.expiresAt)
      .where(sql`expires_at is not null`),
    isolated(),
  ],
)

/** A start kept free for somebody who is still filling in the rest. */
export const bookingHolds = snakeCase.table(
  'booking_holds',
  {
    ...tenantKey(),
    serviceId: uuid().notNull(),
    /** SHA-256 of the token it is proved with. */
    tokenHash: text().notNull(),
    userId: uuid(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    memberIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    resourceIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    price: jsonb().$type<ToldPrice>().notNull(),
    expiresAt: moment().notNull(),
    /** The booking it became. */
    requestId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'booking_holds_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    index('booking_holds_expiring').on(t.tenantId, t.expiresAt),
  ],
)

/** A price that was told and is kept to, or `price_changed` is answered. */
export const bookingQuotes = snakeCase.table(
  'booking_quotes',
  {
    ...tenantKey(),
    serviceId: uuid().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    price: jsonb().$type<ToldPrice>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'booking_quotes_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    index('booking_quotes_age').on(t.tenantId, t.createdAt),
  ],
)

/** Visits that were booked as one: by an RFC 5545 rule, in the service's local time. */
export const bookingSeries = snakeCase.table(
  'booking_series',
  {
    ...tenantKey(),
    serviceId: uuid().notNull(),
    rule: text().notNull(),
    startsAt: moment().notNull(),
    timeZone: text().notNull(),
    /** Those that could not be: each with its reason, and who was told when. */
    refused: jsonb().$type<{ start: string; reason: string; at: string }[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'booking_series_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
  ],
)
