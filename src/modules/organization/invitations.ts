/** Invitations: made for one address with roles the inviter may give, withdrawn at will, listed with what became of them. */
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { lockInvitation, newInvitationToken } from '../../platform/access/invitation.ts'
import { hashInvitationToken, type Invitation, invitationDays } from '../../platform/access/invitation.ts'
import { siteOf } from '../../platform/auth/origin.ts'
import { conflict } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { requireExisting } from '../../platform/database/references.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { invitations, members } from '../../platform/tenancy/schema.ts'
import { Email, Id, type Page, Paging } from '../../platform/values/shapes.ts'
import { mailInvitation } from './member-mail.ts'
import { ProducerIds, requireMayGive, Roles } from './members.ts'

export const CreateInvitation = z
  .strictObject({ email: Email, roles: Roles, producerIds: ProducerIds.default([]) })
  .meta({ id: 'CreateInvitation' })

export const ListInvitations = z.strictObject({
  ...Paging.shape,
  state: z.enum(['open', 'accepted', 'revoked', 'expired']).optional(),
  /** For people who shall act for this producer. */
  producerId: Id.optional(),
})

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

export function stateOf(invitation: Invitation, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** Invites somebody by mail; an earlier open invitation of the same address ends. `url` is shown this once. */
export async function createInvitation(
  ctx: Context,
  input: z.input<typeof CreateInvitation>,
): Promise<{ invitation: Invitation; url: string }> {
  const { email, roles, producerIds } = CreateInvitation.parse(input)
  const token = newInvitationToken()
  const url = `${await siteOf(ctx.services, ctx.organization)}/invitation?token=${token}`
  const invitation = await change(ctx, 'invitation.create', async (ctx) => {
    requireMayGive(ctx, [], roles)
    await requireExisting(ctx, 'producers', producerIds, '/producerIds')
    await requireNoMember(ctx, email)
    await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(and(eq(invitations.tenantId, ctx.tenantId), sql`lower(${invitations.email}) = ${email}`, isOpen))
    const [row] = await ctx.db
      .insert(invitations)
      .values({
        tenantId: ctx.tenantId,
        email,
        roles,
        producerIds,
        tokenHash: hashInvitationToken(token),
        invitedBy: ctx.actor.userId,
        expiresAt: new Date(ctx.now.getTime() + invitationDays * 86_400_000),
      })
      .returning()
    await mailInvitation(ctx, row!, url)
    return created(row!, { audience: ['may:members.manage'] })
  })
  return { invitation, url }
}

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))

async function requireNoMember(ctx: Inside, email: string): Promise<void> {
  const [member] = await ctx.db
    .select({ status: members.status, roles: members.roles })
    .from(members)
    .where(and(eq(members.tenantId, ctx.tenantId), sql`lower(${members.email}) = ${email}`))
  if (member?.status === 'suspended')
    throw conflict('This person is suspended. Make them active instead.', { code: 'suspended' })
  // A customer may well be invited to work here; whoever already does has their roles changed instead.
  if (member?.roles.some((role) => role !== 'customer'))
    throw conflict('This person is a member already. Change their roles instead.', { code: 'already_member' })
}

/** Withdraws an invitation. Withdrawing twice changes nothing; a used one cannot be withdrawn. */
export async function revokeInvitation(ctx: Context, id: string): Promise<Invitation> {
  return change(ctx, 'invitation.revoke', async (ctx) => {
    const before = await lockInvitation(ctx, id)
    if (before.revokedAt) return unchanged(before)
    if (before.acceptedAt)
      throw conflict('This invitation has been used. Remove the member instead.', { code: 'invitation_used' })
    const [after] = await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(and(eq(invitations.tenantId, ctx.tenantId), eq(invitations.id, id)))
      .returning()
    return changed(before, after!, { audience: ['may:members.manage'] })
  })
}

export async function listInvitations(
  ctx: Context,
  query: z.output<typeof ListInvitations>,
): Promise<Page<Invitation>> {
  const inState = {
    open: and(isOpen, sql`${invitations.expiresAt} > ${ctx.now}`),
    expired: and(isOpen, sql`${invitations.expiresAt} <= ${ctx.now}`),
    accepted: sql`${invitations.acceptedAt} is not null`,
    revoked: sql`${invitations.revokedAt} is not null`,
  }
  const filter = and(
    eq(invitations.tenantId, ctx.tenantId),
    query.state && inState[query.state],
    query.producerId ? sql`${query.producerId}::uuid = any(${invitations.producerIds})` : undefined,
  )
  return read(ctx, async (ctx) => {
    const key = decodeCursor(query.cursor, 1)
    const rows = await ctx.db
      .select()
      .from(invitations)
      .where(and(filter, key ? lt(invitations.id, key[0]!) : undefined))
      .orderBy(sql`${invitations.id} desc`)
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const next = rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null
    if (query.count !== 'exact') return { data, page: { next } }
    return { data, page: { next }, total: await ctx.db.$count(invitations, filter) }
  })
}
