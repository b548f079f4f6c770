/** Stock as people move it, and the ledger of all movements. */
import { and, desc, eq, lt } from 'drizzle-orm'
import type { z } from 'zod'
import { forbidden } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { change, changed, read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { type Page, Paging } from '../../platform/values/shapes.ts'
import { audienceOf } from './create-product.ts'
import { findVariant } from './find-variant.ts'
import { isOverride, mayAdjustStock } from './policy.ts'
import { stockMovements } from './schema.ts'
import { AdjustStock } from './shapes.ts'
import { moveStock } from './stock.ts'

export type StockMovement = typeof stockMovements.$inferSelect
export type Adjusted = { id: string; stock: number }

/** Moves a variant's stock and answers what is there now. Below zero is a conflict, `out_of_stock`. */
export async function adjustStock(
  ctx: Context,
  input: z.input<typeof AdjustStock> & { variantId: string },
): Promise<Adjusted> {
  const { variantId, ...rest } = input
  const { quantity, reason, note } = AdjustStock.parse(rest)
  return change(ctx, 'stock.adjust', async (ctx) => {
    const { variant, product } = await findVariant(ctx, variantId)
    if (!mayAdjustStock(ctx.actor, product)) throw forbidden('You may not move this stock.')
    const [level] = await moveStock(ctx, [{ variantId, quantity, reason, note }])
    const stock = level!.stock
    return changed(
      { id: variantId, stock: stock - quantity } as Adjusted,
      { id: variantId, stock },
      {
        audience: audienceOf(product),
        isOverride: isOverride(ctx.actor, product),
        data: { productId: product.id, stock, isLow: stock <= variant.lowStockAt },
      },
    )
  })
}

/** Newest first, by keyset. */
export async function listStockMovements(
  ctx: Context,
  query: z.output<typeof Paging> & { variantId: string },
): Promise<Page<StockMovement>> {
  return read(ctx, async (ctx) => {
    const { product } = await findVariant(ctx, query.variantId)
    if (!mayAdjustStock(ctx.actor, product)) throw forbidden('You may not see this stock.')
    const filter = ofVariant(ctx, query.variantId)
    const after = decodeKey(query.cursor, ['id'])
    const rows = await ctx.db
      .select()
      .from(stockMovements)
      .where(and(filter, after ? lt(stockMovements.id, after[0]!) : undefined))
      .orderBy(desc(stockMovements.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return {
      data,
      page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null },
      ...(query.count ? { total: await ctx.db.$count(stockMovements, filter) } : {}),
    }
  })
}

const ofVariant = (ctx: Inside, variantId: string) =>
  and(eq(stockMovements.tenantId, ctx.tenantId), eq(stockMovements.variantId, variantId))
