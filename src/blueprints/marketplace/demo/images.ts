/** The demo market's pictures as `scripts/draw-demo.ts` left them beside this file. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MadePicture } from '../../../platform/files/adopt.ts'
import { root } from '../../../platform/start/root.ts'

export type DemoImage = {
  /** The first 16 hex digits of its drawing's SHA-256: another drawing, another picture. */
  drawnFrom: string
  width: number
  height: number
  color: string
  sha256: string
  /** In which it lies there beside `full`. */
  widths: number[]
}

export type ImageList = Record<string, DemoImage>

export const folder = path.join(root, 'src/blueprints/marketplace/demo/images')
export const listPath = path.join(folder, 'images.json')
export const imagePath = (name: string, variant: string): string =>
  path.join(folder, `${name}-${variant}.webp`)

/** All of them with their bytes, by name: `product-<slug>`, `banner-<slug>`, `logo-<slug>`, `shelf-<slug>`. */
export async function readImages(): Promise<Map<string, MadePicture>> {
  const list = JSON.parse(await readFile(listPath, 'utf8')) as ImageList
  return new Map(
    await Promise.all(
      Object.entries(list).map(async ([name, { width, height, color, sha256, widths }]) => {
        const full = await readFile(imagePath(name, 'full'))
        const sizes = await Promise.all(
          widths.map(async (one) => [String(one), await readFile(imagePath(name, String(one)))] as const),
        )
        const bytes = { full, ...Object.fromEntries(sizes) }
        return [name, { name: `${name}.webp`, width, height, color, sha256, bytes }] as const
      }),
    ),
  )
}
