/** The rows of an import that were refused, as a file to mend and hand in again. */
import { and, eq } from 'drizzle-orm'
import { read } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { importItems } from '../schema.ts'
import { openImport } from './file.ts'
import { getImport } from './imports.ts'
import type { Problem } from './problems.ts'
import { writeRefused } from './refused.ts'

export async function refusedFile(
  ctx: Context,
  importId: string,
): Promise<{ name: string; lines: AsyncIterable<string> }> {
  const row = await getImport(ctx, importId)
  const refused = await read(ctx, (ctx) =>
    ctx.db
      .select({ position: importItems.position, problems: importItems.problems })
      .from(importItems)
      .where(
        and(
          eq(importItems.tenantId, ctx.tenantId),
          eq(importItems.importId, importId),
          eq(importItems.effect, 'refuse'),
        ),
      ),
  )
  const problemsOf = new Map(refused.map((item) => [item.position, item.problems as Problem[]]))
  const file = await openImport(ctx, row)
  async function* refusals() {
    let position = 0
    for await (const { rows } of file.products()) {
      const problems = problemsOf.get(position++)
      if (problems) yield { rows, problems }
    }
  }
  const name = `${row.fileName.replace(/\.\w+$/, '')}-refused.csv`
  return { name, lines: writeRefused(refusals(), file, ctx.locale) }
}
