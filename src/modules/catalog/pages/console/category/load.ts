/** What the screens of categories read. */
import { requirePermission } from '../../../../../platform/access/require.ts'
import { notFound } from '../../../../../platform/http/app-error.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { inLocale, type Locale, type Translated } from '../../../../../platform/values/shapes.ts'
import { listCategories, type ListedCategory } from '../../../categories.ts'
import { treeOf } from './tree.ts'

export async function loadTree(ctx: Context) {
  requirePermission(ctx, 'categories.manage')
  const rows = await listCategories(ctx)
  return { tree: treeOf(rows, ctx.locale, ctx.organization.defaultLocale), total: rows.length }
}

/** A category for its form, with the parents it may have; none is chosen for a new one. */
export async function loadCategory(ctx: Context, categoryId: string | null) {
  requirePermission(ctx, 'categories.manage')
  const rows = await listCategories(ctx)
  const row = rows.find(({ id }) => id === categoryId)
  if (categoryId !== null && !row) throw notFound('category')
  const text = (value: Translated) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const names = new Map(rows.map(({ id, name }) => [id, text(name)]))
  const label = (one: ListedCategory) => one.path.map((part) => names.get(part) ?? '').join(' › ')
  return {
    category: row
      ? {
          id: row.id,
          parentId: row.parentId,
          slug: row.slug,
          name: row.name,
          description: row.description,
          imageFileId: row.imageFileId,
          version: row.version,
        }
      : null,
    title: row ? text(row.name) : null,
    isUsed: row ? row.productCount > 0 || rows.some(({ parentId }) => parentId === row.id) : false,
    // Not itself, nor what lies below it.
    parents: rows
      .filter(({ path }) => categoryId === null || !path.includes(categoryId))
      .map((one) => ({ value: one.id, label: label(one) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, ctx.locale)),
    mainLocale: ctx.organization.defaultLocale as Locale,
  }
}
