/**
 * Pictures made anew from what was uploaded: turned upright, without the place and camera that phones write into them,
 * and without anything else that was hidden in the file. Two at a time, for each takes memory and a processor.
 */
import type { Sharp } from 'sharp'
import { invalidField } from '../http/app-error.ts'

/** The widths, in pixels, that a public picture is served in. */
export const pictureWidths = [320, 640, 960, 1280] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureType = 'image/webp'
const longestSide = 2_560
/** A small file can unpack to a gigantic picture. */
const mostPixels = 60_000_000

export type Picture = {
  bytes: Uint8Array
  width: number
  height: number
  /** The colour most of it has, `#rrggbb`. */
  color: string
  /** Narrower ones, none wider than the picture itself. */
  sizes: { width: PictureWidth; bytes: Uint8Array }[]
}

/** Throws AppError `invalid` for what cannot be read as a picture. */
export async function makePicture(bytes: Uint8Array, options: { withSizes: boolean }): Promise<Picture> {
  return oneOfFew(async () => {
    const sharp = await imageLibrary()
    try {
      const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
        .timeout({ seconds: 20 })
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      // Decoded once; every size is made from these pixels.
      const { data, info } = await upright.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
      const raw = { width: info.width, height: info.height, channels: info.channels as 3 | 4 }
      const pixels = () => sharp(data, { raw })
      const widths = options.withSizes ? pictureWidths.filter((width) => width < info.width) : []
      const [main, color, ...sizes] = await Promise.all([
        encode(pixels()),
        dominantColor(pixels()),
        ...widths.map(async (width) => ({ width, bytes: await encode(pixels().resize({ width })) })),
      ])
      return { bytes: main, width: info.width, height: info.height, color, sizes }
    } catch (error) {
      throw unreadable(error)
    }
  })
}

const encode = (image: Sharp): Promise<Uint8Array> => image.webp({ quality: 80, effort: 3 }).toBuffer()

async function dominantColor(image: Sharp): Promise<string> {
  const { data, info } = await image
    .resize(64, 64, { fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const sharp = await imageLibrary()
  // Statistics are always of the input, so the small picture becomes one.
  const { dominant } = await sharp(data, { raw: { ...info, channels: info.channels as 3 } }).stats()
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0'))
  return `#${hex.join('')}`
}

/** Loaded when the first picture comes: it takes memory that most processes never need. */
async function imageLibrary() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

function unreadable(error: unknown): Error {
  const reason = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(reason))
    return invalidField('/file', 'The picture has too many pixels (60 million at most).')
  return invalidField('/file', 'This picture cannot be read. Use JPEG, PNG, WebP, AVIF, GIF or SVG.')
}

const places = 2
let taken = 0
const waiting: (() => void)[] = []

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve))
  else taken++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else taken--
  }
}
