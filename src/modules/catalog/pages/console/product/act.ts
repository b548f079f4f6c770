/** What the editor of a product is asked to do, and where that leads. */
import { requirePermission } from '../../../../../platform/access/require.ts'
import type { MessageKey } from '../../../../../platform/i18n/keys.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import {
  deleteProduct,
  duplicateProduct,
  publishProduct,
  unpublishProduct,
  updateProduct,
} from '../../../change-product.ts'
import { mayWriteAny } from '../../../policy.ts'
import { ownProduct } from './load.ts'
import { inputOf } from './save.ts'

type Done = {
  message: MessageKey
  to: string
  /** The list's form that takes it back. */
  undo?: Record<string, string>
}

export async function actOnProduct(ctx: Context, productId: string, fields: FormFields): Promise<Done> {
  requirePermission(ctx, 'products.write', 'products.writeAny')
  const here = `/console/products/${productId}`
  switch (fields.text('intent')) {
    case 'delete':
      await deleteProduct(ctx, { productId })
      return {
        message: 'catalog.productDeleted',
        to: '/console/products',
        undo: { intent: 'restore', ids: productId },
      }
    case 'publish':
      await publishProduct(ctx, { productId })
      return { message: 'catalog.productPublished', to: here }
    case 'unpublish':
      await unpublishProduct(ctx, { productId })
      return { message: 'catalog.productUnpublished', to: here }
    case 'duplicate': {
      const copy = await duplicateProduct(ctx, { productId })
      return { message: 'catalog.productDuplicated', to: `/console/products/${copy.id}` }
    }
    default:
      return save(ctx, productId, fields, here)
  }
}

async function save(ctx: Context, productId: string, fields: FormFields, here: string): Promise<Done> {
  const before = await ownProduct(ctx, productId)
  const producerId = mayWriteAny(ctx.actor) ? fields.optional('producerId') : undefined
  // Whoever has seen that somebody was faster may still want theirs to stand.
  const expected = fields.text('force') === '1' ? undefined : fields.whole('version')
  await updateProduct(
    ctx,
    { productId, ...inputOf(fields, before.attributes), ...(producerId && { producerId }) },
    expected,
  )
  return { message: 'catalog.productSaved', to: here }
}
