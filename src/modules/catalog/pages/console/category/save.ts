/** What the screens of categories are asked to do. */
import { requirePermission } from '../../../../../platform/access/require.ts'
import { storeFile } from '../../../../../platform/files/upload.ts'
import type { MessageKey } from '../../../../../platform/i18n/keys.ts'
import { fieldsOf } from '../../../../../platform/pages/form-fields.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { createCategory, deleteCategory, listCategories, updateCategory } from '../../../categories.ts'
import { placeCategory } from '../../../place-category.ts'
import { stepOf, treeOf } from './tree.ts'

/** Moves one in the tree: to a place that was dropped at, or a step among its sisters. */
export async function moveIn(ctx: Context, form: FormData): Promise<void> {
  requirePermission(ctx, 'categories.manage')
  const fields = fieldsOf(form, ctx.locale)
  const categoryId = fields.text('categoryId')
  const move = fields.text('move')
  if (move === 'up' || move === 'down') {
    const tree = treeOf(await listCategories(ctx), ctx.locale, ctx.organization.defaultLocale)
    const place = stepOf(tree, categoryId, move === 'up' ? -1 : 1)
    if (place) await placeCategory(ctx, { categoryId, ...place })
    return
  }
  await placeCategory(ctx, {
    categoryId,
    parentId: fields.nullable('parentId'),
    position: fields.whole('position'),
  })
}

/** The message that it was done. A new category comes last among its sisters. */
export async function saveCategory(
  ctx: Context,
  categoryId: string | null,
  form: FormData,
): Promise<MessageKey> {
  requirePermission(ctx, 'categories.manage')
  const fields = fieldsOf(form, ctx.locale)
  if (categoryId !== null && fields.text('intent') === 'delete') {
    await deleteCategory(ctx, { categoryId })
    return 'catalog.categoryDeleted'
  }
  const slug = fields.optional('slug')
  const parentId = fields.nullable('parentId')
  const input = {
    name: fields.translated('name') ?? '',
    description: fields.translated('description') ?? '',
    parentId,
    ...(slug && { slug }),
    ...(await pictureIn(ctx, form)),
  }
  if (categoryId !== null) {
    await updateCategory(ctx, { categoryId, ...input }, fields.whole('version'))
    return 'catalog.categorySaved'
  }
  const position = (await listCategories(ctx)).filter((row) => row.parentId === parentId).length
  await createCategory(ctx, { ...input, position })
  return 'catalog.categoryCreated'
}

/** A new picture, none any more, or nothing said of it. */
async function pictureIn(ctx: Context, form: FormData): Promise<{ imageFileId?: string | null }> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    const bytes = await file.bytes()
    return { imageFileId: (await storeFile(ctx, { name: file.name, bytes, visibility: 'public' })).id }
  }
  return form.get('noPicture') === null ? {} : { imageFileId: null }
}
