/** Puts a category in its place in the tree: below another or at the top, and in order among its sisters. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changedMany, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { lockTree, moveBelow, toAll } from './categories.ts'
import { type Category, findCategory } from './find-category.ts'
import { categories } from './schema.ts'
import { PlaceCategory } from './shapes.ts'

/** What lies below comes along, and its sisters close up around it. Where it stands already, nothing changes. */
export async function placeCategory(
  ctx: Context,
  input: z.input<typeof PlaceCategory> & { categoryId: string },
): Promise<Category> {
  requirePermission(ctx, 'categories.manage')
  const { categoryId, ...rest } = input
  const { parentId, position } = PlaceCategory.parse(rest)
  return change(ctx, 'category.update', async (ctx) => {
    await lockTree(ctx)
    const before = await findCategory(ctx, categoryId)
    if (!before) throw notFound('category')
    const isMoved = parentId !== before.parentId
    const path = isMoved ? await moveBelow(ctx, before, parentId) : before.path
    const sisters = (await childrenOf(ctx, parentId)).filter(({ id }) => id !== categoryId)
    const order = sisters.toSpliced(Math.min(position, sisters.length), 0, before)
    // Only those whose number changes are written; the category itself also when it moved.
    const pairs = order.flatMap((row, at) =>
      row.position === at && !(isMoved && row.id === categoryId)
        ? []
        : [{ before: row, after: { ...row, position: at, version: row.version + 1 } }],
    )
    if (pairs.length === 0) return unchanged(before)
    for (const { after } of pairs)
      await ctx.db
        .update(categories)
        .set({
          position: after.position,
          version: after.version,
          ...(after.id === categoryId ? { parentId } : {}),
        })
        .where(itself(ctx, after.id))
    if (isMoved) await enqueue(ctx, 'catalog.refreshWords', { categoryId })
    const own = pairs.find(({ after }) => after.id === categoryId)?.after ?? before
    return changedMany(
      { ...own, parentId, path },
      pairs.map((pair) => ({ ...pair, options: toAll })),
    )
  })
}

const childrenOf = (ctx: Inside, parentId: string | null): Promise<Category[]> =>
  ctx.db
    .select()
    .from(categories)
    .where(
      and(
        eq(categories.tenantId, ctx.tenantId),
        parentId === null ? isNull(categories.parentId) : eq(categories.parentId, parentId),
      ),
    )
    .orderBy(asc(categories.position), asc(categories.id))

const itself = (ctx: Inside, id: string) => and(eq(categories.tenantId, ctx.tenantId), eq(categories.id, id))
