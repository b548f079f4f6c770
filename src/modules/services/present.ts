/** Services, the team and resources as the API shows them. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, inLocale, Instant, type Translated } from '../../platform/values/shapes.ts'
import type { ServiceWithMembers, TeamMember } from './find.ts'
import type { Resource } from './resources.ts'

const Text = z.union([z.string(), z.record(z.string(), z.string())])
const Loose = z.record(z.string(), z.unknown())
const Hours = z.array(z.object({ days: z.array(z.string()), from: z.string(), to: z.string() }))
const Overrides = z.array(
  z.object({ date: z.string(), hours: z.array(z.object({ from: z.string(), to: z.string() })) }),
)
const limits = {
  dailyLimit: z.int().nullable(),
  dailyMinutesLimit: z.int().nullable(),
  weeklyLimit: z.int().nullable(),
}

export const ServiceView = z
  .object({
    id: Id,
    name: Text,
    description: Text,
    category: Text,
    position: z.int(),
    isBookable: z.boolean(),
    durationMinutes: z.int(),
    maxDurationMinutes: z.int().nullable(),
    slotStepMinutes: z.int(),
    bufferBeforeMinutes: z.int(),
    bufferAfterMinutes: z.int(),
    minimumNoticeMinutes: z.int(),
    horizon: Loose.nullable(),
    capacity: z.int(),
    ...limits,
    timeZone: z.string(),
    hours: Hours.nullable(),
    overrides: Overrides,
    holidays: Loose.nullable(),
    memberHours: z.enum(['replace', 'within']),
    assignment: z.enum(['any', 'all']),
    memberIds: z.array(Id),
    members: z.array(z.object({ id: Id, name: z.string() })),
    resources: z.array(z.object({ anyOf: z.array(z.string()) })),
    requiresConfirmation: z.boolean(),
    currency: z.string(),
    price: z.object({
      base: z.string().optional(),
      hourly: z.string().optional(),
      rules: z.array(Loose).optional(),
    }),
    vatClass: z.string(),
    cancellation: Loose.nullable(),
    questions: z.array(Loose),
    sla: Loose.nullable(),
    isArchived: z.boolean(),
    version: z.int(),
    createdAt: Instant,
  })
  .meta({ id: 'Service' })

/** Texts in the reader's language, or whole. */
export function presentService(
  ctx: Context,
  service: ServiceWithMembers,
  isWhole = false,
): z.output<typeof ServiceView> {
  const { tenantId: _tenantId, archivedAt, createdAt, updatedAt: _updatedAt, members, ...row } = service
  const text = (value: Translated) =>
    isWhole ? value : inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const labelled = <T extends { label?: Translated }>(one: T) =>
    one.label ? { ...one, label: text(one.label) } : { ...one }
  return {
    ...row,
    name: text(row.name),
    description: text(row.description),
    category: text(row.category),
    horizon: row.horizon && { ...row.horizon },
    hours: row.hours && row.hours.map((one) => ({ ...one, days: [...one.days] })),
    overrides: row.overrides.map(({ date, hours }) => ({ date, hours: [...hours] })),
    holidays: row.holidays && { ...row.holidays },
    memberIds: members.map(({ id }) => id),
    members: members.map(({ id, name }) => ({ id, name })),
    resources: row.resources.map((anyOf) => ({ anyOf: [...anyOf] })),
    currency: ctx.organization.currency,
    price: { ...row.price, rules: row.price.rules?.map(labelled) },
    cancellation: row.cancellation && { ...row.cancellation },
    questions: row.questions.map((question) => ({
      ...labelled(question),
      ...(question.choices ? { choices: question.choices.map(text) } : {}),
    })),
    sla: row.sla && { ...row.sla },
    isArchived: archivedAt !== null,
    createdAt: createdAt.toISOString(),
  }
}

export const TeamMemberView = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    userId: Id.nullable(),
    timeZone: z.string().nullable(),
    hours: Hours.nullable(),
    overrides: Overrides,
    timeOff: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string().optional() })),
    travel: z.array(z.object({ from: z.string(), to: z.string(), timeZone: z.string() })),
    ...limits,
    skills: z.array(z.string()),
    isArchived: z.boolean(),
    version: z.int(),
    createdAt: Instant,
  })
  .meta({ id: 'TeamMember' })

export function presentTeamMember(member: TeamMember): z.output<typeof TeamMemberView> {
  const { tenantId: _tenantId, archivedAt, createdAt, updatedAt: _updatedAt, ...row } = member
  return {
    ...row,
    hours: row.hours && row.hours.map((one) => ({ ...one, days: [...one.days] })),
    overrides: row.overrides.map(({ date, hours }) => ({ date, hours: [...hours] })),
    isArchived: archivedAt !== null,
    createdAt: createdAt.toISOString(),
  }
}

export const ResourceView = z
  .object({ id: Id, name: Text, kind: z.string(), isArchived: z.boolean(), version: z.int() })
  .meta({ id: 'Resource' })

export const presentResource = (ctx: Context, row: Resource): z.output<typeof ResourceView> => ({
  id: row.id,
  name: inLocale(row.name, ctx.locale, ctx.organization.defaultLocale),
  kind: row.kind,
  isArchived: row.archivedAt !== null,
  version: row.version,
})
