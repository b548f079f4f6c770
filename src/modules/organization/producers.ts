/** The producers a member may act for must be the organisation's own. */
import { sql } from 'drizzle-orm'
import { invalidField } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'

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
