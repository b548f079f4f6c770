/** Applications by which somebody becomes a producer: handed in by anybody, decided once by an administrator. */
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { hashInvitationToken, invitationDays, newInvitationToken } from '../../platform/access/invitation.ts'
import { findMember, joinWith } from '../../platform/access/membership.ts'
import { siteOf } from '../../platform/auth/origin.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, forbidden, notFound } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { invitations } from '../../platform/tenancy/schema.ts'
import type { Locale, Page } from '../../platform/values/shapes.ts'
import { approvedMail, invitedMail, refusedMail } from './mails.ts'
import { mayManageProducers } from './policy.ts'
import { createProducer } from './producers.ts'
import { producerApplications } from './schema.ts'
import { ApplyAsProducer, type ListApplications, RefuseApplication } from './shapes.ts'

export type Application = typeof producerApplications.$inferSelect

const toHouse = { audience: ['may:producers.manage'] }

/** Hands in an application. While one of the same e-mail waits, a second one adds nothing. */
export async function applyAsProducer(
  ctx: Context,
  input: z.input<typeof ApplyAsProducer>,
): Promise<Application> {
  const given = ApplyAsProducer.parse(input)
  return change(ctx, 'producer-application.create', async (ctx) => {
    const [row] = await ctx.db
      .insert(producerApplications)
      .values({
        ...given,
        tenantId: ctx.tenantId,
        locale: ctx.locale,
        userId: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning()
    if (row) return created(row, toHouse)
    const [waiting] = await ctx.db
      .select()
      .from(producerApplications)
      .where(
        and(
          eq(producerApplications.tenantId, ctx.tenantId),
          sql`lower(${producerApplications.email}) = ${given.email}`,
          eq(producerApplications.status, 'pending'),
        ),
      )
    // Decided in this very moment: the next one counts as new.
    if (!waiting) throw conflict('Please send it once more.', { code: 'busy' })
    return unchanged(waiting)
  })
}

export async function listApplications(
  ctx: Context,
  query: z.output<typeof ListApplications>,
): Promise<Page<Application>> {
  requireManager(ctx)
  const filter = and(
    eq(producerApplications.tenantId, ctx.tenantId),
    query.status ? eq(producerApplications.status, query.status) : undefined,
  )
  return read(ctx, async (ctx) => {
    const after = decodeKey(query.cursor, ['id'])
    const rows = await ctx.db
      .select()
      .from(producerApplications)
      .where(and(filter, after ? lt(producerApplications.id, after[0]!) : undefined))
      .orderBy(desc(producerApplications.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return {
      data,
      page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null },
      ...(query.count ? { total: await ctx.db.$count(producerApplications, filter) } : {}),
    }
  })
}

export async function getApplication(ctx: Context, applicationId: string): Promise<Application> {
  requireManager(ctx)
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(producerApplications)
      .where(and(eq(producerApplications.tenantId, ctx.tenantId), eq(producerApplications.id, applicationId)))
    if (!row) throw notFound('application')
    return row
  })
}

/** Makes the producer and lets the applicant in: at once with an account, by invitation without. Twice is once. */
export async function approveApplication(
  ctx: Context,
  input: { applicationId: string },
): Promise<Application> {
  requireManager(ctx)
  return change(ctx, 'producer-application.approve', async (ctx) => {
    const before = await lock(ctx, input.applicationId)
    if (before.status === 'approved') return unchanged(before)
    if (before.status === 'refused') throw decided('refused')
    const producer = await createProducer(ctx, {
      name: before.name,
      email: before.email,
      phone: before.phone,
      vatNumber: before.vatNumber,
      region: before.region ?? '',
    })
    await letIn(ctx, before, producer.id)
    const after = await decide(ctx, before, { status: 'approved', producerId: producer.id })
    return changed(before, after, {
      audience: [...toHouse.audience, ...(before.userId ? [`user:${before.userId}`] : [])],
    })
  })
}

/** Refuses with a reason, which the applicant is told by mail. Twice is once. */
export async function refuseApplication(
  ctx: Context,
  input: { applicationId: string } & z.input<typeof RefuseApplication>,
): Promise<Application> {
  requireManager(ctx)
  const { applicationId, ...rest } = input
  const { reason } = RefuseApplication.parse(rest)
  return change(ctx, 'producer-application.refuse', async (ctx) => {
    const before = await lock(ctx, applicationId)
    if (before.status === 'refused') return unchanged(before)
    if (before.status === 'approved') throw decided('approved')
    const after = await decide(ctx, before, { status: 'refused', reason })
    await queueMail(ctx, {
      effectKey: `producer.refused ${before.id}`,
      template: refusedMail,
      data: { producer: before.name, reason },
      ...recipient(before),
    })
    return changed(before, after, toHouse)
  })
}

async function letIn(ctx: Inside, application: Application, producerId: string): Promise<void> {
  const site = await siteOf(ctx.services, ctx.organization, async (text) => ctx.db.execute(sql.raw(text)))
  const member = application.userId ? await findMember(ctx, application.userId) : null
  if (member) {
    const { userId, name, email } = member
    await joinWith(ctx, { userId, name, email }, { roles: ['producer'], producerIds: [producerId] })
    await queueMail(ctx, {
      effectKey: `producer.approved ${application.id}`,
      template: approvedMail,
      data: { producer: application.name, url: `${site}/console` },
      ...recipient(application),
    })
    return
  }
  const token = newInvitationToken()
  const expiresAt = new Date(ctx.now.getTime() + invitationDays * 86_400_000)
  await ctx.db.insert(invitations).values({
    tenantId: ctx.tenantId,
    id: newId(),
    email: application.email,
    roles: ['producer'],
    producerIds: [producerId],
    tokenHash: hashInvitationToken(token),
    invitedBy: ctx.actor.userId,
    expiresAt,
  })
  await queueMail(ctx, {
    effectKey: `producer.invited ${application.id}`,
    template: invitedMail,
    data: { producer: application.name, url: `${site}/invitation?token=${token}`, expiresAt },
    ...recipient(application),
  })
}

const recipient = ({ id, email, contactName, locale }: Application) => ({
  to: email,
  name: contactName,
  locale: locale as Locale,
  entity: 'producer-application',
  entityId: id,
})

async function lock(ctx: Inside, applicationId: string): Promise<Application> {
  const [row] = await ctx.db
    .select()
    .from(producerApplications)
    .where(and(eq(producerApplications.tenantId, ctx.tenantId), eq(producerApplications.id, applicationId)))
    .for('update')
  if (!row) throw notFound('application')
  return row
}

async function decide(ctx: Inside, before: Application, values: Partial<Application>): Promise<Application> {
  const [after] = await ctx.db
    .update(producerApplications)
    .set({ ...values, decidedBy: ctx.actor.userId, decidedAt: ctx.now })
    .where(and(eq(producerApplications.tenantId, ctx.tenantId), eq(producerApplications.id, before.id)))
    .returning()
  return after!
}

const decided = (how: string) => conflict(`This application has been ${how} already.`, { code: 'decided' })

function requireManager(ctx: Context): void {
  if (!mayManageProducers(ctx.actor)) throw forbidden('Only administrators decide on applications.')
}
