/** The ledger of a variant as its screen shows it, and a movement as its form says it. */
import { requirePermission } from '../../../../../platform/access/require.ts'
import { notFound } from '../../../../../platform/http/app-error.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import { listQuery } from '../../../../../platform/pages/list-query.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { inLocale, Paging, type Translated } from '../../../../../platform/values/shapes.ts'
import { type Adjusted, adjustStock, listStockMovements } from '../../../adjust-stock.ts'
import { getProduct } from '../../../get-product.ts'
import type { manualStockReasons } from '../../../values.ts'

export async function loadStock(ctx: Context, productId: string, variantId: string, url: URL) {
  requirePermission(ctx, 'stock.adjust')
  const product = await getProduct(ctx, productId)
  const variant = product.variants.find(({ id }) => id === variantId)
  if (!variant) throw notFound('variant')
  const { data, page, total } = await listStockMovements(ctx, {
    ...listQuery(Paging, url, { limit: 30, count: 'exact' }),
    variantId,
  })
  const text = (value: Translated) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const { id, sku, name, stock, lowStockAt } = variant
  return {
    product: { id: product.id, name: text(product.name) },
    variant: { id, sku, name: text(name), stock, lowStockAt },
    movements: data.map((row) => ({
      id: row.id,
      quantity: row.quantity,
      reason: row.reason,
      note: row.note,
      at: row.createdAt.toISOString(),
    })),
    page,
    total: total ?? null,
  }
}

export function adjustIn(ctx: Context, variantId: string, fields: FormFields): Promise<Adjusted> {
  requirePermission(ctx, 'stock.adjust')
  return adjustStock(ctx, {
    variantId,
    quantity: fields.whole('quantity'),
    reason: fields.text('reason') as (typeof manualStockReasons)[number],
    note: fields.optional('note'),
  })
}
