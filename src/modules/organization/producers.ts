/** The producers that a member may act for. Their room stands above this one, so their table is named here in words. */
import { sql } from 'drizzle-orm'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { inLocale, type Translated } from '../../platform/values/shapes.ts'

/** The producers to choose from, by name in the reader's language; a market has hundreds at most. */
export async function listProducerNames(ctx: Context): Promise<{ id: string; name: string }[]> {
  return read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<{ id: string; name: Translated }>(
      sql`select id, name from producers where tenant_id = ${ctx.tenantId} limit 1000`,
    )
    const collator = new Intl.Collator(ctx.locale)
    return rows
      .map(({ id, name }) => ({ id, name: inLocale(name, ctx.locale, ctx.organization.defaultLocale) }))
      .toSorted((a, b) => collator.compare(a.name, b.name))
  })
}
