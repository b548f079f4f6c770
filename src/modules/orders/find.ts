/** Finding orders: mine, my producer's parts, or all of them, each through what the actor may see. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { may } from '../../platform/access/actor.ts'
import { containing } from '../../platform/database/containing.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Page } from '../../platform/values/shapes.ts'
import { isBuyer, maySeeOrder } from './policy.ts'
import { orderLines, orderParts, orders } from './schema.ts'
import type { ListOrders } from './shapes.ts'

export type Order = typeof orders.$inferSelect
export type OrderPart = typeof orderParts.$inferSelect
export type OrderLine = typeof orderLines.$inferSelect

/** One order. `access` is the token of a guest's own link; a stranger's order is not there. */
export async function getOrder(
  ctx: Context,
  input: { orderId: string; access?: string | null },
): Promise<Order> {
  return read(ctx, async (ctx) => {
    const [order] = await ctx.db
      .select()
      .from(orders)
      .where(and(eq(orders.tenantId, ctx.tenantId), eq(orders.id, input.orderId)))
    if (
      !order ||
      !(maySeeOrder(ctx.actor, order) || provesAccess(order, input.access) || (await ownsPart(ctx, order.id)))
    ) {
      throw notFound('order')
    }
    return order
  })
}

async function ownsPart(ctx: Inside, orderId: string): Promise<boolean> {
  if (ctx.actor.producerIds.length === 0) return false
  const parts = await ctx.db
    .select({ id: orderParts.id })
    .from(orderParts)
    .where(
      and(
        eq(orderParts.tenantId, ctx.tenantId),
        eq(orderParts.orderId, orderId),
        inArray(orderParts.producerId, [...ctx.actor.producerIds]),
      ),
    )
    .limit(1)
  return parts.length > 0
}

export const hashAccess = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The token of an order's own link. Derived, so that a second press and every mail are given the same one. */
export const deriveAccess = (secret: string, orderId: string): string =>
  createHmac('sha256', secret).update(`order ${orderId}`).digest('base64url')

/** The order's token for whoever has proved to be its buyer; null when the secret it was made with is gone. */
export function accessOf(
  { services }: Pick<Context, 'services'>,
  order: Pick<Order, 'id' | 'accessHash'>,
): string | null {
  const tokens = services.secrets.map((secret) => deriveAccess(secret, order.id))
  return tokens.find((token) => provesAccess(order, token)) ?? null
}

export function provesAccess(order: Pick<Order, 'accessHash'>, token: string | null | undefined): boolean {
  if (!token) return false
  return timingSafeEqual(Buffer.from(hashAccess(token)), Buffer.from(order.accessHash))
}

/** The order row, locked: everything that changes an order takes this lock first, so changes of one order queue up. */
export async function lockOrder(ctx: Inside, orderId: string): Promise<Order> {
  const [order] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, ctx.tenantId), eq(orders.id, orderId)))
    .for('update')
  if (!order) throw notFound('order')
  return order
}

export type OrderBrief = { number: string; customerName: string }

/** What a list of something else says about its orders: one query for all of them. */
export async function orderBriefs(ctx: Inside, ids: readonly string[]): Promise<Map<string, OrderBrief>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: orders.id, number: orders.number, address: orders.billingAddress })
    .from(orders)
    .where(and(eq(orders.tenantId, ctx.tenantId), inArray(orders.id, [...new Set(ids)])))
  return new Map(rows.map(({ id, number, address }) => [id, { number, customerName: address.name }]))
}

export const partsOf = (ctx: Inside, orderId: string): Promise<OrderPart[]> =>
  ctx.db
    .select()
    .from(orderParts)
    .where(and(eq(orderParts.tenantId, ctx.tenantId), eq(orderParts.orderId, orderId)))
    .orderBy(orderParts.number)

export const linesOf = (ctx: Inside, orderId: string): Promise<OrderLine[]> =>
  ctx.db
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.tenantId, ctx.tenantId), eq(orderLines.orderId, orderId)))
    .orderBy(orderLines.position)

/** Mine; all of them for the house's people when `view` is `all`. Newest first, by keyset. */
export async function listOrders(ctx: Context, query: ListOrders): Promise<Page<Order>> {
  return read(ctx, async (ctx) => {
    const conditions: (SQL | undefined)[] = [eq(orders.tenantId, ctx.tenantId), scopeOf(ctx, query)]
    if (query.status) conditions.push(eq(orders.status, query.status))
    if (query.from)
      conditions.push(sql`${orders.placedAt} >= ${query.from}::date::timestamp at time zone ${ctx.timeZone}`)
    if (query.to)
      conditions.push(
        sql`${orders.placedAt} < (${query.to}::date + 1)::timestamp at time zone ${ctx.timeZone}`,
      )
    if (query.paymentProvider) conditions.push(eq(orders.paymentProvider, query.paymentProvider))
    if (query.customerId) conditions.push(eq(orders.customerId, query.customerId))
    if (query.payment) conditions.push(paymentOf(query.payment))
    if (query.producerId) conditions.push(hasPartOf(query.producerId))
    if (query.q) conditions.push(searchOf(query.q))
    const isRising = query.sort === 'placedAt'
    const cursor = decodeCursor(query.cursor, 2)
    const filter = and(...conditions)
    if (cursor)
      conditions.push(
        sql`(${orders.placedAt}, ${orders.id}) ${isRising ? sql`>` : sql`<`} (${cursor[0]!}::timestamptz, ${cursor[1]!}::uuid)`,
      )
    const direction = isRising ? asc : desc
    const rows = await ctx.db
      .select()
      .from(orders)
      .where(and(...conditions))
      .orderBy(direction(orders.placedAt), direction(orders.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? data.at(-1)! : null
    return {
      data,
      page: { next: last ? encodeCursor([last.placedAt.toISOString(), last.id]) : null },
      ...(query.count ? { total: await ctx.db.$count(orders, filter) } : {}),
    }
  })
}

function scopeOf(ctx: Inside, query: ListOrders): SQL {
  if (query.view !== 'mine' && may(ctx.actor, 'orders.readAll')) return sql`true`
  return ctx.actor.userId ? eq(orders.userId, ctx.actor.userId) : sql`false`
}

const paymentOf = (payment: NonNullable<ListOrders['payment']>): SQL =>
  ({
    paid: sql`${orders.paidAt} is not null`,
    waiting: sql`${orders.paidAt} is null and ${orders.status} <> 'cancelled' and ${orders.paymentProvider} <> 'cash-on-delivery'`,
    refunded: sql`${orders.refunded} > 0`,
  })[payment]

const hasPartOf = (producerId: string): SQL =>
  sql`exists (select from ${orderParts} p where p.tenant_id = ${orders.tenantId} and p.order_id = ${orders.id} and p.producer_id = ${producerId})`

const searchOf = (q: string): SQL => {
  const like = containing(q)
  return sql`(${orders.number} ilike ${like} or ${orders.email} ilike ${like} or ${orders.shippingAddress}->>'name' ilike ${like})`
}

export const canOpen = (ctx: Context, order: Order): boolean =>
  isBuyer(ctx.actor, order) || may(ctx.actor, 'orders.readAll')
