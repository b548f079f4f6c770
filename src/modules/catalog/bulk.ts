/** One change for many products: what can be done is done, and what cannot is said, product by product. */
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { changedMany, change } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { invalidField } from '../../platform/http/app-error.ts'
import { audienceOf, requireCategory } from './create-product.ts'
import { isOverride, maySeeUnlisted, mayWriteProduct } from './policy.ts'
import { refreshProducts } from './refresh.ts'
import { BulkChange } from './shapes.ts'
import { moveStock } from './stock.ts'
import { amountOf } from './values-of.ts'
import { noteBulk } from './bulk-note.ts'

export type BulkFailure = { id: string; code: string; message: string }
/** `id` is what it is taken back by. */
export type BulkResult = { id: string; changed: string[]; failed: BulkFailure[] }

export type Change = z.output<typeof BulkChange>['change']
export type Held = {
  id: string
  producerId: string
  version: number
  status: string
  categoryId: string | null
}
export type HeldVariant = { id: string; productId: string; stock: number; price: string }

/** Applies one change to up to 500 products in one transaction, in a number of statements that does not grow with them. */
export async function bulkChangeProducts(
  ctx: Context,
  input: z.input<typeof BulkChange>,
): Promise<BulkResult> {
  const { productIds, change: what } = BulkChange.parse(input)
  return change(ctx, actionOf(what), async (ctx) => {
    if (what.kind === 'category') await requireCategory(ctx, what.categoryId)
    const ids = [...new Set(productIds)]
    const { products, variants } = await lockAll(ctx, ids)
    const failed = ids.flatMap((id) => refusalOf(ctx, id, products.get(id)))
    const refused = new Set(failed.map((one) => one.id))
    const mine = [...products.values()].filter((product) => !refused.has(product.id))
    const own = variants.filter(
      (variant) => !refused.has(variant.productId) && products.has(variant.productId),
    )
    for (const one of await apply(ctx, what, mine, own)) {
      refused.add(one.id)
      failed.push(one)
    }
    const done = mine.filter((product) => !refused.has(product.id))
    await touch(ctx, what, done)
    if (what.kind !== 'delete')
      await refreshProducts(
        ctx,
        done.map((product) => product.id),
      )
    const id = await noteBulk(ctx, what, done, own, failed)
    return changedMany<BulkResult>(
      { id, changed: done.map((product) => product.id), failed },
      done.map((product) => ({
        before: product,
        after: { ...product, version: product.version + 1, change: what } as Held,
        options: { audience: audienceOf(product), isOverride: isOverride(ctx.actor, product) },
      })),
    )
  })
}

function actionOf(
  what: Change,
): 'product.update' | 'product.delete' | 'product.publish' | 'product.unpublish' {
  if (what.kind === 'delete') return 'product.delete'
  if (what.kind !== 'status') return 'product.update'
  return what.status === 'published' ? 'product.publish' : 'product.unpublish'
}

/** Variants before products, each in id order: as a checkout does it. */
export async function lockAll(ctx: Inside, ids: string[]) {
  const list = sql.param(ids)
  const variants = await ctx.db.execute<HeldVariant>(sql`
    select id, product_id as "productId", stock, price from variants
    where tenant_id = ${ctx.tenantId} and product_id = any(${list}::uuid[]) and deleted_at is null
    order by id for no key update`)
  const products = await ctx.db.execute<Held>(sql`
    select id, producer_id as "producerId", version, status, category_id as "categoryId" from products
    where tenant_id = ${ctx.tenantId} and id = any(${list}::uuid[]) and deleted_at is null
    order by id for no key update`)
  return { variants: variants.rows, products: new Map(products.rows.map((row) => [row.id, row])) }
}

function refusalOf(ctx: Inside, id: string, product: Held | undefined): BulkFailure[] {
  if (!product || !maySeeUnlisted(ctx.actor, product))
    return [{ id, code: 'not_found', message: 'There is no such product.' }]
  if (!mayWriteProduct(ctx.actor, product))
    return [{ id, code: 'forbidden', message: 'You may not change this product.' }]
  return []
}

/** Does what concerns the variants, and answers the products it was impossible for. */
async function apply(ctx: Inside, what: Change, mine: Held[], own: HeldVariant[]): Promise<BulkFailure[]> {
  const ids = sql.param(mine.map((product) => product.id))
  const ofMine = sql`tenant_id = ${ctx.tenantId} and product_id = any(${ids}::uuid[]) and deleted_at is null`
  switch (what.kind) {
    case 'price': {
      const price = amountOf(ctx, what.price, '/change/price')
      await ctx.db.execute(sql`
        update variants set price = ${price}::numeric, updated_at = ${ctx.now.toISOString()}::timestamptz, version = version + 1 where ${ofMine}`)
      return []
    }
    case 'pricePercent':
      await ctx.db.execute(sql`
        update variants set price = round(price * (100 + ${what.percent}::numeric) / 100, 2), updated_at = ${ctx.now.toISOString()}::timestamptz,
          version = version + 1 where ${ofMine}`)
      return []
    case 'stock':
      await moveStock(
        ctx,
        own.map((one) => ({ variantId: one.id, quantity: what.stock - one.stock, reason: 'correction' })),
      )
      return []
    case 'stockBy':
      return moveBy(ctx, what.quantity, own)
    case 'delete':
      await ctx.db.execute(
        sql`update variants set deleted_at = ${ctx.now.toISOString()}::timestamptz where ${ofMine}`,
      )
      return []
    default:
      return []
  }
}

async function moveBy(ctx: Inside, quantity: number, own: HeldVariant[]): Promise<BulkFailure[]> {
  if (quantity === 0) throw invalidField('/change/quantity', 'Must not be zero.')
  const short = new Set(own.filter((one) => one.stock + quantity < 0).map((one) => one.productId))
  const moved = own.filter((one) => !short.has(one.productId))
  await moveStock(
    ctx,
    moved.map((one) => ({ variantId: one.id, quantity, reason: 'correction' })),
  )
  return [...short].map((id) => ({
    id,
    code: 'out_of_stock',
    message: 'There is not that much of every variant.',
  }))
}

async function touch(ctx: Inside, what: Change, done: Held[]): Promise<void> {
  const set = [sql`updated_at = ${ctx.now.toISOString()}::timestamptz`, sql`version = version + 1`]
  if (what.kind === 'category') set.push(sql`category_id = ${what.categoryId}::uuid`)
  if (what.kind === 'delete') set.push(sql`deleted_at = ${ctx.now.toISOString()}::timestamptz`)
  if (what.kind === 'status') {
    set.push(sql`status = ${what.status}`)
    if (what.status === 'published')
      set.push(sql`published_at = coalesce(published_at, ${ctx.now.toISOString()}::timestamptz)`)
  }
  await ctx.db.execute(sql`
    update products set ${sql.join(set, sql`, `)}
    where tenant_id = ${ctx.tenantId} and id = any(${sql.param(done.map((product) => product.id))}::uuid[])`)
}
