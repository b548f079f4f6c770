/**
 * A month of trade in the demo market: orders in every state, each placed and worked by the very verbs that people use,
 * in one transaction that also takes note of it. So it goes on where it was cut, and twice is once.
 */
import { dayOf } from '../../../modules/payouts/earnings.ts'
import { createPayout, exportPayout, markPaid } from '../../../modules/payouts/payouts.ts'
import { createStatements } from '../../../modules/payouts/statements.ts'
import { isAppError } from '../../../platform/http/app-error.ts'
import { once } from '../../../platform/jobs/once.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { type DemoOrder, demoOrders } from '../demo/orders.ts'
import { tradeDone } from './context.ts'
import { live } from './fates.ts'
import { type Known, knownOf } from './known.ts'
import { placeDemoOrder } from './place.ts'
import { reviewOrder } from './reviews.ts'

const day = 86_400_000

export async function seedTrade(ctx: Context): Promise<void> {
  const known = await knownOf(ctx)
  // Days are counted back from when the market opened, so that a start that goes on tells the same month.
  const opened = ctx.organization.createdAt.getTime()
  for (const order of demoOrders) {
    const placedAt = opened - order.daysAgo * day
    const at = (days: number) => new Date(Math.min(placedAt + days * day, opened))
    const key = `demo order ${order.key}`
    const then = { ...ctx, now: at(0) }
    await once(then, key, (ctx) => trade(ctx, at, order, known)).catch((error: unknown) => {
      if (!isAppError(error) || error.code !== 'out_of_stock') throw error
      // Visitors were faster and bought the last of it: then nobody had ordered it.
      return once(then, key, async () => {})
    })
  }
  await once(ctx, tradeDone, (ctx) => payOut(ctx, opened))
}

async function trade(ctx: Inside, at: (days: number) => Date, order: DemoOrder, known: Known): Promise<void> {
  const on = (days: number): Inside => ({ ...ctx, now: at(days) })
  const placed = await placeDemoOrder(on(0), order, known)
  await live(on, order, placed)
  await reviewOrder(on, order, placed, known)
}

/** Producers were paid for what had arrived ten days ago; what came since waits for the accountant. */
async function payOut(ctx: Inside, opened: number): Promise<void> {
  const on = (daysAgo: number): Inside => ({ ...ctx, now: new Date(opened - daysAgo * day) })
  const statements = await createStatements(on(9), { from: dayOf(on(40)), to: dayOf(on(10)) })
  const owed = statements.filter(({ total }) => Number(total) > 0)
  const payout = await createPayout(on(9), {
    statementIds: owed.map(({ id }) => id),
    executeOn: dayOf(on(8)),
  })
  await exportPayout(on(8.5), payout.id)
  await markPaid(on(7), payout.id)
  await createStatements(on(1), { from: dayOf(on(9)), to: dayOf(on(2)) })
}
