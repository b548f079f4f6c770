/** The producers a member may act for must be the organisation's own. */
import { sql } from 'drizzle-orm'
import { invalidField } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { inLocale, type Translated } from '../../platform/values/shapes.ts'

/**
 * What a foreign key would check, which PostgreSQL has not for arrays. The producers' room stands above this one,
 * so its table is named here in words, for existence only.
 */
export async function requireProducers(ctx: Inside, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from producers where tenant_id = ${ctx.tenantId} and id = any(${sql.param([...ids])}::uuid[])`,
  )
  const missing = ids.findIndex((id) => !rows.some((row) => row.id === id.toLowerCase()))
  if (missing >= 0) throw invalidField(`/producerIds/${missing}`, 'There is no such producer.')
}

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
