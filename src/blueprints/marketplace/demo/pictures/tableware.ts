/** What a table has: bowls, glasses, spoons, bread. Foot at 0,0. */
import { light, mix, shade } from './colour.ts'
import { grains, mound, type GrainName } from './grains.ts'
import { at, ball, n, round, shadow, type Paint } from './paint.ts'
import { bar, disc, path, stroke } from './vessel.ts'

type Ware = (p: Paint) => string

/** A glazed bowl with a mound in it; the rim in `rim`. */
export function bowl(p: Paint, grain: GrainName, clay: string, tint?: string): string {
  const base = tint ?? grains[grain].colour
  return (
    shadow(p, 300) +
    path('M-150 -112C-150 -40 -96 -4 -60 0H60C96 -4 150 -40 150 -112Z', round(p, clay)) +
    disc(0, -112, 150, 32, light(clay, 0.3)) +
    disc(0, -110, 138, 26, shade(base, 0.5)) +
    at(0, -104, mound(p, grain, 210, tint, 0.3)) +
    path(
      'M-150 -112C-150 -92 -90 -80 0 -80C90 -80 150 -92 150 -112C140 -100 80 -90 0 -90C-80 -90 -140 -100 -150 -112Z',
      light(clay, 0.36),
    ) +
    stroke('M-126 -76C-110 -44 -90 -26 -70 -18', '#ffffff', 9, 0.26)
  )
}

/** A wooden spoon, its hollow full. */
export function spoon(p: Paint, grain: GrainName, tint?: string): string {
  const wood = '#b98752'
  return (
    at(0, 6, shadow(p, 240, 0.8)) +
    at(
      0,
      -10,
      path(
        'M40 -18L210 -46C224 -48 224 -28 210 -24L40 8Z',
        p.linear(
          [
            [0, light(wood, 0.2)],
            [1, shade(wood, 0.15)],
          ],
          true,
        ),
      ) +
        disc(-40, -6, 92, 34, ball(p, wood)) +
        disc(-42, -12, 78, 24, shade(wood, 0.3)) +
        at(-42, -8, mound(p, grain, 96, tint, 0.3)),
    )
  )
}

const goblet =
  (wine: string): Ware =>
  (p) => {
    const glass = 'M-78 -420C-92 -320 -80 -240 -10 -222H10C80 -240 92 -320 78 -420Z'
    return (
      shadow(p, 150, 0.8) +
      disc(0, -6, 84, 14, '#ffffff', 'fill-opacity="0.5"') +
      disc(0, -8, 84, 13, 'none', 'stroke="#8d97a0" stroke-opacity="0.5" stroke-width="3"') +
      bar(
        -6,
        -226,
        12,
        216,
        p.linear([
          [0, '#ffffff', 0.75],
          [0.5, '#c9d2d6', 0.5],
          [1, '#7d8890', 0.6],
        ]),
      ) +
      path(glass, '#ffffff', 'fill-opacity="0.3"') +
      `<g ${p.clip(glass)}>${bar(
        -90,
        -334,
        180,
        120,
        p.linear([
          [0, shade(wine, 0.2)],
          [0.3, light(wine, 0.25)],
          [1, shade(wine, 0.3)],
        ]),
      )}${disc(0, -334, 84, 12, light(wine, 0.35))}</g>` +
      path(glass, 'none', 'stroke="#8d97a0" stroke-opacity="0.45" stroke-width="3"') +
      stroke('M-64 -404C-74 -330 -66 -270 -34 -244', '#ffffff', 9, 0.55)
    )
  }

const tumbler =
  (drink: string): Ware =>
  (p) =>
    shadow(p, 110, 0.8) +
    path('M-44 0H44L54 -130H-54Z', '#ffffff', 'fill-opacity="0.45"') +
    path('M-42 -8H42L49 -92H-49Z', drink, 'fill-opacity="0.78"') +
    disc(0, -92, 49, 7, light(drink, 0.5)) +
    path('M-44 0H44L54 -130H-54Z', 'none', 'stroke="#8d97a0" stroke-opacity="0.5" stroke-width="3"') +
    stroke('M-40 -118L-34 -16', '#ffffff', 8, 0.6) +
    bar(-44, -14, 88, 14, '#ffffff', 3, 'fill-opacity="0.5"')

export const tableware = {
  dipper: (p) =>
    at(0, 8, shadow(p, 260, 0.8)) +
    at(
      0,
      -26,
      bar(
        -10,
        -9,
        240,
        18,
        p.linear(
          [
            [0, '#cf9f68'],
            [1, '#9a6a3a'],
          ],
          true,
        ),
        9,
      ) +
        [0, 1, 2, 3, 4]
          .map((i) =>
            disc(-26 - i * 26, 0, 12, 34 + Math.sin((i / 4) * Math.PI) * 14, i % 2 ? '#b07f48' : '#c4945a'),
          )
          .join('') +
        path(
          'M-140 20C-150 40 -170 40 -176 56C-182 72 -120 76 -90 62C-60 50 -70 30 -60 22Z',
          ball(p, '#e39a1c'),
        ) +
        disc(-128, 50, 18, 6, '#fbe3a0', 'fill-opacity="0.8"'),
      1,
      -12,
    ),
  honeycomb: (p) => {
    const cells: string[] = []
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 6; i++) {
        const x = -128 + i * 46 + (row % 2) * 23
        const y = -134 + row * 39
        const c = p.chance.pick(['#e8a11f', '#d98a12', '#f0b83c', '#c77a10'])
        cells.push(
          path(`M${n(x)} ${y - 26}l22 13v26l-22 13l-22 -13v-26Z`, light(c, 0.35)) +
            path(`M${n(x)} ${y - 20}l17 10v20l-17 10l-17 -10v-20Z`, c) +
            disc(x - 6, y - 8, 4, 4, '#fdf0c8'),
        )
      }
    return (
      at(0, 6, shadow(p, 300)) +
      cells.join('') +
      path('M-60 -2C-50 14 -20 16 0 6C24 -2 60 0 90 8C120 16 60 28 0 26C-60 26 -90 10 -60 -2Z', '#e29a1a')
    )
  },
  'red-wine': goblet('#6a1730'),
  'white-wine': goblet('#e4cf72'),
  'rose-wine': goblet('#e38a86'),
  'sweet-wine': goblet('#a4521a'),
  'clear-shot': tumbler('#eef3f2'),
  'amber-shot': tumbler('#cfae4a'),
  'ouzo-glass': tumbler('#f4f3ee'),
  'tea-glass': (p) =>
    shadow(p, 190, 0.9) +
    path('M-96 -150C-96 -50 -70 -10 -52 0H52C70 -10 96 -50 96 -150Z', '#ffffff', 'fill-opacity="0.5"') +
    path(
      'M-90 -118C-86 -46 -66 -16 -48 -8H48C66 -16 86 -46 90 -118Z',
      p.linear([
        [0, '#a9782a'],
        [0.34, '#e6bd5a'],
        [1, '#a06a1e'],
      ]),
      'fill-opacity="0.9"',
    ) +
    disc(0, -118, 90, 15, '#eccb74') +
    stroke('M96 -128C150 -134 150 -56 84 -52', '#ffffff', 11, 0.75) +
    stroke('M-76 -136C-76 -80 -64 -40 -48 -22', '#ffffff', 9, 0.6) +
    stroke('M-30 -170C-44 -196 -16 -210 -30 -238M16 -170C2 -200 32 -214 16 -246', '#ffffff', 6, 0.5),
  'oil-dish': (p) =>
    shadow(p, 280) +
    disc(0, -16, 146, 38, shade('#e9e2d2', 0.2)) +
    disc(0, -24, 146, 37, '#f6f1e4') +
    disc(0, -24, 112, 26, shade('#c2a92a', 0.12)) +
    disc(-8, -26, 100, 21, '#cdb534') +
    disc(-44, -31, 30, 5, '#f3e79a', 'fill-opacity="0.8"'),
  bread: (p) =>
    shadow(p, 300) +
    path(
      'M-150 -6C-170 -96 -90 -136 0 -136C90 -136 170 -96 150 -6C100 6 -100 6 -150 -6Z',
      p.radial([
        [0, '#e2b06a'],
        [0.6, '#bb7d3a'],
        [1, '#8a5422'],
      ]),
    ) +
    [-74, -14, 48]
      .map((x) =>
        path(
          `M${x} -118C${x + 14} -96 ${x + 26} -80 ${x + 44} -70C${x + 34} -92 ${x + 22} -108 ${x} -118Z`,
          '#f1d7a4',
        ),
      )
      .join('') +
    at(
      128,
      16,
      path('M-66 -4C-80 -70 -40 -96 0 -96C40 -96 80 -70 66 -4C40 4 -40 4 -66 -4Z', '#b5763a') +
        path('M-56 -10C-68 -64 -34 -84 0 -84C34 -84 68 -64 56 -10C34 -4 -34 -4 -56 -10Z', '#f4e3c2') +
        [
          [-22, -50],
          [14, -60],
          [26, -34],
          [-8, -28],
          [-34, -28],
        ]
          .map(([x, y]) => disc(x!, y!, 6, 4, '#dfc698'))
          .join(''),
    ),
  'cheese-cubes': (p) =>
    at(0, 6, shadow(p, 240)) +
    [
      [-80, 0],
      [30, 12],
      [-24, -50],
    ]
      .map(([x, y]) =>
        at(
          x!,
          y!,
          path('M-46 -66L16 -78L56 -58L-6 -44Z', '#fdf3cf') +
            path('M-46 -66L-6 -44V8L-46 -12Z', '#f4df9e') +
            path('M-6 -44L56 -58V-6L-6 8Z', '#d9bd74'),
        ),
      )
      .join(''),
  'salt-dish': (p) =>
    shadow(p, 200) +
    disc(0, -14, 100, 28, shade('#6f7f86', 0.2)) +
    disc(0, -22, 100, 28, '#8fa0a6') +
    disc(0, -24, 82, 20, '#f7f5ee') +
    path('M-50 -26C-30 -56 30 -58 50 -26Z', '#fbfaf5'),
  pebbles: (p) =>
    at(0, 4, shadow(p, 240)) +
    [
      [-80, 0, 74, 40, '#a79f96'],
      [56, 8, 60, 33, '#cfc8bb'],
      [-6, -44, 52, 28, '#8b8782'],
      [120, 18, 28, 16, '#b5a493'],
    ]
      .map(([x, y, rx, ry, c]) =>
        disc(x as number, (y as number) - (ry as number), rx as number, ry as number, ball(p, c as string)),
      )
      .join(''),
  bubbles: (p) =>
    [
      [-90, -20, 40],
      [-30, -60, 26],
      [20, -14, 52],
      [96, -40, 30],
      [70, -92, 16],
      [-110, -86, 14],
    ]
      .map(
        ([x, y, r]) =>
          disc(
            x!,
            y!,
            r!,
            r!,
            p.radial(
              [
                [0, '#ffffff', 0.15],
                [0.8, '#ffffff', 0.25],
                [1, '#ffffff', 0.75],
              ],
              0.5,
              0.5,
              0.5,
            ),
          ) +
          stroke(
            `M${n(x! - r! * 0.6)} ${n(y! - r! * 0.2)}A${n(r! * 0.64)} ${n(r! * 0.64)} 0 0 1 ${n(x! - r! * 0.1)} ${n(y! - r! * 0.62)}`,
            '#ffffff',
            4,
            0.9,
          ),
      )
      .join(''),
  towel: (p) =>
    at(0, 6, shadow(p, 300)) +
    path(
      'M-150 -6C-160 -40 -160 -60 -140 -72H120C150 -70 160 -40 150 -6Z',
      p.linear([
        [0, '#f6efe2'],
        [1, '#cfc2ad'],
      ]),
    ) +
    path(
      'M-146 -72C-156 -104 -150 -120 -130 -128H110C140 -126 146 -100 136 -72Z',
      p.linear([
        [0, '#fbf6ea'],
        [1, '#d8ccb8'],
      ]),
    ) +
    bar(60, -128, 14, 124, '#7d94a8', 0, 'fill-opacity="0.7"') +
    bar(82, -128, 6, 124, '#7d94a8', 0, 'fill-opacity="0.7"'),
  wax: (p) =>
    at(0, 6, shadow(p, 220)) +
    [
      [-50, 0, '#d9a02c'],
      [50, 14, '#e6b84a'],
    ]
      .map(([x, y, c]) =>
        at(
          x as number,
          y as number,
          path(
            'M-70 -8L-62 -70C-50 -82 50 -82 62 -70L70 -8C40 6 -40 6 -70 -8Z',
            p.linear([
              [0, light(c as string, 0.3)],
              [1, shade(c as string, 0.2)],
            ]),
          ) + path('M-24 -56l24 -13l24 13v26l-24 13l-24 -13Z', mix(c as string, '#8a5a10', 0.25)),
        ),
      )
      .join(''),
} satisfies Record<string, Ware>
