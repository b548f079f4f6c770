/** The tree of categories. A category's path, and that of everything below it, follows when it is moved. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { named } from '../../platform/database/named.ts'
import { conflict, invalidField, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changed, created, read, removed } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { whileUnchanged } from '../../platform/tenancy/unchanged.ts'
import { inLocale } from '../../platform/values/shapes.ts'
import { type Category, findCategory } from './find-category.ts'
import { categories } from './schema.ts'
import { NewCategory, UpdateCategory } from './shapes.ts'
import { freeSlug } from './slugs.ts'
import { textOf } from './values-of.ts'

const deepest = 8
export const toAll = { audience: ['public'] }

export type ListedCategory = Category & {
  /** Products on the shelf in it and below. */
  productCount: number
}

/** The whole tree as a list, in order; children follow by their `parentId`. */
export const listCategories = (ctx: Context): Promise<ListedCategory[]> =>
  whileUnchanged(ctx, 'categories', () =>
    read(ctx, async (ctx) => {
      const [rows, counts] = await Promise.all([
        ctx.db
          .select()
          .from(categories)
          .where(eq(categories.tenantId, ctx.tenantId))
          .orderBy(asc(categories.position), asc(categories.id)),
        named<{ id: string; n: number }>(ctx.db, countAll, [ctx.tenantId]),
      ])
      const own = new Map(counts.map((count) => [count.id, count.n]))
      const total = new Map<string, number>()
      for (const { id, path } of rows)
        for (const above of path) total.set(above, (total.get(above) ?? 0) + (own.get(id) ?? 0))
      return rows.map((row) => ({ ...row, productCount: total.get(row.id) ?? 0 }))
    }),
  )

const countAll = `
  select s.category_id as id, count(*)::int as n from shelf s
  where s.tenant_id = $1 and s.status = 'published' and s.deleted_at is null and s.producer_status = 'active'
    and s.category_id is not null
  group by 1`

export async function getCategory(ctx: Context, idOrSlug: string): Promise<Category> {
  const found = await read(ctx, (ctx) => findCategory(ctx, idOrSlug))
  if (!found) throw notFound('category')
  return found
}

export async function createCategory(ctx: Context, input: z.input<typeof NewCategory>): Promise<Category> {
  requirePermission(ctx, 'categories.manage')
  const { slug, name, description, parentId, ...rest } = NewCategory.parse(input)
  return change(ctx, 'category.create', async (ctx) => {
    await lockTree(ctx)
    const parent = parentId ? await parentOf(ctx, parentId) : null
    const names = textOf(ctx, name)
    const wish = slug ?? inLocale(names, ctx.organization.defaultLocale)
    const id = newId()
    const [row] = await ctx.db
      .insert(categories)
      .values({
        ...rest,
        tenantId: ctx.tenantId,
        id,
        parentId,
        slug: await freeSlug(ctx, 'categories', wish),
        name: names,
        description: textOf(ctx, description),
        path: [...(parent?.path ?? []), id],
      })
      .returning()
    return created(row!, toAll)
  })
}

/** Renames or moves. Below itself is refused. @throws precondition_failed when `expected` is not the version any more. */
export async function updateCategory(
  ctx: Context,
  input: z.input<typeof UpdateCategory> & { categoryId: string },
  expected?: number,
): Promise<Category> {
  requirePermission(ctx, 'categories.manage')
  const { categoryId, ...given } = input
  const { name, description, parentId, slug, ...rest } = UpdateCategory.parse(given)
  return change(ctx, 'category.update', async (ctx) => {
    await lockTree(ctx)
    const before = await findCategory(ctx, categoryId)
    if (!before) throw notFound('category')
    if (expected !== undefined && expected !== before.version)
      throw preconditionFailed('Somebody changed this category meanwhile.')
    if (slug && slug !== before.slug && (await freeSlug(ctx, 'categories', slug, categoryId)) !== slug)
      throw conflict('Another category already has this address.', { code: 'duplicate_slug' })
    const isMoved = parentId !== undefined && parentId !== before.parentId
    const [after] = await ctx.db
      .update(categories)
      .set({
        ...rest,
        ...(slug === undefined ? {} : { slug }),
        ...(name === undefined ? {} : { name: textOf(ctx, name, before.name) }),
        ...(description === undefined ? {} : { description: textOf(ctx, description, before.description) }),
        ...(isMoved ? { parentId } : {}),
        version: before.version + 1,
      })
      .where(and(eq(categories.tenantId, ctx.tenantId), eq(categories.id, categoryId)))
      .returning()
    const path = isMoved ? await moveBelow(ctx, before, parentId) : before.path
    // Every product below is found by this name too; thousands of them can wait a moment.
    if (name !== undefined || isMoved) await enqueue(ctx, 'catalog.refreshWords', { categoryId })
    return changed(before, { ...after!, path }, toAll)
  })
}

/** Moves what is below with it, products included: a filter by category is right from the commit on. */
export async function moveBelow(ctx: Inside, category: Category, parentId: string | null): Promise<string[]> {
  const parent = parentId ? await parentOf(ctx, parentId) : null
  if (parent?.path.includes(category.id))
    throw conflict('A category cannot lie below itself.', { code: 'cycle' })
  const path = [...(parent?.path ?? []), category.id]
  const kept = category.path.length + 1
  const rows = await named<{ deepest: number }>(
    ctx.db,
    `with moved as (
       update categories set path = $3::uuid[] || path[$4::int:] where tenant_id = $1 and path @> array[$2::uuid]
       returning id, path
     ), followed as (
       update products p set category_path = m.path from moved m where p.tenant_id = $1 and p.category_id = m.id
     )
     select coalesce(max(cardinality(path)), 0) as deepest from moved`,
    [ctx.tenantId, category.id, path, kept],
  )
  if (rows[0]!.deepest > deepest) throw tooDeep()
  return path
}

async function parentOf(ctx: Inside, parentId: string): Promise<Category> {
  const parent = await findCategory(ctx, parentId)
  if (!parent) throw invalidField('/parentId', 'There is no such category.')
  if (parent.path.length >= deepest) throw tooDeep()
  return parent
}

const tooDeep = () => conflict(`Categories may lie at most ${deepest} deep.`, { code: 'too_deep' })

/** Two moves at once could each be right and make a circle together, so changes of the tree queue up. */
export const lockTree = (ctx: Inside) =>
  ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`categories ${ctx.tenantId}`}, 0))`)

/** Deletes an empty category: products and sub-categories are moved away first, by whoever knows where to. */
export async function deleteCategory(ctx: Context, input: { categoryId: string }): Promise<void> {
  requirePermission(ctx, 'categories.manage')
  await change(ctx, 'category.delete', async (ctx) => {
    await lockTree(ctx)
    const row = await findCategory(ctx, input.categoryId)
    if (!row) throw notFound('category')
    const { rows } = await ctx.db.execute<{ children: number; products: number }>(sql`
      select (select count(*)::int from categories where tenant_id = ${ctx.tenantId} and parent_id = ${row.id}) as children,
        (select count(*)::int from products where tenant_id = ${ctx.tenantId} and category_id = ${row.id} and deleted_at is null) as products`)
    const { children, products } = rows[0]!
    if (children > 0 || products > 0) {
      throw conflict('There is still something in this category. Move it away first.', {
        code: 'not_empty',
        details: { children, products },
      })
    }
    await ctx.db.execute(sql`
      update products set category_id = null, category_path = '{}' where tenant_id = ${ctx.tenantId} and category_id = ${row.id}`)
    await ctx.db
      .delete(categories)
      .where(and(eq(categories.tenantId, ctx.tenantId), eq(categories.id, row.id)))
    return removed(row, toAll)
  })
}
