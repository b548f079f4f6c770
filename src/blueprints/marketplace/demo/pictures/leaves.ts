/** Leaves and sprigs, the strokes most still lifes here are made of. */
import { light, shade } from './colour.ts'
import { at, n, type Paint } from './paint.ts'

/** A leaf from 0,0 to the right, as a path. `belly` moves its widest place: 0.3 near the stalk, 0.6 near the tip. */
export function leafPath(length: number, width: number, belly = 0.4): string {
  const a = length * belly
  return `M0 0C${n(a * 0.5)} ${n(-width * 0.62)} ${n(a + length * 0.2)} ${n(-width * 0.62)} ${n(length)} 0C${n(a + length * 0.2)} ${n(width * 0.62)} ${n(a * 0.5)} ${n(width * 0.62)} 0 0Z`
}

/** The lower half of the same leaf: the side away from the light. */
function leafHalf(length: number, width: number, belly = 0.4): string {
  const a = length * belly
  return `M0 0C${n(a * 0.5)} ${n(width * 0.62)} ${n(a + length * 0.2)} ${n(width * 0.62)} ${n(length)} 0Z`
}

export function leaf(length: number, width: number, colour: string, belly = 0.4): string {
  return `<path d="${leafPath(length, width, belly)}" fill="${colour}"/><path d="${leafHalf(length, width, belly)}" fill="${shade(colour, 0.2)}"/><path d="M0 0L${n(length * 0.82)} 0" stroke="${light(colour, 0.35)}" stroke-width="${n(Math.max(1.2, width * 0.06))}" fill="none" stroke-linecap="round"/>`
}

export type Sprig = {
  length: number
  /** How far the tip sinks (positive) or rises, over the length. */
  bend: number
  leafLength: number
  leafWidth: number
  pairs: number
  colour: string
  stem?: string
  /** Degrees between stem and leaf. */
  spread?: number
  belly?: number
  /** 0: leaves face each other; 0.5: they alternate. */
  offset?: number
  /** Leaves grow smaller towards the tip by this share. */
  taper?: number
}

/** Where the stem of a sprig is at share `t` of its way, and its direction in degrees. */
export function onStem(sprig: Pick<Sprig, 'length' | 'bend'>, t: number) {
  const x = sprig.length * t
  const y = sprig.bend * t * t
  return { x, y, turn: (Math.atan2(2 * sprig.bend * t, sprig.length) * 180) / Math.PI }
}

/** A stem from 0,0 to the right with leaves on both sides and one at the tip; flat when `chance` is left out. */
export function sprig(s: Sprig, chance?: Paint['chance']): string {
  const { spread = 42, offset = 0.35, taper = 0.35 } = s
  const wobble = (by: number) => (chance ? chance.between(-by, by) : 0)
  const stem = `<path d="M0 0Q${n(s.length / 2)} 0 ${n(s.length)} ${n(s.bend)}" fill="none" stroke="${s.stem ?? shade(s.colour, 0.3)}" stroke-width="${n(Math.max(2, s.leafWidth * 0.16))}" stroke-linecap="round"/>`
  const leaves = Array.from({ length: s.pairs }, (_, i) =>
    [-1, 1]
      .map((side) => {
        const t = (i + 0.6 + (side > 0 ? offset : 0)) / (s.pairs + 0.7)
        const place = onStem(s, t)
        const size = 1 - taper * t + wobble(0.08)
        // Leaves on the side of the light are a little paler.
        const colour = side < 0 ? light(s.colour, 0.1 + wobble(0.05)) : shade(s.colour, 0.08 + wobble(0.05))
        return at(
          place.x,
          place.y,
          leaf(s.leafLength * size, s.leafWidth * size, colour, s.belly),
          1,
          place.turn + side * (spread + wobble(9)),
        )
      })
      .join(''),
  ).join('')
  const tip = onStem(s, 0.97)
  return (
    stem +
    leaves +
    at(
      tip.x,
      tip.y,
      leaf(s.leafLength * (1 - taper), s.leafWidth * (1 - taper), light(s.colour, 0.12), s.belly),
      1,
      tip.turn,
    )
  )
}

/** The same sprig in one colour, for labels and logos. */
export function stampSprig(s: Omit<Sprig, 'colour'>, colour: string): string {
  const { spread = 42, offset = 0.35, taper = 0.35 } = s
  const parts: string[] = []
  for (let i = 0; i < s.pairs; i++) {
    for (const side of [-1, 1]) {
      const t = (i + 0.6 + (side > 0 ? offset : 0)) / (s.pairs + 0.7)
      const place = onStem(s, t)
      const size = 1 - taper * t
      parts.push(
        `<path d="${leafPath(s.leafLength * size, s.leafWidth * size, s.belly)}" transform="translate(${n(place.x)} ${n(place.y)}) rotate(${n(place.turn + side * spread)})"/>`,
      )
    }
  }
  const tip = onStem(s, 0.97)
  parts.push(
    `<path d="${leafPath(s.leafLength * (1 - taper), s.leafWidth * (1 - taper), s.belly)}" transform="translate(${n(tip.x)} ${n(tip.y)}) rotate(${n(tip.turn)})"/>`,
  )
  return `<g fill="${colour}">${parts.join('')}<path d="M0 0Q${n(s.length / 2)} 0 ${n(s.length)} ${n(s.bend)}" fill="none" stroke="${colour}" stroke-width="${n(Math.max(2, s.leafWidth * 0.16))}" stroke-linecap="round"/></g>`
}
