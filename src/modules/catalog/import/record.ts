/** The row of an import: whose it is, locked when it changes, moved from state to state. */
import { and, eq } from 'drizzle-orm'
import { notFound } from '../../../platform/http/app-error.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { mayWriteAny } from '../policy.ts'
import { importItems, imports } from '../schema.ts'

export type Import = typeof imports.$inferSelect
export type ImportItem = typeof importItems.$inferSelect

export const heardBy = (row: Import) => ({
  audience: [row.producerId ? `producer:${row.producerId}` : 'may:products.writeAny'],
})

export function requireMine(ctx: Context, row: Import | undefined): Import {
  const isMine =
    row !== undefined &&
    (mayWriteAny(ctx.actor) || (row.producerId !== null && ctx.actor.producerIds.includes(row.producerId)))
  if (!isMine) throw notFound('import')
  return row
}

export const itself = (ctx: Context, importId: string) =>
  and(eq(imports.tenantId, ctx.tenantId), eq(imports.id, importId))

export async function lockImport(ctx: Inside, importId: string): Promise<Import> {
  const [row] = await ctx.db.select().from(imports).where(itself(ctx, importId)).for('update')
  return requireMine(ctx, row)
}

export async function setStatus(
  ctx: Inside,
  before: Import,
  status: Import['status'],
  counts: Record<string, number> = {},
): Promise<Import> {
  const [row] = await ctx.db
    .update(imports)
    .set({
      status,
      counts: { ...before.counts, ...counts },
      ...(status === 'applied' ? { appliedAt: ctx.now } : {}),
      ...(status === 'undone' ? { undoneAt: ctx.now } : {}),
    })
    .where(itself(ctx, before.id))
    .returning()
  return row!
}
