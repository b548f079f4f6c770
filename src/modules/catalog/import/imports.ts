/** Imports of product files: handed in and looked through first, done when told to, followed, and undone. */
import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { may } from '../../../platform/access/actor.ts'
import { newId } from '../../../platform/database/columns.ts'
import { conflict, forbidden } from '../../../platform/http/app-error.ts'
import { encodeCursor } from '../../../platform/http/cursor.ts'
import { decodeKey } from '../../../platform/http/keyset.ts'
import { enqueue } from '../../../platform/jobs/queue.ts'
import { change, changed, created, read, unchanged } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import type { Page } from '../../../platform/values/shapes.ts'
import { producerFor } from '../create-product.ts'
import { mayWriteAny } from '../policy.ts'
import { importItems, imports } from '../schema.ts'
import { openStored, storageKeyOf } from './file.ts'
import { previewImport } from './preview.ts'
import {
  heardBy,
  type Import,
  type ImportItem,
  itself,
  lockImport,
  requireMine,
  setStatus,
} from './record.ts'
import { CreateImport, type ListImportItems, type ListImports } from './shapes.ts'

/** Up to here a preview is made while one waits. */
const mostAtOnce = 1_500

/**
 * Takes a file in and plans it. A producer's people import for themselves; an administrator for the producer they
 * name, or for those the file names. A small file answers with its preview, a large one is `previewing`.
 * @throws invalid or too_large when the file as a whole cannot be read.
 */
export async function createImport(
  ctx: Context,
  input: z.input<typeof CreateImport> & { bytes: Uint8Array },
): Promise<Import> {
  const { bytes, ...rest } = input
  const { fileName, format, producerId: named } = CreateImport.parse(rest)
  if (!may(ctx.actor, 'imports.run')) throw forbidden('You may not import.')
  const id = newId()
  const file = await openStored(ctx, bytes, format)
  const producerId = await read(ctx, async (ctx) =>
    named === undefined && mayWriteAny(ctx.actor) ? null : producerFor(ctx, named),
  )
  await ctx.services.files.put(storageKeyOf(ctx, id), bytes, 'text/csv')
  const isSmall = file.rowCount <= mostAtOnce
  const row = await change(ctx, 'import.create', async (ctx) => {
    const [row] = await ctx.db
      .insert(imports)
      .values({
        tenantId: ctx.tenantId,
        id,
        kind: 'products',
        format: file.format,
        fileName,
        producerId,
        status: 'previewing',
        counts: { rows: file.rowCount },
        problems: file.problems,
        startedBy: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning()
    if (!isSmall) await enqueue(ctx, 'catalog.previewImport', { importId: id })
    return created(row!, heardBy(row!))
  })
  if (!isSmall) return row
  await previewImport(ctx, { importId: id })
  return getImport(ctx, id)
}

/** Mine, my producer's, or any for administrators; a stranger's is not there. */
export async function getImport(ctx: Context, importId: string): Promise<Import> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(imports).where(itself(ctx, importId))
    return requireMine(ctx, row)
  })
}

export async function listImports(ctx: Context, query: z.output<typeof ListImports>): Promise<Page<Import>> {
  return read(ctx, async (ctx) => {
    const own = mayWriteAny(ctx.actor)
      ? undefined
      : sql`${imports.producerId} = any(${sql.param([...ctx.actor.producerIds])}::uuid[])`
    const filter = and(eq(imports.tenantId, ctx.tenantId), own)
    const after = decodeKey(query.cursor, ['id'])
    const rows = await ctx.db
      .select()
      .from(imports)
      .where(and(filter, after ? lt(imports.id, after[0]!) : undefined))
      .orderBy(desc(imports.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return {
      data,
      page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null },
      ...(query.count ? { total: await ctx.db.$count(imports, filter) } : {}),
    }
  })
}

/** Product by product in the file's order; `effect` picks one kind. */
export async function listImportItems(
  ctx: Context,
  query: z.output<typeof ListImportItems> & { importId: string },
): Promise<Page<ImportItem>> {
  await getImport(ctx, query.importId)
  return read(ctx, async (ctx) => {
    const filter = and(
      eq(importItems.tenantId, ctx.tenantId),
      eq(importItems.importId, query.importId),
      query.effect ? eq(importItems.effect, query.effect) : undefined,
    )
    const after = decodeKey(query.cursor, ['number'])
    const rows = await ctx.db
      .select()
      .from(importItems)
      .where(and(filter, after ? gt(importItems.position, Number(after[0])) : undefined))
      .orderBy(importItems.position)
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return {
      data,
      page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.position]) : null },
      ...(query.count ? { total: await ctx.db.$count(importItems, filter) } : {}),
    }
  })
}

/** Does what the preview said, in the background. Pressing twice is once. */
export const startImport = (ctx: Context, importId: string): Promise<Import> =>
  change(ctx, 'import.start', async (ctx) => {
    const before = await lockImport(ctx, importId)
    if (before.status === 'running' || before.status === 'applied') return unchanged(before)
    if (before.status !== 'previewed' && before.status !== 'failed')
      throw conflict('This import cannot be started as it stands.', { code: before.status })
    await enqueue(ctx, 'catalog.applyImport', { importId })
    return changed(before, await setStatus(ctx, before, 'running', { position: 0 }), heardBy(before))
  })

/** Takes back what the import did, except where somebody has changed it since. Pressing twice is once. */
export const undoImport = (ctx: Context, importId: string): Promise<Import> =>
  change(ctx, 'import.undo', async (ctx) => {
    const before = await lockImport(ctx, importId)
    if (before.status === 'undoing' || before.status === 'undone') return unchanged(before)
    if (before.status !== 'applied' && before.status !== 'failed')
      throw conflict('Only an import that was done can be undone.', { code: before.status })
    await enqueue(ctx, 'catalog.undoImport', { importId })
    return changed(before, await setStatus(ctx, before, 'undoing', { undone: 0, kept: 0 }), heardBy(before))
  })
