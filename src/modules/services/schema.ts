/** What the house does for people: services, who does them, with what, and when each of them can. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  snakeCase,
  text,
  uniqueIndex,
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
import type { Translated } from '../../platform/values/shapes.ts'
import type { VatClass } from '../catalog/values.ts'
import type {
  Assignment,
  CancellationPolicy,
  DayHours,
  HolidayRule,
  Horizon,
  MemberHours,
  Question,
  ResourceGroups,
  ServiceLevels,
  ServicePrice,
  TimeOff,
  Travel,
  WeeklyHours,
} from './values.ts'

const limits = () => ({ dailyLimit: integer(), dailyMinutesLimit: integer(), weeklyLimit: integer() })

export const services = snakeCase.table(
  'services',
  {
    ...tenantKey(),
    name: jsonb().$type<Translated>().notNull(),
    description: jsonb().$type<Translated>().notNull().default({}),
    /** The heading it stands under. */
    category: jsonb().$type<Translated>().notNull().default({}),
    position: integer().notNull().default(0),
    /** Whether it takes place at a time; else one only asks for it. */
    isBookable: boolean().notNull().default(true),
    durationMinutes: integer().notNull(),
    /** The longest visit that may be asked for; null is the duration. The step is the slots'. */
    maxDurationMinutes: integer(),
    slotStepMinutes: integer().notNull(),
    bufferBeforeMinutes: integer().notNull().default(0),
    bufferAfterMinutes: integer().notNull().default(0),
    minimumNoticeMinutes: integer().notNull().default(0),
    horizon: jsonb().$type<Horizon>(),
    capacity: integer().notNull().default(1),
    ...limits(),
    timeZone: text().notNull(),
    /** Null: whenever its members work. */
    hours: jsonb().$type<WeeklyHours[]>(),
    overrides: jsonb().$type<DayHours[]>().notNull().default([]),
    holidays: jsonb().$type<HolidayRule>(),
    /** Whether a member's own hours stand instead of the service's, or only within them. */
    memberHours: text().$type<MemberHours>().notNull().default('replace'),
    assignment: text().$type<Assignment>().notNull().default('any'),
    resources: jsonb().$type<ResourceGroups>().notNull().default([]),
    requiresConfirmation: boolean().notNull().default(false),
    price: jsonb().$type<ServicePrice>().notNull().default({ base: '0' }),
    vatClass: text().$type<VatClass>().notNull().default('standard'),
    cancellation: jsonb().$type<CancellationPolicy>(),
    questions: jsonb().$type<Question[]>().notNull().default([]),
    sla: jsonb().$type<ServiceLevels>(),
    archivedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    index('services_position').on(t.tenantId, t.position, t.id),
    check('services_duration', sql`${t.durationMinutes} > 0 and ${t.slotStepMinutes} > 0`),
    check('services_capacity', sql`${t.capacity} > 0`),
  ],
)

export const teamMembers = snakeCase.table(
  'team_members',
  {
    ...tenantKey(),
    name: text().notNull(),
    email: text(),
    /** The account they work with, if they have one. */
    userId: uuid(),
    /** Null: the service's. */
    timeZone: text(),
    hours: jsonb().$type<WeeklyHours[]>(),
    overrides: jsonb().$type<DayHours[]>().notNull().default([]),
    timeOff: jsonb().$type<TimeOff[]>().notNull().default([]),
    travel: jsonb().$type<Travel[]>().notNull().default([]),
    ...limits(),
    /** What they can do, for assigning by rule. */
    skills: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    archivedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('team_members_user').on(t.tenantId, t.userId),
    index('team_members_name').on(t.tenantId, sql`lower(${t.name})`, t.id),
  ],
)

/** Who does which service, in the order in which they are asked. */
export const serviceMembers = snakeCase.table(
  'service_members',
  {
    tenantId: tenantId(),
    serviceId: uuid().notNull(),
    memberId: uuid().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.serviceId, t.memberId] }),
    foreignKey({
      name: 'service_members_service',
      columns: [t.tenantId, t.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'service_members_member',
      columns: [t.tenantId, t.memberId],
      foreignColumns: [teamMembers.tenantId, teamMembers.id],
    }).onDelete('cascade'),
    index('service_members_by_member').on(t.tenantId, t.memberId),
    isolated(),
  ],
)

/** Rooms, vans, machines: what a visit takes up beside people. */
export const resources = snakeCase.table(
  'resources',
  {
    ...tenantKey(),
    name: jsonb().$type<Translated>().notNull(),
    kind: text().notNull().default('room'),
    archivedAt: moment(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [...tenantRules(t)],
)

/** When somebody is taken elsewhere, as an outside calendar (`source`) says: replaced as a whole at each reading. */
export const busyTimes = snakeCase.table(
  'busy_times',
  {
    ...tenantKey(),
    memberId: uuid().notNull(),
    source: text().notNull(),
    span: span().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      name: 'busy_times_member',
      columns: [t.tenantId, t.memberId],
      foreignColumns: [teamMembers.tenantId, teamMembers.id],
    }).onDelete('cascade'),
    index('busy_times_span').using('gist', t.tenantId, t.memberId, t.span),
  ],
)
