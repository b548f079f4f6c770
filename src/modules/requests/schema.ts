/** Requests of customers, with or without a time. What has a time is a booking; its time is written through this room. */
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
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
import type { Address } from '../../platform/values/shapes.ts'
import { customers } from '../customers/schema.ts'
import { services, teamMembers } from '../services/schema.ts'
import type { Answers, Priority, RequestStatus, ToldPrice } from './values.ts'

export const requests = snakeCase.table(
  'requests',
  {
    ...tenantKey(),
    /** As people say it: R-2026-000001 or, with a time, B-2026-000001. */
    number: text().notNull(),
    serviceId: uuid(),
    customerId: uuid().notNull(),
    /** As it was typed: a guest's word is not the customer's record. */
    contactName: text().notNull().default(''),
    contactEmail: text(),
    contactPhone: text(),
    /** SHA-256 of the token of a guest's own link. */
    accessHash: text().notNull(),
    /** The language its customer is written to in. */
    locale: text().notNull(),
    title: text(),
    description: text(),
    answers: jsonb().$type<Answers>().notNull().default({}),
    address: jsonb().$type<Address>(),
    status: text().$type<RequestStatus>().notNull(),
    priority: text().$type<Priority>().notNull().default('normal'),
    /** The team member who answers for it; of a booking the first of `memberIds`. */
    assigneeId: uuid(),

    startsAt: moment(),
    endsAt: moment(),
    /** The service's when it was booked: reminders and calendar files speak it. */
    timeZone: text(),
    memberIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    resourceIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'`),
    seriesId: uuid(),
    /** Rises with every change of the time: the SEQUENCE of its calendar file. */
    sequence: integer().notNull().default(0),
    price: jsonb().$type<ToldPrice>(),
    total: numeric({ precision: 18, scale: 2 }),
    currency: text(),
    promotionCodes: text()
      .array()
      .notNull()
      .default(sql`'{}'`),

    confirmedAt: moment(),
    completedAt: moment(),
    noShowAt: moment(),
    rejectedAt: moment(),
    cancelledAt: moment(),
    /** Who said no, why, and what it costs the customer. */
    endedBy: uuid(),
    endReason: text(),
    cancellationFee: numeric({ precision: 18, scale: 2 }),

    createdBy: uuid(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'requests_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    foreignKey({
      name: 'requests_customer',
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
    foreignKey({
      name: 'requests_assignee',
      columns: [t.tenantId, t.assigneeId],
      foreignColumns: [teamMembers.tenantId, teamMembers.id],
    }),
    uniqueIndex('requests_number').on(t.tenantId, t.number),
    index('requests_of_customer').on(t.tenantId, t.customerId, t.id),
    index('requests_by_start').on(t.tenantId, t.startsAt, t.id),
    index('requests_by_status').on(t.tenantId, t.status, t.id),
    index('requests_of_assignee').on(t.tenantId, t.assigneeId, t.id),
    index('requests_of_series').on(t.tenantId, t.seriesId, t.startsAt),
    check('requests_time', sql`(${t.startsAt} is null) = (${t.endsAt} is null)`),
  ],
)
