/** Stock moves here and nowhere else: never below zero, never half of what was asked, and each change leaves a movement. */
import { newId } from '../../platform/database/columns.ts'
import { named } from '../../platform/database/named.ts'
import { conflict } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { StockReason } from './values.ts'

export type StockMove = {
  variantId: string
  /** Whole pieces: positive comes in, negative goes out. Zero is no move. */
  quantity: number
  reason: StockReason
  /** What caused it, such as an order. */
  entity?: string
  entityId?: string
  note?: string
}

export type StockLevel = { variantId: string; productId: string; stock: number; quantity: number }
export type StockShortage = { variantId: string; requested: number; available: number }

// In id order, so that carts that cross ([X, Y] and [Y, X]) queue up instead of deadlocking.
const lockVariants = `
  select id as "variantId", product_id as "productId", stock from variants
  where tenant_id = $1 and id = any($2::uuid[]) order by id for no key update`

// The products whose shelf sign turns over are locked on the way, for the statement after this one.
const applyMoves = `
  with held as materialized (
    select id from products where tenant_id = $1 and id = any($2::uuid[]) order by id for no key update
  ), written as (
    insert into stock_movements (tenant_id, id, variant_id, quantity, reason, entity, entity_id, note, actor_id, created_at)
    select $1, m.*, $3::uuid, $4::timestamptz
    from unnest($5::uuid[], $6::uuid[], $7::int[], $8::text[], $9::text[], $10::text[], $11::text[]) as m
  )
  update variants v set stock = v.stock + d.quantity, updated_at = $4::timestamptz
  from (select variant_id, quantity from unnest($12::uuid[], $13::int[]) as u (variant_id, quantity)) d
  where v.tenant_id = $1 and v.id = d.variant_id and (select count(*) from held) >= 0`

/**
 * Applies all moves or none, and answers the stock of each variant after it. Throws conflict `out_of_stock` with
 * `details.lines` of what is missing, having written nothing: the caller may catch it and go on in the same
 * transaction. Two statements, and a third when a variant sold out or came back.
 */
export async function moveStock(ctx: Inside, moves: readonly StockMove[]): Promise<StockLevel[]> {
  const real = moves.filter((move) => move.quantity !== 0)
  if (real.length === 0) return []
  const demand = new Map<string, number>()
  for (const { variantId, quantity } of real) demand.set(variantId, (demand.get(variantId) ?? 0) + quantity)

  // A statement of its own: what is checked next is then what the lock holds, however long it was waited for.
  const held = await named<Omit<StockLevel, 'quantity'>>(ctx.db, lockVariants, [
    ctx.tenantId,
    [...demand.keys()],
  ])
  requireStock(demand, held)
  const levels = held.map((row) => {
    const quantity = demand.get(row.variantId)!
    return { ...row, stock: row.stock + quantity, quantity }
  })
  const turned = levels.filter(({ stock, quantity }) => stock > 0 !== stock - quantity > 0)
  const productIds = [...new Set(turned.map((level) => level.productId))]
  await named(ctx.db, applyMoves, [
    ctx.tenantId,
    productIds,
    ctx.actor.userId,
    ctx.now,
    real.map(() => newId()),
    real.map((move) => move.variantId),
    real.map((move) => move.quantity),
    real.map((move) => move.reason),
    real.map((move) => move.entity ?? null),
    real.map((move) => move.entityId ?? null),
    real.map((move) => move.note ?? null),
    [...demand.keys()],
    [...demand.values()],
  ])
  // Its snapshot begins after the products are held, so it sees what others did to their sister variants.
  if (productIds.length > 0) await named(ctx.db, turnSigns, [ctx.tenantId, productIds])
  return levels
}

const turnSigns = `
  update products p set is_in_stock = not p.is_in_stock
  where p.tenant_id = $1 and p.id = any($2::uuid[]) and p.is_in_stock <> exists (
    select from variants v
    where v.tenant_id = p.tenant_id and v.product_id = p.id and v.stock > 0 and v.deleted_at is null
  )`

const fullShelf = 1_000_000_000

function requireStock(demand: Map<string, number>, held: Omit<StockLevel, 'quantity'>[]): void {
  const stocks = new Map(held.map((row) => [row.variantId, row.stock]))
  const lines = [...demand].map(([variantId, quantity]) => ({
    variantId,
    requested: -quantity,
    available: stocks.get(variantId) ?? 0,
  }))
  const short = lines.filter((line) => !stocks.has(line.variantId) || line.available < line.requested)
  if (short.length > 0) throw outOfStock(short)
  if (lines.some(({ available, requested }) => available - requested > fullShelf))
    throw conflict('This is more than a shelf can hold.', { code: 'too_much_stock' })
}

const outOfStock = (lines: StockShortage[]) =>
  conflict('Some of this is no longer in stock in the quantity asked for.', {
    code: 'out_of_stock',
    details: { lines },
  })
