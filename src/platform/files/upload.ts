/** Takes a file in: finds out what it is, makes pictures anew, stores the bytes, and writes down where they are. */
import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '../database/columns.ts'
import { invalidField, tooLarge, unsupported } from '../http/app-error.ts'
import { change, created, read, unchanged } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { makePicture, type Picture, pictureType } from './picture.ts'
import { files, type Visibility } from './schema.ts'
import { sniff } from './sniff.ts'

export type StoredFile = typeof files.$inferSelect

export const mostBytes = 20_000_000

export type NewFile = {
  /** As people know it; cleaned of paths and control characters. */
  name: string
  bytes: Uint8Array
  visibility: Visibility
}

/**
 * Stores a file of the context's tenant. The same bytes a second time are the same file, if both are public, or both are
 * the same person's. Call it before a transaction, not in one: it works the processor and the file store.
 * Throws `too_large` above 20 MB, `unsupported` for what it does not take, `invalid` for a broken picture.
 */
export async function storeFile(ctx: Context, input: NewFile): Promise<StoredFile> {
  const { bytes, visibility } = input
  if (bytes.byteLength === 0) throw invalidField('/file', 'The file is empty.')
  if (bytes.byteLength > mostBytes) throw tooLarge('A file may have at most 20 MB.')
  const name = cleanName(input.name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await findSame(ctx, sha256, visibility)
  if (known) return known

  const id = newId()
  const { kind, type } = await sniff(bytes, name)
  if (kind === 'other')
    throw unsupported('Files of this kind are not taken. Use a picture, a PDF, text, or an office document.')
  const isPicture = kind === 'image' || kind === 'svg'
  const stored = isPicture
    ? await storePicture(ctx, id, await makePicture(bytes, { withSizes: visibility === 'public' }))
    : await storeBytes(ctx, id, bytes, type)

  return change(ctx, 'file.upload', async (ctx) => {
    const [row] = await ctx.db
      .insert(files)
      .values({
        tenantId: ctx.tenantId,
        id,
        name: isPicture ? `${name.replace(/\.\w+$/, '')}.webp` : name,
        sha256,
        visibility,
        uploadedBy: ctx.actor.userId,
        createdAt: ctx.now,
        ...stored,
      })
      .returning()
    return created(row!)
  })
}

async function findSame(ctx: Context, sha256: string, visibility: Visibility): Promise<StoredFile | null> {
  const { userId } = ctx.actor
  if (visibility === 'private' && !userId) return null
  const [row] = await read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(files)
      .where(
        and(
          eq(files.tenantId, ctx.tenantId),
          eq(files.sha256, sha256),
          eq(files.visibility, visibility),
          visibility === 'private' ? eq(files.uploadedBy, userId!) : undefined,
          isNull(files.deletedAt),
        ),
      )
      .limit(1),
  )
  return row ?? null
}

async function storePicture(ctx: Context, id: string, picture: Picture) {
  const { bytes, width, height, color, sizes } = picture
  const put = async (variant: string, content: Uint8Array) => {
    const key = storageKey(ctx, id, `${variant}.webp`)
    await ctx.services.files.put(key, content, pictureType)
    return key
  }
  const [key, ...keys] = await Promise.all([
    put('full', bytes),
    ...sizes.map((size) => put(String(size.width), size.bytes)),
  ])
  return {
    type: pictureType,
    size: bytes.byteLength,
    storageKey: key!,
    width,
    height,
    color,
    sizes: Object.fromEntries(sizes.map((size, n) => [String(size.width), keys[n]!])),
  }
}

async function storeBytes(ctx: Context, id: string, bytes: Uint8Array, type: string) {
  const key = storageKey(ctx, id, 'full')
  await ctx.services.files.put(key, bytes, type)
  return { type, size: bytes.byteLength, storageKey: key }
}

/** The last two digits of an id are random, which spreads the files evenly over 256 folders per tenant. */
export const storageKey = ({ tenantId }: Pick<Context, 'tenantId'>, id: string, variant: string) =>
  `${tenantId}/${id.slice(-2)}/${id}-${variant}`

/** The last part of a path, without what could end a header or turn the reading direction to hide an ending. */
function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1)!
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}"]/gu, '').trim()
  return [...clean].slice(-120).join('') || 'file'
}

/** Takes a file away: it is served no more at once, and its bytes are deleted some days later. */
export async function deleteFile(ctx: Context, fileId: string): Promise<void> {
  await change(ctx, 'file.delete', async (ctx) => {
    const [before] = await ctx.db
      .select()
      .from(files)
      .where(and(eq(files.tenantId, ctx.tenantId), eq(files.id, fileId)))
      .for('update')
    if (!before || before.deletedAt) return unchanged(before)
    const [after] = await ctx.db
      .update(files)
      .set({ deletedAt: ctx.now })
      .where(and(eq(files.tenantId, ctx.tenantId), eq(files.id, fileId)))
      .returning()
    return { row: after, record: [{ entityId: fileId, before, after, options: {} }] }
  })
}
