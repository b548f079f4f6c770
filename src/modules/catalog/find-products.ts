/** What other rooms need of several products at once. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import { products } from './schema.ts'

export type ProductBrief = {
  id: string
  producerId: string
  slug: string
  name: Translated
  coverFileId: string | null
}

/** By id, also of what is not on the shelf; ids that are nobody's are missing. */
export async function productBriefs(
  ctx: Inside,
  productIds: readonly string[],
): Promise<Map<string, ProductBrief>> {
  if (productIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      id: products.id,
      producerId: products.producerId,
      slug: products.slug,
      name: products.name,
      coverFileId: products.coverFileId,
    })
    .from(products)
    .where(and(eq(products.tenantId, ctx.tenantId), inArray(products.id, [...new Set(productIds)])))
  return new Map(rows.map((row) => [row.id, row]))
}
