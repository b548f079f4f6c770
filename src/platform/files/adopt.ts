/** Takes in pictures that somebody made in all their sizes beforehand: bytes are only copied, rows written at once. */
import { newId } from '../database/columns.ts'
import { writing } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { pictureType } from './picture.ts'
import { files } from './schema.ts'
import { storageKey } from './upload.ts'

export type MadePicture = {
  /** As people know it, with its ending. */
  name: string
  width: number
  height: number
  /** Shown until the picture is there, `#rrggbb`. */
  color: string
  /** SHA-256 of the full picture, in hex. */
  sha256: string
  /** WebP, by width in pixels; `full` is the widest. */
  bytes: { full: Uint8Array } & Record<string, Uint8Array>
}

/** Stores public pictures and answers their file ids, in the same order. No event tells of them: nobody waits for any. */
export async function adoptPictures(ctx: Context, pictures: readonly MadePicture[]): Promise<string[]> {
  const rows = pictures.map(({ bytes, ...rest }) => {
    const id = newId()
    const keyOf = (variant: string) => storageKey(ctx, id, `${variant}.webp`)
    return {
      row: {
        ...rest,
        tenantId: ctx.tenantId,
        id,
        type: pictureType,
        size: bytes.full.byteLength,
        storageKey: keyOf('full'),
        visibility: 'public' as const,
        sizes: Object.fromEntries(
          Object.keys(bytes)
            .filter((variant) => variant !== 'full')
            .map((width) => [width, keyOf(width)]),
        ),
        createdAt: ctx.now,
      },
      puts: Object.entries(bytes).map(([variant, content]) => [keyOf(variant), content] as const),
    }
  })
  await inTurns(
    rows.flatMap(({ puts }) => puts),
    ([key, content]) => ctx.services.files.put(key, content, pictureType),
  )
  await writing(ctx, (ctx) => ctx.db.insert(files).values(rows.map(({ row }) => row)))
  return rows.map(({ row }) => row.id)
}

const atOnce = 24

/** A few dozen under way at a time: enough to hide the waiting, few enough for any store. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of queue) await work(one)
    }),
  )
}
