/** The people who do the work: their calendars, time off and journeys. */
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { violates } from '../../platform/database/faults.ts'
import { conflict, invalidField, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { type Announce, change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { members } from '../../platform/tenancy/schema.ts'
import type { Page } from '../../platform/values/shapes.ts'
import { availabilityTold } from './availability-told.ts'
import { servicesSharing, type TeamMember } from './find.ts'
import { busyTimes, teamMembers } from './schema.ts'
import { CreateTeamMember, type ListTeam, ReplaceBusyTimes, UpdateTeamMember } from './shapes.ts'

export async function createTeamMember(
  ctx: Context,
  input: z.input<typeof CreateTeamMember>,
): Promise<TeamMember> {
  const given = CreateTeamMember.parse(input)
  return change(ctx, 'teamMember.create', async (ctx) => {
    requirePermission(ctx, 'team.manage')
    await requireAccount(ctx, given.userId)
    const [row] = await ctx.db
      .insert(teamMembers)
      .values({ ...given, tenantId: ctx.tenantId, id: newId(), createdAt: ctx.now, updatedAt: ctx.now })
      .returning()
      .catch(accountTaken)
    return created(row!, { audience: heardBy })
  })
}

export async function updateTeamMember(
  ctx: Context,
  input: z.input<typeof UpdateTeamMember> & { memberId: string },
  expected?: number,
): Promise<TeamMember> {
  const { memberId, ...rest } = input
  const given = UpdateTeamMember.parse(rest)
  return change(ctx, 'teamMember.update', async (ctx) => {
    requirePermission(ctx, 'team.manage')
    const before = await findTeamMember(ctx, memberId)
    if (expected !== undefined && before.version !== expected)
      throw preconditionFailed('Somebody changed this team member meanwhile.')
    await requireAccount(ctx, given.userId)
    const after = await write(ctx, memberId, { ...given, updatedAt: ctx.now })
    return changed(before, after, await heardOf(ctx, memberId))
  })
}

/** Takes them off the list and out of what can be booked; what is booked stays. Twice is once. */
export async function archiveTeamMember(ctx: Context, input: { memberId: string }): Promise<TeamMember> {
  return change(ctx, 'teamMember.delete', async (ctx) => {
    requirePermission(ctx, 'team.manage')
    const before = await findTeamMember(ctx, input.memberId)
    if (before.archivedAt) return unchanged(before)
    const after = await write(ctx, before.id, { archivedAt: ctx.now })
    return changed(before, after, await heardOf(ctx, before.id))
  })
}

/** What an outside calendar says of a member now, instead of what it said before. Those of other sources stay. */
export async function replaceBusyTimes(
  ctx: Context,
  input: z.input<typeof ReplaceBusyTimes> & { memberId: string },
): Promise<{ count: number }> {
  const { memberId, ...rest } = input
  const { source, times } = ReplaceBusyTimes.parse(rest)
  await change(ctx, 'teamMember.update', async (ctx) => {
    requirePermission(ctx, 'team.manage')
    const member = await findTeamMember(ctx, memberId)
    await ctx.db
      .delete(busyTimes)
      .where(
        and(
          eq(busyTimes.tenantId, ctx.tenantId),
          eq(busyTimes.memberId, memberId),
          eq(busyTimes.source, source),
        ),
      )
    if (times.length > 0) {
      const rows = times.map(({ from, to }) => ({ memberId, source, span: `[${from},${to})` }))
      await ctx.db
        .insert(busyTimes)
        .values(rows.map((row) => ({ ...row, tenantId: ctx.tenantId, id: newId() })))
    }
    return changed(member, member, await heardOf(ctx, memberId))
  })
  return { count: times.length }
}

const heardBy = ['may:bookings.read', 'may:team.manage']

async function heardOf(ctx: Inside, memberId: string): Promise<Announce> {
  const ids = await servicesSharing(ctx, { memberIds: [memberId], resourceIds: [] })
  return { audience: heardBy, also: ids.map((id) => availabilityTold(id)) }
}

export async function getTeamMember(ctx: Context, input: { memberId: string }): Promise<TeamMember> {
  return read(ctx, (ctx) => findTeamMember(ctx, input.memberId))
}

/** @throws not_found */
export async function findTeamMember(ctx: Inside, memberId: string): Promise<TeamMember> {
  const [row] = await ctx.db
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.tenantId, ctx.tenantId), eq(teamMembers.id, memberId)))
  if (!row) throw notFound('team member')
  return row
}

/** The team member that the acting person is; null for everybody else. */
export async function ownTeamMember(ctx: Inside): Promise<TeamMember | null> {
  if (!ctx.actor.userId) return null
  const [row] = await ctx.db
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.tenantId, ctx.tenantId), eq(teamMembers.userId, ctx.actor.userId)))
  return row ?? null
}

export async function listTeam(ctx: Context, query: ListTeam): Promise<Page<TeamMember>> {
  return read(ctx, async (ctx) => {
    const after = decodeKey(query.cursor, ['text', 'id'])
    const name = sql`lower(${teamMembers.name})`
    const rows = await ctx.db
      .select()
      .from(teamMembers)
      .where(
        and(
          eq(teamMembers.tenantId, ctx.tenantId),
          query.scope === 'archived' ? isNotNull(teamMembers.archivedAt) : isNull(teamMembers.archivedAt),
          query.q
            ? sql`position(lower(${query.q}) in lower(${teamMembers.name} || ' ' || coalesce(${teamMembers.email}, ''))) > 0`
            : undefined,
          after ? sql`(${name}, ${teamMembers.id}) > (${after[0]!}, ${after[1]!}::uuid)` : undefined,
        ),
      )
      .orderBy(asc(name), asc(teamMembers.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? data.at(-1)! : null
    return { data, page: { next: last ? encodeCursor([last.name.toLowerCase(), last.id]) : null } }
  })
}

async function write(ctx: Inside, memberId: string, values: Partial<TeamMember>): Promise<TeamMember> {
  const [row] = await ctx.db
    .update(teamMembers)
    .set({ ...values, version: sql`${teamMembers.version} + 1` })
    .where(and(eq(teamMembers.tenantId, ctx.tenantId), eq(teamMembers.id, memberId)))
    .returning()
    .catch(accountTaken)
  return row!
}

async function requireAccount(ctx: Inside, userId: string | null | undefined): Promise<void> {
  if (!userId) return
  const [row] = await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.tenantId, ctx.tenantId), eq(members.userId, userId)))
  if (!row) throw invalidField('/userId', 'There is no such member of the organisation.')
}

function accountTaken(error: unknown): never {
  if (violates(error, 'team_members_user'))
    throw conflict('Another team member works with this account.', {
      code: 'duplicate',
      errors: [{ pointer: '/userId', message: 'Already taken.' }],
    })
  throw error
}
