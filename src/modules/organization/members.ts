/** Members: who belongs to the organisation, in which roles. The last owner can neither leave nor be demoted. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { asRecord, type Member } from '../../platform/access/membership.ts'
import { type Role, roles } from '../../platform/access/roles.ts'
import { conflict, forbidden, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { requireExisting } from '../../platform/database/references.ts'
import { change, changed, removed, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { apiKeys, members } from '../../platform/tenancy/schema.ts'
import { Id } from '../../platform/values/shapes.ts'
import { mailWelcome } from './member-mail.ts'
import { mayChange, mayGive } from './policy.ts'

export const Roles = z
  .array(z.enum(roles as [Role, ...Role[]]))
  .min(1)
  .max(roles.length)
  .transform((held) => [...new Set(held)])
export const ProducerIds = z.array(Id).max(100)

export const UpdateMember = z
  .strictObject({ roles: Roles, status: z.enum(['active', 'suspended']), producerIds: ProducerIds })
  .partial()
  .meta({ id: 'UpdateMember' })

/** Changes roles, producers or standing. Throws 403 beyond one's own power, 409 `last_owner`, 412 when somebody was faster. */
export async function updateMember(
  ctx: Context,
  userId: string,
  input: z.input<typeof UpdateMember>,
  expected?: number,
): Promise<Member> {
  const fields = UpdateMember.parse(input)
  return change(ctx, 'member.update', async (ctx) => {
    const { member: before, otherOwners } = await lockMember(ctx, userId)
    if (expected !== undefined && before.version !== expected)
      throw preconditionFailed('Somebody changed this meanwhile.')
    requireMayChange(ctx, before)
    if (fields.roles) requireMayGive(ctx, before.roles, fields.roles)
    if (fields.producerIds) await requireExisting(ctx, 'producers', fields.producerIds, '/producerIds')
    const next = { ...before, ...fields }
    if (isActingOwner(before) && !isActingOwner(next)) requireAnother(otherOwners)
    return changed(asRecord(before), asRecord(await write(ctx, userId, fields)), heardBy(userId))
  })
}

/** Lets a waiting registration in and tells the person. Pressed again it changes nothing. */
export async function approveMember(ctx: Context, userId: string): Promise<Member> {
  return change(ctx, 'member.approve', async (ctx) => {
    const { member: before } = await lockMember(ctx, userId)
    if (before.status === 'active') return unchanged(before)
    if (before.status === 'suspended')
      throw conflict('This person is suspended. Make them active instead.', { code: 'suspended' })
    const after = await write(ctx, userId, { status: 'active' })
    await mailWelcome(ctx, after)
    return changed(asRecord(before), asRecord(after), heardBy(userId))
  })
}

/** Turns a waiting registration away; the person stays known, so that they cannot simply register again. */
export async function refuseMember(ctx: Context, userId: string): Promise<Member> {
  return change(ctx, 'member.refuse', async (ctx) => {
    const { member: before } = await lockMember(ctx, userId)
    if (before.status === 'suspended') return unchanged(before)
    if (before.status === 'active')
      throw conflict('This person is a member already. Suspend them instead.', { code: 'active' })
    return changed(
      asRecord(before),
      asRecord(await write(ctx, userId, { status: 'suspended' })),
      heardBy(userId),
    )
  })
}

/** Removes the membership and ends its API keys; the account itself belongs to the person. */
export async function removeMember(ctx: Context, userId: string): Promise<void> {
  await change(ctx, 'member.remove', async (ctx) => {
    const { member, otherOwners } = await lockMember(ctx, userId)
    requireMayChange(ctx, member)
    if (isActingOwner(member)) requireAnother(otherOwners)
    await ctx.db.delete(members).where(mine(ctx, userId))
    await ctx.db
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(
        and(
          eq(apiKeys.tenantId, ctx.tenantId),
          eq(apiKeys.userId, userId),
          sql`${apiKeys.revokedAt} is null`,
        ),
      )
    return removed(asRecord(member), heardBy(userId))
  })
}

/**
 * The member and all owners, locked in one order: of two owners who demote each other at once, the second
 * waits here and then sees that it is the last.
 */
async function lockMember(ctx: Inside, userId: string): Promise<{ member: Member; otherOwners: number }> {
  const rows = await ctx.db
    .select()
    .from(members)
    .where(
      and(
        eq(members.tenantId, ctx.tenantId),
        sql`(${members.userId} = ${userId} or 'owner' = any(${members.roles}))`,
      ),
    )
    .orderBy(members.userId)
    .for('update')
  const member = rows.find((row) => row.userId === userId)
  if (!member) throw notFound('member')
  return { member, otherOwners: rows.filter((row) => row !== member && isActingOwner(row)).length }
}

async function write(ctx: Inside, userId: string, fields: Partial<Member>): Promise<Member> {
  const [after] = await ctx.db
    .update(members)
    .set({ ...fields, version: sql`${members.version} + 1` })
    .where(mine(ctx, userId))
    .returning()
  return after!
}

const mine = (ctx: Context, userId: string) =>
  and(eq(members.tenantId, ctx.tenantId), eq(members.userId, userId))

const isActingOwner = (member: Pick<Member, 'roles' | 'status'>): boolean =>
  member.roles.includes('owner') && member.status === 'active'

function requireMayChange(ctx: Context, member: Member): void {
  if (!mayChange(ctx.actor, member))
    throw forbidden('Only an owner may change an owner.', { code: 'owner_only' })
}

/** What is neither added nor taken away needs no power over it. */
export function requireMayGive(ctx: Context, before: readonly Role[], after: readonly Role[]): void {
  const moved = [
    ...after.filter((role) => !before.includes(role)),
    ...before.filter((role) => !after.includes(role)),
  ]
  const refused = moved.filter((role) => !mayGive(ctx.actor, role))
  if (refused.length > 0)
    throw forbidden(`You may not give or take: ${refused.join(', ')}.`, {
      code: refused.includes('owner') ? 'owner_only' : 'role_beyond_own',
    })
}

function requireAnother(otherOwners: number): void {
  if (otherOwners === 0)
    throw conflict('This is the last owner. Make somebody else an owner first.', { code: 'last_owner' })
}

const heardBy = (userId: string) => ({
  audience: [`user:${userId}`, 'may:members.manage'],
  data: { userId },
})
