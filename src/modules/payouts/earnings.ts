/** What producers earn: booked when a part is delivered, corrected when goods come back or money is returned. */
import { and, eq, sql } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import { change, changedMany, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import { linesOf, lockOrder, type Order, type OrderPart, partsOf } from '../orders/find.ts'
import { findProducer } from '../producers/find.ts'
import { commissionOf } from './commission.ts'
import { earnings } from './schema.ts'

export type Earning = typeof earnings.$inferSelect
type Kind = Earning['kind']

const defaultCommission = '10'
const defaultFeeVat = '24'

/**
 * Brings the ledger of an order's delivered parts to what it should say now. Run again, it finds nothing to add:
 * each run books only the difference between the goods that stayed with the customer and what was booked before.
 */
export async function trueUp(ctx: Context, input: { orderId: string; cause: string }): Promise<void> {
  await change(ctx, 'earning.record', async (ctx) => {
    const order = await lockOrder(ctx, input.orderId)
    const [parts, lines, booked] = await Promise.all([
      partsOf(ctx, order.id),
      linesOf(ctx, order.id),
      earningsOf(ctx, order.id),
    ])
    const rows: (typeof earnings.$inferInsert)[] = []
    for (const part of parts.filter((part) => part.deliveredAt !== null)) {
      const stayed = lines
        .filter((line) => line.orderPartId === part.id)
        .reduce((sum, line) => add(sum, subtract(line.gross, line.refunded)), '0.00')
      rows.push(
        ...(await differenceOf(
          ctx,
          order,
          part,
          stayed,
          booked.filter((row) => row.orderPartId === part.id),
          input.cause,
        )),
      )
    }
    if (rows.length === 0) return unchanged(null)
    const made = await ctx.db.insert(earnings).values(rows).onConflictDoNothing().returning()
    return changedMany(
      null,
      made.map((after) => ({
        before: null,
        after,
        options: { audience: [`producer:${after.producerId}`, 'may:payouts.manage'] },
      })),
    )
  })
}

async function differenceOf(
  ctx: Inside,
  order: Order,
  part: OrderPart,
  stayed: string,
  booked: Earning[],
  cause: string,
) {
  const sumOf = (...kinds: Kind[]) =>
    booked.filter((row) => kinds.includes(row.kind)).reduce((sum, row) => add(sum, row.amount), '0.00')
  const isFirst = booked.length === 0
  const commissionPercent = (await findProducer(ctx, part.producerId))?.commissionPercent
  const percent = commissionPercent ?? ctx.organization.settings.commissionPercent ?? defaultCommission
  const fee = commissionOf({
    goods: stayed,
    percent,
    vatPercent: ctx.organization.settings.commissionVatPercent ?? defaultFeeVat,
    currency: order.currency,
  })
  const due: [Kind, string][] = [
    [isFirst ? 'goods' : 'refund', subtract(stayed, sumOf('goods', 'refund'))],
    ['shipping', isFirst ? part.shippingTotal : '0.00'],
    [
      isFirst ? 'commission' : 'commissionRefund',
      subtract(negative(fee.commission), sumOf('commission', 'commissionRefund')),
    ],
    ['commissionVat', subtract(negative(fee.vat), sumOf('commissionVat'))],
  ]
  return due
    .filter(([, amount]) => compare(amount, '0') !== 0)
    .map(([kind, amount]) => ({
      tenantId: ctx.tenantId,
      id: newId(),
      producerId: part.producerId,
      orderId: order.id,
      orderPartId: part.id,
      kind,
      amount,
      currency: order.currency,
      effectKey: `${part.id}:${cause}`,
      description: part.number,
      earnedOn: dayOf(ctx),
      createdAt: ctx.now,
    }))
}

const negative = (amount: string): string => subtract('0.00', amount)

export const dayOf = (ctx: Pick<Inside, 'now' | 'organization'>): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ctx.organization.timeZone }).format(ctx.now)

const earningsOf = (ctx: Inside, orderId: string): Promise<Earning[]> =>
  ctx.db
    .select()
    .from(earnings)
    .where(and(eq(earnings.tenantId, ctx.tenantId), eq(earnings.orderId, orderId)))

/** What a producer has coming that is on no statement yet. */
export async function openBalance(
  ctx: Inside,
  producerIds: readonly string[],
): Promise<{ producerId: string; total: string }[]> {
  const { rows } = await ctx.db.execute<{ producerId: string; total: string }>(sql`
    select producer_id as "producerId", sum(amount)::text as total from earnings
    where tenant_id = ${ctx.tenantId} and statement_id is null and producer_id = any(${sql.param([...producerIds])}::uuid[]) group by producer_id`)
  return rows
}
