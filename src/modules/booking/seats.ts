/** Taking and giving back seats of visits. A visit comes with its first seat and goes with its last. */
import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Service } from '../services/find.ts'
import type { Choice } from './engine/inputs.ts'
import { occupancies, seats, visits } from './schema.ts'

export type Slot = { start: number; end: number; choice: Choice }
type Holder = { holderId: string; expiresAt: Date | null }

/**
 * Takes one seat for the holder: of the group visit that the choice joins, or of a new visit. Answers the visit, or null
 * when somebody was faster; then nothing was written that must stay.
 */
export async function takeSeat(
  ctx: Inside,
  service: Service,
  slot: Slot,
  holder: Holder,
): Promise<string | null> {
  const visitId = slot.choice.visitId
    ? await joinVisit(ctx, slot.choice.visitId)
    : await openVisit(ctx, service, slot)
  if (!visitId) return null
  await ctx.db.insert(seats).values({ tenantId: ctx.tenantId, visitId, ...holder })
  return visitId
}

async function joinVisit(ctx: Inside, visitId: string): Promise<string | null> {
  const [row] = await ctx.db
    .update(visits)
    .set({ seats: sql`${visits.seats} + 1` })
    .where(
      and(
        eq(visits.tenantId, ctx.tenantId),
        eq(visits.id, visitId),
        sql`${visits.seats} < ${visits.capacity}`,
      ),
    )
    .returning({ id: visits.id })
  return row?.id ?? null
}

async function openVisit(
  ctx: Inside,
  service: Service,
  { start, end, choice }: Slot,
): Promise<string | null> {
  const visitId = newId()
  await ctx.db.insert(visits).values({
    tenantId: ctx.tenantId,
    id: visitId,
    serviceId: service.id,
    startsAt: new Date(start),
    endsAt: new Date(end),
    capacity: service.capacity,
    seats: 1,
    createdAt: ctx.now,
  })
  const span = paddedSpan(service, start, end)
  const taken = [...(choice.memberIds.length > 0 ? choice.memberIds : [service.id]), ...choice.resourceIds]
  const rows = await ctx.db
    .insert(occupancies)
    .values(taken.map((resourceId) => ({ tenantId: ctx.tenantId, id: newId(), visitId, resourceId, span })))
    // Whoever overlaps and was committed first stays; the constraint decides, and the transaction goes on to say so.
    .onConflictDoNothing()
    .returning({ id: occupancies.id })
  if (rows.length === taken.length) return visitId
  await ctx.db.delete(visits).where(and(eq(visits.tenantId, ctx.tenantId), eq(visits.id, visitId)))
  return null
}

function paddedSpan(service: Service, start: number, end: number): string {
  const from = new Date(start - service.bufferBeforeMinutes * 60_000)
  const to = new Date(end + service.bufferAfterMinutes * 60_000)
  return `[${from.toISOString()},${to.toISOString()})`
}

/** Gives the seats of bookings or holds back; their visits go when nobody is left. */
export async function giveBack(ctx: Inside, holderIds: readonly string[]): Promise<void> {
  if (holderIds.length === 0) return
  await lower(ctx, sql`holder_id = any(${sql.param([...holderIds])}::uuid[])`)
}

/** Frees what expired holds still take up of these; call it after their locks were taken. */
export async function dropExpired(ctx: Inside, resourceIds: readonly string[]): Promise<void> {
  await lower(
    ctx,
    sql`expires_at <= ${ctx.now.toISOString()}::timestamptz and exists (
      select from occupancies o where o.tenant_id = ${ctx.tenantId} and o.visit_id = seats.visit_id
        and o.resource_id = any(${sql.param([...resourceIds])}::uuid[]))`,
  )
}

/** Frees all that expired; answers the services that have more free time now. */
export async function sweepExpired(ctx: Inside): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select distinct v.service_id as id from seats s join visits v on v.tenant_id = s.tenant_id and v.id = s.visit_id
    where s.tenant_id = ${ctx.tenantId} and s.expires_at <= ${ctx.now.toISOString()}::timestamptz`)
  if (rows.length > 0) await lower(ctx, sql`expires_at <= ${ctx.now.toISOString()}::timestamptz`)
  return rows.map(({ id }) => id)
}

async function lower(ctx: Inside, which: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await ctx.db.execute<{ id: string; seats: number }>(sql`
    with gone as (delete from seats where tenant_id = ${ctx.tenantId} and ${which} returning visit_id),
      counted as (select visit_id, count(*)::int as n from gone group by 1)
    update visits set seats = visits.seats - counted.n from counted
    where visits.tenant_id = ${ctx.tenantId} and visits.id = counted.visit_id
    returning visits.id, visits.seats`)
  const empty = rows.filter((row) => row.seats === 0).map(({ id }) => id)
  if (empty.length === 0) return
  await ctx.db.execute(sql`
    delete from visits where tenant_id = ${ctx.tenantId} and id = any(${sql.param(empty)}::uuid[]) and seats = 0`)
}

/** A hold's seat becomes its booking's, for good. */
export async function passSeat(ctx: Inside, from: string, to: string): Promise<boolean> {
  const rows = await ctx.db
    .update(seats)
    .set({ holderId: to, expiresAt: null })
    .where(and(eq(seats.tenantId, ctx.tenantId), eq(seats.holderId, from)))
    .returning({ holderId: seats.holderId })
  return rows.length > 0
}
