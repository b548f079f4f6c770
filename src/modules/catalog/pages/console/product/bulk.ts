/** What the bulk buttons of the list of products ask for, and what came of it. */
import type { z } from 'zod'
import { requirePermission } from '../../../../../platform/access/require.ts'
import type { Flash } from '../../../../../platform/pages/flash.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import { read } from '../../../../../platform/tenancy/change.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { inLocale } from '../../../../../platform/values/shapes.ts'
import type { BulkResult } from '../../../bulk.ts'
import { getBulkChange } from '../../../bulk-undo.ts'
import { productNames } from '../../../names.ts'
import type { BulkChange } from '../../../shapes.ts'
import { productStatuses } from '../../../values.ts'

type Change = z.input<typeof BulkChange>['change']

export function changeOf(intent: string): Change | null {
  if (intent === 'delete') return { kind: 'delete' }
  const status = productStatuses.find((one) => one === intent)
  return status ? { kind: 'status', status } : null
}

export const amountKinds = ['pricePercent', 'price', 'stockBy', 'stock'] as const

/** A change by an amount, as its form says it. */
export function amountChangeOf(fields: FormFields): Change {
  const value = 'change.value'
  const kind = amountKinds.find((one) => one === fields.text('change.kind'))
  switch (kind) {
    case 'price':
      return { kind, price: fields.decimal(value) }
    case 'stock':
      return { kind, stock: fields.whole(value) }
    case 'stockBy':
      return { kind, quantity: fields.whole(value) }
    default:
      return { kind: 'pricePercent', percent: fields.whole(value) }
  }
}

/** Where it leads: back to the list with a way to undo, or to the account of what was not possible. */
export function afterBulk(
  { id, changed, failed }: BulkResult,
  back: string,
  isDeleted = false,
): { to: string; message?: Flash } {
  const to = `/console/products/bulk/${id}`
  if (failed.length > 0) return { to }
  return {
    to: back,
    message: {
      key: isDeleted ? 'catalog.bulkDeleted' : 'catalog.bulkDone',
      values: { count: changed.length },
      ...(changed.length > 0 && { undo: { action: to, fields: { intent: 'undo' } } }),
    },
  }
}

const knownFailures = ['not_found', 'forbidden', 'out_of_stock', 'changed_since'] as const

export async function loadBulk(ctx: Context, bulkId: string) {
  requirePermission(ctx, 'products.write', 'products.writeAny')
  const { changed, failed, undoneAt } = await getBulkChange(ctx, bulkId)
  const seen = failed.filter(({ code }) => code !== 'not_found').map(({ id }) => id)
  const names = new Map((await read(ctx, (ctx) => productNames(ctx, seen))).map(({ id, name }) => [id, name]))
  return {
    count: changed.length,
    isUndone: undoneAt !== null,
    failed: failed.map(({ id, code, message }) => ({
      id,
      // Of what one may not see, not even the name.
      name: names.has(id) ? inLocale(names.get(id), ctx.locale, ctx.organization.defaultLocale) : null,
      code: knownFailures.find((one) => one === code) ?? null,
      message,
    })),
  }
}
