/** Where the still life stands: a wall, a table, and what the light does with them. 1200 × 1200. */
import type { Palette } from './brand.ts'
import { light, lightness, mix, shade } from './colour.ts'
import { sprig } from './leaves.ts'
import { at, n, type Paint } from './paint.ts'
import { bar, disc, path, stroke } from './vessel.ts'

/** Where the table meets the wall. */
const edge = 838

/** `x` is where the package stands, `free` the side (1 right, -1 left) that is left open. */
type Backdrop = (p: Paint, c: Palette, x: number, free: 1 | -1) => string

const wall = (p: Paint, colour: string) =>
  bar(
    0,
    0,
    1200,
    1200,
    p.radial(
      [
        [0, light(colour, 0.42)],
        [0.55, colour],
        [1, shade(colour, 0.12)],
      ],
      0.22,
      0.16,
      1,
    ),
  )

const table = (p: Paint, colour: string) =>
  bar(
    0,
    edge,
    1200,
    1200 - edge,
    p.linear(
      [
        [0, light(colour, 0.1)],
        [0.3, colour],
        [1, shade(colour, 0.14)],
      ],
      true,
    ),
  ) +
  bar(0, edge, 1200, 5, light(colour, 0.5), 0, 'fill-opacity="0.7"') +
  bar(
    0,
    edge + 5,
    1200,
    26,
    p.linear(
      [
        [0, '#1d1420', 0.1],
        [1, '#1d1420', 0],
      ],
      true,
    ),
  )

const grain = (p: Paint, colour: string) =>
  stroke(
    Array.from({ length: 7 }, (_, i) => {
      const y = edge + 40 + i * 50
      return `M${n(p.chance.between(-40, 300))} ${n(y)}Q600 ${n(y + p.chance.between(-16, 16))} ${n(p.chance.between(900, 1260))} ${n(y + p.chance.between(-8, 8))}`
    }).join(''),
    shade(colour, 0.3),
    3,
    0.14,
  )

/** Discs and niches follow the package, but not all the way. */
const between = (x: number) => Math.round(x * 0.7 + 180)

const niche = (x: number, w: number, top: number, bottom: number) =>
  `M${x - w / 2} ${bottom}V${top + w / 2}A${w / 2} ${w / 2} 0 0 1 ${x + w / 2} ${top + w / 2}V${bottom}Z`

export const backdrops = {
  /** A whitewashed niche: its left inner side in shade, its right one lit. */
  niche: (p, c, x) =>
    wall(p, c.wall) +
    path(niche(between(x), 740, 120, edge), shade(c.wall, 0.26)) +
    path(
      niche(between(x) + 24, 710, 142, edge),
      p.linear([
        [0, shade(c.wall, 0.16)],
        [0.7, light(mix(c.wall, c.accent, 0.12), 0.1)],
        [1, light(c.wall, 0.4)],
      ]),
    ) +
    table(p, c.table),
  /** A disc of colour, the plainest of all. */
  disc: (p, c, x) =>
    wall(p, c.wall) +
    `<circle cx="${between(x)}" cy="540" r="400" fill="${p.linear([
      [0, light(mix(c.wall, c.accent, 0.5), 0.18)],
      [1, mix(c.wall, c.accent, 0.42)],
    ])}"/>` +
    table(p, c.table),
  /** Leaf shadows on a sunny wall. */
  leaves: (p, c) => {
    const dark = shade(c.wall, 0.3)
    const twig = (x: number, y: number, turn: number, length: number) =>
      at(
        x,
        y,
        sprig(
          {
            length,
            bend: 60,
            leafLength: 190,
            leafWidth: 58,
            pairs: 6,
            colour: dark,
            stem: dark,
            spread: 38,
          },
          p.chance,
        )
          .replaceAll(/fill="#\w+"/g, `fill="${dark}" fill-opacity="0.16"`)
          .replaceAll(/stroke="#\w+"/g, `stroke="${dark}" stroke-opacity="0.12"`),
        1,
        turn,
      )
    return (
      wall(p, light(c.wall, 0.06)) +
      twig(1290, 40, 158, 760) +
      twig(1250, -80, 128, 640) +
      twig(1330, 420, 170, 520) +
      table(p, c.table)
    )
  },
  /** The light of a window with its bars, slanting over the wall. */
  beam: (p, c, _, free) => {
    const shift = free > 0 ? 0 : -560
    const pane = (x: number, y: number) =>
      path(`M${x} ${y}l150 40v210l-150 -40Z`, '#fff6dc', 'fill-opacity="0.42"')
    return (
      wall(p, shade(c.wall, 0.05)) +
      [
        [660, 90],
        [828, 135],
        [660, 320],
        [828, 365],
      ]
        .map(([x, y]) => pane(x! + shift, y!))
        .join('') +
      table(p, c.table) +
      path(`M560 ${edge + 30}L1020 ${edge + 30}L1200 1130L720 1130Z`, '#fff6dc', 'fill-opacity="0.14"')
    )
  },
  /** A seamless studio with two plinths. */
  plinth: (p, c) => {
    const floor = mix(c.wall, c.table, 0.4)
    const stone = light(mix(c.table, c.accent, 0.16), 0.26)
    const drum = (x: number, y: number, rx: number, h: number, colour: string) =>
      path(
        `M${x - rx} ${y}V${y + h}A${rx} ${n(rx * 0.17)} 0 0 0 ${x + rx} ${y + h}V${y}Z`,
        p.linear([
          [0, shade(colour, 0.1)],
          [0.26, light(colour, 0.3)],
          [0.6, colour],
          [1, shade(colour, 0.3)],
        ]),
      ) + disc(x, y, rx, rx * 0.17, light(colour, 0.42))
    const soft = p.radial(
      [
        [0, '#1d1420', 0.3],
        [1, '#1d1420', 0],
      ],
      0.5,
      0.5,
      0.5,
    )
    return (
      wall(p, c.wall) +
      bar(
        0,
        640,
        1200,
        560,
        p.linear(
          [
            [0, floor, 0],
            [0.5, floor],
            [1, shade(floor, 0.12)],
          ],
          true,
        ),
      ) +
      disc(720, 1128, 560, 70, soft) +
      drum(600, 985, 400, 130, stone)
    )
  },
  /** A striped cloth over the table. */
  cloth: (p, c) => {
    const linen = light(c.paper, 0.3)
    const cloth = `M40 ${edge + 20}H1160L1240 1200H-60Z`
    const stripes = [0.16, 0.2, 0.78, 0.82]
      .map((t) =>
        path(
          `M${n(40 + 1120 * t)} ${edge + 20}h${n(1120 * 0.022)}L${n(-60 + 1300 * (t + 0.024))} 1200h${n(-1300 * 0.025)}Z`,
          c.main,
          'fill-opacity="0.75"',
        ),
      )
      .join('')
    return (
      wall(p, c.wall) +
      table(p, c.table) +
      path(
        cloth,
        p.linear([
          [0, light(linen, 0.4)],
          [0.6, linen],
          [1, shade(linen, 0.14)],
        ]),
      ) +
      stripes +
      stroke(`M40 ${edge + 20}H1160`, '#ffffff', 5, 0.7) +
      path(`M300 ${edge + 20}L220 1200H300L350 ${edge + 20}Z`, '#1d1420', 'fill-opacity="0.05"')
    )
  },
  /** Glazed tiles behind, a stone shelf. */
  tiles: (p, c) => {
    const s = 150
    const base = light(mix(c.wall, c.main, 0.08), 0.14)
    const ink = mix(base, c.main, 0.32)
    const second = mix(base, c.accent, 0.36)
    const cell = (x: number, y: number) =>
      path(
        `M${x + s / 2} ${y}Q${x + s * 0.58} ${y + s * 0.42} ${x + s} ${y + s / 2}Q${x + s * 0.58} ${y + s * 0.58} ${x + s / 2} ${y + s}Q${x + s * 0.42} ${y + s * 0.58} ${x} ${y + s / 2}Q${x + s * 0.42} ${y + s * 0.42} ${x + s / 2} ${y}Z`,
        ink,
      ) +
      [
        [0, 0],
        [s, 0],
        [0, s],
        [s, s],
      ]
        .map(([dx, dy]) => disc(x + dx!, y + dy!, 22, 22, second))
        .join('')
    const cells = Array.from({ length: 48 }, (_, i) => cell((i % 8) * s, Math.floor(i / 8) * s - 62)).join('')
    const joints = stroke(
      Array.from({ length: 9 }, (_, i) => `M${i * s} 0V${edge}`).join('') +
        Array.from({ length: 6 }, (_, i) => `M0 ${i * s + 88}H1200`).join(''),
      light(base, 0.6),
      4,
      0.8,
    )
    return (
      bar(0, 0, 1200, 1200, base) +
      cells +
      joints +
      bar(
        0,
        0,
        1200,
        edge,
        p.radial(
          [
            [0, '#fff9ec', 0.5],
            [0.6, '#fff9ec', 0.06],
            [1, '#1d1420', 0.16],
          ],
          0.22,
          0.16,
          1,
        ),
      ) +
      table(p, light(c.table, 0.16))
    )
  },
  /** An open window: sea, a far island, sky. */
  sea: (p, c, _, free) =>
    view(
      p,
      c,
      free,
      bar(
        130,
        90,
        620,
        430,
        p.linear(
          [
            [0, '#9cc7df'],
            [1, '#e9f0e2'],
          ],
          true,
        ),
      ) +
        path(
          'M130 470C220 400 300 440 380 396C440 370 480 430 560 440C640 452 700 430 750 446V520H130Z',
          '#9fb2b4',
        ) +
        bar(
          130,
          506,
          620,
          170,
          p.linear(
            [
              [0, '#6fb0c4'],
              [1, '#2f7fa3'],
            ],
            true,
          ),
        ) +
        stroke('M190 560h90M380 596h120M230 630h70M560 548h110M600 640h80', '#ffffff', 4, 0.5),
    ),
  /** An open window: hills with cypresses. */
  hills: (p, c, _, free) =>
    view(
      p,
      c,
      free,
      bar(
        130,
        90,
        620,
        590,
        p.linear(
          [
            [0, '#b9d3dc'],
            [0.7, '#f4ead0'],
          ],
          true,
        ),
      ) +
        path('M130 440C230 340 330 400 420 330C520 270 640 380 750 340V680H130Z', '#a8b79a') +
        path('M130 520C260 440 380 520 500 460C600 420 680 470 750 450V680H130Z', '#8aa06c') +
        path('M130 610C280 540 460 620 750 540V680H130Z', '#6d8a4e') +
        [250, 292, 600]
          .map((x, i) =>
            path(
              `M${x} ${600 - i * 6}C${x - 26} 540 ${x - 16} 460 ${x} 430C${x + 16} 460 ${x + 26} 540 ${x} ${600 - i * 6}Z`,
              '#44613c',
            ),
          )
          .join(''),
    ),
  /** An open window: snow far off, dark firs near. */
  peaks: (p, c, _, free) =>
    view(
      p,
      c,
      free,
      bar(
        130,
        90,
        620,
        590,
        p.linear(
          [
            [0, '#a9c2d6'],
            [1, '#eef0e8'],
          ],
          true,
        ),
      ) +
        path('M130 520L260 330L330 410L450 230L560 400L630 320L750 480V680H130Z', '#8b9db0') +
        path(
          'M450 230L396 312L430 300L452 334L480 300L506 318ZM260 330L226 380L252 372L270 394L290 366Z',
          '#f7f6f2',
        ) +
        path('M130 560C300 480 520 580 750 500V680H130Z', '#6f8a6a') +
        [170, 230, 300, 560, 620, 690]
          .map((x, i) => path(`M${x} ${510 + (i % 3) * 16}l44 110h-88Z`, i % 2 ? '#3f5f4a' : '#4b6e54'))
          .join(''),
    ),
} satisfies Record<string, Backdrop>

/** A window in the wall, its deep left jamb in shade, the view behind bars of painted wood. */
function view(p: Paint, c: Palette, free: 1 | -1, outside: string): string {
  const frame = lightness(c.main) < 0.62 ? c.main : shade(c.main, 0.3)
  const opening =
    path('M112 72H768V694H112Z', shade(c.wall, 0.3)) +
    `<g ${p.clip('M146 90H750V680H146Z')}>${outside}</g>` +
    path('M130 90h34v590h-34Z', shade(c.wall, 0.4), 'fill-opacity="0.5"') +
    bar(146, 90, 604, 590, 'none', 0, `stroke="${frame}" stroke-width="20"`) +
    stroke('M448 90V680M146 380H750', frame, 13) +
    stroke('M140 84H756', light(frame, 0.3), 4, 0.7) +
    bar(
      96,
      680,
      690,
      34,
      p.linear(
        [
          [0, light(c.wall, 0.5)],
          [1, shade(c.wall, 0.16)],
        ],
        true,
      ),
      4,
    )
  return wall(p, c.wall) + at(free > 0 ? 300 : 20, 0, opening) + table(p, c.table) + grain(p, c.table)
}

export type Scene = keyof typeof backdrops

/** How high above the lower edge things stand. */
export const floorOf = (scene: Scene) => (scene === 'plinth' ? 1000 : 1010)
