/** Services as everybody sees them, and all of them for the house. A house has dozens: they are read together. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { may } from '../../platform/access/actor.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Page } from '../../platform/values/shapes.ts'
import { serviceMembers, services, teamMembers } from './schema.ts'
import type { ListServices } from './shapes.ts'

export type Service = typeof services.$inferSelect
export type TeamMember = typeof teamMembers.$inferSelect
export type MemberBrief = Pick<TeamMember, 'id' | 'name' | 'userId'>
/** With those who do it, in the order in which they are asked. */
export type ServiceWithMembers = Service & { members: MemberBrief[] }

/** One that is open, or any for the house. */
export async function getService(ctx: Context, input: { serviceId: string }): Promise<ServiceWithMembers> {
  return read(ctx, async (ctx) => {
    const service = await findService(ctx, input.serviceId)
    if (service.archivedAt && !may(ctx.actor, 'services.manage')) throw notFound('service')
    return service
  })
}

/** @throws not_found */
export async function findService(ctx: Inside, serviceId: string): Promise<ServiceWithMembers> {
  const [rows, members] = await Promise.all([
    ctx.db
      .select()
      .from(services)
      .where(and(eq(services.tenantId, ctx.tenantId), eq(services.id, serviceId))),
    membersOf(ctx, [serviceId]),
  ])
  if (!rows[0]) throw notFound('service')
  return { ...rows[0], members: members.get(serviceId) ?? [] }
}

export async function listServices(ctx: Context, query: ListServices): Promise<Page<ServiceWithMembers>> {
  const isArchived = query.scope === 'archived' && may(ctx.actor, 'services.manage')
  return read(ctx, async (ctx) => {
    const after = decodeKey(query.cursor, ['number', 'id'])
    const rows = await ctx.db
      .select()
      .from(services)
      .where(
        and(
          eq(services.tenantId, ctx.tenantId),
          isArchived ? isNotNull(services.archivedAt) : isNull(services.archivedAt),
          query.q
            ? sql`(${services.name}::text || ${services.category}::text) ilike ${`%${escaped(query.q)}%`}`
            : undefined,
          query.memberId
            ? sql`exists (select from service_members m where m.tenant_id = ${ctx.tenantId}
                and m.service_id = ${services.id} and m.member_id = ${query.memberId})`
            : undefined,
          after
            ? sql`(${services.position}, ${services.id}) > (${after[0]!}::int, ${after[1]!}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(services.position), asc(services.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const members = await membersOf(
      ctx,
      data.map(({ id }) => id),
    )
    const last = rows.length > query.limit ? data.at(-1)! : null
    return {
      data: data.map((service) => ({ ...service, members: members.get(service.id) ?? [] })),
      page: { next: last ? encodeCursor([last.position, last.id]) : null },
    }
  })
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

/** Who does which of these services, without those who have left. */
async function membersOf(ctx: Inside, serviceIds: readonly string[]): Promise<Map<string, MemberBrief[]>> {
  if (serviceIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      serviceId: serviceMembers.serviceId,
      id: teamMembers.id,
      name: teamMembers.name,
      userId: teamMembers.userId,
    })
    .from(serviceMembers)
    .innerJoin(
      teamMembers,
      and(eq(teamMembers.tenantId, serviceMembers.tenantId), eq(teamMembers.id, serviceMembers.memberId)),
    )
    .where(
      and(
        eq(serviceMembers.tenantId, ctx.tenantId),
        inArray(serviceMembers.serviceId, [...serviceIds]),
        isNull(teamMembers.archivedAt),
      ),
    )
    .orderBy(asc(serviceMembers.position), asc(teamMembers.id))
  const made = new Map<string, MemberBrief[]>()
  for (const { serviceId, ...member } of rows) made.set(serviceId, [...(made.get(serviceId) ?? []), member])
  return made
}

/** A service with all that its members' calendars say: what availability is reckoned from. One round trip. */
export async function serviceWithCalendars(
  ctx: Inside,
  serviceId: string,
): Promise<{ service: Service; members: TeamMember[] }> {
  const [rows, members] = await Promise.all([
    ctx.db
      .select()
      .from(services)
      .where(
        and(eq(services.tenantId, ctx.tenantId), eq(services.id, serviceId), isNull(services.archivedAt)),
      ),
    ctx.db
      .select({ member: teamMembers })
      .from(serviceMembers)
      .innerJoin(
        teamMembers,
        and(eq(teamMembers.tenantId, serviceMembers.tenantId), eq(teamMembers.id, serviceMembers.memberId)),
      )
      .where(
        and(
          eq(serviceMembers.tenantId, ctx.tenantId),
          eq(serviceMembers.serviceId, serviceId),
          isNull(teamMembers.archivedAt),
        ),
      )
      .orderBy(asc(serviceMembers.position), asc(teamMembers.id)),
  ])
  if (!rows[0]) throw notFound('service')
  return { service: rows[0], members: members.map(({ member }) => member) }
}

/** Services whose free times change when one of these members or resources is taken up; always with the service itself. */
export async function servicesSharing(
  ctx: Inside,
  {
    serviceId,
    memberIds,
    resourceIds,
  }: { serviceId?: string; memberIds: readonly string[]; resourceIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select service_id as id from service_members
      where tenant_id = ${ctx.tenantId} and member_id = any(${sql.param([...memberIds])}::uuid[])
    union select id from services where tenant_id = ${ctx.tenantId} and (id = ${serviceId ?? null}
      or exists (select from jsonb_array_elements(resources) g, jsonb_array_elements_text(g) r
        where r = any(${sql.param([...resourceIds])}::text[])))`)
  return rows.map(({ id }) => id)
}
