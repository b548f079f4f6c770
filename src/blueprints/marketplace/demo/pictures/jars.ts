/** Jars and tubs: honey, preserves, creams, cheese in earthenware. */
import { light, mix, shade } from './colour.ts'
import { fill } from './grains.ts'
import { label } from './labels.ts'
import { stamp } from './motifs.ts'
import { n, round, type Paint } from './paint.ts'
import { bar, disc, path, stroke, type Vessel, type VesselInput } from './vessel.ts'

type Shape = { half: number; height: number; mouth: number; shoulder: number; foot: number }

const glassPath = ({ half, height, mouth, shoulder, foot }: Shape) =>
  `M${-half} ${-foot}Q${-half} 0 ${-half + foot} 0H${half - foot}Q${half} 0 ${half} ${-foot}V${-height + shoulder}C${half} ${n(-height + shoulder * 0.3)} ${mouth} ${n(-height + shoulder * 0.4)} ${mouth} ${-height}H${-mouth}C${-mouth} ${n(-height + shoulder * 0.4)} ${-half} ${n(-height + shoulder * 0.3)} ${-half} ${-height + shoulder}Z`

/** A screwed lid whose lower edge is `y` above the foot. */
function lid(p: Paint, half: number, y: number, colour: string, height = 62): string {
  const ridges = Array.from({ length: 19 }, (_, i) => {
    const x = Math.sin(((i - 9) / 9.5) * (Math.PI / 2)) * half
    return `M${n(x)} ${n(-y - height + 16)}V${n(-y - 8)}`
  }).join('')
  return (
    bar(-half, -y - height, half * 2, height, round(p, colour), 10) +
    stroke(ridges, shade(colour, 0.3), 2.2, 0.35) +
    disc(0, -y - height + 5, half - 2, half * 0.075, light(colour, 0.28)) +
    stroke(`M${-half + 4} ${-y - 5}H${half - 4}`, shade(colour, 0.45), 4, 0.5)
  )
}

function glass(input: VesselInput, shape: Shape, level: number): string {
  const { p, content, grain } = input
  const outline = glassPath(shape)
  const { half } = shape
  const inside = grain
    ? `<g transform="translate(${-half} ${-level})">${fill(p, grain, half * 2, level, 1, content)}</g>` +
      bar(
        -half,
        -level,
        half * 2,
        level,
        p.linear([
          [0, '#1d1420', 0.4],
          [0.16, '#1d1420', 0.05],
          [0.34, '#ffffff', 0.12],
          [0.6, '#ffffff', 0],
          [1, '#1d1420', 0.42],
        ]),
      )
    : bar(
        -half,
        -level,
        half * 2,
        level,
        p.linear([
          [0, shade(content, 0.32)],
          [0.14, content],
          [0.34, light(content, 0.38)],
          [0.62, content],
          [0.9, shade(content, 0.28)],
          [1, shade(content, 0.1)],
        ]),
      ) +
      bar(
        -half,
        -70,
        half * 2,
        70,
        p.linear(
          [
            [0, light(content, 0.3), 0],
            [1, light(content, 0.3), 0.55],
          ],
          true,
        ),
      )
  return (
    path(outline, '#eef1e6', 'fill-opacity="0.75"') +
    `<g ${p.clip(outline)}>${inside}${disc(0, -level, half, 9, light(content, 0.45), 'fill-opacity="0.7"')}</g>` +
    path(outline, 'none', `stroke="${shade(content, 0.35)}" stroke-opacity="0.4" stroke-width="4"`)
  )
}

const gleam = (half: number, from: number, to: number, strength = 0.4) =>
  bar(-half * 0.86, -to, half * 0.11, to - from, '#ffffff', half * 0.05, `fill-opacity="${strength}"`) +
  bar(
    -half * 0.68,
    -to + 8,
    half * 0.035,
    (to - from) * 0.6,
    '#ffffff',
    3,
    `fill-opacity="${strength * 0.7}"`,
  ) +
  bar(
    half * 0.82,
    -to + 20,
    half * 0.05,
    (to - from) * 0.7,
    '#ffffff',
    4,
    `fill-opacity="${strength * 0.45}"`,
  )

/** The round jar of honey, light falling through it. */
export function honeyJar(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const shape: Shape = { half: 172, height: 372, mouth: 140, shoulder: 60, foot: 40 }
  const glow = p.radial(
    [
      [0, light(input.content, 0.65), 0.75],
      [1, light(input.content, 0.5), 0],
    ],
    0.5,
    0.5,
    0.5,
  )
  return {
    width: 344,
    height: 440,
    body:
      glass(input, shape, 346) +
      disc(-70, -44, 120, 40, glow) +
      `<g transform="translate(0 -176)">${label(p, brand, text, 250, 220)}</g>` +
      gleam(172, 50, 310) +
      lid(p, 150, 366, brand.palette.main),
  }
}

/** The six-sided jar: three planes of glass. */
export function hexJar(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const planes = [
    [-160, -84, shade(content, 0.16)],
    [-84, 84, light(content, 0.14)],
    [84, 160, shade(content, 0.32)],
  ] as const
  return {
    width: 320,
    height: 452,
    body:
      planes
        .map(([from, to, c]) =>
          path(
            `M${from} -14L${from === -160 ? -150 : from} 0H${to === 160 ? 150 : to}L${to} -14V-340L${n(to * 0.84)} -372H${n(from * 0.84)}L${from} -340Z`,
            p.linear(
              [
                [0, light(c, 0.22)],
                [0.5, c],
                [1, shade(c, 0.14)],
              ],
              true,
            ),
          ),
        )
        .join('') +
      stroke('M-84 -4V-342L-70 -372M84 -4V-342L70 -372', light(content, 0.55), 3, 0.55) +
      `<g transform="translate(0 -172)">${label(p, brand, text, 166, 236, false)}</g>` +
      bar(-150, -330, 14, 300, '#ffffff', 7, 'fill-opacity="0.4"') +
      bar(126, -320, 8, 270, '#ffffff', 4, 'fill-opacity="0.22"') +
      lid(p, 134, 370, brand.palette.main, 70),
  }
}

/** The jar of preserves under a cloth and a string. */
export function clothJar(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const { main, accent } = brand.palette
  const shape: Shape = { half: 160, height: 400, mouth: 126, shoulder: 64, foot: 34 }
  const cloth =
    'M-150 -462C-150 -492 -60 -500 0 -500C60 -500 150 -492 150 -462L176 -388C150 -372 132 -392 108 -378C84 -366 66 -390 40 -378C14 -366 -10 -390 -36 -378C-60 -366 -84 -392 -108 -378C-132 -368 -152 -376 -176 -388Z'
  const checks =
    [-150, -106, -62, -18, 26, 70, 114]
      .map((x) => bar(x, -505, 20, 140, accent, 0, 'fill-opacity="0.5"'))
      .join('') +
    [-490, -446, -402].map((y) => bar(-190, y, 380, 18, accent, 0, 'fill-opacity="0.5"')).join('')
  return {
    width: 340,
    height: 500,
    body:
      glass(input, shape, 384) +
      `<g transform="translate(0 -166)">${label(p, brand, text, 226, 190)}</g>` +
      gleam(160, 44, 326, 0.36) +
      path(cloth, light(main, 0.75)) +
      `<g ${p.clip(cloth)}>${checks}${bar(
        -180,
        -500,
        360,
        130,
        p.linear([
          [0, '#1d1420', 0.22],
          [0.25, '#ffffff', 0.14],
          [0.6, '#1d1420', 0],
          [1, '#1d1420', 0.32],
        ]),
      )}</g>` +
      bar(-140, -434, 280, 13, round(p, '#b58a55'), 6) +
      stroke('M20 -428C44 -412 60 -404 56 -386M20 -428C40 -424 70 -424 84 -404', '#a67b48', 5),
  }
}

/** A plain tall jar of pickles, olives or sauce. */
export function tallJar(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const shape: Shape = { half: 144, height: 448, mouth: 122, shoulder: 52, foot: 28 }
  return {
    width: 288,
    height: 516,
    body:
      glass(input, shape, 430) +
      `<g transform="translate(0 -170)">${label(p, brand, text, 280, 184)}</g>` +
      gleam(144, 44, 396, 0.36) +
      lid(p, 130, 444, brand.palette.main),
  }
}

/** A low jar of paste or spread. */
export function lowJar(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const shape: Shape = { half: 176, height: 262, mouth: 160, shoulder: 34, foot: 34 }
  return {
    width: 352,
    height: 330,
    body:
      glass(input, shape, 246) +
      `<g transform="translate(0 -122)">${label(p, brand, text, 300, 134)}</g>` +
      gleam(176, 36, 226, 0.36) +
      lid(p, 168, 258, brand.palette.main, 66),
  }
}

/** A slim glass with a cork, for what is sold by the gram. */
export function vial(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const shape: Shape = { half: 92, height: 330, mouth: 78, shoulder: 30, foot: 22 }
  return {
    width: 184,
    height: 410,
    body:
      glass(input, shape, 262) +
      `<g transform="translate(0 -96)">${label(p, brand, text, 168, 126)}</g>` +
      gleam(92, 30, 296, 0.45) +
      bar(-72, -392, 144, 76, round(p, '#cf9f68'), 10) +
      [
        [-40, -372],
        [10, -350],
        [44, -376],
        [-14, -338],
      ]
        .map(([x, y]) => disc(x!, y!, 7, 3, '#8d6234', 'fill-opacity="0.5"'))
        .join(''),
  }
}

/** Cream in a low frosted jar with a broad lid. */
export function creamJar(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const { main } = brand.palette
  return {
    width: 372,
    height: 270,
    body:
      path('M-186 -30Q-186 0 -156 0H156Q186 0 186 -30V-176H-186Z', round(p, content, 0.7)) +
      `<g transform="translate(0 -88)">${label(p, brand, text, 340, 138)}</g>` +
      bar(-172, -166, 20, 140, '#ffffff', 10, 'fill-opacity="0.4"') +
      bar(-190, -262, 380, 88, round(p, main), 14) +
      disc(0, -256, 184, 11, light(main, 0.25)) +
      stroke('M-182 -178H182', shade(main, 0.5), 4, 0.5),
  }
}

/** A flat round tin of balm, a second one leaning with its face to us. */
export function balmTin(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const { main, accent, paper, ink } = brand.palette
  const tin = mix('#d9d6cc', content, 0.1)
  return {
    width: 430,
    height: 330,
    body:
      `<g transform="translate(64 -168)"><circle r="164" fill="${round(p, tin)}"/><circle r="152" fill="${main}"/><circle r="140" fill="none" stroke="${accent}" stroke-width="3"/><circle r="112" fill="${paper}"/>${stamp(text.motif, 0, 0, 150, ink, paper)}<path d="M-116 -116A164 164 0 0 1 -20 -163L-16 -140A140 140 0 0 0 -99 -99Z" fill="#ffffff" fill-opacity="0.28"/></g>` +
      bar(-236, -96, 300, 96, round(p, tin), 18) +
      bar(-242, -112, 312, 60, round(p, main), 16) +
      disc(-86, -108, 154, 12, light(main, 0.3)) +
      stroke('M-232 -50H58', shade(main, 0.4), 3, 0.5),
  }
}

/** Glazed earthenware with soft cheese or butter, tied with paper. */
export function crock(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const clay = '#b4673f'
  const paperTop =
    'M-150 -300C-150 -330 150 -330 150 -300L168 -236C140 -222 112 -240 84 -228C56 -218 28 -238 0 -228C-28 -218 -56 -240 -84 -228C-112 -220 -140 -228 -168 -236Z'
  return {
    width: 380,
    height: 330,
    body:
      path(
        'M-150 0H150C176 -40 194 -110 178 -170C170 -210 150 -236 146 -262H-146C-150 -236 -170 -210 -178 -170C-194 -110 -176 -40 -150 0Z',
        round(p, clay),
      ) +
      path(
        'M-176 -176C-186 -110 -180 -70 -166 -34C-100 -22 100 -22 166 -34C180 -70 186 -110 176 -176C80 -158 -80 -158 -176 -176Z',
        round(p, mix(clay, content, 0.62)),
        'fill-opacity="0.9"',
      ) +
      `<g transform="translate(0 -104)">${label(p, brand, text, 236, 124)}</g>` +
      path(paperTop, round(p, '#efe4cd', 0.7)) +
      bar(-146, -272, 292, 12, round(p, '#a67b48'), 6) +
      stroke('M-20 -266C-50 -250 -66 -240 -60 -216M-20 -266C-44 -262 -84 -258 -92 -232', '#a67b48', 5) +
      stroke('M-150 -150C-158 -110 -154 -76 -146 -50', '#ffffff', 12, 0.28),
  }
}
