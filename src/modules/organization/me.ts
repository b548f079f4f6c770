/** The person themselves: who they are here, their name and language, and where they are signed in. */
import { and, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { findMember, type Member } from '../../platform/access/membership.ts'
import { session, user } from '../../platform/auth/schema.ts'
import { forbidden, notFound } from '../../platform/http/app-error.ts'
import { change, changed, changedMany, read, removed, unchanged } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { members } from '../../platform/tenancy/schema.ts'
import { localeCodes, text } from '../../platform/values/shapes.ts'
import { isPerson } from './policy.ts'

export type User = typeof user.$inferSelect
/** Without the token, which is the proof itself. */
export type Session = Omit<typeof session.$inferSelect, 'token'>

export const UpdateMe = z
  .strictObject({ name: text(120), locale: z.enum(localeCodes).nullable() })
  .partial()
  .meta({ id: 'UpdateMe' })

export async function getMe(ctx: Context): Promise<{ user: User; member: Member | null }> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(user).where(eq(user.id, ctx.actor.userId!))
    if (!row) throw notFound('account')
    return { user: row, member: await findMember(ctx, row.id) }
  })
}

/** Changes one's name everywhere and one's language here. */
export async function updateMe(ctx: Context, input: z.input<typeof UpdateMe>): Promise<void> {
  const fields = UpdateMe.parse(input)
  requirePerson(ctx)
  await change(ctx, 'account.update', async (ctx) => {
    const [before] = await ctx.db
      .select({ id: user.id, name: user.name })
      .from(user)
      .where(eq(user.id, ctx.actor.userId!))
      .for('update')
    if (!before) throw notFound('account')
    if (Object.keys(fields).length === 0) return unchanged(before)
    if (fields.name !== undefined)
      await ctx.db.update(user).set({ name: fields.name }).where(eq(user.id, before.id))
    await ctx.db
      .update(members)
      .set({ ...fields, version: sql`${members.version} + 1` })
      .where(and(eq(members.tenantId, ctx.tenantId), eq(members.userId, before.id)))
    return changed(before, { ...before, ...fields }, { audience: [`user:${before.id}`] })
  })
}

const shown = {
  id: session.id,
  userId: session.userId,
  createdAt: session.createdAt,
  updatedAt: session.updatedAt,
  expiresAt: session.expiresAt,
  ipAddress: session.ipAddress,
  userAgent: session.userAgent,
}

/** Where one is signed in, newest first; an account has few, so they are not paged. */
export async function listSessions(ctx: Context): Promise<Session[]> {
  requirePerson(ctx)
  return read(ctx, (ctx) =>
    ctx.db
      .select(shown)
      .from(session)
      .where(and(eq(session.userId, ctx.actor.userId!), gt(session.expiresAt, sql`now()`)))
      .orderBy(desc(session.createdAt))
      .limit(200),
  )
}

export async function revokeSession(ctx: Context, id: string): Promise<void> {
  requirePerson(ctx)
  await change(ctx, 'session.revoke', async (ctx) => {
    const [row] = await ctx.db
      .delete(session)
      .where(and(eq(session.id, id), eq(session.userId, ctx.actor.userId!)))
      .returning(shown)
    if (!row) throw notFound('session')
    return removed(row, { audience: [`user:${row.userId}`] })
  })
}

/** Signs out everywhere but here. */
export async function revokeOtherSessions(ctx: Context): Promise<void> {
  requirePerson(ctx)
  await change(ctx, 'session.revoke', async (ctx) => {
    const rows = await ctx.db
      .delete(session)
      .where(and(eq(session.userId, ctx.actor.userId!), ne(session.id, ctx.actor.sessionId!)))
      .returning(shown)
    return changedMany(
      null,
      rows.map((row) => ({ before: row, after: null, options: { audience: [`user:${row.userId}`] } })),
    )
  })
}

function requirePerson(ctx: Context): void {
  if (!isPerson(ctx.actor)) throw forbidden('This is for the person, not for a key.', { code: 'person_only' })
}
