/** What other rooms need of products and categories they refer to: their names, and a few to choose from. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import { categories, products } from './schema.ts'

export type Named = { id: string; name: Translated }

export const productNames = (ctx: Inside, ids: readonly string[]): Promise<Named[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .select({ id: products.id, name: products.name })
        .from(products)
        .where(and(eq(products.tenantId, ctx.tenantId), inArray(products.id, [...ids])))

/** What sells best, for a choice to begin with. */
export const bestSellers = (ctx: Inside, limit: number): Promise<Named[]> =>
  ctx.db
    .select({ id: products.id, name: products.name })
    .from(products)
    .where(
      and(eq(products.tenantId, ctx.tenantId), eq(products.status, 'published'), isNull(products.deletedAt)),
    )
    .orderBy(desc(products.soldCount), desc(products.id))
    .limit(limit)

/** All categories: a shop has a few dozen. */
export const categoryNames = (ctx: Inside): Promise<Named[]> =>
  ctx.db
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .where(eq(categories.tenantId, ctx.tenantId))
    .orderBy(categories.position, categories.id)
