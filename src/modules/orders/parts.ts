/** A producer's part of an order: accepted, packed, shipped (also in several parcels), delivered. */
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { may } from '../../platform/access/actor.ts'
import { containing } from '../../platform/database/containing.ts'
import { conflict, forbidden, notFound } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { change, changed, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Page } from '../../platform/values/shapes.ts'
import { sendParcel } from '../shipping/shipments.ts'
import { linesOf, lockOrder, type Order, type OrderPart } from './find.ts'
import { canFollow, isPartProducer, isReleased, mayFulfil } from './policy.ts'
import { audienceOf, refreshOrder } from './refresh.ts'
import { orderLines, orderParts, orders } from './schema.ts'
import { type ListParts, ShipPart } from './shapes.ts'
import { openQuantity, pickLines } from './take-back.ts'
import { tell } from './timeline.ts'
import type { PartStatus } from './values.ts'

export type PartWithOrder = { part: OrderPart; order: Order }

/** The parts a producer is to send; all of them for the house. */
export async function listParts(ctx: Context, query: ListParts): Promise<Page<PartWithOrder>> {
  return read(ctx, async (ctx) => {
    const conditions: (SQL | undefined)[] = [eq(orderParts.tenantId, ctx.tenantId), partScope(ctx)]
    if (query.status) conditions.push(eq(orderParts.status, query.status))
    if (query.producerId) conditions.push(eq(orderParts.producerId, query.producerId))
    if (query.view === 'toSend') conditions.push(waitsToLeave)
    if (query.from)
      conditions.push(
        sql`${orderParts.placedAt} >= ${query.from}::date::timestamp at time zone ${ctx.timeZone}`,
      )
    if (query.to)
      conditions.push(
        sql`${orderParts.placedAt} < (${query.to}::date + 1)::timestamp at time zone ${ctx.timeZone}`,
      )
    if (query.q)
      conditions.push(
        sql`(${orderParts.number} ilike ${containing(query.q)} or ${orders.shippingAddress}->>'name' ilike ${containing(query.q)})`,
      )
    const counted = and(...conditions)
    // What has waited longest goes first.
    const isRising = query.view === 'toSend'
    const cursor = decodeCursor(query.cursor, 2)
    if (cursor)
      conditions.push(
        sql`(${orderParts.placedAt}, ${orderParts.id}) ${isRising ? sql`>` : sql`<`} (${cursor[0]!}::timestamptz, ${cursor[1]!}::uuid)`,
      )
    const direction = isRising ? asc : desc
    const from = () =>
      ctx.db
        .select({ part: orderParts, order: orders })
        .from(orderParts)
        .innerJoin(orders, and(eq(orders.tenantId, orderParts.tenantId), eq(orders.id, orderParts.orderId)))
    const rows = await from()
      .where(and(...conditions))
      .orderBy(direction(orderParts.placedAt), direction(orderParts.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? data.at(-1)!.part : null
    return {
      data,
      page: { next: last ? encodeCursor([last.placedAt.toISOString(), last.id]) : null },
      ...(query.count ? { total: await countOf(ctx, counted) } : {}),
    }
  })
}

async function countOf(ctx: Inside, conditions: SQL | undefined): Promise<number> {
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)::int` })
    .from(orderParts)
    .innerJoin(orders, and(eq(orders.tenantId, orderParts.tenantId), eq(orders.id, orderParts.orderId)))
    .where(conditions)
  return row!.n
}

const waitsToLeave = and(
  inArray(orderParts.status, ['pending', 'accepted', 'packed']),
  sql`(${orders.paidAt} is not null or ${orders.paymentProvider} = 'cash-on-delivery')`,
)

function partScope(ctx: Inside): SQL {
  if (may(ctx.actor, 'orders.readAll')) return sql`true`
  return ctx.actor.producerIds.length > 0
    ? inArray(orderParts.producerId, [...ctx.actor.producerIds])
    : sql`false`
}

export async function getPart(ctx: Context, partId: string): Promise<PartWithOrder> {
  return read(ctx, async (ctx) => {
    const [found] = await ctx.db
      .select({ part: orderParts, order: orders })
      .from(orderParts)
      .innerJoin(orders, and(eq(orders.tenantId, orderParts.tenantId), eq(orders.id, orderParts.orderId)))
      .where(and(eq(orderParts.tenantId, ctx.tenantId), eq(orderParts.id, partId), partScope(ctx)))
    if (!found) throw notFound('order part')
    return found
  })
}

export const acceptPart = (ctx: Context, partId: string) => move(ctx, 'order-part.accept', partId, 'accepted')
export const packPart = (ctx: Context, partId: string) => move(ctx, 'order-part.pack', partId, 'packed')
export const deliverPart = (ctx: Context, partId: string) =>
  move(ctx, 'order-part.deliver', partId, 'delivered')

type Simple = 'accepted' | 'packed' | 'delivered'
const stampOf = {
  accepted: 'acceptedAt',
  packed: 'packedAt',
  delivered: 'deliveredAt',
} as const satisfies Record<Simple, keyof OrderPart>

async function move(
  ctx: Context,
  action: 'order-part.accept' | 'order-part.pack' | 'order-part.deliver',
  partId: string,
  to: Simple,
): Promise<OrderPart> {
  return change(ctx, action, async (ctx) => {
    const { part, order } = await lockPart(ctx, partId)
    if (part[stampOf[to]] !== null) return unchanged(part)
    requireNext(part, to)
    if (to === 'packed') requireReleased(order)
    const after = await setPart(ctx, part, to, { [stampOf[to]]: ctx.now })
    await tell(ctx, { orderId: order.id, orderPartId: part.id, kind: to })
    await refreshOrder(ctx, order)
    return changed(part, after, announce(ctx, order, part))
  })
}

/** Ships what is named, or all that is left, as one parcel; the part is shipped when its last line has gone. */
export async function shipPart(
  ctx: Context,
  input: z.input<typeof ShipPart> & { partId: string },
): Promise<OrderPart> {
  const { partId, ...rest } = input
  const { trackingNumber, carrier, lines: wanted } = ShipPart.parse(rest)

  return change(ctx, 'order-part.ship', async (ctx) => {
    const { part, order } = await lockPart(ctx, partId)
    if (['shipped', 'delivered', 'returned'].includes(part.status)) return unchanged(part)
    requireNext(part, 'shipped')
    requireReleased(order)
    const lines = (await linesOf(ctx, order.id)).filter((line) => line.orderPartId === part.id)
    const picked = wanted
      ? pickLines(lines, wanted)
      : lines.map((line) => ({ line, quantity: openQuantity(line) })).filter(({ quantity }) => quantity > 0)
    if (picked.length === 0) throw conflict('There is nothing left to ship.', { code: 'nothing_left' })
    for (const { line, quantity } of picked) {
      if (quantity > openQuantity(line))
        throw conflict(`Only ${openQuantity(line)} of ${line.sku} are left to ship.`, { code: 'too_many' })
    }
    await Promise.all(
      picked.map(({ line, quantity }) =>
        ctx.db
          .update(orderLines)
          .set({ shippedQuantity: sql`${orderLines.shippedQuantity} + ${quantity}` })
          .where(and(eq(orderLines.tenantId, ctx.tenantId), eq(orderLines.id, line.id))),
      ),
    )
    const parcel = picked.map(({ line, quantity }) => ({ orderLineId: line.id, quantity }))
    const shipment = await sendParcel(ctx, {
      orderId: order.id,
      orderPartId: part.id,
      carrier,
      trackingNumber,
      lines: parcel,
      provider: order.shippingMethod.provider,
    })
    const shipped = new Map(picked.map(({ line, quantity }) => [line.id, quantity]))
    const isComplete = lines.every((line) => openQuantity(line) === (shipped.get(line.id) ?? 0))
    const after = isComplete
      ? await setPart(ctx, part, 'shipped', { shippedAt: ctx.now, packedAt: part.packedAt ?? ctx.now })
      : await setPart(ctx, part, 'packed', { packedAt: part.packedAt ?? ctx.now })
    await tell(ctx, {
      orderId: order.id,
      orderPartId: part.id,
      kind: 'shipped',
      data: { carrier: shipment.carrier, trackingNumber: shipment.trackingNumber, isPartial: !isComplete },
    })
    await refreshOrder(ctx, order)
    return changed(part, after, announce(ctx, order, part, { shipmentId: shipment.id }))
  })
}

/** The order first, then its part: every change of an order takes its locks in this order. */
async function lockPart(ctx: Inside, partId: string): Promise<PartWithOrder> {
  const mine = and(eq(orderParts.tenantId, ctx.tenantId), eq(orderParts.id, partId))
  const [found] = await ctx.db.select().from(orderParts).where(mine)
  if (!found || !(isPartProducer(ctx.actor, found) || may(ctx.actor, 'orders.readAll')))
    throw notFound('order part')
  if (!mayFulfil(ctx.actor, found)) throw forbidden('Your role does not send parcels.')
  const order = await lockOrder(ctx, found.orderId)
  const [part] = await ctx.db.select().from(orderParts).where(mine)
  return { part: part!, order }
}

function requireNext(part: OrderPart, to: PartStatus): void {
  if (!canFollow(part.status, to)) {
    throw conflict(`A part that is ${part.status} cannot become ${to}.`, {
      code: 'wrong_state',
      details: { status: part.status },
    })
  }
}

function requireReleased(order: Order): void {
  if (!isReleased(order)) throw conflict('This order is not paid yet.', { code: 'not_paid' })
}

async function setPart(
  ctx: Inside,
  part: OrderPart,
  status: PartStatus,
  fields: Partial<OrderPart>,
): Promise<OrderPart> {
  const [after] = await ctx.db
    .update(orderParts)
    .set({ ...fields, status, updatedAt: ctx.now, version: sql`${orderParts.version} + 1` })
    .where(and(eq(orderParts.tenantId, ctx.tenantId), eq(orderParts.id, part.id)))
    .returning()
  return after!
}

const announce = (ctx: Inside, order: Order, part: OrderPart, data: Record<string, unknown> = {}) => ({
  audience: audienceOf(order, [part.producerId]),
  data: { orderId: order.id, number: part.number, ...data },
  isOverride: !isPartProducer(ctx.actor, part) && ctx.actor.kind !== 'system',
})
