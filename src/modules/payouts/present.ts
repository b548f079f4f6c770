/** Statements and payouts as the API shows them. */
import { z } from 'zod'
import { Day, Id, Instant, Money } from '../../platform/values/shapes.ts'
import type { Earning } from './earnings.ts'
import type { Payout, Transfer } from './payouts.ts'
import type { Statement } from './statements.ts'

export const StatementView = z
  .object({
    id: Id,
    number: z.string(),
    producerId: Id,
    from: Day,
    to: Day,
    sums: z.record(z.string(), Money),
    total: Money,
    payoutId: Id.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Statement' })

export const EntryView = z.object({
  id: Id,
  orderId: Id,
  kind: z.string(),
  amount: Money,
  description: z.string(),
  earnedOn: Day,
})
export const StatementDetailView = StatementView.extend({ entries: z.array(EntryView) }).meta({
  id: 'StatementDetail',
})

export const PayoutView = z
  .object({
    id: Id,
    number: z.string(),
    status: z.enum(['draft', 'exported', 'paid', 'cancelled']),
    total: Money,
    count: z.int(),
    executeOn: Day,
    exportedAt: Instant.nullable(),
    paidAt: Instant.nullable(),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Payout' })

export const PayoutDetailView = PayoutView.extend({
  transfers: z.array(
    z.object({ statementId: Id, number: z.string(), producerId: Id, name: z.string(), amount: Money }),
  ),
}).meta({ id: 'PayoutDetail' })

export function presentStatement(row: Statement): z.output<typeof StatementView> {
  const { id, number, producerId, from, to, payoutId, currency } = row
  const money = (amount: string) => ({ amount, currency })
  const sums = Object.fromEntries(Object.entries(row.sums).map(([kind, amount]) => [kind, money(amount)]))
  return {
    id,
    number,
    producerId,
    from,
    to,
    sums,
    total: money(row.total),
    payoutId,
    createdAt: row.createdAt.toISOString(),
  }
}

export const presentEntry = ({
  id,
  orderId,
  kind,
  amount,
  currency,
  description,
  earnedOn,
}: Earning): z.output<typeof EntryView> => ({
  id,
  orderId,
  kind,
  amount: { amount, currency },
  description,
  earnedOn,
})

export function presentPayout(row: Payout): z.output<typeof PayoutView> {
  const { id, number, status, count, executeOn, version } = row
  return {
    id,
    number,
    status,
    total: { amount: row.total, currency: row.currency },
    count,
    executeOn,
    exportedAt: row.exportedAt?.toISOString() ?? null,
    paidAt: row.paidAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version,
  }
}

export const presentTransfer = ({ statement, name }: Transfer) => ({
  statementId: statement.id,
  number: statement.number,
  producerId: statement.producerId,
  name,
  amount: { amount: statement.total, currency: statement.currency },
})
