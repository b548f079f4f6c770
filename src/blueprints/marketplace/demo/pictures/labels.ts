/** Paper labels: twelve layouts, one per producer, with a stamp, the product's name and the producer's mark. */
import type { Brand } from './brand.ts'
import { light, mix, shade } from './colour.ts'
import { letter } from './lettering.ts'
import { stamp, type Motif } from './motifs.ts'
import { n, type Paint } from './paint.ts'

export type LabelText = {
  /** The name in capitals, in one or two lines. */
  name: readonly [string, string?]
  motif: Motif
}

type Box = { w: number; h: number }
type Look = Box & { brand: Brand; text: LabelText; ink: string; paper: string }

const rect = ({ w, h }: Box, fill: string, inset = 0, radius = 0, extra = '') =>
  `<rect x="${n(-w / 2 + inset)}" y="${n(-h / 2 + inset)}" width="${n(w - 2 * inset)}" height="${n(h - 2 * inset)}" rx="${radius}" fill="${fill}" ${extra}/>`

const frame = (box: Box, colour: string, inset: number, width: number, radius = 0) =>
  rect(box, 'none', inset, radius, `stroke="${colour}" stroke-width="${width}"`)

const rule = (y: number, half: number, colour: string, width = 2) =>
  `<path d="M${n(-half)} ${n(y)}H${n(half)}" stroke="${colour}" stroke-width="${width}"/>`

/** Stamp, name and mark: one above the other on tall paper, side by side on wide paper. */
function words(look: Look, top = 0, bottom = 0): string {
  const { w, h, brand, text, ink, paper } = look
  const { weight, stretch } = brand
  const [first, second] = text.name
  const room = h - top - bottom
  const y = (share: number) => -h / 2 + top + room * share
  if (w > room * 1.55) {
    const size = Math.min(room * 0.68, w * 0.26)
    const left = -w / 2 + w * 0.07 + size / 2
    const from = left + size / 2 + w * 0.03
    const centre = (from + w / 2 - w * 0.05) / 2
    const half = (w / 2 - w * 0.05 - from) / 2
    return (
      stamp(text.motif, left, y(0.5), size, ink, paper) +
      letter(first, centre, y(second ? 0.42 : 0.5), {
        size: room * 0.19,
        colour: ink,
        weight: weight + 3,
        stretch,
        maxWidth: half * 2,
      }) +
      (second
        ? letter(second, centre, y(0.63), {
            size: room * 0.12,
            colour: ink,
            weight,
            stretch,
            maxWidth: half * 2,
          })
        : '') +
      rule(y(0.7), half * 0.9, ink, 1.5) +
      letter(brand.mark, centre, y(0.85), {
        size: room * 0.075,
        colour: ink,
        weight: 14,
        tracking: 45,
        maxWidth: half * 1.9,
      })
    )
  }
  const size = Math.min(w * 0.56, room * 0.42)
  const maxWidth = w * 0.82
  return (
    stamp(text.motif, 0, y(0.27), size, ink, paper) +
    letter(first, 0, y(second ? 0.655 : 0.7), {
      size: room * 0.105,
      colour: ink,
      weight: weight + 3,
      stretch,
      maxWidth,
    }) +
    (second
      ? letter(second, 0, y(0.77), { size: room * 0.07, colour: ink, weight, stretch, maxWidth })
      : '') +
    rule(y(0.825), w * 0.3, ink, 1.5) +
    letter(brand.mark, 0, y(0.915), {
      size: room * 0.045,
      colour: ink,
      weight: 14,
      tracking: 50,
      maxWidth: w * 0.74,
    })
  )
}

/** A Greek key that runs for `width`, in steps of about `step`. */
function meander(width: number, step: number, colour: string): string {
  const count = Math.max(3, Math.round(width / step))
  const s = width / count / 5
  const key = `v${n(-4 * s)}h${n(4 * s)}v${n(3 * s)}h${n(-2 * s)}v${n(-1.4 * s)}`
  const path = Array.from(
    { length: count },
    (_, i) =>
      `M${n(-width / 2 + i * 5 * s)} 0${key}M${n(-width / 2 + i * 5 * s + 4 * s)} ${n(-4 * s)}V0h${n(s)}`,
  ).join('')
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${n(s * 0.62)}"/>`
}

const archPath = ({ w, h }: Box, inset = 0) => {
  const half = w / 2 - inset
  const top = -h / 2 + inset
  const spring = top + half * 0.82
  return `M${n(-half)} ${n(h / 2 - inset)}V${n(spring)}C${n(-half)} ${n(top + half * 0.2)} ${n(-half * 0.5)} ${n(top)} 0 ${n(top)}C${n(half * 0.5)} ${n(top)} ${n(half)} ${n(top + half * 0.2)} ${n(half)} ${n(spring)}V${n(h / 2 - inset)}Z`
}

const notched = ({ w, h }: Box, inset: number, cut: number) => {
  const x = w / 2 - inset
  const y = h / 2 - inset
  const c = cut
  return `M${n(-x + c)} ${n(-y)}H${n(x - c)}A${c} ${c} 0 0 0 ${n(x)} ${n(-y + c)}V${n(y - c)}A${c} ${c} 0 0 0 ${n(x - c)} ${n(y)}H${n(-x + c)}A${c} ${c} 0 0 0 ${n(-x)} ${n(y - c)}V${n(-y + c)}A${c} ${c} 0 0 0 ${n(-x + c)} ${n(-y)}Z`
}

const styles = {
  /** Paper between two bands of colour. */
  band: (look) =>
    rect(look, look.paper) +
    `<rect x="${n(-look.w / 2)}" y="${n(-look.h / 2)}" width="${n(look.w)}" height="${n(look.h * 0.075)}" fill="${look.brand.palette.main}"/><rect x="${n(-look.w / 2)}" y="${n(look.h / 2 - look.h * 0.075)}" width="${n(look.w)}" height="${n(look.h * 0.075)}" fill="${look.brand.palette.main}"/>` +
    rule(-look.h / 2 + look.h * 0.1, look.w / 2, look.brand.palette.accent, 3) +
    rule(look.h / 2 - look.h * 0.1, look.w / 2, look.brand.palette.accent, 3) +
    words(look, look.h * 0.1, look.h * 0.1),
  /** An arched sheet with a thin inner line. */
  arch: (look) =>
    `<path d="${archPath(look)}" fill="${look.paper}"/><path d="${archPath(look, look.w * 0.045)}" fill="none" stroke="${look.brand.palette.accent}" stroke-width="3"/>` +
    words(look, look.h * 0.06, look.h * 0.03),
  /** The upper part in colour with the stamp knocked out, the words on paper below. */
  split: (look) => {
    const { w, h, brand, text, paper, ink } = look
    const wide = w > h * 1.5
    const { main, accent } = brand.palette
    if (wide)
      return (
        rect(look, paper) +
        `<rect x="${n(-w / 2)}" y="${n(-h / 2)}" width="${n(w * 0.34)}" height="${n(h)}" fill="${main}"/>` +
        stamp(text.motif, -w * 0.33, 0, Math.min(w * 0.26, h * 0.7), light(paper, 0.2), main) +
        letter(text.name[0], w * 0.17, text.name[1] ? -h * 0.02 : h * 0.06, {
          size: h * 0.18,
          colour: ink,
          weight: brand.weight + 3,
          stretch: brand.stretch,
          maxWidth: w * 0.54,
        }) +
        (text.name[1]
          ? letter(text.name[1], w * 0.17, h * 0.17, {
              size: h * 0.11,
              colour: ink,
              weight: brand.weight,
              stretch: brand.stretch,
              maxWidth: w * 0.54,
            })
          : '') +
        letter(brand.mark, w * 0.17, h * 0.37, {
          size: h * 0.07,
          colour: accent,
          weight: 15,
          tracking: 45,
          maxWidth: w * 0.54,
        })
      )
    return (
      rect(look, paper) +
      `<rect x="${n(-w / 2)}" y="${n(-h / 2)}" width="${n(w)}" height="${n(h * 0.52)}" fill="${main}"/>` +
      stamp(text.motif, 0, -h * 0.24, Math.min(w * 0.6, h * 0.42), light(paper, 0.2), main) +
      rule(h * 0.02 + 5, w / 2, accent, 6) +
      letter(text.name[0], 0, h * (text.name[1] ? 0.2 : 0.23), {
        size: h * 0.11,
        colour: ink,
        weight: brand.weight + 3,
        stretch: brand.stretch,
        maxWidth: w * 0.84,
      }) +
      (text.name[1]
        ? letter(text.name[1], 0, h * 0.31, {
            size: h * 0.07,
            colour: ink,
            weight: brand.weight,
            stretch: brand.stretch,
            maxWidth: w * 0.84,
          })
        : '') +
      letter(brand.mark, 0, h * 0.43, {
        size: h * 0.042,
        colour: accent,
        weight: 15,
        tracking: 50,
        maxWidth: w * 0.78,
      })
    )
  },
  /** A ticket with bitten corners. */
  ticket: (look) => {
    const cut = Math.round(Math.min(look.w, look.h) * 0.1)
    return (
      `<path d="${notched(look, 0, cut)}" fill="${look.paper}"/><path d="${notched(look, 9, cut)}" fill="none" stroke="${look.brand.palette.main}" stroke-width="3.5"/><path d="${notched(look, 17, cut)}" fill="none" stroke="${look.brand.palette.accent}" stroke-width="1.6"/>` +
      words(look, look.h * 0.04, look.h * 0.04)
    )
  },
  /** A Greek key above and below. */
  meander: (look) => {
    const key = meander(look.w, look.w * 0.085, look.brand.palette.main)
    return (
      rect(look, look.paper) +
      `<g transform="translate(0 ${n(-look.h / 2 + look.h * 0.095)})">${key}</g><g transform="translate(0 ${n(look.h / 2 - look.h * 0.095)}) scale(1 -1)">${key}</g>` +
      rule(-look.h / 2 + look.h * 0.125, look.w / 2, look.brand.palette.main, 3) +
      rule(look.h / 2 - look.h * 0.125, look.w / 2, look.brand.palette.main, 3) +
      words(look, look.h * 0.12, look.h * 0.12)
    )
  },
  /** Rays of two colours behind a paper plaque. */
  rays: (look) => {
    const { w, h, brand, paper } = look
    const { main, accent } = brand.palette
    const reach = Math.hypot(w, h)
    const rays = Array.from({ length: 24 }, (_, i) => {
      const a = (i * Math.PI) / 12
      const b = a + Math.PI / 24
      return `M0 ${n(h * 0.1)}L${n(Math.cos(a) * reach)} ${n(h * 0.1 + Math.sin(a) * reach)}L${n(Math.cos(b) * reach)} ${n(h * 0.1 + Math.sin(b) * reach)}Z`
    }).join('')
    const plaque = { ...look, w: w * 0.78, h: h * 0.8 }
    return (
      rect(look, main) +
      `<path d="${rays}" fill="${mix(main, accent, 0.55)}"/>` +
      `<path d="${notched(plaque, 0, Math.round(Math.min(w, h) * 0.07))}" fill="${paper}"/><path d="${notched(plaque, 8, Math.round(Math.min(w, h) * 0.07))}" fill="none" stroke="${accent}" stroke-width="2"/>` +
      words(plaque, h * 0.03, h * 0.03)
    )
  },
  /** Waves along the lower edge. */
  sea: (look) => {
    const { w, h, brand } = look
    const { main, accent } = brand.palette
    const wave = (y: number, colour: string, phase: number) => {
      const step = w / 5
      const humps = Array.from(
        { length: 7 },
        (_, i) => `q${n(step / 4)} ${n(-h * 0.055)} ${n(step / 2)} 0t${n(step / 2)} 0${i === 6 ? '' : ''}`,
      ).join('')
      return `<path d="M${n(-w / 2 - step * phase)} ${n(y)}${humps}V${n(h / 2)}H${n(-w / 2)}Z" fill="${colour}"/>`
    }
    return (
      rect(look, look.paper) +
      wave(h * 0.37, accent, 0.2) +
      wave(h * 0.415, mix(accent, main, 0.5), 0.7) +
      wave(h * 0.455, main, 0.45) +
      words(look, h * 0.02, h * 0.16)
    )
  },
  /** Upright stripes with an oval of paper. */
  stripes: (look) => {
    const { w, h, brand, paper } = look
    const { main } = brand.palette
    const count = Math.max(7, Math.round(w / 26) | 1)
    const s = w / count
    const bars = Array.from(
      { length: Math.ceil(count / 2) },
      (_, i) => `M${n(-w / 2 + i * 2 * s)} ${n(-h / 2)}h${n(s)}v${n(h)}h${n(-s)}Z`,
    ).join('')
    const oval = { ...look, w: w * 0.82, h: h * 0.84 }
    return (
      rect(look, light(paper, 0.25)) +
      `<path d="${bars}" fill="${main}"/><ellipse rx="${n(w * 0.43)}" ry="${n(h * 0.435)}" fill="${paper}"/><ellipse rx="${n(w * 0.405)}" ry="${n(h * 0.41)}" fill="none" stroke="${main}" stroke-width="2.5"/>` +
      words({ ...oval, w: w * 0.72 }, h * 0.05, h * 0.07)
    )
  },
  /** Colour all over, letters in paper. */
  solid: (look) => {
    const { main, accent, paper } = look.brand.palette
    return (
      rect(look, main) +
      frame(look, accent, look.w * 0.04, 3) +
      frame(look, accent, look.w * 0.055, 1.4) +
      words({ ...look, ink: light(paper, 0.15), paper: main }, look.h * 0.05, look.h * 0.04)
    )
  },
  /** Cement tiles round a field of paper. */
  tiles: (look) => {
    const { w, h, brand, paper } = look
    const { main, accent } = brand.palette
    const count = Math.max(5, Math.round(w / 44))
    const s = w / count
    const row = (y: number) =>
      Array.from({ length: count }, (_, i) => {
        const x = -w / 2 + i * s
        return `<path d="M${n(x + s / 2)} ${n(y)}L${n(x + s)} ${n(y + s / 2)}L${n(x + s / 2)} ${n(y + s)}L${n(x)} ${n(y + s / 2)}Z" fill="${i % 2 ? main : accent}"/><circle cx="${n(x + s / 2)}" cy="${n(y + s / 2)}" r="${n(s * 0.16)}" fill="${paper}"/>`
      }).join('')
    const fits = s < h * 0.2
    const inset = fits ? s : 8
    return (
      rect(look, paper) +
      (fits ? row(-h / 2) + row(h / 2 - s) : '') +
      rule(-h / 2 + inset, w / 2, main, 2.5) +
      rule(h / 2 - inset, w / 2, main, 2.5) +
      words(look, inset * 0.95, inset)
    )
  },
  /** A plain sheet, a ring round the stamp, a corner of colour. */
  ring: (look) => {
    const { w, h, brand, text, ink, paper } = look
    const { main, accent } = brand.palette
    const wide = w > h * 1.5
    const r = wide ? Math.min(h * 0.36, w * 0.2) : Math.min(w * 0.34, h * 0.25)
    const cx = wide ? -w / 2 + r + h * 0.12 : 0
    const cy = wide ? 0 : -h * 0.19
    const from = cx + r + w * 0.04
    const tx = wide ? (from + w * 0.46) / 2 : 0
    const room = wide ? w * 0.46 - from : w * 0.84
    const ty = (share: number) => (wide ? h * (share - 0.72) * 1.6 : h * (share - 0.5))
    return (
      rect(look, paper) +
      `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${main}"/><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r * 0.92)}" fill="none" stroke="${accent}" stroke-width="2.5"/>` +
      stamp(text.motif, cx, cy, r * 1.35, light(paper, 0.2), main) +
      letter(text.name[0], tx, ty(text.name[1] ? 0.7 : 0.735), {
        size: h * 0.1,
        colour: ink,
        weight: brand.weight + 3,
        stretch: brand.stretch,
        maxWidth: room,
      }) +
      (text.name[1]
        ? letter(text.name[1], tx, ty(0.81), {
            size: h * 0.066,
            colour: ink,
            weight: brand.weight,
            stretch: brand.stretch,
            maxWidth: room,
          })
        : '') +
      letter(brand.mark, tx, ty(0.92), {
        size: h * 0.042,
        colour: shade(accent, 0.25),
        weight: 15,
        tracking: 50,
        maxWidth: room * 0.92,
      })
    )
  },
  /** Hills in the producer's colours under the words. */
  hills: (look) => {
    const { w, h, brand } = look
    const { main, accent } = brand.palette
    return (
      rect(look, look.paper) +
      `<path d="M${n(-w / 2)} ${n(h * 0.42)}C${n(-w * 0.3)} ${n(h * 0.26)} ${n(-w * 0.1)} ${n(h * 0.4)} ${n(w * 0.06)} ${n(h * 0.36)}S${n(w * 0.36)} ${n(h * 0.24)} ${n(w / 2)} ${n(h * 0.34)}V${n(h / 2)}H${n(-w / 2)}Z" fill="${accent}"/><path d="M${n(-w / 2)} ${n(h * 0.46)}C${n(-w * 0.2)} ${n(h * 0.36)} ${n(w * 0.1)} ${n(h * 0.5)} ${n(w / 2)} ${n(h * 0.4)}V${n(h / 2)}H${n(-w / 2)}Z" fill="${main}"/>` +
      words(look, h * 0.02, h * 0.17)
    )
  },
} satisfies Record<string, (look: Look) => string>

export type LabelStyle = keyof typeof styles

/** The outline, so that what is drawn beyond the paper is cut off. */
const outline = (style: LabelStyle, box: Box) =>
  style === 'arch'
    ? archPath(box)
    : `M${n(-box.w / 2)} ${n(-box.h / 2)}h${n(box.w)}v${n(box.h)}h${n(-box.w)}Z`

/** A label centred on 0,0. On a round body its edges fall into shade. */
export function label(p: Paint, brand: Brand, text: LabelText, w: number, h: number, isRound = true): string {
  const { ink, paper } = brand.palette
  const style = styles[brand.label] as (look: Look) => string
  // An arch needs height; on a wide label its top would eat the words.
  const name = brand.label === 'arch' && w > h * 1.1 ? 'ticket' : brand.label
  const draw = name === brand.label ? style : styles.ticket
  const box = { w, h }
  const fall = isRound
    ? p.linear([
        [0, '#1d1420', 0.3],
        [0.12, '#1d1420', 0.06],
        [0.3, '#fffaf0', 0.16],
        [0.5, '#fffaf0', 0],
        [0.8, '#1d1420', 0.16],
        [1, '#1d1420', 0.36],
      ])
    : p.linear([
        [0, '#fffaf0', 0.12],
        [1, '#1d1420', 0.1],
      ])
  return `<g ${p.clip(outline(name, box))}>${draw({ ...box, brand, text, ink, paper })}<rect x="${n(-w / 2)}" y="${n(-h / 2)}" width="${n(w)}" height="${n(h)}" fill="${fall}"/></g>`
}
