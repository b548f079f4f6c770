/** Services as their administrators make them: created, changed, and put away. */
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { requireExisting } from '../../platform/database/references.ts'
import { invalidField, preconditionFailed } from '../../platform/http/app-error.ts'
import { type Announce, change, changed, created, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { toTranslated, type Translated } from '../../platform/values/shapes.ts'
import { availabilityTold } from './availability-told.ts'
import { knowsHolidays } from './calendar/holidays.ts'
import { findService, type Service, type ServiceWithMembers } from './find.ts'
import { serviceMembers, services } from './schema.ts'
import { CreateService, type ServiceInput, UpdateService } from './shapes.ts'
import { type PriceRule, type ServicePrice, weekdays } from './values.ts'

/** A service as it begins: on workdays from nine to five in the house's own time zone, at a step of its length. */
export async function createService(
  ctx: Context,
  input: z.input<typeof CreateService>,
): Promise<ServiceWithMembers> {
  const given = CreateService.parse(input)
  return change(ctx, 'service.create', async (ctx) => {
    requirePermission(ctx, 'services.manage')
    const values = await columnsOf(ctx, given)
    requireSense({ ...values, durationMinutes: given.durationMinutes })
    const [row] = await ctx.db
      .insert(services)
      .values({
        timeZone: ctx.organization.timeZone,
        slotStepMinutes: given.durationMinutes,
        hours: [{ days: weekdays.slice(0, 5), from: '09:00', to: '17:00' }],
        ...values,
        tenantId: ctx.tenantId,
        id: newId(),
        name: values.name!,
        durationMinutes: given.durationMinutes,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning()
    await setMembers(ctx, row!.id, given.memberIds ?? [])
    return created(await findService(ctx, row!.id), heard(row!))
  })
}

/** @throws precondition_failed when `expected` is not the version any more. */
export async function updateService(
  ctx: Context,
  input: z.input<typeof UpdateService> & { serviceId: string },
  expected?: number,
): Promise<ServiceWithMembers> {
  const { serviceId, ...rest } = input
  const given = UpdateService.parse(rest)
  return change(ctx, 'service.update', async (ctx) => {
    requirePermission(ctx, 'services.manage')
    const before = await findService(ctx, serviceId)
    if (expected !== undefined && before.version !== expected)
      throw preconditionFailed('Somebody changed this service meanwhile.')
    const values = await columnsOf(ctx, given)
    requireSense({ ...before, ...values })
    await write(ctx, serviceId, { ...values, updatedAt: ctx.now })
    if (given.memberIds) await setMembers(ctx, serviceId, given.memberIds)
    return changed(before, await findService(ctx, serviceId), heard(before))
  })
}

/** Takes it off the list; what was booked stays. Twice is once. */
export async function archiveService(ctx: Context, input: { serviceId: string }): Promise<Service> {
  return change(ctx, 'service.delete', async (ctx) => {
    requirePermission(ctx, 'services.manage')
    const before = await findService(ctx, input.serviceId)
    if (before.archivedAt) return unchanged(before)
    return changed(before, await write(ctx, before.id, { archivedAt: ctx.now }), heard(before))
  })
}

const heard = ({ id }: Pick<Service, 'id'>): Announce => ({
  audience: ['public'],
  also: [availabilityTold(id)],
})

async function write(ctx: Inside, serviceId: string, values: Partial<Service>): Promise<Service> {
  const [row] = await ctx.db
    .update(services)
    .set({ ...values, version: sql`${services.version} + 1` })
    .where(and(eq(services.tenantId, ctx.tenantId), eq(services.id, serviceId)))
    .returning()
  return row!
}

/** The members in the order given. */
async function setMembers(ctx: Inside, serviceId: string, memberIds: readonly string[]): Promise<void> {
  await requireExisting(ctx, 'team_members', memberIds, '/memberIds')
  await ctx.db
    .delete(serviceMembers)
    .where(and(eq(serviceMembers.tenantId, ctx.tenantId), eq(serviceMembers.serviceId, serviceId)))
  const rows = [...new Set(memberIds)].map((memberId, position) => ({
    tenantId: ctx.tenantId,
    serviceId,
    memberId,
    position,
  }))
  if (rows.length > 0) await ctx.db.insert(serviceMembers).values(rows)
}

async function columnsOf(ctx: Inside, given: ServiceInput): Promise<Partial<Service>> {
  const { name, description, category, resources, price, questions, memberIds: _memberIds, ...rest } = given
  const texts: Texts = (value) => toTranslated(value, ctx.organization.defaultLocale)
  if (resources) {
    const all = resources.flatMap(({ anyOf }) => anyOf)
    await requireExisting(ctx, 'resources', all, '/resources')
  }
  if (rest.holidays && !(await knowsHolidays(rest.holidays.country, rest.holidays.region)))
    throw invalidField('/holidays', 'There are no holidays known of this country or region.')
  return {
    ...rest,
    ...(name === undefined ? {} : { name: texts(name) }),
    ...(description === undefined ? {} : { description: texts(description) }),
    ...(category === undefined ? {} : { category: texts(category) }),
    ...(resources === undefined ? {} : { resources: resources.map(({ anyOf }) => anyOf) }),
    ...(price === undefined ? {} : { price: priceWith(price, texts) }),
    ...(questions === undefined
      ? {}
      : {
          questions: questions.map((question) => ({
            ...question,
            label: texts(question.label),
            choices: question.choices?.map(texts),
          })),
        }),
  }
}

type Texts = (value: string | Translated) => Translated

function priceWith({ rules, ...price }: NonNullable<ServiceInput['price']>, texts: Texts): ServicePrice {
  if (!rules) return price
  return {
    ...price,
    rules: rules.map(({ label, ...rule }): PriceRule =>
      label === undefined ? rule : { ...rule, label: texts(label) },
    ),
  }
}

type Sense = Partial<Pick<Service, 'durationMinutes' | 'maxDurationMinutes' | 'cancellation'>>

function requireSense(service: Sense): void {
  const { durationMinutes = 0, maxDurationMinutes, cancellation } = service
  if (maxDurationMinutes && maxDurationMinutes < durationMinutes)
    throw invalidField('/maxDurationMinutes', 'Must not be shorter than the duration.')
  if (cancellation && cancellation.latestMinutes > cancellation.freeUntilMinutes)
    throw invalidField('/cancellation/latestMinutes', 'Must not be earlier than what is free.')
}
