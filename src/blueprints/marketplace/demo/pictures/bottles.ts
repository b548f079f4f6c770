/** Glass bottles: oil, wine and spirits. One profile, turned; the glass dark or clear. */
import { light, mix, shade } from './colour.ts'
import { label } from './labels.ts'
import { n, round, type Paint } from './paint.ts'
import { bar, disc, path, stroke, type Vessel, type VesselInput } from './vessel.ts'

type Profile = {
  half: number
  /** Heights above the foot: where the body ends, where the neck begins, where it stops. */
  shoulder: number
  throat: number
  top: number
  neck: number
  /** How full the shoulder is, and how soon the neck straightens, 0 to 1. */
  full: number
  straight: number
  foot?: number
}

function outline(b: Profile, inset = 0): string {
  const half = b.half - inset
  const neck = Math.max(4, b.neck - inset)
  const foot = b.foot ?? 22
  const drop = b.throat - b.shoulder
  const side = (s: 1 | -1) => ({
    x: s * half,
    c1: `${n(s * half)} ${n(-b.shoulder - drop * b.full)}`,
    c2: `${n(s * neck)} ${n(-b.throat + drop * b.straight)}`,
    neck: s * neck,
  })
  const r = side(1)
  const l = side(-1)
  return (
    `M${n(-half)} ${n(-foot - inset)}Q${n(-half)} ${n(-inset)} ${n(-half + foot)} ${n(-inset)}H${n(half - foot)}Q${n(half)} ${n(-inset)} ${n(half)} ${n(-foot - inset)}V${n(-b.shoulder)}` +
    `C${r.c1} ${r.c2} ${n(r.neck)} ${n(-b.throat)}V${n(-b.top)}H${n(l.neck)}V${n(-b.throat)}C${l.c2} ${l.c1} ${n(l.x)} ${n(-b.shoulder)}Z`
  )
}

/** The sky in the glass: a long bright pane on the left, a thin one on the right, a curl on the shoulder. */
function shine(p: Paint, b: Profile, strength = 1): string {
  const pane = p.linear(
    [
      [0, '#ffffff', 0.5 * strength],
      [0.6, '#ffffff', 0.26 * strength],
      [1, '#ffffff', 0.05 * strength],
    ],
    true,
  )
  return (
    bar(-b.half * 0.82, -b.shoulder + 4, b.half * 0.15, b.shoulder - 46, pane, b.half * 0.07) +
    bar(b.half * 0.78, -b.shoulder + 30, b.half * 0.06, b.shoulder - 90, pane, b.half * 0.03) +
    stroke(
      `M${n(-b.half * 0.74)} ${n(-b.shoulder - 8)}Q${n(-b.half * 0.7)} ${n(-b.shoulder - (b.throat - b.shoulder) * 0.55)} ${n(-b.neck * 0.72)} ${n(-b.throat + 6)}`,
      '#ffffff',
      b.half * 0.075,
      0.3 * strength,
    ) +
    bar(
      -b.neck * 0.66,
      -b.top + 6,
      b.neck * 0.22,
      b.top - b.throat - 8,
      '#ffffff',
      3,
      `fill-opacity="${0.22 * strength}"`,
    )
  )
}

function darkGlass(p: Paint, b: Profile, glass: string): string {
  const body = p.linear([
    [0, shade(glass, 0.45)],
    [0.12, shade(glass, 0.1)],
    [0.3, light(glass, 0.16)],
    [0.52, glass],
    [0.8, shade(glass, 0.4)],
    [0.94, shade(glass, 0.5)],
    [1, light(glass, 0.1)],
  ])
  return path(outline(b), body)
}

/** Glass one can see through, filled up to `level` above the foot. */
function clearGlass(p: Paint, b: Profile, glass: string, content: string, level: number): string {
  const liquid = p.linear([
    [0, shade(content, 0.3)],
    [0.14, content],
    [0.32, light(content, 0.42)],
    [0.6, content],
    [0.88, shade(content, 0.24)],
    [1, shade(content, 0.1)],
  ])
  const inner = outline(b, 6)
  const width = level > b.throat ? b.neck - 6 : b.half
  return (
    path(outline(b), light(glass, 0.3), 'fill-opacity="0.62"') +
    `<g ${p.clip(inner)}>${bar(-b.half, -level, b.half * 2, level, liquid)}${disc(0, -level, width, Math.max(3, width * 0.12), light(content, 0.5), 'fill-opacity="0.8"')}${bar(-b.half, -24, b.half * 2, 24, shade(content, 0.35), 0, 'fill-opacity="0.35"')}</g>` +
    path(outline(b, 1.5), 'none', `stroke="${shade(glass, 0.25)}" stroke-opacity="0.45" stroke-width="3"`)
  )
}

/** Foil over the mouth down to `from` above the foot. */
function capsule(p: Paint, b: Profile, colour: string, from: number): string {
  const half = b.neck + 3
  const top = b.top + 22
  return (
    bar(-half, -top, half * 2, top - from, round(p, colour), 5) +
    bar(-half - 3, -top, half * 2 + 6, 30, round(p, colour), 6) +
    stroke(`M${n(-half)} ${n(-from - 12)}H${n(half)}`, light(colour, 0.45), 3, 0.7) +
    stroke(`M${n(-half - 2)} ${n(-top + 34)}H${n(half + 2)}`, shade(colour, 0.5), 2.5, 0.5)
  )
}

function stopper(p: Paint, b: Profile, colour: string, wood: string): string {
  const half = b.neck + 6
  return (
    bar(-b.neck + 4, -b.top - 14, b.neck * 2 - 8, 18, round(p, wood)) +
    bar(-half - 4, -b.top - 62, half * 2 + 8, 50, round(p, colour), 9) +
    bar(-half - 1, -b.top - 8, half * 2 + 2, 22, round(p, mix('#dfe5dc', colour, 0.15)), 6)
  )
}

function dress(
  input: VesselInput,
  b: Profile,
  glassBody: string,
  top: string,
  box: { w: number; h: number; y: number },
  gloss = 1,
): Vessel {
  const { p, brand, text } = input
  return {
    width: b.half * 2,
    height: b.top + 60,
    body:
      glassBody +
      `<g transform="translate(0 ${n(-box.y)})">${label(p, brand, text, box.w, box.h)}</g>` +
      shine(p, b, gloss) +
      top,
  }
}

/** The square-shouldered bottle of olive oil, in dark green glass. */
export function oilBottle(input: VesselInput): Vessel {
  const { p, brand } = input
  const b: Profile = {
    half: 104,
    shoulder: 486,
    throat: 556,
    top: 664,
    neck: 32,
    full: 0.85,
    straight: 0.2,
    foot: 12,
  }
  const glass = '#26331c'
  // The bottle is square: a second plane catches the light.
  const plane = bar(-b.half + 3, -480, 40, 470, '#ffffff', 8, 'fill-opacity="0.07"')
  return dress(
    input,
    b,
    darkGlass(p, b, glass) + plane,
    stopper(p, b, brand.palette.main, '#c9a46a'),
    { w: 188, h: 300, y: 232 },
    0.7,
  )
}

/** A tall clear flask, the oil's own colour showing. */
export function oilFlask(input: VesselInput): Vessel {
  const { p, brand, content } = input
  const b: Profile = {
    half: 92,
    shoulder: 430,
    throat: 610,
    top: 726,
    neck: 27,
    full: 0.5,
    straight: 0.45,
    foot: 30,
  }
  return dress(
    input,
    b,
    clearGlass(p, b, '#d9e2c8', content, 590),
    stopper(p, b, brand.palette.accent, '#c9a46a'),
    { w: 160, h: 270, y: 220 },
    1.2,
  )
}

/** A slender dark bottle with a painted label, for the small runs. */
export function oilSlender(input: VesselInput): Vessel {
  const { p, brand } = input
  const b: Profile = {
    half: 84,
    shoulder: 500,
    throat: 640,
    top: 760,
    neck: 27,
    full: 0.55,
    straight: 0.35,
    foot: 18,
  }
  return dress(
    input,
    b,
    darkGlass(p, b, '#1d2420'),
    stopper(p, b, brand.palette.main, '#c9a46a'),
    { w: 166, h: 340, y: 280 },
    0.8,
  )
}

/** High shoulders, for Nemea and its kin. */
export function bordeaux(input: VesselInput): Vessel {
  const { p, brand } = input
  const b: Profile = { half: 105, shoulder: 468, throat: 590, top: 752, neck: 35, full: 0.78, straight: 0.42 }
  return dress(
    input,
    b,
    darkGlass(p, b, mix('#1f2a1e', input.content, 0.18)),
    capsule(p, b, brand.palette.main, 630),
    { w: 206, h: 268, y: 250 },
    0.85,
  )
}

/** Sloping shoulders, for Xinomavro. */
export function burgundy(input: VesselInput): Vessel {
  const { p, brand } = input
  const b: Profile = { half: 114, shoulder: 372, throat: 618, top: 752, neck: 36, full: 0.44, straight: 0.5 }
  return dress(
    input,
    b,
    darkGlass(p, b, mix('#2a2f1c', input.content, 0.2)),
    capsule(p, b, brand.palette.main, 640),
    { w: 222, h: 236, y: 216 },
    0.85,
  )
}

/** White and rosé in pale glass. */
export function clearWine(input: VesselInput): Vessel {
  const { p, brand, content } = input
  const b: Profile = { half: 104, shoulder: 420, throat: 612, top: 752, neck: 35, full: 0.5, straight: 0.5 }
  return dress(
    input,
    b,
    clearGlass(p, b, mix('#e4ead0', content, 0.2), content, 640),
    capsule(p, b, brand.palette.main, 656),
    { w: 184, h: 236, y: 226 },
    1.25,
  )
}

/** Half a litre of sweet wine, tall and thin. */
export function dessertWine(input: VesselInput): Vessel {
  const { p, brand, content } = input
  const b: Profile = { half: 78, shoulder: 470, throat: 600, top: 768, neck: 27, full: 0.7, straight: 0.45 }
  return dress(
    input,
    b,
    clearGlass(p, b, '#d9c9a8', content, 640),
    capsule(p, b, brand.palette.main, 676),
    { w: 150, h: 250, y: 240 },
    1.1,
  )
}

/** Spirits: a broad clear flask with a wooden stopper. */
export function spiritFlask(input: VesselInput): Vessel {
  const { p, content } = input
  const b: Profile = {
    half: 138,
    shoulder: 410,
    throat: 500,
    top: 590,
    neck: 36,
    full: 0.8,
    straight: 0.25,
    foot: 34,
  }
  const wood = '#b98a58'
  const cork =
    bar(-30, -608, 60, 24, round(p, '#d8b583')) +
    bar(-48, -664, 96, 60, round(p, wood), 12) +
    stroke('M-40 -648H40', shade(wood, 0.3), 2, 0.5)
  const rim = bar(-42, -600, 84, 22, round(p, '#dde6e6'), 8)
  return dress(
    input,
    b,
    clearGlass(p, b, '#dbe6e8', content, 468),
    rim + cork,
    { w: 214, h: 262, y: 222 },
    1.25,
  )
}

/** Spirits: a straight clear bottle with a metal cap. */
export function spiritTall(input: VesselInput): Vessel {
  const { p, brand, content } = input
  const b: Profile = {
    half: 96,
    shoulder: 520,
    throat: 590,
    top: 672,
    neck: 33,
    full: 0.75,
    straight: 0.3,
    foot: 16,
  }
  const cap =
    bar(-40, -744, 80, 84, round(p, brand.palette.main), 8) +
    [0, 1, 2, 3, 4, 5].map((i) => stroke(`M${-30 + i * 12} -734V-676`, '#ffffff', 2, 0.16)).join('')
  return dress(input, b, clearGlass(p, b, '#dfe8ea', content, 560), cap, { w: 176, h: 300, y: 258 }, 1.25)
}

/** Vinegar and syrup: small, round-bellied, dark content in clear glass, corked. */
export function cruet(input: VesselInput): Vessel {
  const { p, content } = input
  const b: Profile = {
    half: 118,
    shoulder: 300,
    throat: 470,
    top: 560,
    neck: 31,
    full: 0.55,
    straight: 0.5,
    foot: 40,
  }
  const cork = bar(-30, -606, 60, 62, round(p, '#cda372'), 8) + bar(-38, -566, 76, 20, round(p, '#dfe3d8'), 7)
  return dress(input, b, clearGlass(p, b, '#dcd8c8', content, 440), cork, { w: 184, h: 200, y: 172 }, 1.15)
}
