/** What somebody should do something about today: for the dashboard's tiles and the counts beside the navigation. */
import { sql, type SQL } from 'drizzle-orm'
import { may } from '../../platform/access/actor.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { inLocale, type Translated } from '../../platform/values/shapes.ts'
import type { PartStatus } from '../orders/values.ts'

/** The producers whose figures are shown; null for all of them. */
export type Scope = readonly string[] | null

export type Todo = {
  partsToSend: number
  /** Of these: not yet accepted, not yet packed, packed. */
  partsToAccept: number
  partsToPack: number
  partsToShip: number
  returns: number
  applications: number
  /** For the house: to be let through. */
  reviews: number
  /** For a producer: shown, and not answered. */
  answers: number
  lowStock: number
  unpaid: number
}

export const ofScope = (scope: Scope, column: SQL): SQL =>
  scope ? sql`and ${column} = any(${sql.param([...scope])}::uuid[])` : sql``

/** The house's people see what waits in the house, a producer's what waits for them. */
const scopeFor = (ctx: Context): Scope => (may(ctx.actor, 'orders.readAll') ? null : ctx.actor.producerIds)

export const getTodo = (ctx: Context): Promise<Todo> => read(ctx, (ctx) => todoOf(ctx, scopeFor(ctx)))

const ofStatus = (status: PartStatus): SQL => sql`(count(*) filter (where p.status = ${status}))::int`

export async function todoOf(ctx: Inside, scope: Scope): Promise<Todo> {
  const house = (query: SQL) => (scope ? sql`0` : query)
  const own = (query: SQL) => (scope ? query : sql`0`)
  const { rows } = await ctx.db.execute<Todo>(sql`
    select parts.*,
      (select count(*)::int ${lowVariants(ctx, scope)}) as "lowStock",
      ${house(sql`(select count(*)::int from returns where tenant_id = ${ctx.tenantId} and status in ('requested', 'approved'))`)} as returns,
      ${house(sql`(select count(*)::int from producer_applications where tenant_id = ${ctx.tenantId} and status = 'pending')`)} as applications,
      ${house(sql`(select count(*)::int from reviews where tenant_id = ${ctx.tenantId} and status = 'pending')`)} as reviews,
      ${own(sql`(select count(*)::int from reviews r join products p on p.tenant_id = r.tenant_id and p.id = r.product_id
        where r.tenant_id = ${ctx.tenantId} and r.status = 'published' and r.answer is null ${ofScope(scope, sql`p.producer_id`)})`)} as answers,
      ${house(sql`(select count(*)::int from orders where tenant_id = ${ctx.tenantId} and status = 'pending' and payment_provider <> 'cash-on-delivery')`)} as unpaid
    from (
      select count(*)::int as "partsToSend", ${ofStatus('pending')} as "partsToAccept",
        ${ofStatus('accepted')} as "partsToPack", ${ofStatus('packed')} as "partsToShip"
      from order_parts p join orders o on o.tenant_id = p.tenant_id and o.id = p.order_id
      where p.tenant_id = ${ctx.tenantId} and p.status in ('pending', 'accepted', 'packed')
        and (o.paid_at is not null or o.payment_provider = 'cash-on-delivery') ${ofScope(scope, sql`p.producer_id`)}
    ) parts`)
  return rows[0]!
}

const lowVariants = (ctx: Inside, scope: Scope): SQL => sql`
  from variants v join products p on p.tenant_id = v.tenant_id and p.id = v.product_id
  where v.tenant_id = ${ctx.tenantId} and v.stock <= v.low_stock_at and v.deleted_at is null and p.deleted_at is null
    and p.status = 'published' ${ofScope(scope, sql`p.producer_id`)}`

export type LowVariant = {
  variantId: string
  productId: string
  name: string
  variantName: string
  sku: string
  stock: number
}

/** What runs out first, at most eight. */
export async function listLowStock(ctx: Context): Promise<LowVariant[]> {
  return read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<
      Omit<LowVariant, 'name' | 'variantName'> & { name: Translated; variantName: Translated }
    >(sql`
      select v.id as "variantId", p.id as "productId", p.name, v.name as "variantName", v.sku, v.stock
      ${lowVariants(ctx, scopeFor(ctx))} order by v.stock, v.id limit 8`)
    return rows.map((row) => ({
      ...row,
      name: inLocale(row.name, ctx.locale),
      variantName: inLocale(row.variantName, ctx.locale),
    }))
  })
}
