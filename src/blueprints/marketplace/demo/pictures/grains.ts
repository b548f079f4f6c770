/** Small things that come in numbers: they fill jars, bags and bowls and lie in heaps. Each is drawn around 0,0. */
import { light, mix, shade } from './colour.ts'
import { at, ball, n, shadow, type Paint } from './paint.ts'

type Grain = {
  /** Distance between neighbours. */
  step: number
  colour: string
  /** How freely it turns, in degrees. */
  turn: number
  draw: (p: Paint, colour: string) => string
}

const ellipse = (rx: number, ry: number, fill: string, cx = 0, cy = 0) =>
  `<ellipse${cx ? ` cx="${n(cx)}"` : ''}${cy ? ` cy="${n(cy)}"` : ''} rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"/>`
const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`
const stroke = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`

/** One flank in light, one in shade, cheaper than a gradient and crisper at this size. */
const bead = (rx: number, ry: number, c: string) =>
  ellipse(rx, ry, shade(c, 0.22)) +
  ellipse(rx * 0.86, ry * 0.84, c, -rx * 0.1, -ry * 0.12) +
  ellipse(rx * 0.3, ry * 0.22, light(c, 0.5), -rx * 0.36, -ry * 0.42)

const petals = (count: number, draw: string) =>
  Array.from({ length: count }, (_, i) => `<g transform="rotate(${(360 / count) * i})">${draw}</g>`).join('')

export const grains = {
  olive: {
    step: 46,
    colour: '#5d2f45',
    turn: 40,
    draw: (p, c) => ellipse(30, 22, ball(p, c)) + ellipse(3, 3, shade(c, 0.5), 27, 1),
  },
  caper: {
    step: 25,
    colour: '#6d7a3a',
    turn: 180,
    draw: (_, c) => bead(13, 12, c) + stroke('M4 5Q9 2 11 -4', shade(c, 0.4), 2),
  },
  bean: {
    step: 46,
    colour: '#f1e8d6',
    turn: 180,
    draw: (_, c) =>
      path(
        'M-30 -4C-30 -26 30 -26 30 -4C32 16 14 18 6 10C0 5 -5 5 -10 10C-20 18 -32 12 -30 -4Z',
        shade(c, 0.13),
      ) +
      path('M-27 -6C-26 -24 27 -24 26 -6C26 8 14 10 6 5C0 1 -6 1 -10 5C-19 10 -28 6 -27 -6Z', c) +
      stroke('M-16 -11Q-4 -17 8 -14', light(c, 0.7), 3.5),
  },
  lentil: { step: 16, colour: '#7d6a3c', turn: 180, draw: (_, c) => bead(10.5, 8.5, c) },
  pea: {
    step: 18,
    colour: '#e0b04a',
    turn: 180,
    draw: (_, c) =>
      path('M-11 2A11 10 0 0 1 11 2Q0 9 -11 2Z', shade(c, 0.18)) +
      path('M-10 0A10 9 0 0 1 10 0Q0 4 -10 0Z', light(c, 0.12)),
  },
  pistachio: {
    step: 40,
    colour: '#dcc39a',
    turn: 180,
    draw: (p, c) =>
      ellipse(27, 18, ball(p, c)) +
      path('M27 -3C16 -14 -4 -9 -16 -2C-4 5 16 9 27 -3Z', shade(c, 0.5)) +
      path('M24 -3C14 -10 2 -7 -8 -2C2 3 14 5 24 -3Z', '#9fb054'),
  },
  kernel: {
    step: 28,
    colour: '#8aa046',
    turn: 180,
    draw: (p, c) =>
      ellipse(18, 11.5, ball(p, c)) +
      path('M-18 0C-14 -10 -2 -12 6 -11C-2 -6 -6 2 -18 0Z', mix('#8a4a5e', c, 0.25)),
  },
  almond: {
    step: 36,
    colour: '#b06a38',
    turn: 180,
    draw: (p, c) =>
      path('M28 0C16 -18 -14 -18 -26 -6C-29 -2 -29 2 -26 6C-14 18 16 18 28 0Z', ball(p, c)) +
      stroke('M-18 -4Q0 -9 16 -3M-18 4Q0 7 16 2', shade(c, 0.25), 1.8),
  },
  currant: {
    step: 19,
    colour: '#3a2430',
    turn: 180,
    draw: (_, c) => bead(12, 10.5, c) + stroke('M-7 -2Q-2 3 4 -1M-3 6Q2 2 7 4', light(c, 0.22), 1.6),
  },
  fig: {
    step: 62,
    colour: '#b98a52',
    turn: 180,
    draw: (p, c) =>
      path(
        'M-36 0C-38 -22 -14 -32 4 -30C30 -28 40 -8 36 8C32 28 6 34 -12 30C-28 26 -35 14 -36 0Z',
        ball(p, c),
      ) +
      stroke('M-22 -8Q0 -20 22 -10M-24 6Q0 -4 26 6M-14 20Q2 12 18 20', shade(c, 0.22), 2.4) +
      ellipse(5, 4, shade(c, 0.4), -28, -2),
  },
  pasta: {
    step: 25,
    colour: '#ecc878',
    turn: 180,
    draw: (_, c) =>
      `<rect x="-14" y="-12" width="28" height="26" rx="3" fill="${shade(c, 0.2)}"/><rect x="-14" y="-14" width="27" height="25" rx="3" fill="${c}"/>` +
      stroke('M-9 -9H6', light(c, 0.5), 2),
  },
  ribbon: {
    step: 62,
    colour: '#e9a92e',
    turn: 180,
    draw: (_, c) =>
      [0, 1, 2, 3]
        .map((i) =>
          stroke(
            `M${-40 + i * 4} ${-16 + i * 10}C-24 ${-44 + i * 11} 26 ${-40 + i * 12} 38 ${-10 + i * 7}C30 ${16 + i * 5} -20 ${20 + i * 4} -34 ${2 + i * 8}`,
            i % 2 ? light(c, 0.22) : shade(c, 0.12),
            8.5,
          ),
        )
        .join(''),
  },
  crumb: {
    step: 19,
    colour: '#e3c594',
    turn: 180,
    draw: (_, c) =>
      path('M-12 2L-8 -9L3 -11L12 -4L10 7L-2 11Z', shade(c, 0.2)) +
      path('M-11 0L-7 -9L3 -11L10 -4L4 3L-5 5Z', c),
  },
  flake: {
    step: 15,
    colour: '#7f8a4c',
    turn: 180,
    draw: (p, c) =>
      path('M-13 0C-6 -7 6 -7 14 0C6 5 -6 6 -13 0Z', p.chance.pick([c, light(c, 0.22), shade(c, 0.2)])),
  },
  stalk: {
    step: 30,
    colour: '#a9b07e',
    turn: 26,
    draw: (_, c) =>
      stroke('M-34 10Q0 0 36 -8', shade(c, 0.18), 4) +
      [-22, -2, 18]
        .map(
          (x) =>
            ellipse(8, 6, light(c, 0.18), x, -x * 0.22 - 2) + ellipse(4, 4, '#e6cf6a', x + 3, -x * 0.22 - 6),
        )
        .join(''),
  },
  chamomile: {
    step: 34,
    colour: '#f6c63c',
    turn: 180,
    draw: (_, c) =>
      petals(9, `<ellipse cy="-17" rx="5.4" ry="9.5" fill="#fbf7ec"/>`) +
      ellipse(9.5, 9.5, c) +
      ellipse(5, 4.4, light(c, 0.4), -2, -3),
  },
  calendula: {
    step: 52,
    colour: '#f08a1d',
    turn: 180,
    draw: (_, c) =>
      petals(14, `<ellipse cy="-24" rx="6.5" ry="15" fill="${c}"/>`) +
      petals(10, `<ellipse cy="-15" rx="5" ry="10" fill="${light(c, 0.28)}"/>`) +
      ellipse(9, 9, shade(c, 0.4)),
  },
  cookie: {
    step: 66,
    colour: '#9a5a30',
    turn: 180,
    draw: (p, c) =>
      `<circle r="28" fill="none" stroke="${shade(c, 0.25)}" stroke-width="21"/><circle cy="-3" r="28" fill="none" stroke="${c}" stroke-width="17"/>` +
      petals(9, ellipse(3, 1.8, '#f0dcb0', p.chance.between(-3, 3), -30)) +
      stroke('M-24 -18Q-12 -32 4 -31', light(c, 0.35), 4),
  },
  tear: {
    step: 24,
    colour: '#f3ead0',
    turn: 180,
    draw: (_, c) =>
      path('M-13 4C-15 -8 -4 -16 5 -12C14 -8 16 4 9 11C2 16 -11 14 -13 4Z', shade(c, 0.16)) +
      path('M-11 1C-12 -8 -3 -13 5 -10C11 -7 11 1 6 6C0 9 -9 8 -11 1Z', light(c, 0.2)) +
      ellipse(3.6, 2.4, '#ffffff', -3, -6),
  },
  tomato: {
    step: 62,
    colour: '#cf3a26',
    turn: 30,
    draw: (p, c) =>
      ellipse(36, 34, ball(p, c)) +
      petals(5, path('M0 0C-6 -6 -5 -16 0 -20C5 -16 6 -6 0 0Z', '#5b7a35')) +
      ellipse(7, 4.5, light(c, 0.65), -14, -17),
  },
  drytomato: {
    step: 48,
    colour: '#a52d22',
    turn: 180,
    draw: (p, c) =>
      path(
        'M-32 2C-34 -16 -12 -24 4 -20C24 -22 36 -8 32 6C28 22 8 24 -6 20C-22 24 -32 16 -32 2Z',
        ball(p, c),
      ) + stroke('M-20 -4Q-6 -12 2 -2Q12 8 22 -2M-14 8Q0 2 10 12', light(c, 0.28), 3),
  },
  peach: {
    step: 92,
    colour: '#f2a33c',
    turn: 24,
    draw: (p, c) =>
      ellipse(54, 47, ball(p, c)) +
      ellipse(21, 19, mix(c, '#b3362a', 0.55), 4, 2) +
      ellipse(14, 12, mix(c, '#7a2a20', 0.6), 5, 4) +
      stroke('M-34 -22Q-18 -38 6 -38', light(c, 0.65), 6),
  },
  pepper: {
    step: 60,
    colour: '#c22a1e',
    turn: 24,
    draw: (p, c) =>
      path(
        'M-52 -12C-30 -26 30 -24 54 -6C58 0 52 12 44 14C14 24 -34 24 -54 12C-60 4 -58 -8 -52 -12Z',
        ball(p, c),
      ) +
      stroke('M-38 -8Q0 -18 34 -6', light(c, 0.42), 5) +
      stroke('M-30 8Q0 4 28 8', shade(c, 0.25), 3),
  },
  peel: {
    step: 44,
    colour: '#a9b54a',
    turn: 60,
    draw: (p, c) =>
      path(
        'M-38 6C-26 -24 22 -28 38 -4C40 4 34 10 28 6C12 -10 -14 -8 -26 12C-32 18 -40 14 -38 6Z',
        ball(p, c),
      ) + stroke('M-28 0Q-4 -20 24 -8', light(c, 0.55), 4),
  },
  wedge: {
    step: 56,
    colour: '#f0982c',
    turn: 80,
    draw: (p, c) =>
      path('M-40 -10C-30 34 30 34 40 -10C24 2 -24 2 -40 -10Z', ball(p, c)) +
      stroke('M-26 8Q0 24 26 8', light(c, 0.5), 4),
  },
  sardine: {
    step: 40,
    colour: '#9fb0b8',
    turn: 8,
    draw: (p, c) =>
      path(
        'M-64 0C-46 -20 24 -20 46 -4L66 -14V14L46 4C24 20 -46 20 -64 0Z',
        p.linear(
          [
            [0, shade(c, 0.42)],
            [0.42, shade(c, 0.1)],
            [0.56, light(c, 0.6)],
            [1, shade(c, 0.18)],
          ],
          true,
        ),
      ) +
      ellipse(4, 4, '#2a2830', -50, -4) +
      stroke('M-38 -8Q-32 0 -38 8', shade(c, 0.35), 2),
  },
  thread: {
    step: 22,
    colour: '#b3161c',
    turn: 180,
    draw: (_, c) => stroke('M-22 4C-10 -10 2 10 22 -6', c, 3.6) + stroke('M14 -2L24 -10', '#e58a2a', 3),
  },
  cube: {
    step: 62,
    colour: '#f4efe6',
    turn: 14,
    draw: (_, c) =>
      path('M-32 -14L2 -30L34 -16L0 0Z', '#ffffff') +
      path('M-32 -14L0 0V34L-32 18Z', shade(c, 0.07)) +
      path('M0 0L34 -16V17L0 34Z', shade(c, 0.2)),
  },
  kiwi: {
    step: 58,
    colour: '#8fae3c',
    turn: 180,
    draw: (_, c) =>
      ellipse(34, 30, shade(c, 0.35)) +
      ellipse(31, 27, c) +
      ellipse(12, 10, light(c, 0.55)) +
      petals(12, ellipse(1.8, 3.4, '#2c2a1c', 0, -17)),
  },
  chestnut: {
    step: 56,
    colour: '#6e3620',
    turn: 24,
    draw: (p, c) =>
      path('M0 -34C34 -24 40 18 22 28C10 33 -10 33 -22 28C-40 18 -34 -24 0 -34Z', ball(p, c)) +
      path('M-24 27C-12 16 12 16 24 27C10 34 -10 34 -24 27Z', '#c9a274') +
      stroke('M-18 -8Q-14 -18 -6 -22', light(c, 0.5), 4),
  },
  rusk: {
    step: 92,
    colour: '#a9713c',
    turn: 10,
    draw: (p, c) =>
      path('M-52 -6C-50 -34 50 -34 52 -6V14C46 34 -46 34 -52 14Z', shade(c, 0.25)) +
      ellipse(52, 24, ball(p, c), 0, -6) +
      [
        [-24, -10],
        [0, -18],
        [22, -8],
        [-4, 2],
        [-34, 0],
        [34, -2],
      ]
        .map(([x, y]) => ellipse(4.5, 2.6, shade(c, 0.3), x, y))
        .join(''),
  },
  flour: {
    step: 30,
    colour: '#f3ead8',
    turn: 180,
    draw: (_, c) => ellipse(22, 16, c) + ellipse(14, 9, light(c, 0.5), -4, -4),
  },
} satisfies Record<string, Grain>

export type GrainName = keyof typeof grains

const one = (p: Paint, name: GrainName, colour?: string) => {
  const grain: Grain = grains[name]
  return grain.draw(p, colour ?? grain.colour)
}

const loose = (p: Paint, grain: Grain) => p.chance.between(-grain.turn, grain.turn)

/** Grains side by side over a rectangle whose upper left corner is 0,0. Cut it with a clip. */
export function fill(p: Paint, name: GrainName, w: number, h: number, scale = 1, colour?: string): string {
  const grain: Grain = grains[name]
  const base = colour ?? grain.colour
  const step = grain.step * scale
  const rows: string[] = []
  for (let y = 0, row = 0; y < h + step * 0.6; y += step * 0.72, row++) {
    for (let x = (row % 2) * step * 0.5 - step * 0.2; x < w + step * 0.6; x += step) {
      const c = p.chance.pick([base, light(base, 0.1), shade(base, 0.1)])
      rows.push(
        at(
          x + p.chance.between(-0.14, 0.14) * step,
          y + p.chance.between(-0.1, 0.1) * step,
          one(p, name, c),
          scale,
          loose(p, grain),
        ),
      )
    }
  }
  return `<rect width="${n(w)}" height="${n(h)}" fill="${shade(base, 0.45)}"/>${rows.join('')}`
}

/** A mound without ground or shadow, its foot centred on 0,0, about `w` wide and `rise` of that high. */
export function mound(p: Paint, name: GrainName, w: number, colour?: string, rise = 0.42): string {
  const grain: Grain = grains[name]
  const base = colour ?? grain.colour
  const step = grain.step * 0.82
  const rows = Math.max(2, Math.round((w * rise) / (step * 0.62)))
  const placed: string[] = []
  for (let row = rows - 1; row >= 0; row--) {
    const half = (w / 2) * Math.sqrt(1 - (row / rows) ** 1.6)
    const count = Math.max(1, Math.round((half * 2) / step))
    for (let i = 0; i < count; i++) {
      const x =
        (count === 1 ? 0 : -half + (2 * half * i) / (count - 1)) + p.chance.between(-0.15, 0.15) * step
      const y = -row * step * 0.6 - step * 0.3 + p.chance.between(0, 0.12) * step
      const c = p.chance.pick([base, light(base, 0.1), shade(base, 0.12)])
      placed.push(at(x, y, one(p, name, row ? c : light(c, 0.05)), 1, loose(p, grain)))
    }
  }
  return placed.join('')
}

/** A heap on the table with a few that rolled away. */
export function heap(p: Paint, name: GrainName, w: number, colour?: string, rise = 0.42): string {
  const { step } = grains[name]
  const strays = [-0.62, 0.66, 0.82].map((share) => [share * w, p.chance.between(-0.2, 0.6) * step] as const)
  return shadow(p, w * 0.95, 0.9) + mound(p, name, w, colour, rise) + scatter(p, name, strays, 1, colour)
}

/** Single ones lying about. */
function scatter(
  p: Paint,
  name: GrainName,
  places: readonly (readonly [number, number])[],
  scale = 1,
  colour?: string,
): string {
  const grain: Grain = grains[name]
  return places
    .map(
      ([x, y]) =>
        at(x, y + grain.step * 0.3 * scale, shadow(p, grain.step * 0.75 * scale, 0.8)) +
        at(x, y, one(p, name, colour), scale, loose(p, grain)),
    )
    .join('')
}
