/** Finds stored files and their bytes, for the verbs that own them. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { may } from '../access/actor.ts'
import { notFound } from '../http/app-error.ts'
import { read } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { Id } from '../values/shapes.ts'
import { files } from './schema.ts'
import type { StoredFile } from './upload.ts'

/** A file of this tenant, whoever's it is; null when there is none or it was deleted. */
export async function findFile(ctx: Context, fileId: string): Promise<StoredFile | null> {
  return (await findFiles(ctx, [fileId]))[0] ?? null
}

export async function findFiles(ctx: Context, fileIds: readonly string[]): Promise<StoredFile[]> {
  if (fileIds.length === 0) return []
  return read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(files)
      .where(and(eq(files.tenantId, ctx.tenantId), inArray(files.id, [...fileIds]), isNull(files.deletedAt))),
  )
}

/** One's own upload or what is public; to everybody else a private file is not there. */
export async function getFile(ctx: Context, fileId: string): Promise<StoredFile> {
  const file = await findFile(ctx, Id.parse(fileId))
  if (!file || !maySee(ctx, file)) throw notFound('file')
  return file
}

const maySee = ({ actor }: Context, file: StoredFile) =>
  file.visibility === 'public' ||
  (actor.userId !== null && file.uploadedBy === actor.userId) ||
  may(actor, 'organization.manage')

/** The bytes as they are served; null when the store has lost them. */
export const bytesOf = (ctx: Context, file: StoredFile): Promise<Uint8Array | null> =>
  ctx.services.files.get(file.storageKey)
