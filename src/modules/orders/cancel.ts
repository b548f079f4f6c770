/** Cancelling: the whole order or some of it, as long as it has not shipped. Frees the stock; the money follows by event. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { type AppError, conflict, forbidden, notFound } from '../../platform/http/app-error.ts'
import { change, changed, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { moveStock } from '../catalog/stock.ts'
import { returnUses } from '../promotions/uses.ts'
import {
  linesOf,
  lockOrder,
  type Order,
  type OrderLine,
  type OrderPart,
  partsOf,
  provesAccess,
} from './find.ts'
import { isBuyer, mayCancel, maySeeOrder } from './policy.ts'
import { audienceOf, refreshOrder } from './refresh.ts'
import { orderParts } from './schema.ts'
import { CancelOrder } from './shapes.ts'
import { openQuantity, pickLines, takeBack } from './take-back.ts'
import { tell } from './timeline.ts'

/** Cancels what is named, or all that is left. Cancelling twice changes nothing. */
export async function cancelOrder(
  ctx: Context,
  input: z.input<typeof CancelOrder> & { orderId: string; access?: string | null },
): Promise<Order> {
  const { orderId, access, ...rest } = input
  const { reason, lines: wanted } = CancelOrder.parse(rest)

  return change(ctx, 'order.cancel', async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    const buyer = isBuyer(ctx.actor, order) || provesAccess(order, access)
    if (!buyer && !maySeeOrder(ctx.actor, order)) throw notFound('order')
    if (order.status === 'cancelled') return unchanged(order)
    if (!mayCancel(ctx.actor, order, buyer)) throw refusalOf(order)
    const after = await cancelLines(ctx, order, wanted ?? null, reason ?? null)
    const parts = await partsOf(ctx, order.id)
    return changed(order, after, {
      audience: audienceOf(
        order,
        parts.map((part) => part.producerId),
      ),
    })
  })
}

function refusalOf(order: Order): AppError {
  return ['shipped', 'delivered', 'returned'].includes(order.status)
    ? conflict('This order has shipped. Start a return instead.', { code: 'already_shipped' })
    : forbidden('Only the buyer or the shop may cancel this order, and only before it is packed.')
}

/** The house cancels what was never paid in time; also what `cancelOrder` does once it is allowed. */
export async function cancelLines(
  ctx: Inside,
  order: Order,
  wanted: { lineId: string; quantity: number }[] | null,
  reason: string | null,
): Promise<Order> {
  const lines = await linesOf(ctx, order.id)
  const picked = wanted
    ? pickLines(lines, wanted)
    : lines.map((line) => ({ line, quantity: openQuantity(line) })).filter(({ quantity }) => quantity > 0)
  if (picked.length === 0) throw conflict('There is nothing left to cancel.', { code: 'nothing_left' })

  const worth = await takeBack(ctx, 'cancelled', picked)
  await moveStock(
    ctx,
    picked.map(({ line, quantity }) => ({
      variantId: line.variantId,
      quantity,
      reason: 'release',
      entity: 'order',
      entityId: order.id,
    })),
  )
  const isWhole = await closeParts(ctx, lines, picked)
  if (isWhole) await returnUses(ctx, order.id)
  await tell(ctx, {
    orderId: order.id,
    kind: isWhole ? 'cancelled' : 'line_cancelled',
    data: { reason, lines: picked.map(({ line, quantity }) => ({ name: line.name, quantity })) },
  })
  // With the last line shipping and fees are no longer owed either.
  const adjusted = isWhole ? order.total : sql`${order.adjusted}::numeric + ${worth}::numeric`
  return refreshOrder(ctx, order, { adjusted: adjusted as string })
}

/** Parts of which nothing is left are cancelled, and those whose rest has already left are shipped; true when all are cancelled. */
async function closeParts(
  ctx: Inside,
  lines: OrderLine[],
  picked: { line: OrderLine; quantity: number }[],
): Promise<boolean> {
  const gone = new Map(picked.map(({ line, quantity }) => [line.id, quantity]))
  const parts = new Map<string, { open: number; shipped: number }>()
  for (const line of lines) {
    const part = parts.get(line.orderPartId) ?? { open: 0, shipped: 0 }
    part.open += openQuantity(line) - (gone.get(line.id) ?? 0)
    part.shipped += line.shippedQuantity
    parts.set(line.orderPartId, part)
  }
  const closed = [...parts].filter(([, { open }]) => open === 0)
  const empty = closed.filter(([, { shipped }]) => shipped === 0).map(([id]) => id)
  const left = closed.filter(([, { shipped }]) => shipped > 0).map(([id]) => id)
  await setParts(ctx, empty, { status: 'cancelled', cancelledAt: ctx.now })
  await setParts(ctx, left, { status: 'shipped', shippedAt: ctx.now })
  return empty.length === parts.size
}

async function setParts(ctx: Inside, ids: string[], fields: Partial<OrderPart>): Promise<void> {
  if (ids.length === 0) return
  await ctx.db
    .update(orderParts)
    .set({ ...fields, updatedAt: ctx.now, version: sql`${orderParts.version} + 1` })
    .where(
      and(
        eq(orderParts.tenantId, ctx.tenantId),
        inArray(orderParts.id, ids),
        inArray(orderParts.status, ['pending', 'accepted', 'packed']),
      ),
    )
}
