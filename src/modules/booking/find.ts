/** Bookings as they are found: one's own, a guest's by its link, all of them for the house. */
import { and, asc, desc, eq, getColumns, sql, type SQL } from 'drizzle-orm'
import { notFound } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Page, Translated } from '../../platform/values/shapes.ts'
import { findOwnCustomer } from '../customers/customers.ts'
import { customers } from '../customers/schema.ts'
import { provesAccess } from '../requests/access.ts'
import type { Request } from '../requests/requests.ts'
import { requests } from '../requests/schema.ts'
import { services } from '../services/schema.ts'
import type { CancellationPolicy } from '../services/values.ts'
import { dayMs, dayNumber } from '../services/calendar/days.ts'
import { zoneClock } from '../services/calendar/zone-clock.ts'
import { maySeeAll } from './policy.ts'
import type { ListBookings } from './shapes.ts'

export type Booking = Request & {
  serviceName: Translated
  policy: CancellationPolicy | null
  /** The account of its customer. */
  userId: string | null
  memberNames: string[]
}

type Key = { bookingId: string; access?: string | null }
export type Found = Booking & { isCustomer: boolean }

/** One booking; `access` is the token of its own link. A stranger's is not there. */
export async function getBooking(ctx: Context, input: Key): Promise<Found> {
  return read(ctx, async (ctx) => {
    const [booking] = await select(
      ctx,
      sql`${requests.id} = ${input.bookingId} and ${requests.startsAt} is not null`,
    )
    if (!booking) throw notFound('booking')
    const isCustomer = isCustomerOf(ctx, booking, input.access)
    if (!isCustomer && !maySeeAll(ctx.actor)) throw notFound('booking')
    return { ...booking, isCustomer }
  })
}

/** Several at once, in the order of the ids; for whoever has just made them. */
export async function getBookings(ctx: Context, ids: readonly string[]): Promise<Booking[]> {
  return read(ctx, async (ctx) => {
    const rows = await select(ctx, sql`${requests.id} = any(${sql.param([...ids])}::uuid[])`)
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id)!)
  })
}

/** Whether they act for the customer: by their account or by the booking's own link. */
export const isCustomerOf = (
  ctx: Context,
  booking: Pick<Booking, 'id' | 'accessHash' | 'userId'>,
  access?: string | null,
): boolean =>
  (ctx.actor.userId !== null && booking.userId === ctx.actor.userId) || provesAccess(booking, access)

/** The account of a request's customer and what its service says about cancelling. */
export async function termsOf(
  ctx: Inside,
  request: Request,
): Promise<{ userId: string | null; policy: CancellationPolicy | null }> {
  const [row] = await ctx.db
    .select({ userId: customers.userId, policy: services.cancellation })
    .from(customers)
    .leftJoin(services, and(eq(services.tenantId, ctx.tenantId), eq(services.id, request.serviceId!)))
    .where(and(eq(customers.tenantId, ctx.tenantId), eq(customers.id, request.customerId)))
  return { userId: row?.userId ?? null, policy: row?.policy ?? null }
}

/** My own; for the house all of them. */
export async function listBookings(ctx: Context, query: ListBookings): Promise<Page<Booking>> {
  return read(ctx, async (ctx) => {
    const filter = await conditionsOf(ctx, query)
    if (!filter) return { data: [], page: { next: null }, ...(query.count ? { total: 0 } : {}) }
    const isByAge = query.sort === '-createdAt'
    const isDown = query.sort.startsWith('-')
    const key = isByAge ? sql`${requests.createdAt}` : sql`${requests.startsAt}`
    const after = decodeKey(query.cursor, ['instant', 'id'])
    const beyond = after
      ? sql` and (${key}, ${requests.id}) ${isDown ? sql`<` : sql`>`} (${after[0]!}::timestamptz, ${after[1]!}::uuid)`
      : sql``
    const order = isDown ? desc : asc
    const rows = await select(ctx, sql`${filter}${beyond}`, key)
      .orderBy(order(key), order(requests.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? data.at(-1)! : null
    return {
      data,
      page: { next: last ? encodeCursor([last.sortKey, last.id]) : null },
      ...(query.count ? { total: await countOf(ctx, filter) } : {}),
    }
  })
}

/** Null when there can be none: somebody who is no customer yet. */
async function conditionsOf(ctx: Inside, query: ListBookings): Promise<SQL | null> {
  const conditions = [sql`${requests.startsAt} is not null`]
  if (!maySeeAll(ctx.actor)) {
    const own = await findOwnCustomer(ctx)
    if (!own) return null
    conditions.push(sql`${requests.customerId} = ${own.id}`)
  } else if (query.customerId) conditions.push(sql`${requests.customerId} = ${query.customerId}`)
  if (query.status) conditions.push(sql`${requests.status} = ${query.status}`)
  if (query.serviceId) conditions.push(sql`${requests.serviceId} = ${query.serviceId}`)
  if (query.memberId) conditions.push(sql`${query.memberId} = any(${requests.memberIds})`)
  if (query.seriesId) conditions.push(sql`${requests.seriesId} = ${query.seriesId}`)
  if (query.from) conditions.push(sql`${requests.startsAt} >= ${boundary(ctx, query.from, 0)}::timestamptz`)
  if (query.to) conditions.push(sql`${requests.startsAt} < ${boundary(ctx, query.to, 1)}::timestamptz`)
  if (query.q) {
    const wanted = query.q.toLowerCase()
    conditions.push(
      sql`position(${wanted} in lower(${requests.number} || ' ' || ${requests.contactName} || ' ' || coalesce(${requests.contactEmail}, ''))) > 0`,
    )
  }
  return sql.join(conditions, sql` and `)
}

/** An instant as such; a day of the house's zone, whose end is the next one's beginning. */
function boundary(ctx: Inside, value: string, daysLater: 0 | 1): string {
  if (value.includes('T')) return new Date(value).toISOString()
  const local = (dayNumber(value) + daysLater) * dayMs
  return new Date(zoneClock(ctx.organization.timeZone, local, local).instantOf(local)).toISOString()
}

// Names beside the row, in one statement: a list never asks once per row.
const select = (ctx: Inside, where: SQL, sortKey: SQL = sql`null`) =>
  ctx.db
    .select({
      ...getColumns(requests),
      serviceName: services.name,
      policy: services.cancellation,
      userId: customers.userId,
      memberNames: sql<string[]>`coalesce((
        select array_agg(m.name order by array_position(${requests.memberIds}, m.id)) from team_members m
        where m.tenant_id = ${ctx.tenantId} and m.id = any(${requests.memberIds})), '{}')`,
      sortKey: sql<string>`(${sortKey})::text`,
    })
    .from(requests)
    .innerJoin(services, and(eq(services.tenantId, requests.tenantId), eq(services.id, requests.serviceId)))
    .innerJoin(
      customers,
      and(eq(customers.tenantId, requests.tenantId), eq(customers.id, requests.customerId)),
    )
    .where(and(eq(requests.tenantId, ctx.tenantId), where))
    .$dynamic()

async function countOf(ctx: Inside, filter: SQL): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from requests where ${requests.tenantId} = ${ctx.tenantId} and ${filter}`,
  )
  return rows[0]!.n
}
