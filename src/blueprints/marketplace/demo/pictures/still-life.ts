/** Puts a product's package, what it is made of and a place in the light together: 1200 × 1200. */
import { backdrops, floorOf, type Scene } from './backdrops.ts'
import * as bags from './bags.ts'
import * as bottles from './bottles.ts'
import * as boxes from './boxes.ts'
import type { Brand } from './brand.ts'
import * as cheeses from './cheeses.ts'
import { light, mix } from './colour.ts'
import { heap, type GrainName } from './grains.ts'
import * as jars from './jars.ts'
import type { Motif } from './motifs.ts'
import { at, newPaint, shadow, type Paint } from './paint.ts'
import { plants } from './plants.ts'
import { bowl, spoon, tableware } from './tableware.ts'
import type { Vessel, VesselInput } from './vessel.ts'

const vessels = { ...bottles, ...jars, ...bags, ...boxes, ...cheeses } satisfies Record<
  string,
  (input: VesselInput) => Vessel
>

export type VesselName = keyof typeof vessels
type Thing = keyof typeof plants | keyof typeof tableware
export type Prop =
  | Thing
  | (
      | { heap: GrainName; tint?: string }
      | { bowl: GrainName; tint?: string }
      | { spoon: GrainName; tint?: string }
    )

export type StillLife = {
  vessel: VesselName
  /** On the label, in capitals: one line or two. */
  name: readonly [string, string?]
  motif: Motif
  /** The colour of what is inside. */
  content: string
  /** What is inside, when it comes in pieces. */
  grain?: GrainName
  scene: Scene
  /** Where the package stands; the first prop lies on the free side. */
  side?: 'left' | 'centre' | 'right'
  /** A smaller one of the same stands behind. */
  pair?: boolean
  props: readonly Prop[]
}

const standing = new Set<Prop>([
  'red-wine',
  'white-wine',
  'rose-wine',
  'sweet-wine',
  'clear-shot',
  'amber-shot',
  'ouzo-glass',
  'tea-glass',
])

export function stillLife(seed: string, brand: Brand, picture: StillLife): string {
  const p = newPaint(seed)
  const { side = 'centre' } = picture
  const input: VesselInput = { p, brand, text: picture, content: picture.content, grain: picture.grain }
  const vessel = vessels[picture.vessel](input)
  const floor = floorOf(picture.scene)

  const scale = Math.min((vessel.height > 600 ? 850 : 680) / vessel.height, 760 / vessel.width, 1.58)
  const wide = vessel.width * scale > 560
  const shift = { left: wide ? -70 : -130, centre: 0, right: wide ? 70 : 130 }[side]
  const x = 600 + shift
  const stand = (px: number, y: number, k: number) => ({
    y,
    body: at(px, y, shadow(p, vessel.width) + vessel.body, k),
  })
  // The free side comes first: right of a package on the left, and so on.
  const free = side === 'right' ? -1 : 1
  const reach = (vessel.width * scale) / 2
  const low = floor + (wide ? 96 : 76)
  const slots = [
    { x: x + free * Math.min(reach + 150, 420), y: low, k: 1.32 },
    { x: x - free * Math.min(reach + 150, 420), y: low + 36, k: 1.12 },
    { x: x + free * Math.min(reach + 250, 470), y: floor - 50, k: 1.05 },
  ]
  const things = picture.props.map((prop, i) => {
    const slot = slots[i]!
    const upright = standing.has(prop)
    const y = upright ? floor + 20 : slot.y
    return {
      y,
      body: at(
        Math.min(1040, Math.max(160, slot.x)),
        y,
        draw(p, brand, prop),
        upright ? slot.k * 0.98 : slot.k,
      ),
    }
  })
  const packs = [
    stand(x, floor, scale),
    ...(picture.pair
      ? [stand(x + free * (reach + vessel.width * scale * 0.2), floor - 46, scale * 0.78)]
      : []),
  ]
  // The wall takes a breath of the content's colour, so that one producer's shelf is not all alike.
  const palette = { ...brand.palette, wall: mix(brand.palette.wall, light(picture.content, 0.5), 0.3) }
  return frame(p, backdrops[picture.scene](p, palette, x, free), [...packs, ...things])
}

/** Up to three packages of different makers side by side, and two things before them. */
export function gathering(
  seed: string,
  {
    scene,
    packs,
    props,
  }: { scene: Scene; packs: readonly { brand: Brand; picture: StillLife }[]; props: readonly Prop[] },
): string {
  const p = newPaint(seed)
  const floor = floorOf(scene)
  const { brand } = packs[0]!
  // The middle one stands nearest.
  const places = [
    { x: 290, y: floor - 56 },
    { x: 910, y: floor - 66 },
    { x: 600, y: floor - 10 },
  ]
  const standing = packs.map(({ brand, picture }, i) => {
    const vessel = vessels[picture.vessel]({
      p,
      brand,
      text: picture,
      content: picture.content,
      grain: picture.grain,
    })
    const scale = Math.min((vessel.height > 600 ? 720 : 520) / vessel.height, 420 / vessel.width, 1.3)
    const { x, y } = places[i]!
    return { y, body: at(x, y, shadow(p, vessel.width) + vessel.body, scale) }
  })
  const lying = props.map((prop, i) => ({
    y: floor + 110,
    body: at([330, 880][i]!, floor + 110, draw(p, brand, prop), 1.05),
  }))
  return frame(p, backdrops[scene](p, brand.palette, 600, 1), [...standing, ...lying])
}

/** What is nearer covers what is farther. */
function frame(p: Paint, backdrop: string, things: readonly { y: number; body: string }[]): string {
  const bodies = things.toSorted((a, b) => a.y - b.y).map((thing) => thing.body)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200" width="1200" height="1200">${p.defs()}${backdrop}${bodies.join('')}</svg>`
}

function draw(p: Paint, brand: Brand, prop: Prop): string {
  if (typeof prop === 'string')
    return ({ ...plants, ...tableware } as Record<Thing, (p: Paint) => string>)[prop](p)
  const clay = mix(brand.palette.paper, brand.palette.main, 0.28)
  if ('heap' in prop) return heap(p, prop.heap, 230, prop.tint)
  if ('bowl' in prop) return bowl(p, prop.bowl, clay, prop.tint)
  return spoon(p, prop.spoon, prop.tint)
}
