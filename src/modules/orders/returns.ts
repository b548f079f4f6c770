/** Returns: asked for with a reason, allowed or refused, received and put back on the shelf. The money follows by event. */
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { may } from '../../platform/access/actor.ts'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, forbidden, notFound } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Page } from '../../platform/values/shapes.ts'
import { moveStock } from '../catalog/stock.ts'
import { linesOf, lockOrder, type Order, type OrderLine, partsOf, provesAccess } from './find.ts'
import { nextNumber } from '../../platform/tenancy/numbers.ts'
import { isBuyer, mayReturn, maySeeOrder } from './policy.ts'
import { audienceOf, refreshOrder } from './refresh.ts'
import { orderParts, returns } from './schema.ts'
import { ListReturns, ReceiveReturn, RefuseReturn, RequestReturn } from './shapes.ts'
import { pickLines, takeBack } from './take-back.ts'
import { tell } from './timeline.ts'

export type Return = typeof returns.$inferSelect

const day = 86_400_000
const defaultReturnDays = 14

/** Asks to send something back. The house may ask for the customer, and is not bound by the days. */
export async function requestReturn(
  ctx: Context,
  input: z.input<typeof RequestReturn> & { orderId: string; access?: string | null },
): Promise<Return> {
  const { orderId, access, ...rest } = input
  const wanted = RequestReturn.parse(rest)

  return change(ctx, 'return.request', async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    const buyer = isBuyer(ctx.actor, order) || provesAccess(order, access)
    if (!buyer && !maySeeOrder(ctx.actor, order)) throw notFound('order')
    if (!mayReturn(ctx.actor, order, buyer)) {
      if (!buyer) throw forbidden('Your role does not handle returns.')
      throw conflict('Only what has shipped can be returned.', { code: 'not_shipped' })
    }
    const lines = await linesOf(ctx, order.id)
    await requireInTime(ctx, order)
    await requireAvailable(ctx, order, lines, wanted.lines)
    const [row] = await ctx.db
      .insert(returns)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        orderId: order.id,
        number: await nextNumber(ctx, 'return', 'R'),
        reason: wanted.reason,
        note: wanted.note ?? null,
        lines: wanted.lines.map((line) => ({ ...line, restock: false })),
        requestedBy: ctx.actor.userId,
      })
      .returning()
    await tell(ctx, {
      orderId: order.id,
      kind: 'return_requested',
      data: { number: row!.number, reason: wanted.reason },
    })
    return created(row!, await announce(ctx, order))
  })
}

async function requireInTime(ctx: Inside, order: Order): Promise<void> {
  if (may(ctx.actor, 'returns.manage')) return
  const days = ctx.organization.settings.returnDays ?? defaultReturnDays
  const delivered = (await partsOf(ctx, order.id))
    .map((part) => part.deliveredAt ?? part.shippedAt)
    .filter((at) => at !== null)
  const last = Math.max(...delivered.map((at) => at.getTime()))
  if (ctx.now.getTime() > last + days * day)
    throw conflict(`Returns are possible for ${days} days.`, { code: 'too_late', details: { days } })
}

/** What other open returns already claim cannot be claimed again. */
async function requireAvailable(
  ctx: Inside,
  order: Order,
  lines: OrderLine[],
  wanted: { lineId: string; quantity: number }[],
): Promise<void> {
  const open = await ctx.db
    .select({ lines: returns.lines })
    .from(returns)
    .where(
      and(
        eq(returns.tenantId, ctx.tenantId),
        eq(returns.orderId, order.id),
        sql`${returns.status} in ('requested', 'approved')`,
      ),
    )
  const claimed = new Map<string, number>()
  for (const { lineId, quantity } of open.flatMap((row) => row.lines))
    claimed.set(lineId, (claimed.get(lineId) ?? 0) + quantity)
  for (const { line, quantity } of pickLines(lines, wanted)) {
    const available = line.shippedQuantity - line.returnedQuantity - (claimed.get(line.id) ?? 0)
    if (quantity > available) {
      throw conflict(`Only ${available} of ${line.sku} can be returned.`, {
        code: 'too_many',
        details: { lineId: line.id, available },
      })
    }
  }
}

export async function approveReturn(ctx: Context, returnId: string): Promise<Return> {
  requirePermission(ctx, 'returns.manage')
  return decide(ctx, 'return.approve', returnId, 'approved', null)
}

export async function refuseReturn(
  ctx: Context,
  input: z.input<typeof RefuseReturn> & { returnId: string },
): Promise<Return> {
  requirePermission(ctx, 'returns.manage')
  const { answer } = RefuseReturn.parse({ answer: input.answer })
  return decide(ctx, 'return.refuse', input.returnId, 'refused', answer)
}

async function decide(
  ctx: Context,
  action: 'return.approve' | 'return.refuse',
  returnId: string,
  status: 'approved' | 'refused',
  answer: string | null,
): Promise<Return> {
  return change(ctx, action, async (ctx) => {
    const { before, order } = await lockReturn(ctx, returnId)
    if (before.status === status) return unchanged(before)
    if (before.status !== 'requested')
      throw conflict(`This return is already ${before.status}.`, { code: 'wrong_state' })
    const after = await setReturn(ctx, before, { status, answer, decidedAt: ctx.now })
    await tell(ctx, { orderId: order.id, kind: `return_${status}`, data: { number: before.number, answer } })
    return changed(before, after, await announce(ctx, order))
  })
}

/** The goods are back: they are taken off the order, and what is whole goes on the shelf again. */
export async function receiveReturn(
  ctx: Context,
  input: z.input<typeof ReceiveReturn> & { returnId: string },
): Promise<Return> {
  requirePermission(ctx, 'returns.manage')
  const { restock } = ReceiveReturn.parse({ restock: input.restock })
  return change(ctx, 'return.receive', async (ctx) => {
    const { before, order } = await lockReturn(ctx, input.returnId)
    if (before.status === 'received') return unchanged(before)
    if (before.status === 'refused') throw conflict('This return was refused.', { code: 'wrong_state' })
    const lines = await linesOf(ctx, order.id)
    const picked = pickLines(lines, before.lines)
    const worth = await takeBack(ctx, 'returned', picked)
    const shelved = picked.filter(({ line }) => restock.includes(line.id))
    if (shelved.length > 0) {
      await moveStock(
        ctx,
        shelved.map(({ line, quantity }) => ({
          variantId: line.variantId,
          quantity,
          reason: 'return',
          entity: 'return',
          entityId: before.id,
        })),
      )
    }
    await closeReturnedParts(ctx, order)
    const after = await setReturn(ctx, before, {
      status: 'received',
      decidedAt: before.decidedAt ?? ctx.now,
      receivedAt: ctx.now,
      lines: before.lines.map((line) => ({ ...line, restock: restock.includes(line.lineId) })),
    })
    await tell(ctx, { orderId: order.id, kind: 'return_received', data: { number: before.number } })
    await refreshOrder(ctx, order, { adjusted: sql`${order.adjusted}::numeric + ${worth}::numeric` as never })
    return changed(before, after, await announce(ctx, order))
  })
}

async function closeReturnedParts(ctx: Inside, order: Order): Promise<void> {
  const lines = await linesOf(ctx, order.id)
  for (const part of await partsOf(ctx, order.id)) {
    const mine = lines.filter((line) => line.orderPartId === part.id)
    const isBack = mine.every((line) => line.returnedQuantity + line.cancelledQuantity === line.quantity)
    if (!isBack || !['shipped', 'delivered'].includes(part.status)) continue
    await ctx.db
      .update(orderParts)
      .set({ status: 'returned', updatedAt: ctx.now, version: sql`${orderParts.version} + 1` })
      .where(and(eq(orderParts.tenantId, ctx.tenantId), eq(orderParts.id, part.id)))
  }
}

export async function listReturns(ctx: Context, query: z.output<typeof ListReturns>): Promise<Page<Return>> {
  requirePermission(ctx, 'returns.manage')
  return read(ctx, async (ctx) => {
    const cursor = decodeCursor(query.cursor, 1)
    const rows = await ctx.db
      .select()
      .from(returns)
      .where(
        and(
          eq(returns.tenantId, ctx.tenantId),
          query.status ? eq(returns.status, query.status) : undefined,
          cursor ? lt(returns.id, cursor[0]!) : undefined,
        ),
      )
      .orderBy(desc(returns.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return { data, page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null } }
  })
}

export const returnsOf = (ctx: Inside, orderId: string): Promise<Return[]> =>
  ctx.db
    .select()
    .from(returns)
    .where(and(eq(returns.tenantId, ctx.tenantId), eq(returns.orderId, orderId)))
    .orderBy(returns.id)

async function lockReturn(ctx: Inside, returnId: string): Promise<{ before: Return; order: Order }> {
  const mine = and(eq(returns.tenantId, ctx.tenantId), eq(returns.id, returnId))
  const [found] = await ctx.db.select({ orderId: returns.orderId }).from(returns).where(mine)
  if (!found) throw notFound('return')
  const order = await lockOrder(ctx, found.orderId)
  const [before] = await ctx.db.select().from(returns).where(mine)
  return { before: before!, order }
}

async function setReturn(ctx: Inside, row: Return, fields: Partial<Return>): Promise<Return> {
  const [after] = await ctx.db
    .update(returns)
    .set({ ...fields, version: sql`${returns.version} + 1` })
    .where(and(eq(returns.tenantId, ctx.tenantId), eq(returns.id, row.id)))
    .returning()
  return after!
}

async function announce(ctx: Inside, order: Order) {
  const parts = await partsOf(ctx, order.id)
  return {
    audience: [
      'may:returns.manage',
      ...audienceOf(
        order,
        parts.map((part) => part.producerId),
      ),
    ],
    data: { orderId: order.id },
  }
}
