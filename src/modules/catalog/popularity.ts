/** How much of each product was sold, from the ledger: counted now and then, so that no sale waits for it. */
import { named } from '../../platform/database/named.ts'
import { writing } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'

// Only products that moved within a day are looked at; what is counted is all they ever sold.
const count = `
  with moved as (
    select distinct v.product_id from stock_movements m join variants v on v.tenant_id = m.tenant_id and v.id = m.variant_id
    where m.tenant_id = $1 and m.id > $2::uuid and m.reason in ('sale', 'release', 'return')
  ), sold as (
    select v.product_id, greatest(0, -sum(m.quantity))::int as n
    from moved d
    join variants v on v.tenant_id = $1 and v.product_id = d.product_id
    join stock_movements m on m.tenant_id = v.tenant_id and m.variant_id = v.id and m.reason in ('sale', 'release', 'return')
    group by v.product_id
  )
  update products p set sold_count = s.n from sold s
  where p.tenant_id = $1 and p.id = s.product_id and p.sold_count <> s.n`

const lookBackMs = 24 * 3_600_000

export async function countSales(ctx: Context): Promise<void> {
  await writing(ctx, (ctx) =>
    named(ctx.db, count, [ctx.tenantId, firstIdAt(new Date(ctx.now.getTime() - lookBackMs))]),
  )
}

/** The lowest UUIDv7 of a moment: ids made later are larger. */
const firstIdAt = (at: Date): string => {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
