/** What a customer has to their credit and what they owe, by currency: money that settles nothing yet, and credit notes. */
import { sql } from 'drizzle-orm'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { type Money, money, zeroMoney } from '../../platform/values/money.ts'

export type Standing = {
  /** In the organisation's currency. */
  credit: Money
  balance: Money
  /** The same in the other currencies that there is something in. */
  others: { credit: Money; balance: Money }[]
}

type Row = { currency: string; credit: string; balance: string }

export async function standingOf(ctx: Context, customerId: string): Promise<Standing> {
  const rows = await read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<Row>(sql`
      select currency, sum(credit)::text as credit, sum(balance)::text as balance from (
        select currency, amount - allocated - refunded as credit, 0 as balance from customer_payments
          where tenant_id = ${ctx.tenantId} and customer_id = ${customerId} and allocated + refunded < amount
        union all
        select currency, case side when 'credit' then total - paid - credited else 0 end,
          case side when 'debit' then total - paid - credited else 0 end from open_items
          where tenant_id = ${ctx.tenantId} and customer_id = ${customerId} and paid + credited < total
      ) both_sides group by currency order by currency`)
    return rows
  })
  const own = ctx.organization.currency
  const standing = rows.map((row) => ({
    credit: money(row.credit, row.currency),
    balance: money(row.balance, row.currency),
  }))
  const mine = standing.find(({ credit }) => credit.currency === own)
  return {
    ...(mine ?? { credit: zeroMoney(own), balance: zeroMoney(own) }),
    others: standing.filter((one) => one !== mine),
  }
}
