/** The stars a product keeps of its published reviews. */
import { sql } from 'drizzle-orm'
import type { Inside } from '../../platform/tenancy/context.ts'

/** Adds a published review's stars, or takes them back with negative numbers, in the review's own transaction. */
export async function addRating(
  ctx: Inside,
  productId: string,
  { sum, count }: { sum: number; count: number },
): Promise<void> {
  await ctx.db.execute(sql`
    update products set rating_sum = rating_sum + ${sum}::int, rating_count = rating_count + ${count}::int
    where tenant_id = ${ctx.tenantId} and id = ${productId}`)
}
