/**
 * Draws the demo market's pictures into `src/blueprints/marketplace/demo/images`, in every size they are served in.
 * `node scripts/draw-demo.ts` draws those whose drawing changed; their list, `images.json`, says what each was made from.
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import {
  type DemoImage,
  folder,
  type ImageList,
  imagePath,
  listPath,
} from '../src/blueprints/marketplace/demo/images.ts'
import { demoDrawings } from '../src/blueprints/marketplace/demo/pictures/draw.ts'

// Between 640 and the full picture lies too little to be worth its bytes in the repository.
const widths = [320, 640]

const known = await readFile(listPath, 'utf8').then(
  (text) => JSON.parse(text) as ImageList,
  () => ({}) as ImageList,
)
const list: ImageList = {}
for (const { name, svg, width } of demoDrawings()) {
  const drawnFrom = sha256(svg).slice(0, 16)
  const before = known[name]
  list[name] = before?.drawnFrom === drawnFrom ? before : await drawAll(name, svg, width, drawnFrom)
}
await writeFile(listPath, `${JSON.stringify(list, null, 2)}\n`)
console.log(`${Object.keys(list).length} pictures in ${path.relative(process.cwd(), folder)}`)

async function drawAll(name: string, svg: string, width: number, drawnFrom: string): Promise<DemoImage> {
  const image = sharp(Buffer.from(svg))
  const smaller = widths.filter((one) => one < width)
  const full = await encode(image.clone().resize({ width }))
  await writeFile(imagePath(name, 'full'), full)
  for (const one of smaller)
    await writeFile(imagePath(name, String(one)), await encode(image.clone().resize({ width: one })))
  const { height } = await sharp(full).metadata()
  const { dominant } = await sharp(
    await image.clone().resize(64, 64, { fit: 'inside' }).flatten({ background: '#ffffff' }).png().toBuffer(),
  ).stats()
  const color = `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  console.log(`drew ${name}`)
  return { drawnFrom, width, height, color, sha256: sha256(full), widths: smaller }
}

function encode(image: Sharp): Promise<Buffer> {
  return image.webp({ quality: 74, effort: 6, smartSubsample: true }).toBuffer()
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
