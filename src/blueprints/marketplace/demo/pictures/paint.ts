/** Collects the gradients and clips of one picture, each once, under ids that do not clash on a page. */
import { light, shade } from './colour.ts'
import { hash, newRandom, type Random } from './random.ts'

/** Offset 0 to 1, colour, opacity 0 to 1 (default 1). */
export type Stop = readonly [number, string, number?]

export type Paint = {
  chance: Random
  /** From left to right of what it fills; `down` turns it from top to bottom. */
  linear(stops: readonly Stop[], down?: boolean): string
  /** From the upper left, where the light stands, outwards. */
  radial(stops: readonly Stop[], cx?: number, cy?: number, r?: number): string
  /** A clip-path attribute for what lies inside `path`. */
  clip(path: string): string
  defs(): string
}

export function newPaint(seed: string): Paint {
  // An id may not begin with a digit.
  const prefix = `p${hash(seed).toString(36)}`
  const known = new Map<string, string>()
  const bodies: string[] = []
  const define = (body: (id: string) => string): string => {
    const key = body('')
    const found = known.get(key)
    if (found) return found
    const id = `${prefix}-${known.size}`
    known.set(key, id)
    bodies.push(body(id))
    return id
  }
  const stopTags = (stops: readonly Stop[]) =>
    stops
      .map(
        ([at, colour, opacity]) =>
          `<stop offset="${at}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
      )
      .join('')

  return {
    chance: newRandom(seed),
    linear: (stops, down = false) =>
      `url(#${define((id) => `<linearGradient id="${id}"${down ? ' x2="0" y2="1"' : ''}>${stopTags(stops)}</linearGradient>`)})`,
    radial: (stops, cx = 0.35, cy = 0.3, r = 0.8) =>
      `url(#${define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}" fx="${cx}" fy="${cy}">${stopTags(stops)}</radialGradient>`)})`,
    clip: (path) =>
      `clip-path="url(#${define((id) => `<clipPath id="${id}"><path d="${path}"/></clipPath>`)})"`,
    defs: () => `<defs>${bodies.join('')}</defs>`,
  }
}

/** The fill of an upright round body in light from the left. */
export const round = (p: Paint, colour: string, depth = 1) =>
  p.linear([
    [0, shade(colour, 0.28 * depth)],
    [0.1, shade(colour, 0.08 * depth)],
    [0.27, light(colour, 0.3 * depth)],
    [0.5, colour],
    [0.84, shade(colour, 0.34 * depth)],
    [1, shade(colour, 0.2 * depth)],
  ])

/** The fill of a ball. */
export const ball = (p: Paint, colour: string) =>
  p.radial([
    [0, light(colour, 0.45)],
    [0.45, colour],
    [1, shade(colour, 0.42)],
  ])

/** What lies on the ground under and to the right of a thing of this width whose foot is at 0,0. */
export function shadow(p: Paint, width: number, strength = 1): string {
  const soft = p.radial(
    [
      [0, '#1d1420', 0.42 * strength],
      [0.55, '#1d1420', 0.2 * strength],
      [1, '#1d1420', 0],
    ],
    0.5,
    0.5,
    0.5,
  )
  const w = width
  return (
    `<ellipse cx="${w * 0.42}" cy="${-w * 0.02}" rx="${w * 0.95}" ry="${w * 0.12}" fill="${soft}" transform="rotate(-5)"/>` +
    `<ellipse cx="${w * 0.06}" cy="${w * 0.01}" rx="${w * 0.6}" ry="${w * 0.085}" fill="${soft}"/>`
  )
}

export const at = (x: number, y: number, body: string, scale = 1, turn = 0) =>
  `<g transform="translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''}${scale === 1 ? '' : ` scale(${n(scale)})`}">${body}</g>`

/** A coordinate short enough for a file. */
export const n = (value: number) => String(Math.round(value * 100) / 100)
