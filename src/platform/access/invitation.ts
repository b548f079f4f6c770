/** An invitation is good once, for seven days, for the address it was sent to. Only the hash of its token is kept. */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { conflict, notFound } from '../http/app-error.ts'
import { change, changed, read, unchanged } from '../tenancy/change.ts'
import type { Context, Inside } from '../tenancy/context.ts'
import { invitations } from '../tenancy/schema.ts'
import { findMember, joinWith, type Member, type Person } from './membership.ts'

export type Invitation = typeof invitations.$inferSelect

export const invitationDays = 7

export const newInvitationToken = (): string => randomBytes(32).toString('base64url')
export const hashInvitationToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The invitation behind a token. Throws 404 when there is none and 409 when it is used, revoked or too old. */
export async function getOpenInvitation(ctx: Context, token: string): Promise<Invitation> {
  const invitation = await findInvitation(ctx, token)
  if (!invitation) throw notFound('invitation')
  requireOpen(ctx, invitation)
  return invitation
}

async function findInvitation(ctx: Context, token: string): Promise<Invitation | null> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(invitations)
      .where(
        and(eq(invitations.tenantId, ctx.tenantId), eq(invitations.tokenHash, hashInvitationToken(token))),
      )
    return row ?? null
  })
}

function requireOpen(ctx: Context, invitation: Invitation): void {
  if (invitation.acceptedAt)
    throw conflict('This invitation has been used. Sign in instead.', { code: 'invitation_used' })
  if (invitation.revokedAt)
    throw conflict('This invitation was withdrawn. Ask for a new one.', { code: 'invitation_revoked' })
  if (invitation.expiresAt <= ctx.now)
    throw conflict('This invitation is too old. Ask for a new one.', { code: 'invitation_expired' })
}

/** Makes the person a member with the invited roles. The same person again changes nothing; another one is refused. */
export async function acceptInvitation(ctx: Context, person: Person, token: string): Promise<Member> {
  const found = await findInvitation(ctx, token)
  if (!found) throw notFound('invitation')
  if (found.email.toLowerCase() !== person.email.toLowerCase())
    throw conflict(`This invitation is for ${found.email}. Sign in with that address.`, {
      code: 'other_account',
    })
  let member: Member | null = null
  await change(ctx, 'invitation.accept', async (ctx) => {
    // Locked, so that of two acceptances at once the second sees the first.
    const before = await lockInvitation(ctx, found.id)
    member = before.acceptedAt ? await findMember(ctx, person.userId) : null
    if (member) return unchanged(before)
    requireOpen(ctx, before)
    const [after] = await ctx.db
      .update(invitations)
      .set({ acceptedAt: ctx.now })
      .where(and(eq(invitations.tenantId, ctx.tenantId), eq(invitations.id, before.id)))
      .returning()
    member = await joinWith(ctx, person, before)
    return changed(before, after!, { audience: ['may:members.manage'] })
  })
  return member!
}

export async function lockInvitation(ctx: Inside, id: string): Promise<Invitation> {
  const [row] = await ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.tenantId, ctx.tenantId), eq(invitations.id, id)))
    .for('update')
  if (!row) throw notFound('invitation')
  return row
}
