/** How a person comes to belong to an organisation: by its own rule, or by an invitation. Nobody chooses their roles. */
import { and, eq, sql } from 'drizzle-orm'
import { change, created, read, unchanged } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { members } from '../tenancy/schema.ts'
import type { Role } from './roles.ts'

export type Member = typeof members.$inferSelect
export type Person = { userId: string; name: string; email: string }

/** The audit and the events name a member by the person. */
export const asRecord = (member: Member) => ({ ...member, id: member.userId })

export async function findMember(ctx: Context, userId: string): Promise<Member | null> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(members)
      .where(and(eq(members.tenantId, ctx.tenantId), eq(members.userId, userId)))
    return row ?? null
  })
}

/**
 * Makes the person a member by the organisation's rule: `open` at once, `approval` to wait for an administrator,
 * `invitation` not at all. Whoever is a member already stays as they are. Answers the member, or null.
 */
export async function ensureMembership(ctx: Context, person: Person): Promise<Member | null> {
  const known = await findMember(ctx, person.userId)
  if (known || ctx.organization.registration === 'invitation') return known
  return change(ctx, 'member.join', async (ctx) => {
    const [row] = await ctx.db
      .insert(members)
      .values({
        tenantId: ctx.tenantId,
        ...person,
        roles: ['customer'],
        status: ctx.organization.registration === 'approval' ? 'waiting' : 'active',
        locale: ctx.locale,
      })
      // Two first requests at once: the other one made the row.
      .onConflictDoNothing()
      .returning()
    return row ? created(asRecord(row), heardBy(row)) : unchanged(null)
  })
}

/** Makes a member of an invited person, or adds the roles to what they have; one who waited is let in. */
export async function joinWith(
  ctx: Context,
  person: Person,
  given: { roles: readonly Role[]; producerIds: readonly string[] },
): Promise<Member> {
  return change(ctx, 'member.join', async (ctx) => {
    const values = {
      tenantId: ctx.tenantId,
      ...person,
      roles: [...given.roles],
      producerIds: [...given.producerIds],
      status: 'active' as const,
      locale: ctx.locale,
    }
    const merged = (column: 'roles' | 'producer_ids') =>
      sql`(select coalesce(array_agg(distinct v), '{}') from unnest(members.${sql.identifier(column)} || excluded.${sql.identifier(column)}) v)`
    const [row] = await ctx.db
      .insert(members)
      .values(values)
      .onConflictDoUpdate({
        target: [members.tenantId, members.userId],
        set: {
          roles: merged('roles'),
          producerIds: merged('producer_ids'),
          // Somebody who was shut out is not let in by an older invitation.
          status: sql`case when ${members.status} = 'suspended' then 'suspended' else 'active' end`,
          version: sql`${members.version} + 1`,
        },
      })
      .returning()
    return created(asRecord(row!), heardBy(row!))
  })
}

const heardBy = (member: Member) => ({
  audience: [`user:${member.userId}`, 'may:members.manage'],
  data: { userId: member.userId, status: member.status },
})
