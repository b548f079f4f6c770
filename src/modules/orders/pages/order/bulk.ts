/** Accepting or packing several parts: each for itself, so that one that cannot be does not hold the others back. */
import { requirePermission } from '../../../../platform/access/require.ts'
import { invalid } from '../../../../platform/http/app-error.ts'
import { type BulkOutcome, eachOf } from '../../../../platform/pages/bulk.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { Id } from '../../../../platform/values/shapes.ts'
import { acceptPart, packPart } from '../../parts.ts'

const verbs: Record<string, typeof acceptPart> = { accept: acceptPart, pack: packPart }

export const moveParts = (ctx: Context, intent: string, ids: readonly string[]): Promise<BulkOutcome> =>
  eachOf(ids, async (id) => {
    requirePermission(ctx, 'orders.fulfil')
    if (!Object.hasOwn(verbs, intent)) throw invalid('This form is not known here.')
    await verbs[intent]!(ctx, Id.parse(id))
  })
