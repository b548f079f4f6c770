/** The list of members: searched, filtered, newest first or by name, paged by key. */
import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { z } from 'zod'
import { findMember, type Member } from '../../platform/access/membership.ts'
import { type Role, roles } from '../../platform/access/roles.ts'
import { containing } from '../../platform/database/containing.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { members } from '../../platform/tenancy/schema.ts'
import { Id, type Page, Paging, text } from '../../platform/values/shapes.ts'

export const ListMembers = z.strictObject({
  ...Paging.shape,
  q: text(200).optional(),
  status: z.enum(['active', 'waiting', 'suspended']).optional(),
  role: z.enum(roles as [Role, ...Role[]]).optional(),
  /** Who acts for this producer. */
  producerId: Id.optional(),
  sort: z.enum(['name', '-createdAt']).default('-createdAt'),
})

export async function getMember(ctx: Context, userId: string): Promise<Member> {
  const member = await findMember(ctx, userId)
  if (!member) throw notFound('member')
  return member
}

export async function listMembers(ctx: Context, query: z.output<typeof ListMembers>): Promise<Page<Member>> {
  const filter = and(
    eq(members.tenantId, ctx.tenantId),
    query.status ? eq(members.status, query.status) : undefined,
    query.role ? sql`${query.role} = any(${members.roles})` : undefined,
    query.producerId ? sql`${query.producerId}::uuid = any(${members.producerIds})` : undefined,
    query.q
      ? sql`(${members.name} ilike ${containing(query.q)} or ${members.email} ilike ${containing(query.q)})`
      : undefined,
  )
  const byName = query.sort === 'name'
  return read(ctx, async (ctx) => {
    const key = decodeCursor(query.cursor, 2)
    // Ids are made in order, so the newest accounts have the greatest.
    const after = byName
      ? key && sql`(lower(${members.name}), ${members.userId}) > (${key[0]}, ${key[1]}::uuid)`
      : key && sql`${members.userId} < ${key[1]}::uuid`
    const rows = await ctx.db
      .select({ ...getTableColumns(members), sortName: sql<string>`lower(${members.name})` })
      .from(members)
      .where(and(filter, after ?? undefined))
      .orderBy(...(byName ? [sql`lower(${members.name})`, members.userId] : [sql`${members.userId} desc`]))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)
    // The database's own lower case: a final sigma is another letter in JavaScript's.
    const next = rows.length > query.limit && last ? encodeCursor([last.sortName, last.userId]) : null
    const data = page.map(({ sortName: _sortName, ...member }) => member)
    if (query.count !== 'exact') return { data, page: { next } }
    return { data, page: { next }, total: await ctx.db.$count(members, filter) }
  })
}
