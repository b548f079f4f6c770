/** Web addresses that nobody else has: from the name, with a number behind it when the name is taken. */
import { sql } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { slugOf } from '../../platform/text/slug.ts'

const fallback = { products: 'product', categories: 'category' } as const

/** The slug wished for, or `-2`, `-3`, … behind it. Another transaction may still take it before ours inserts. */
export async function freeSlug(
  ctx: Inside,
  table: keyof typeof fallback,
  wish: string,
  /** The row that may already have it. */
  exceptId: string | null = null,
): Promise<string> {
  const base = slugOf(wish).slice(0, 100).replace(/-$/, '') || fallback[table]
  const candidates = [base, ...Array.from({ length: 30 }, (_, n) => `${base}-${n + 2}`)]
  const isLive = table === 'products' ? sql`and deleted_at is null` : sql``
  const { rows } = await ctx.db.execute<{ slug: string }>(sql`
    select slug from ${sql.identifier(table)}
    where tenant_id = ${ctx.tenantId} and slug = any(${sql.param(candidates)}::text[])
      and id is distinct from ${exceptId}::uuid ${isLive}`)
  const taken = new Set(rows.map((row) => row.slug))
  return candidates.find((slug) => !taken.has(slug)) ?? `${base}-${newId().slice(-8)}`
}
