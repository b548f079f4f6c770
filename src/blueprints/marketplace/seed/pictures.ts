/** Puts the drawn pictures into the file store and answers their file ids by name. */
import { adoptPictures } from '../../../platform/files/adopt.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { readImages } from '../demo/images.ts'

/** `product-<slug>`, `banner-<slug>`, `logo-<slug>` or `shelf-<slug>` → the file's id. */
export type Pictures = ReadonlyMap<string, string>

export async function hangPictures(ctx: Context): Promise<Pictures> {
  const images = await readImages()
  const ids = await adoptPictures(ctx, [...images.values()])
  return new Map([...images.keys()].map((name, index) => [name, ids[index]!]))
}
