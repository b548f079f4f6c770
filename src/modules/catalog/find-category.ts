/** Finding categories by id or slug. */
import { and, eq } from 'drizzle-orm'
import type { Inside } from '../../platform/tenancy/context.ts'
import { categories } from './schema.ts'

export type Category = typeof categories.$inferSelect

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export async function findCategory(ctx: Inside, idOrSlug: string): Promise<Category | null> {
  const [row] = await ctx.db
    .select()
    .from(categories)
    .where(
      and(
        eq(categories.tenantId, ctx.tenantId),
        isUuid(idOrSlug) ? eq(categories.id, idOrSlug) : eq(categories.slug, idOrSlug),
      ),
    )
  return row ?? null
}
