/** Where a producer's money stands: earned and not stated, stated and not paid, on its way, and what came last. */
import { sql } from 'drizzle-orm'
import { forbidden } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'

export type Standing = {
  currency: string
  /** Earned and on no statement yet. */
  open: string
  /** On statements that are in no payout yet. */
  stated: string
  /** In payouts that the bank has not carried out, and the day of the next one. */
  onItsWay: string
  nextOn: string | null
  /** What was paid last. */
  last: { amount: string; at: string } | null
}

/** Of all producers whom the person acts for. */
export async function ownStanding(ctx: Context): Promise<Standing> {
  const ids = [...ctx.actor.producerIds]
  if (ids.length === 0) throw forbidden('You do not belong to a producer.')
  const { currency } = ctx.organization
  return read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<
      Omit<Standing, 'currency' | 'last'> & { lastAmount: string | null; lastAt: Date | null }
    >(sql`
      with own as (select unnest(${sql.param(ids)}::uuid[]) as id),
      mine as (
        select s.total, s.payout_id, p.status, p.execute_on, p.paid_at from statements s
        left join payouts p on p.tenant_id = s.tenant_id and p.id = s.payout_id
        where s.tenant_id = ${ctx.tenantId} and s.producer_id in (select id from own)
      ),
      latest as (select max(paid_at) as at from mine)
      select
        (select coalesce(sum(amount), 0)::numeric(18,2)::text from earnings
          where tenant_id = ${ctx.tenantId} and statement_id is null and producer_id in (select id from own)) as open,
        (select coalesce(sum(total) filter (where payout_id is null), 0)::numeric(18,2)::text from mine) as stated,
        (select coalesce(sum(total) filter (where status in ('draft', 'exported')), 0)::numeric(18,2)::text from mine) as "onItsWay",
        (select min(execute_on) filter (where status in ('draft', 'exported'))::text from mine) as "nextOn",
        (select sum(total)::numeric(18,2)::text from mine where paid_at = (select at from latest)) as "lastAmount",
        (select at from latest) as "lastAt"`)
    const { lastAmount, lastAt, ...row } = rows[0]!
    return {
      currency,
      ...row,
      last: lastAmount && lastAt ? { amount: lastAmount, at: new Date(lastAt).toISOString() } : null,
    }
  })
}
