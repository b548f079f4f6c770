/** Addresses for many new products at once, each its own, among themselves too. */
import { sql } from 'drizzle-orm'
import { newId } from '../../../platform/database/columns.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { slugOf } from '../../../platform/text/slug.ts'

const tries = 8

/** In the order of the wishes. */
export async function bulkSlugs(ctx: Inside, wishes: readonly string[]): Promise<string[]> {
  if (wishes.length === 0) return []
  const bases = wishes.map((wish) => slugOf(wish).slice(0, 100).replace(/-$/, '') || 'product')
  const candidates = bases.map((base) => [
    base,
    ...Array.from({ length: tries }, (_, n) => `${base}-${n + 2}`),
  ])
  const { rows } = await ctx.db.execute<{ slug: string }>(sql`
    select slug from products
    where tenant_id = ${ctx.tenantId} and deleted_at is null and slug = any(${sql.param([...new Set(candidates.flat())])}::text[])`)
  const taken = new Set(rows.map((row) => row.slug))
  return candidates.map((own, at) => {
    const slug = own.find((one) => !taken.has(one)) ?? `${bases[at]}-${newId().slice(-8)}`
    taken.add(slug)
    return slug
  })
}
