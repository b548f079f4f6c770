/** What a foreign key would check, which PostgreSQL has not for arrays: that every id is one of the organisation's own. */
import { sql } from 'drizzle-orm'
import { invalid } from '../http/app-error.ts'
import type { Inside } from '../tenancy/context.ts'

export type Referred = 'categories' | 'producers' | 'products' | 'team_members' | 'resources'

/** Throws 422 naming each id that is not there; `pointer` is the array's, such as `/producerIds`. */
export async function requireExisting(
  ctx: Inside,
  table: Referred,
  ids: readonly string[],
  pointer: string,
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select id from ${sql.identifier(table)} where tenant_id = ${ctx.tenantId} and id = any(${sql.param([...ids])}::uuid[])`,
  )
  const there = new Set(rows.map((row) => row.id))
  const errors = ids.flatMap((id, index) =>
    there.has(id.toLowerCase())
      ? []
      : [{ pointer: `${pointer}/${index}`, message: 'There is no such record.' }],
  )
  if (errors.length > 0) throw invalid('Something named here does not exist.', { errors })
}
