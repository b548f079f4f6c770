/** Writes down what a change of many products found, so that it can be taken back. */
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { BulkFailure, Change, Held, HeldVariant } from './bulk.ts'
import { bulkChanges } from './schema.ts'

export async function noteBulk(
  ctx: Inside,
  change: Change,
  done: readonly Held[],
  variants: readonly HeldVariant[],
  failed: BulkFailure[],
): Promise<string> {
  const id = newId()
  const ofProduct = Map.groupBy(variants, (variant) => variant.productId)
  await ctx.db.insert(bulkChanges).values({
    tenantId: ctx.tenantId,
    id,
    change,
    before: done.map(({ id: productId, version, status, categoryId }) => ({
      id: productId,
      version: version + 1,
      status,
      categoryId,
      variants: (ofProduct.get(productId) ?? []).map(({ id: variantId, price, stock }) => ({
        id: variantId,
        price,
        stock,
      })),
    })),
    failed,
    startedBy: ctx.actor.userId,
    createdAt: ctx.now,
  })
  return id
}
