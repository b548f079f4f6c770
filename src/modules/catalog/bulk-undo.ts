/** Takes a change of many products back, product by product: what somebody has worked on since stays as it is. */
import { and, eq, sql } from 'drizzle-orm'
import { isAppError, notFound } from '../../platform/http/app-error.ts'
import { change, changedMany, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { type BulkFailure, type BulkResult, type Change, type Held, lockAll } from './bulk.ts'
import { restoreProduct } from './change-product.ts'
import { audienceOf } from './create-product.ts'
import { isOverride, mayWriteAny, mayWriteProduct } from './policy.ts'
import { refreshProducts } from './refresh.ts'
import { type BulkBefore, bulkChanges } from './schema.ts'
import { moveStock } from './stock.ts'

type Row = typeof bulkChanges.$inferSelect

/** One's own, or anybody's for administrators. After it was taken back, what came of that. */
export const getBulkChange = (ctx: Context, bulkId: string): Promise<BulkResult & Pick<Row, 'undoneAt'>> =>
  read(ctx, async (ctx) => {
    const row = await find(ctx, bulkId)
    return { ...resultOf(row), undoneAt: row.undoneAt }
  })

/** Taking it back twice is once. */
export async function undoBulkChange(ctx: Context, bulkId: string): Promise<BulkResult> {
  const row = await read(ctx, (ctx) => find(ctx, bulkId))
  if (row.undoneAt === null && (row.change as Change).kind === 'delete') return undoDeletion(ctx, row)
  return change(ctx, 'product.undo', async (ctx) => {
    const row = await find(ctx, bulkId, true)
    if (row.undoneAt) return unchanged(resultOf(row))
    const { products, variants } = await lockAll(
      ctx,
      row.before.map((one) => one.id),
    )
    const kept = row.before.flatMap((one) => refusalOf(ctx, one, products.get(one.id)))
    const refused = new Set(kept.map((one) => one.id))
    const ours = row.before.filter((one) => !refused.has(one.id))
    kept.push(
      ...(await takeBack(ctx, row.change as Change, ours, new Map(variants.map((v) => [v.id, v.stock])))),
    )
    const left = new Set(kept.map((one) => one.id))
    const back = ours.filter((one) => !left.has(one.id))
    await touch(ctx, row.change as Change, back)
    const ids = back.map((one) => one.id)
    await refreshProducts(ctx, ids)
    await settle(ctx, row, kept)
    return changedMany<BulkResult>(
      { id: row.id, changed: ids, failed: kept },
      back.map((one) => {
        const before = products.get(one.id)!
        const after: Held = { ...before, version: before.version + 1 }
        const options = { audience: audienceOf(before), isOverride: isOverride(ctx.actor, before) }
        return { before, after, options }
      }),
    )
  })
}

async function find(ctx: Inside, bulkId: string, isLocked = false): Promise<Row> {
  const query = ctx.db
    .select()
    .from(bulkChanges)
    .where(and(eq(bulkChanges.tenantId, ctx.tenantId), eq(bulkChanges.id, bulkId)))
  const [row] = isLocked ? await query.for('update') : await query
  const isMine =
    row !== undefined &&
    (mayWriteAny(ctx.actor) || (row.startedBy !== null && row.startedBy === ctx.actor.userId))
  if (!isMine) throw notFound('change')
  return row
}

function resultOf(row: Row): BulkResult {
  const failed = row.undoneAt ? row.kept : row.failed
  const left = new Set(row.undoneAt ? row.kept.map((one) => one.id) : [])
  return { id: row.id, changed: row.before.map((one) => one.id).filter((id) => !left.has(id)), failed }
}

function refusalOf(ctx: Inside, one: BulkBefore, product: Held | undefined): BulkFailure[] {
  if (!product || !mayWriteProduct(ctx.actor, product))
    return [{ id: one.id, code: 'not_found', message: 'There is no such product.' }]
  if (product.version !== one.version)
    return [{ id: one.id, code: 'changed_since', message: 'Somebody has changed it since.' }]
  return []
}

/** Does what concerns the variants, and answers the products it was impossible for. */
async function takeBack(
  ctx: Inside,
  what: Change,
  ours: readonly BulkBefore[],
  stocks: ReadonlyMap<string, number>,
): Promise<BulkFailure[]> {
  const variants = ours.flatMap((one) => one.variants)
  if (what.kind === 'price' || what.kind === 'pricePercent') {
    await ctx.db.execute(sql`
      update variants v set price = b.price, updated_at = ${ctx.now.toISOString()}::timestamptz, version = v.version + 1
      from unnest(${sql.param(variants.map((one) => one.id))}::uuid[], ${sql.param(variants.map((one) => one.price))}::numeric[]) as b (id, price)
      where v.tenant_id = ${ctx.tenantId} and v.id = b.id and v.deleted_at is null`)
    return []
  }
  if (what.kind !== 'stock' && what.kind !== 'stockBy') return []
  // What was sold meanwhile stays sold: only the change itself is taken back.
  const moveOf = ({ stock }: BulkBefore['variants'][number]) =>
    what.kind === 'stock' ? stock - what.stock : -what.quantity
  const short = ours.filter((one) =>
    one.variants.some((variant) => (stocks.get(variant.id) ?? 0) + moveOf(variant) < 0),
  )
  const left = new Set(short.map((one) => one.id))
  const moves = ours
    .filter((one) => !left.has(one.id))
    .flatMap((one) => one.variants)
    .filter((variant) => stocks.has(variant.id))
  await moveStock(
    ctx,
    moves.map((variant) => ({ variantId: variant.id, quantity: moveOf(variant), reason: 'correction' })),
  )
  return short.map(({ id }) => ({
    id,
    code: 'out_of_stock',
    message: 'There is not that much of every variant.',
  }))
}

async function touch(ctx: Inside, what: Change, back: readonly BulkBefore[]): Promise<void> {
  const set = [sql`updated_at = ${ctx.now.toISOString()}::timestamptz`, sql`version = p.version + 1`]
  if (what.kind === 'status') set.push(sql`status = b.status`)
  if (what.kind === 'category') set.push(sql`category_id = b.category_id`)
  await ctx.db.execute(sql`
    update products p set ${sql.join(set, sql`, `)}
    from unnest(${sql.param(back.map((one) => one.id))}::uuid[], ${sql.param(back.map((one) => one.status))}::text[],
      ${sql.param(back.map((one) => one.categoryId))}::uuid[]) as b (id, status, category_id)
    where p.tenant_id = ${ctx.tenantId} and p.id = b.id`)
}

/** Each for itself, for an address or a SKU may be taken by now. */
async function undoDeletion(ctx: Context, row: Row): Promise<BulkResult> {
  const kept: BulkFailure[] = []
  for (const { id } of row.before) {
    try {
      await restoreProduct(ctx, { productId: id })
    } catch (error) {
      if (!isAppError(error)) throw error
      kept.push({ id, code: error.code, message: error.message })
    }
  }
  return change(ctx, 'product.undo', async (ctx) => {
    const current = await find(ctx, row.id, true)
    if (current.undoneAt === null) await settle(ctx, current, kept)
    return unchanged(resultOf(await find(ctx, row.id)))
  })
}

const settle = (ctx: Inside, row: Row, kept: BulkFailure[]) =>
  ctx.db
    .update(bulkChanges)
    .set({ undoneAt: ctx.now, kept })
    .where(and(eq(bulkChanges.tenantId, ctx.tenantId), eq(bulkChanges.id, row.id)))
