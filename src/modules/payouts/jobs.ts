/** The producers' ledger follows what happens to orders. */
import type { EventInput } from '../../platform/events/relay.ts'
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { trueUp } from './earnings.ts'

export const payoutJobs = [
  {
    name: 'payouts.true-up',
    handle: async (ctx: Context, { event }: EventInput) => {
      const orderId = (event.data as { orderId?: string }).orderId
      if (orderId) await trueUp(ctx, { orderId, cause: event.id })
    },
  },
] as const satisfies readonly JobDefinition[]

export const payoutSubscriptions = [
  { on: ['order-part.delivered', 'return.received', 'refund.requested'], job: 'payouts.true-up' },
] as const
