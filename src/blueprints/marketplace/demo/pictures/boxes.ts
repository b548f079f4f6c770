/** Boxes, tins and wrapped bars, seen with their front and one side. */
import { light, mix, shade } from './colour.ts'
import { heap } from './grains.ts'
import { label } from './labels.ts'
import { letter } from './lettering.ts'
import { stamp } from './motifs.ts'
import { n, round, type Paint } from './paint.ts'
import { bar, disc, path, stroke, type Vessel, type VesselInput } from './vessel.ts'

const face = (p: Paint, colour: string) =>
  p.linear([
    [0, light(colour, 0.16)],
    [1, shade(colour, 0.08)],
  ])

/** A cuboid whose front's lower left corner is at `x`; depth runs to the right and up. */
function cuboid(p: Paint, x: number, w: number, h: number, depth: number, colour: string): string {
  const rise = depth * 0.3
  return (
    path(
      `M${x + w} 0L${n(x + w + depth)} ${n(-rise)}V${n(-rise - h)}L${x + w} ${-h}Z`,
      p.linear([
        [0, shade(colour, 0.34)],
        [1, shade(colour, 0.24)],
      ]),
    ) +
    path(
      `M${x} ${-h}L${n(x + depth)} ${n(-h - rise)}H${n(x + w + depth)}L${x + w} ${-h}Z`,
      light(colour, 0.34),
    ) +
    bar(x, -h, w, h, face(p, colour))
  )
}

/** A carton of tea with its flap line and a stamp on the side. */
export function teaBox(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const { main, accent, paper } = brand.palette
  const w = 300
  const h = 440
  return {
    width: 390,
    height: 470,
    body:
      cuboid(p, -190, w, h, 90, main) +
      `<g transform="translate(-40 ${-h / 2})">${label(p, brand, text, w - 36, h - 44, false)}</g>` +
      stroke(`M-190 ${-h}H110`, light(main, 0.5), 3, 0.8) +
      `<g transform="translate(155 -${h / 2 + 14}) skewY(-16.7) scale(0.3 1)">${stamp(text.motif, 0, -90, 170, mix(paper, main, 0.25), main)}${letter(brand.initials, 0, 90, { size: 70, colour: mix(accent, main, 0.2), weight: 14 })}</g>`,
  }
}

/** Five litres of oil in a tin with a handle and a cap. */
export function oilTin(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const { main, accent } = brand.palette
  const metal = '#c9c6ba'
  const w = 310
  const h = 500
  const rim = (y: number) =>
    bar(
      -196,
      y,
      w + 12,
      14,
      p.linear([
        [0, light(metal, 0.4)],
        [0.6, metal],
        [1, shade(metal, 0.2)],
      ]),
      4,
    ) + path(`M${w - 184} ${y}L${w - 90} ${y - 27}V${y - 13}L${w - 184} ${y + 14}Z`, shade(metal, 0.34))
  return {
    width: 410,
    height: 610,
    body:
      cuboid(p, -190, w, h, 92, main) +
      path(`M-190 ${-h}L-98 ${-h - 27}H212L120 ${-h}Z`, light(metal, 0.25)) +
      stroke(`M-60 ${-h - 12}C-60 ${-h - 84} 90 ${-h - 96} 110 ${-h - 22}`, shade(metal, 0.25), 18) +
      stroke(`M-60 ${-h - 14}C-60 ${-h - 88} 90 ${-h - 100} 110 ${-h - 24}`, light(metal, 0.35), 7) +
      bar(-142, -h - 66, 62, 56, round(p, accent), 8) +
      disc(-111, -h - 64, 31, 9, light(accent, 0.35)) +
      `<g transform="translate(-35 ${-h / 2})">${label(p, brand, text, w - 26, h - 60, false)}</g>` +
      rim(-14) +
      rim(-h) +
      bar(-180, -h + 22, 18, h - 50, '#ffffff', 9, 'fill-opacity="0.2"'),
  }
}

/** A flat carton of sweets, some of them before it. */
export function sweetBox(input: VesselInput): Vessel {
  const { p, brand, text, grain = 'cube', content } = input
  const { main } = brand.palette
  const w = 420
  const h = 250
  return {
    width: 500,
    height: 290,
    body:
      cuboid(p, -250, w, h, 86, main) +
      `<g transform="translate(-40 ${-h / 2})">${label(p, brand, text, w - 32, h - 30, false)}</g><g transform="translate(120 46)">${heap(p, grain, 190, content, 0.3)}</g>`,
  }
}

/** A small flat tin, standing behind its open lid. */
export function flatTin(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const { main, accent } = brand.palette
  const metal = mix('#cfa95a', accent, 0.2)
  return {
    width: 420,
    height: 330,
    body:
      cuboid(p, -210, 360, 300, 46, metal) +
      bar(-198, -288, 336, 276, main, 12) +
      `<g transform="translate(-30 -150)">${label(p, brand, text, 312, 252, false)}</g>` +
      bar(-204, -294, 348, 288, 'none', 14, `stroke="${light(metal, 0.5)}" stroke-width="5"`) +
      path('M-190 -280H-90L-160 -20H-190Z', '#ffffff', 'fill-opacity="0.14"'),
  }
}

/** Sesame or nut bars in a pile, held by a paper band. */
export function barPile(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const { chance } = p
  const bars = [0, 1, 2].map((i) => {
    const x = -230 + i * 12
    const y = -i * 78
    const c = [shade(content, 0.06), content, light(content, 0.08)][i]!
    const seeds = Array.from({ length: 90 }, () => {
      const sx = x + chance.between(8, 412)
      const sy = y - chance.between(8, 66)
      return `<ellipse cx="${n(sx)}" cy="${n(sy)}" rx="6.5" ry="4" fill="${chance.pick([light(c, 0.5), light(c, 0.3), shade(c, 0.22)])}" transform="rotate(${n(chance.between(-60, 60))} ${n(sx)} ${n(sy)})"/>`
    }).join('')
    return (
      path(`M${x + 420} ${y}l60 -20v-72l-60 18z`, shade(c, 0.4)) +
      path(`M${x} ${y - 74}l60 -20h420l-60 20z`, light(c, 0.36)) +
      bar(x, y - 74, 420, 74, face(p, c), 4) +
      seeds
    )
  })
  const { main } = brand.palette
  return {
    width: 500,
    height: 270,
    body:
      bars.join('') +
      path('M-118 0H104V-230H-118Z', face(p, main)) +
      path('M-118 -230L-58 -252H166L104 -230Z', light(main, 0.3)) +
      `<g transform="translate(-7 -115)">${label(p, brand, text, 206, 206, false)}</g>`,
  }
}

/** Two bars of soap, one in its paper band, the other with the stamp pressed in. */
export function soap(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const c = content
  const block = (x: number, y: number, w: number, h: number, d: number) =>
    path(
      `M${x + w - 12} ${y}L${x + w + d} ${n(y - d * 0.34)}Q${x + w + d + 8} ${n(y - d * 0.34 - 4)} ${x + w + d + 8} ${n(y - d * 0.34 - 14)}V${n(y - h - d * 0.3)}L${x + w} ${y - h + 8}Z`,
      p.linear([
        [0, shade(c, 0.26)],
        [1, shade(c, 0.16)],
      ]),
    ) +
    path(
      `M${x + 6} ${y - h + 6}L${x + d} ${n(y - h - d * 0.34)}Q${x + d + 6} ${n(y - h - d * 0.34 - 4)} ${x + d + 16} ${n(y - h - d * 0.34 - 4)}H${x + w + d}Q${x + w + d + 10} ${n(y - h - d * 0.34)} ${x + w + d + 2} ${n(y - h - d * 0.3)}L${x + w - 4} ${y - h + 8}Z`,
      light(c, 0.5),
    ) +
    bar(x, y - h, w, h, face(p, c), 20)
  const { main, accent } = brand.palette
  return {
    width: 480,
    height: 430,
    body:
      block(-240, 0, 400, 196, 70) +
      stamp(text.motif, -40, -98, 130, shade(c, 0.22), c) +
      bar(-216, -174, 352, 152, 'none', 16, `stroke="${shade(c, 0.16)}" stroke-width="4"`) +
      `<g transform="translate(14 -216) rotate(-3)">${block(-210, 0, 380, 190, 66)}${path('M-112 0H66V-190H-112Z', face(p, main))}${path('M-112 -190L-48 -214H128L66 -190Z', light(main, 0.35))}<g transform="translate(-23 -95)">${label(p, brand, text, 164, 176, false)}</g>${bar(-112, -190, 178, 6, accent)}${bar(-112, -6, 178, 6, accent)}</g>`,
  }
}
