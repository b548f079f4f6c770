/** Takes quantities off an order's lines (cancelled before, returned after shipping) and says what they were worth. */
import { and, eq, sql } from 'drizzle-orm'
import { conflict, invalidField } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { OrderLine } from './find.ts'
import { orderLines } from './schema.ts'

export type LineQuantity = { lineId: string; quantity: number }

/** What can still be cancelled: neither shipped nor cancelled yet. */
export const openQuantity = (line: OrderLine): number =>
  line.quantity - line.shippedQuantity - line.cancelledQuantity

/** Names each line once, found among the order's own. */
export function pickLines(
  lines: readonly OrderLine[],
  wanted: readonly LineQuantity[],
): { line: OrderLine; quantity: number }[] {
  const sums = new Map<string, number>()
  for (const { lineId, quantity } of wanted) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity)
  return [...sums].map(([lineId, quantity], index) => {
    const line = lines.find((candidate) => candidate.id === lineId)
    if (!line) throw invalidField(`/lines/${index}/lineId`, 'This line is not part of the order.')
    return { line, quantity }
  })
}

/**
 * Books the quantities as cancelled or returned. A line's worth is split over its units so that all of them together
 * are worth exactly the line, whatever the order in which they go: round(gross × units gone ÷ units) each time.
 */
export async function takeBack(
  ctx: Inside,
  kind: 'cancelled' | 'returned',
  picked: { line: OrderLine; quantity: number }[],
): Promise<string> {
  for (const { line, quantity } of picked) {
    const most = kind === 'cancelled' ? openQuantity(line) : line.shippedQuantity - line.returnedQuantity
    if (quantity > most) {
      throw conflict(`Only ${most} of ${line.sku} can be ${kind}.`, {
        code: 'too_many',
        details: { lineId: line.id, available: most },
      })
    }
  }
  const rows = sql.join(
    picked.map(({ line, quantity }) => sql`(${line.id}::uuid, ${quantity}::int)`),
    sql`, `,
  )
  const gone = sql`(l.cancelled_quantity + l.returned_quantity)`
  const worth = sql`least(l.gross - l.refunded, round(l.gross * (${gone} + d.quantity) / l.quantity, 2) - round(l.gross * ${gone} / l.quantity, 2))`
  const column = sql.identifier(`${kind}_quantity`)
  const { rows: sums } = await ctx.db.execute<{ worth: string }>(sql`
    with d (id, quantity) as (values ${rows}),
    worths as (select l.id, ${worth} as worth from order_lines l join d on d.id = l.id where l.tenant_id = ${ctx.tenantId}),
    changed as (
      update order_lines l set ${column} = l.${column} + d.quantity, refunded = l.refunded + w.worth
      from d join worths w on w.id = d.id where l.tenant_id = ${ctx.tenantId} and l.id = d.id returning l.id
    )
    select coalesce(sum(worth), 0)::text as worth from worths where exists (select from changed)`)
  return sums[0]!.worth
}

/** Books goodwill or a refund on one line without moving goods. */
export async function adjustLine(ctx: Inside, line: OrderLine, amount: string): Promise<void> {
  await ctx.db
    .update(orderLines)
    .set({ refunded: sql`${orderLines.refunded} + ${amount}` })
    .where(and(eq(orderLines.tenantId, ctx.tenantId), eq(orderLines.id, line.id)))
}
