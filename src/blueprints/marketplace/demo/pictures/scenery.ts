/** The parts of a landscape: sky, ridges, trees, houses, beasts. Each stands with its foot at 0,0. */
import { light, mix, shade } from './colour.ts'
import { at, ball, n, type Paint } from './paint.ts'
import { bar, disc, path, stroke } from './vessel.ts'

/** Banners are this large. */
export const width = 1600
export const height = 640

export const sky = (p: Paint, top: string, low: string) =>
  bar(
    0,
    0,
    width,
    height,
    p.linear(
      [
        [0, top],
        [0.72, low],
        [1, light(low, 0.2)],
      ],
      true,
    ),
  )

export const sun = (p: Paint, x: number, y: number, r: number, colour = '#fff3cf') =>
  disc(
    x,
    y,
    r * 3.4,
    r * 3.4,
    p.radial(
      [
        [0, colour, 0.55],
        [1, colour, 0],
      ],
      0.5,
      0.5,
      0.5,
    ),
  ) + disc(x, y, r, r, colour)

export const cloud = (x: number, y: number, k = 1) =>
  at(
    x,
    y,
    path(
      'M-120 0C-150 -30 -100 -52 -76 -40C-66 -78 -8 -78 4 -46C30 -66 70 -50 66 -26C100 -34 124 -8 104 0Z',
      '#ffffff',
      'fill-opacity="0.55"',
    ),
    k,
  )

type Ridge = { y: number; rise: number; steps: number; colour: string; haze?: string; jagged?: boolean }

/** A line of hills or peaks over the whole width, paler towards its foot. */
export function ridge(p: Paint, { y, rise, steps, colour, haze, jagged = false }: Ridge): string {
  const points = Array.from(
    { length: steps + 1 },
    (_, i) =>
      [
        (i * width) / steps,
        y -
          (jagged ? (i % 2 ? p.chance.between(0.55, 1) : p.chance.between(0, 0.4)) : p.chance.between(0, 1)) *
            rise,
      ] as const,
  )
  const line = points.slice(1).map(([x, py], i) => {
    const [px, pyBefore] = points[i]!
    if (jagged)
      return `L${n((px + x) / 2 + p.chance.between(-20, 20))} ${n((pyBefore + py) / 2 + p.chance.between(-0.1, 0.1) * rise)}L${n(x)} ${n(py)}`
    const third = (x - px) / 2
    return `C${n(px + third)} ${n(pyBefore)} ${n(x - third)} ${n(py)} ${n(x)} ${n(py)}`
  })
  const fill = p.linear(
    [
      [0, colour],
      [1, haze ? mix(colour, haze, 0.6) : shade(colour, 0.12)],
    ],
    true,
  )
  return path(`M0 ${n(points[0]![1])}${line.join('')}V${height}H0Z`, fill)
}

/** One mountain with a lit left flank, a shaded right one and, if asked, snow. */
export function mountain(
  p: Paint,
  x: number,
  foot: number,
  w: number,
  h: number,
  colour: string,
  snow = false,
): string {
  const jitter = (by: number) => p.chance.between(-by, by)
  const top = jitter(0.05) * w
  const flank = (side: 1 | -1) =>
    [0.2, 0.42, 0.66, 0.84].map(
      (t) =>
        [
          top + (side * w * 0.5 - top) * (t + jitter(0.04)),
          -h * (1 - t) * (1 + jitter(0.09)) - h * 0.04 * (1 - t),
        ] as const,
    )
  const left = flank(-1)
  const right = flank(1)
  // The crest between light and shade runs down in zigzag.
  const crest = [0.22, 0.45, 0.7, 1].map(
    (t, i) => [top + w * (i % 2 ? -0.05 : 0.035) * (0.6 + t) + jitter(0.01) * w, -h * (1 - t)] as const,
  )
  const along = (points: readonly (readonly [number, number])[]) =>
    points.map(([px, py]) => `L${n(px)} ${n(py)}`).join('')
  const peak = `M${n(top)} ${n(-h)}`
  const lit = path(
    `${peak}${along(left)}L${n(-w / 2)} 0L${n(crest[3]![0])} 0${along(crest.slice(0, 3).toReversed())}Z`,
    light(colour, 0.2),
  )
  const dark = path(
    `${peak}${along(right)}L${n(w / 2)} 0L${n(crest[3]![0])} 0${along(crest.slice(0, 3).toReversed())}Z`,
    shade(colour, 0.14),
  )
  if (!snow) return at(x, foot, lit + dark)
  const [lx, ly] = left[0]!
  const [rx, ry] = right[0]!
  const [cx, cy] = crest[0]!
  const west = `${peak}L${n(lx)} ${n(ly)}L${n(lx - w * 0.035)} ${n(ly + h * 0.07)}L${n((lx + top) / 2 - w * 0.01)} ${n(ly + h * 0.01)}L${n((lx + cx) / 2)} ${n(ly + h * 0.12)}L${n(cx)} ${n(cy)}Z`
  const east = `${peak}L${n(rx)} ${n(ry)}L${n(rx + w * 0.03)} ${n(ry + h * 0.06)}L${n((rx + cx) / 2 + w * 0.01)} ${n(ry + h * 0.02)}L${n(cx + w * 0.03)} ${n(cy + h * 0.1)}L${n(cx)} ${n(cy)}Z`
  return at(x, foot, lit + dark + path(west, '#fdfcf8') + path(east, '#dbe2ea'))
}

export const sea = (p: Paint, y: number, far: string, near: string) =>
  bar(
    0,
    y,
    width,
    height - y,
    p.linear(
      [
        [0, light(far, 0.25)],
        [0.3, far],
        [1, near],
      ],
      true,
    ),
  ) +
  stroke(
    Array.from({ length: 22 }, () => {
      const sy = y + p.chance.between(0.05, 0.95) * (height - y)
      const w = p.chance.between(20, 90)
      return `M${n(p.chance.between(0, width))} ${n(sy)}h${n(w)}`
    }).join(''),
    '#ffffff',
    2.4,
    0.35,
  )

/** Rows of crops running towards the eye from `top` to the lower edge, planted with what `draw` gives. */
export function rows(
  p: Paint,
  top: number,
  count: number,
  earth: string,
  crop: string,
  vanish: number,
  draw: (i: number) => string,
): string {
  const field = bar(
    0,
    top,
    width,
    height - top,
    p.linear(
      [
        [0, light(earth, 0.2)],
        [1, shade(earth, 0.1)],
      ],
      true,
    ),
  )
  const line = (i: number) => {
    const t = (i - (count - 1) / 2) / ((count - 1) / 2)
    return [vanish + t * 900, vanish + t * 2500] as const
  }
  const strips = Array.from({ length: count }, (_, i) => {
    const [x0, x1] = line(i)
    return path(
      `M${n(x0 - 7)} ${top}H${n(x0 + 7)}L${n(x1 + 46)} ${height}H${n(x1 - 46)}Z`,
      p.linear(
        [
          [0, crop],
          [1, mix(crop, earth, 0.55)],
        ],
        true,
      ),
    )
  })
  const depths = Array.from({ length: 13 }, (_, d) => 0.02 + ((d + 1) / 12) ** 1.9 * 1.06)
  const plants = depths.flatMap((depth) =>
    Array.from({ length: count }, (_, i) => {
      const [x0, x1] = line(i)
      const x = x0 + (x1 - x0) * depth
      return x < -80 || x > width + 80
        ? ''
        : at(x + p.chance.between(-4, 4), top + (height - top) * depth, draw(i), 0.16 + depth * 1.05)
    }),
  )
  return field + strips.join('') + plants.join('')
}

/** Bushes in rows that shrink with the distance. */
export function bushes(
  p: Paint,
  top: number,
  low: number,
  lines: number,
  draw: (k: number, i: number) => string,
  density = 9,
): string {
  return Array.from({ length: lines }, (_, line) => {
    const t = line / (lines - 1)
    const y = top + (low - top) * t ** 1.5
    const k = 0.3 + 0.9 * t
    const count = Math.round(density / k ** 0.75)
    return Array.from({ length: count }, (_, i) =>
      at(
        ((i + (line % 2) * 0.5 + p.chance.between(0.1, 0.3)) * width) / count,
        y + p.chance.between(-4, 4),
        draw(k, i),
        k,
      ),
    ).join('')
  }).join('')
}

const blob = (p: Paint, x: number, y: number, r: number, c: string) => disc(x, y, r, r * 0.86, ball(p, c))

export const oliveTree = (p: Paint, tone = '#7f9068') =>
  disc(16, 0, 74, 9, '#1d1420', 'fill-opacity="0.2"') +
  path('M-16 0C-6 -30 -22 -54 -26 -84H-8C-6 -66 4 -66 12 -88H28C22 -56 10 -30 22 0Z', '#6b5644') +
  path('M4 0C8 -30 6 -60 14 -86H28C22 -56 10 -30 22 0Z', '#4d3d33') +
  [
    [-44, -104, 42],
    [40, -108, 44],
    [0, -136, 50],
    [-8, -96, 40],
  ]
    .map(([x, y, r]) => blob(p, x!, y!, r!, p.chance.pick([tone, light(tone, 0.12), shade(tone, 0.1)])))
    .join('') +
  [
    [-50, -116],
    [-20, -150],
    [24, -142],
    [-4, -112],
    [44, -124],
  ]
    .map(([x, y]) => disc(x!, y!, 11, 6, light(tone, 0.45), 'fill-opacity="0.6"'))
    .join('')

export const roundTree = (p: Paint, tone: string, fruit?: string) =>
  disc(12, 0, 56, 8, '#1d1420', 'fill-opacity="0.2"') +
  path('M-8 0L-6 -60H6L10 0Z', '#5d4636') +
  blob(p, -24, -82, 38, shade(tone, 0.08)) +
  blob(p, 26, -84, 38, tone) +
  blob(p, 0, -108, 44, light(tone, 0.06)) +
  (fruit
    ? [
        [-34, -88],
        [-12, -118],
        [18, -96],
        [34, -76],
        [2, -80],
        [-22, -66],
      ]
        .map(([x, y]) => disc(x!, y!, 7, 7, fruit))
        .join('')
    : '')

export const cypress = (tone = '#3f5a3c') =>
  disc(10, 0, 26, 5, '#1d1420', 'fill-opacity="0.2"') +
  path('M0 -6C-26 -40 -20 -130 0 -190C20 -130 26 -40 0 -6Z', tone) +
  path('M0 -6C6 -60 4 -130 0 -190C20 -130 26 -40 0 -6Z', shade(tone, 0.25)) +
  bar(-4, -10, 8, 10, '#5d4636')

export const fir = (tone = '#3d5c4c') =>
  disc(8, 0, 32, 5, '#1d1420', 'fill-opacity="0.18"') +
  bar(-5, -14, 10, 14, '#55402f') +
  [
    [0, 46, 60],
    [-40, 38, 56],
    [-76, 28, 52],
  ]
    .map(
      ([y, w, h]) =>
        path(`M0 ${y! - 14 - h!}L${-w!} ${y! - 10}H${w!}Z`, tone) +
        path(`M0 ${y! - 14 - h!}L${w!} ${y! - 10}H4Z`, shade(tone, 0.24)),
    )
    .join('')

export const bush = (p: Paint, tone: string) =>
  disc(8, 0, 40, 7, '#1d1420', 'fill-opacity="0.18"') +
  blob(p, -18, -16, 22, shade(tone, 0.06)) +
  blob(p, 18, -16, 22, shade(tone, 0.1)) +
  blob(p, 0, -26, 24, tone)

export const vine = (p: Paint, tone: string) =>
  disc(8, 2, 46, 7, '#1d1420', 'fill-opacity="0.2"') +
  path('M-4 0C-10 -16 2 -24 -2 -38H6C10 -22 2 -14 8 0Z', '#5d4636') +
  blob(p, -24, -44, 24, tone) +
  blob(p, 24, -44, 24, shade(tone, 0.1)) +
  blob(p, 0, -52, 26, light(tone, 0.08)) +
  disc(-14, -26, 6, 8, '#5a2748') +
  disc(16, -26, 6, 8, '#5a2748')

/** The round basket into which vines are woven on Santorini. */
export const kouloura = (p: Paint) =>
  disc(6, 2, 54, 9, '#1d1420', 'fill-opacity="0.22"') +
  disc(0, -8, 46, 17, '#6b5a3c') +
  disc(0, -12, 38, 12, '#4a5a30') +
  blob(p, -24, -18, 17, '#7d9a48') +
  blob(p, 6, -22, 19, '#8aa653') +
  blob(p, 28, -16, 15, '#6f8c40')

export const crocusTuft = (p: Paint) =>
  path(
    'M-14 0Q-20 -14 -26 -18M0 0Q-2 -14 0 -20M14 0Q20 -14 26 -16',
    'none',
    'stroke="#5f7d4a" stroke-width="4"',
  ) +
  [-22, 0, 22]
    .map(
      (x) =>
        path(
          `M${x} -6C${x - 14} -14 ${x - 12} -32 ${x - 8} -36L${x} -26L${x + 8} -36C${x + 12} -32 ${x + 14} -14 ${x} -6Z`,
          p.chance.pick(['#8a5fb0', '#9b72c0', '#7a4fa2']),
        ) + disc(x, -28, 2.6, 4, '#d8402a'),
    )
    .join('')

export const whiteHouse = (w: number, h: number, door = '#2f6ea3') =>
  bar(0, -h, w, h, '#fbfaf5') +
  path(`M${w} 0V${-h}L${n(w * 1.34)} ${n(-h * 0.94)}V0Z`, '#cfd6dc') +
  bar(w * 0.14, -h * 0.5, w * 0.24, h * 0.5, door, 2) +
  bar(w * 0.6, -h * 0.66, w * 0.2, h * 0.24, door, 1)

export const dome = (w: number, blue = '#2f6ea3') =>
  bar(0, -w * 0.7, w, w * 0.7, '#fbfaf5') +
  path(`M${n(w * 0.74)} 0V${n(-w * 0.7)}H${w}V0Z`, '#d7dde2') +
  path(
    `M${n(w * 0.08)} ${n(-w * 0.7)}C${n(w * 0.08)} ${n(-w * 1.3)} ${n(w * 0.92)} ${n(-w * 1.3)} ${n(w * 0.92)} ${n(-w * 0.7)}Z`,
    blue,
  ) +
  path(
    `M${n(w * 0.2)} ${n(-w * 0.76)}C${n(w * 0.2)} ${n(-w * 1.08)} ${n(w * 0.36)} ${n(-w * 1.14)} ${n(w * 0.46)} ${n(-w * 1.14)}`,
    'none',
    `stroke="${light(blue, 0.5)}" stroke-width="${n(w * 0.05)}" stroke-linecap="round"`,
  ) +
  stroke(
    `M${n(w / 2)} ${n(-w * 1.14)}V${n(-w * 1.42)}M${n(w * 0.42)} ${n(-w * 1.32)}H${n(w * 0.58)}`,
    '#fbfaf5',
    w * 0.05,
  ) +
  bar(w * 0.38, -w * 0.42, w * 0.24, w * 0.42, blue, w * 0.1)

export const stoneHouse = (w: number, h: number, roof = '#7d6f68') =>
  bar(0, -h, w, h, '#b9aa95') +
  path(`M${w} 0V${-h}L${n(w * 1.4)} ${n(-h * 1.06)}V0Z`, '#8f8272') +
  path(`M${n(-w * 0.08)} ${-h}L${n(w * 0.3)} ${n(-h * 1.52)}H${n(w * 1.26)}L${n(w * 1.08)} ${-h}Z`, roof) +
  path(
    `M${n(w * 1.08)} ${-h}L${n(w * 1.26)} ${n(-h * 1.52)}L${n(w * 1.5)} ${n(-h * 1.06)}Z`,
    shade(roof, 0.25),
  ) +
  [0.14, 0.56]
    .map(
      (x) =>
        bar(w * x, -h * 0.74, w * 0.2, h * 0.28, '#4a3f3a') +
        bar(w * x, -h * 0.74, w * 0.2, h * 0.05, '#e9e2d2'),
    )
    .join('') +
  bar(w * 0.38, -h * 0.4, w * 0.2, h * 0.4, '#6b4630')

export const tower = (w: number, h: number) =>
  bar(0, -h, w, h, '#c3aa88') +
  path(`M${w} 0V${-h}L${n(w * 1.3)} ${n(-h * 0.97)}V0Z`, '#98815f') +
  [0, 0.36, 0.72].map((x) => bar(w * x, -h - w * 0.14, w * 0.2, w * 0.16, '#c3aa88')).join('') +
  bar(w * 0.38, -h * 0.78, w * 0.18, h * 0.13, '#4a3a30', 4) +
  bar(w * 0.38, -h * 0.42, w * 0.18, h * 0.13, '#4a3a30', 4) +
  bar(w * 0.34, -h * 0.18, w * 0.28, h * 0.18, '#4a3a30', 8)

export const windmill = () =>
  path('M-40 0L-32 -110H32L40 0Z', '#fbfaf5') +
  path('M8 0L8 -110H32L40 0Z', '#d3d9de') +
  path('M-40 -108L0 -156L40 -108Z', '#8a5a3a') +
  stroke(
    Array.from(
      { length: 8 },
      (_, i) => `M-6 -112L${n(-6 + Math.cos(i * 0.785) * 74)} ${n(-112 + Math.sin(i * 0.785) * 74)}`,
    ).join(''),
    '#6b4a34',
    3,
  ) +
  Array.from({ length: 8 }, (_, i) => at(-6, -112, path('M14 0L70 0L62 20Z', '#f5efe0'), 1, i * 45)).join(
    '',
  ) +
  bar(-10, -36, 20, 36, '#6b4a34', 8)

export const columns = (count: number, h: number) =>
  Array.from({ length: count }, (_, i) => {
    const x = i * h * 0.36
    return (
      bar(x, -h, h * 0.13, h, '#efe4cc') +
      bar(x + h * 0.085, -h, h * 0.045, h, '#c9b795') +
      stroke(`M${n(x + h * 0.03)} ${n(-h)}V0M${n(x + h * 0.06)} ${n(-h)}V0`, '#cdbd9d', 2, 0.8) +
      bar(x - h * 0.03, -h - h * 0.05, h * 0.19, h * 0.06, '#f5ecd8')
    )
  }).join('') +
  bar(-h * 0.05, -h * 1.14, h * 0.36 * (count - 1) + h * 0.24, h * 0.1, '#f2e8d0') +
  bar(-h * 0.05, -h * 1.06, h * 0.36 * (count - 1) + h * 0.24, h * 0.025, '#c9b795') +
  bar(-h * 0.1, 0, h * 0.36 * (count - 1) + h * 0.34, h * 0.06, '#d9cbab')

export const portara = (h: number) =>
  bar(0, -h, h * 0.17, h, '#efe2c4') +
  bar(h * 0.12, -h, h * 0.05, h, '#c6b28c') +
  bar(h * 0.6, -h, h * 0.17, h, '#efe2c4') +
  bar(h * 0.72, -h, h * 0.05, h, '#c6b28c') +
  bar(-h * 0.05, -h * 1.16, h * 0.87, h * 0.17, '#f5ead0') +
  bar(-h * 0.05, -h * 1.03, h * 0.87, h * 0.04, '#c6b28c')

export const caique = (p: Paint, hull = '#1f5f8b') =>
  disc(0, 8, 110, 9, '#0f2a3a', 'fill-opacity="0.25"') +
  path(
    'M-110 -34C-96 -10 -80 4 -60 6H60C84 4 100 -14 116 -44C60 -28 -50 -26 -110 -34Z',
    p.linear([
      [0, light(hull, 0.25)],
      [1, shade(hull, 0.2)],
    ]),
  ) +
  stroke('M-108 -32C-50 -24 60 -26 114 -42', '#fbf7ec', 6) +
  stroke('M-8 -30V-150', '#7d5a3a', 6) +
  path('M-2 -146C40 -120 66 -80 70 -46L-2 -40Z', '#fbf3e0') +
  path('M-14 -136C-40 -106 -56 -76 -60 -44L-14 -38Z', '#efe3c8') +
  bar(20, -62, 40, 24, '#fbf7ec', 4) +
  bar(28, -56, 10, 10, '#2f6ea3') +
  bar(44, -56, 10, 10, '#2f6ea3')

export const hive = (p: Paint, colour: string) =>
  disc(10, 2, 38, 6, '#1d1420', 'fill-opacity="0.22"') +
  bar(
    -26,
    -50,
    52,
    46,
    p.linear([
      [0, light(colour, 0.2)],
      [1, shade(colour, 0.16)],
    ]),
  ) +
  bar(-30, -60, 60, 12, '#e9e2d2', 2) +
  bar(-14, -14, 28, 5, '#1d1420', 2, 'fill-opacity="0.6"') +
  bar(-22, -4, 8, 8, '#6b4a34') +
  bar(14, -4, 8, 8, '#6b4a34')

export const sheep = (face = '#3a3030') =>
  disc(6, 22, 34, 5, '#1d1420', 'fill-opacity="0.2"') +
  stroke('M-16 6V22M-6 8V22M10 8V22M18 6V22', face, 5) +
  [
    [-18, -6],
    [-4, -14],
    [12, -12],
    [20, -2],
    [-12, 4],
    [6, 4],
  ]
    .map(([x, y], i) => disc(x!, y!, 14, 12, i % 2 ? '#fbf7ec' : '#efe6d4'))
    .join('') +
  path('M24 -14C36 -18 42 -8 38 0C34 6 26 4 24 -2Z', face)

export const goat = (coat = '#8a6a4e') =>
  disc(4, 24, 32, 5, '#1d1420', 'fill-opacity="0.2"') +
  stroke('M-18 6V24M-10 6V24M12 6V24M18 6V24', shade(coat, 0.3), 5) +
  path(
    'M-28 -6C-20 -18 10 -16 18 -14L26 -28C32 -32 40 -26 40 -20C38 -14 32 -12 28 -10C28 2 22 12 12 12H-18C-28 10 -30 0 -28 -6Z',
    coat,
  ) +
  stroke('M26 -29C22 -42 12 -44 8 -40M31 -30C30 -42 22 -46 16 -46', '#e0d4bc', 3.4)

export const flowers = (p: Paint, top: number, low: number, count: number, colours: readonly string[]) =>
  Array.from({ length: count }, () => {
    const t = p.chance.between(0, 1)
    const y = top + (low - top) * t
    const r = 2.5 + 5 * t
    const x = p.chance.between(0, width)
    return (
      stroke(`M${n(x)} ${n(y)}v${n(r * 2.4)}`, '#5f7d4a', 1.6 + t) +
      disc(x, y, r, r * 0.9, p.chance.pick(colours))
    )
  }).join('')
