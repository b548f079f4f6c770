/** What grew: branches, flowers and fruit that lie beside a product. Foot at 0,0, about 300 wide. */
import { light, mix, shade } from './colour.ts'
import { leaf, leafPath, onStem, sprig, type Sprig } from './leaves.ts'
import { at, ball, n, shadow, type Paint } from './paint.ts'
import { disc, path, stroke } from './vessel.ts'

type Plant = (p: Paint) => string

/** A twig lying on the table from left to right, its shadow under it. */
function lying(p: Paint, s: Sprig, extra = '', turn = -8): string {
  return (
    at(0, 6, shadow(p, s.length * 0.7, 0.7)) + at(-s.length / 2, -14, sprig(s, p.chance) + extra, 1, turn)
  )
}

const olive = (p: Paint, x: number, y: number, colour: string, turn: number) =>
  at(
    x,
    y,
    `<ellipse rx="19" ry="25" fill="${ball(p, colour)}"/>${disc(-6, -9, 4, 6, light(colour, 0.6))}`,
    1,
    turn,
  )

const blossoms = (p: Paint, s: Sprig, colour: string, from: number, count: number, size: number) =>
  Array.from({ length: count }, (_, i) => {
    const place = onStem(s, from + ((1 - from) * i) / count)
    const side = i % 2 ? 1 : -1
    const c = p.chance.pick([colour, light(colour, 0.25), shade(colour, 0.12)])
    return (
      disc(place.x, place.y + side * size * 1.1, size, size * 0.9, c) +
      disc(place.x + size * 0.7, place.y + side * size * 0.3, size * 0.75, size * 0.7, light(c, 0.2))
    )
  }).join('')

function bundle(p: Paint, s: Sprig, count: number, extra: (s: Sprig) => string = () => ''): string {
  const twigs = Array.from({ length: count }, (_, i) => {
    const spread = count === 1 ? 0 : (i / (count - 1) - 0.5) * 34
    const own = { ...s, length: s.length * p.chance.between(0.85, 1.05), bend: s.bend + spread * 0.8 }
    return at(-s.length / 2, -16, sprig(own, p.chance) + extra(own), 1, spread * 0.7 - 6)
  }).join('')
  const tie = at(
    -s.length * 0.36,
    -14,
    path('M-8 -20H8V20H-8Z', '#b58a55') +
      stroke('M0 -4C-20 -30 -44 -24 -46 -10M0 4C-16 26 -36 34 -50 26', '#a67b48', 4.5),
    1,
    -6,
  )
  return at(0, 6, shadow(p, s.length * 0.72, 0.7)) + twigs + tie
}

const roundFruit = (p: Paint, r: number, colour: string, x = 0, y = 0, squash = 0.93) =>
  disc(x, y - r * squash, r, r * squash, ball(p, colour)) +
  disc(x - r * 0.36, y - r * squash * 1.42, r * 0.2, r * 0.13, light(colour, 0.75), 'fill-opacity="0.8"')

const dimples = (p: Paint, r: number, x: number, y: number, colour: string) =>
  Array.from({ length: 16 }, () =>
    disc(
      x + p.chance.between(-0.7, 0.7) * r,
      y - r + p.chance.between(-0.6, 0.7) * r,
      2,
      1.6,
      shade(colour, 0.18),
    ),
  ).join('')

/** A cut round fruit turned to us. */
function cutCitrus(p: Paint, r: number, rind: string, flesh: string): string {
  const segments = Array.from(
    { length: 9 },
    (_, i) =>
      `<path d="M0 0L${n(Math.cos(i * 0.698 - 0.29) * r * 0.76)} ${n(Math.sin(i * 0.698 - 0.29) * r * 0.76)}A${n(r * 0.76)} ${n(r * 0.76)} 0 0 1 ${n(Math.cos(i * 0.698 + 0.29) * r * 0.76)} ${n(Math.sin(i * 0.698 + 0.29) * r * 0.76)}Z" fill="${i % 2 ? flesh : light(flesh, 0.16)}" stroke="${light(flesh, 0.7)}" stroke-width="4" stroke-linejoin="round"/>`,
  ).join('')
  return `<circle r="${r}" fill="${ball(p, rind)}"/><circle r="${n(r * 0.9)}" fill="${light(flesh, 0.82)}"/>${segments}`
}

const leafPair = (colour: string, size = 1) =>
  at(0, 0, leaf(70, 30, colour), size, -30) + at(0, 0, leaf(60, 26, shade(colour, 0.1)), size, -150)

export const plants = {
  'olive-branch': (p) => {
    const s: Sprig = {
      length: 330,
      bend: -46,
      leafLength: 104,
      leafWidth: 30,
      pairs: 5,
      colour: '#7d8f5c',
      spread: 34,
      taper: 0.3,
    }
    const fruit = [0.3, 0.46, 0.6]
      .map((t, i) => {
        const { x, y } = onStem(s, t)
        return olive(p, x + 14, y + 28, ['#5f6f2e', '#4a2b45', '#7b8a38'][i]!, -24 + i * 20)
      })
      .join('')
    return lying(p, s, fruit)
  },
  thyme: (p) =>
    bundle(
      p,
      {
        length: 290,
        bend: -20,
        leafLength: 30,
        leafWidth: 15,
        pairs: 10,
        colour: '#7f9166',
        spread: 52,
        taper: 0.2,
      },
      3,
      (s) => blossoms(p, s, '#b58ac4', 0.62, 9, 9),
    ),
  oregano: (p) =>
    bundle(
      p,
      {
        length: 300,
        bend: -24,
        leafLength: 42,
        leafWidth: 26,
        pairs: 7,
        colour: '#8b9a63',
        spread: 58,
        taper: 0.3,
      },
      3,
      (s) => blossoms(p, s, '#efe6dc', 0.7, 7, 9),
    ),
  sage: (p) =>
    bundle(
      p,
      {
        length: 250,
        bend: -16,
        leafLength: 96,
        leafWidth: 38,
        pairs: 4,
        colour: '#9fae96',
        spread: 40,
        taper: 0.45,
        belly: 0.5,
      },
      2,
    ),
  dittany: (p) =>
    bundle(
      p,
      {
        length: 250,
        bend: -18,
        leafLength: 50,
        leafWidth: 42,
        pairs: 6,
        colour: '#b4c0a4',
        spread: 64,
        taper: 0.35,
      },
      2,
      (s) => blossoms(p, s, '#d58bb0', 0.72, 6, 10),
    ),
  heather: (p) =>
    bundle(
      p,
      {
        length: 310,
        bend: -30,
        leafLength: 22,
        leafWidth: 10,
        pairs: 12,
        colour: '#6f7f55',
        spread: 46,
        taper: 0.1,
      },
      3,
      (s) => blossoms(p, s, '#b9578f', 0.3, 17, 10),
    ),
  mountain: (p) =>
    bundle(
      p,
      {
        length: 320,
        bend: -12,
        leafLength: 46,
        leafWidth: 13,
        pairs: 6,
        colour: '#b3ba8c',
        spread: 30,
        taper: 0.5,
      },
      4,
      (s) => blossoms(p, s, '#e8d477', 0.5, 10, 10),
    ),
  bay: (p) =>
    lying(p, {
      length: 270,
      bend: -30,
      leafLength: 112,
      leafWidth: 44,
      pairs: 3,
      colour: '#4f6f3e',
      spread: 40,
      taper: 0.3,
      belly: 0.5,
    }),
  fennel: (p) =>
    bundle(
      p,
      {
        length: 280,
        bend: -24,
        leafLength: 62,
        leafWidth: 5,
        pairs: 11,
        colour: '#86a04a',
        spread: 40,
        taper: 0.3,
      },
      2,
      (s) => blossoms(p, s, '#e0c845', 0.84, 6, 8),
    ),
  mastic: (p) =>
    lying(
      p,
      {
        length: 300,
        bend: -26,
        leafLength: 74,
        leafWidth: 32,
        pairs: 5,
        colour: '#557445',
        spread: 48,
        taper: 0.25,
        belly: 0.5,
      },
      [0.34, 0.5, 0.64]
        .map(
          (t, i) =>
            disc(300 * t, 24 + i * 4, 11, 14, '#f5efdc') + disc(300 * t - 3, 19 + i * 4, 4, 5, '#ffffff'),
        )
        .join(''),
    ),
  fir: (p) => {
    const s: Sprig = {
      length: 320,
      bend: -36,
      leafLength: 50,
      leafWidth: 9,
      pairs: 15,
      colour: '#4b6b4c',
      spread: 46,
      taper: 0.45,
      stem: '#6a4a32',
    }
    return lying(p, s) + at(70, 10, shadow(p, 120, 0.8) + cone(p))
  },
  pine: (p) => {
    const s: Sprig = {
      length: 300,
      bend: -40,
      leafLength: 96,
      leafWidth: 6,
      pairs: 13,
      colour: '#6c8a4a',
      spread: 30,
      taper: 0.2,
      stem: '#7a5538',
    }
    return lying(p, s) + at(60, 12, shadow(p, 120, 0.8) + cone(p))
  },
  wheat: (p) =>
    at(0, 6, shadow(p, 240, 0.7)) +
    [-14, -4, 6, 15]
      .map((turn) =>
        at(
          -170,
          -14,
          sprig(
            {
              length: 330,
              bend: turn * 2,
              leafLength: 46,
              leafWidth: 19,
              pairs: 6,
              colour: '#d9ab4f',
              spread: 22,
              offset: 0.5,
              taper: 0.1,
            },
            p.chance,
          ),
          1,
          turn - 8,
        ),
      )
      .join('') +
    at(-110, -20, path('M-10 -30H10V30H-10Z', '#a9713c'), 1, -8),
  crocus: (p) =>
    at(0, 8, shadow(p, 230, 0.7)) +
    [
      [-90, -6, -26, 0.92],
      [60, 0, 18, 1],
      [-14, 14, -4, 0.8],
    ]
      .map(([x, y, turn, k]) => at(x!, y!, crocusFlower(p), k!, turn!))
      .join(''),
  grapes: (p) => bunch(p, '#5a2748'),
  'white-grapes': (p) => bunch(p, '#b9bd4e'),
  figs: (p) =>
    at(0, 8, shadow(p, 250)) + at(-70, 0, fresh(p)) + at(54, 10, fresh(p), 0.86, 8) + at(128, 22, halfFig(p)),
  lemon: (p) =>
    at(0, 8, shadow(p, 230)) +
    at(
      -40,
      6,
      path(
        'M-92 -58C-80 -126 60 -132 84 -74C102 -70 104 -50 86 -46C70 8 -66 14 -92 -58Z',
        ball(p, '#efc52c'),
      ) + dimples(p, 60, 0, 0, '#efc52c'),
    ) +
    at(96, -38, cutCitrus(p, 56, '#efc52c', '#f3d95a')),
  mandarin: (p) =>
    at(0, 8, shadow(p, 260)) +
    roundFruit(p, 66, '#ee8a1e', -70, 6, 0.86) +
    dimples(p, 60, -70, 0, '#ee8a1e') +
    at(-70, -112, leafPair('#4f7a34', 0.9)) +
    at(72, -48, cutCitrus(p, 58, '#ee8a1e', '#f39a2c')),
  citron: (p) =>
    at(0, 8, shadow(p, 270)) +
    at(
      -30,
      8,
      path(
        'M-130 -62C-110 -136 70 -150 112 -84C132 -78 134 -58 114 -50C90 12 -108 18 -130 -62Z',
        ball(p, '#c9c23c'),
      ) +
        [
          [-80, -90],
          [-30, -106],
          [20, -96],
          [60, -70],
          [-60, -50],
          [10, -48],
          [-10, -76],
        ]
          .map(([x, y]) => disc(x!, y!, 9, 6, shade('#c9c23c', 0.14)))
          .join(''),
    ) +
    at(-120, -96, leafPair('#567a3a', 0.9), 1, 20),
  peaches: (p) => at(0, 8, shadow(p, 270)) + at(-64, 4, peach(p)) + at(70, 14, peach(p), 0.88, 10),
  tomatoes: (p) =>
    at(0, 8, shadow(p, 260)) +
    [
      [-92, 0, 52],
      [10, -8, 56],
      [104, 8, 48],
    ]
      .map(
        ([x, y, r]) => roundFruit(p, r!, '#cc3524', x!, y!, 0.9) + at(x!, y! - r! * 1.72, calyx(), r! / 60),
      )
      .join('') +
    stroke('M-110 -96C-60 -128 60 -130 120 -88', '#5c7a37', 6),
  peppers: (p) =>
    at(0, 8, shadow(p, 270)) +
    [
      [-40, -8, -6],
      [30, 18, 10],
    ]
      .map(([x, y, turn]) =>
        at(
          x!,
          y!,
          path(
            'M-150 -24C-140 -62 -60 -72 10 -62C70 -56 140 -40 160 -18C162 -8 150 -4 140 -4C80 -4 20 14 -60 12C-120 12 -158 4 -150 -24Z',
            ball(p, '#c3261c'),
          ) +
            stroke('M-118 -44C-60 -56 20 -46 80 -30', light('#c3261c', 0.5), 8) +
            path('M-150 -30C-168 -28 -196 -44 -206 -62L-192 -68C-182 -52 -164 -44 -146 -46Z', '#5f7d38'),
          0.92,
          turn!,
        ),
      )
      .join(''),
  carob: (p) =>
    at(0, 8, shadow(p, 240)) +
    [
      [-10, -10, -14],
      [14, 12, 8],
      [-30, 26, 20],
    ]
      .map(([x, y, turn]) =>
        at(
          x!,
          y!,
          path(
            'M-140 -8C-130 -34 -40 -60 60 -44C110 -38 140 -26 140 -16C140 -4 110 -10 50 -14C-30 -20 -80 -8 -116 6C-132 12 -144 4 -140 -8Z',
            ball(p, '#4b2a1c'),
          ) +
            [-90, -50, -10, 30, 70]
              .map((bx) => disc(bx, -26 - (60 - Math.abs(bx)) * 0.1, 11, 7, light('#4b2a1c', 0.2)))
              .join(''),
          1,
          turn!,
        ),
      )
      .join(''),
  chestnuts: (p) =>
    at(0, 6, shadow(p, 240)) +
    at(-70, -6, burr(p)) +
    [
      [40, 2, 10],
      [106, 12, -20],
    ]
      .map(([x, y, turn]) =>
        at(
          x!,
          y! - 34,
          path('M0 -40C38 -30 46 20 26 34C12 40 -12 40 -26 34C-46 20 -38 -30 0 -40Z', ball(p, '#6e3620')) +
            path('M-28 32C-14 20 14 20 28 32C12 41 -12 41 -28 32Z', '#c9a274'),
          1,
          turn!,
        ),
      )
      .join(''),
} satisfies Record<string, Plant>

function cone(p: Paint): string {
  const scales = [0, 1, 2, 3, 4].map((row) =>
    Array.from({ length: 5 - Math.abs(row - 1) }, (_, i) => {
      const w = 5 - Math.abs(row - 1)
      return (
        disc(
          (i - (w - 1) / 2) * 23,
          -16 - row * 20,
          15,
          13,
          p.chance.pick(['#8a5a35', '#9a6a40', '#774a2a']),
        ) +
        stroke(
          `M${n((i - (w - 1) / 2) * 23 - 10)} ${-14 - row * 20}Q${n((i - (w - 1) / 2) * 23)} ${-4 - row * 20} ${n((i - (w - 1) / 2) * 23 + 10)} ${-14 - row * 20}`,
          '#c39a6a',
          3,
          0.7,
        )
      )
    }).join(''),
  )
  return scales.toReversed().join('')
}

function crocusFlower(p: Paint): string {
  const petal = (turn: number, c: string) =>
    at(
      0,
      -60,
      path(
        leafPath(118, 62, 0.5),
        p.linear([
          [0, shade(c, 0.2)],
          [1, light(c, 0.3)],
        ]),
      ) + stroke('M10 0H96', light(c, 0.4), 2, 0.6),
      1,
      turn,
    )
  return (
    stroke('M0 -60C-4 -40 -2 -20 4 0', '#c9b8d8', 9) +
    stroke('M2 -4C-40 -30 -70 -60 -84 -92M4 -4C40 -34 60 -60 90 -76', '#6e8a4e', 5) +
    [-150, -32, -118, -62].map((turn, i) => petal(turn, i < 2 ? '#8a5fb0' : '#9b72c0')).join('') +
    stroke(
      'M0 -70C-10 -110 -30 -130 -34 -150M0 -70C0 -110 4 -130 2 -158M0 -70C12 -106 28 -124 36 -142',
      '#c4201f',
      7,
    ) +
    stroke('M0 -70C-14 -96 -12 -110 -14 -118M0 -70C12 -96 14 -104 16 -114', '#f0b93a', 5) +
    petal(-90, '#a57fca').replace('<g ', '<g opacity="0.92" ')
  )
}

function bunch(p: Paint, colour: string): string {
  const berries: string[] = []
  for (let row = 0; row < 6; row++)
    for (let i = 0; i < 6 - row * 0.7; i++) {
      const count = Math.ceil(6 - row * 0.7)
      const x = -110 + row * 42 + p.chance.between(-5, 5)
      const y = -92 + (i - (count - 1) / 2) * 31 + row * 11
      const c = p.chance.pick([colour, light(colour, 0.12), shade(colour, 0.14)])
      berries.push(
        disc(x, Math.min(y, -14), 25, 24, ball(p, c)) +
          disc(x - 8, Math.min(y, -14) - 9, 5, 4, light(c, 0.7)),
      )
    }
  return (
    at(0, 8, shadow(p, 300)) +
    stroke('M-120 -96C-160 -120 -176 -140 -196 -146', '#7d6a3a', 9) +
    at(
      -150,
      -126,
      path(
        'M0 0C-20 -40 10 -70 30 -96C44 -80 60 -84 84 -92C84 -66 104 -54 118 -40C92 -30 88 -10 84 12C60 2 40 8 0 0Z',
        '#6f8a42',
      ) + stroke('M6 -4L76 -66M34 -30L36 -76M40 -34L100 -36', light('#6f8a42', 0.35), 3),
    ) +
    berries.join('')
  )
}

function fresh(p: Paint): string {
  const c = '#54375a'
  return (
    path(
      'M0 -150C12 -148 12 -126 22 -110C72 -90 84 -30 50 -4C24 10 -24 10 -50 -4C-84 -30 -72 -90 -22 -110C-12 -126 -12 -148 0 -150Z',
      ball(p, c),
    ) +
    stroke('M-8 -104C-44 -80 -52 -40 -34 -10M8 -104C44 -80 52 -40 34 -10M0 -104V-6', light(c, 0.25), 3, 0.5) +
    path('M-6 -146L0 -168L10 -150Z', '#7d8a4a')
  )
}

const halfFig = (p: Paint) =>
  disc(0, -44, 46, 48, ball(p, '#54375a')) +
  disc(2, -43, 39, 41, '#f0dcc0') +
  disc(3, -42, 29, 31, '#b8404c') +
  Array.from({ length: 18 }, (_, i) =>
    disc(3 + Math.cos(i * 2.4) * (6 + i), -42 + Math.sin(i * 2.4) * (7 + i), 2.6, 2.6, '#f3d9a0'),
  ).join('')

function peach(p: Paint): string {
  const blush = p.radial([
    [0, '#f7c66a'],
    [0.5, '#ee9a4a'],
    [1, '#c64a3a'],
  ])
  return (
    disc(0, -66, 74, 68, blush) +
    stroke('M-4 -132C-30 -100 -28 -40 -8 -4', '#b8432f', 4, 0.4) +
    disc(-28, -94, 15, 10, '#ffffff', 'fill-opacity="0.35"') +
    at(4, -128, leaf(74, 30, '#5f8a3c'), 1, -24)
  )
}

const calyx = () =>
  [-160, -120, -60, -20, 90].map((turn) => at(0, 0, path(leafPath(34, 13), '#567536'), 1, turn)).join('')

function burr(p: Paint): string {
  const spikes = Array.from({ length: 40 }, (_, i) => {
    const a = (i / 40) * Math.PI * 2
    const r = 62 + p.chance.between(-4, 14)
    return `M0 -46L${n(Math.cos(a) * r)} ${n(-46 + Math.sin(a) * r * 0.86)}`
  }).join('')
  return (
    stroke(spikes, '#9aa04a', 4) +
    disc(0, -46, 46, 40, '#a9ad58') +
    disc(6, -42, 32, 26, '#e9dcb0') +
    at(
      6,
      -40,
      path(
        'M0 -26C24 -18 28 12 16 20C8 24 -8 24 -16 20C-28 12 -24 -18 0 -26Z',
        ball(p, mix('#6e3620', '#8a4a2a', 0.3)),
      ),
    )
  )
}
