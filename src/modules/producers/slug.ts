/** A web address that no other producer has. */
import { sql } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { slugOf } from '../../platform/text/slug.ts'

/** The slug wished for, or `-2`, `-3`, … behind it. */
export async function freeProducerSlug(ctx: Inside, wish: string): Promise<string> {
  const base = slugOf(wish).slice(0, 100).replace(/-$/, '') || 'producer'
  const candidates = [base, ...Array.from({ length: 30 }, (_, n) => `${base}-${n + 2}`)]
  const { rows } = await ctx.db.execute<{ slug: string }>(sql`
    select slug from producers where tenant_id = ${ctx.tenantId} and slug = any(${sql.param(candidates)}::text[])`)
  const taken = new Set(rows.map((row) => row.slug))
  return candidates.find((slug) => !taken.has(slug)) ?? `${base}-${newId().slice(-8)}`
}
