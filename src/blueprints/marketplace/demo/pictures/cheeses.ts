/** Cheese without a package: wheels, wedges, blocks in brine, smoked cylinders, fish-net balls. */
import { light, mix, shade } from './colour.ts'
import { label } from './labels.ts'
import { letter } from './lettering.ts'
import { stamp } from './motifs.ts'
import { n, round, type Paint } from './paint.ts'
import { bar, disc, path, stroke, type Vessel, type VesselInput } from './vessel.ts'

/** The eyes of the paste inside a quadrangle given by its corner, its two sides and how many. */
function eyes(
  p: Paint,
  origin: readonly [number, number],
  u: readonly [number, number],
  v: readonly [number, number],
  count: number,
  paste: string,
): string {
  return Array.from({ length: count }, () => {
    const a = p.chance.between(0.1, 0.9)
    const b = p.chance.between(0.16, 0.86)
    const r = p.chance.between(3, 10)
    const x = origin[0] + u[0] * a + v[0] * b
    const y = origin[1] + u[1] * a + v[1] * b
    return (
      disc(x, y, r, r * 0.72, shade(paste, 0.22)) +
      disc(x + r * 0.16, y + r * 0.2, r * 0.74, r * 0.5, shade(paste, 0.1))
    )
  }).join('')
}

const board = (p: Paint, w: number) =>
  bar(
    -w / 2,
    -14,
    w,
    36,
    p.linear([
      [0, '#a8733f'],
      [0.4, '#c08a52'],
      [1, '#85562c'],
    ]),
    16,
  ) +
  disc(0, -14, w / 2 - 6, w * 0.055, '#cf9c64') +
  stroke(
    `M${n(-w * 0.36)} -18Q0 ${n(-w * 0.05)} ${n(w * 0.3)} -20M${n(-w * 0.3)} -6Q0 2 ${n(w * 0.34)} -8`,
    '#9c6a38',
    2.5,
    0.6,
  )

/** A wheel with a piece cut from its front; the label lies on top as a disc. */
export function cheeseWheel(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const rind = mix(content, '#b47a2e', 0.5)
  const rx = 270
  const ry = 92
  const h = 172
  const lift = 30
  const { main, accent, paper, ink } = brand.palette
  // The cut runs from the middle of the top to two points of the rim on our side.
  const at = (degrees: number) =>
    [Math.cos((degrees * Math.PI) / 180) * rx, Math.sin((degrees * Math.PI) / 180) * ry] as const
  const [ax, ay] = at(112)
  const [bx, by] = at(48)
  const top = -h - lift
  const side = `M${-rx} ${top}V${-lift}A${rx} ${ry} 0 0 0 ${rx} ${-lift}V${top}Z`
  return {
    width: 600,
    height: 330,
    body:
      board(p, 660) +
      path(side, round(p, rind)) +
      stroke(
        `M${-rx + 2} ${n(top + 60)}A${rx} ${ry} 0 0 0 ${rx - 2} ${n(top + 60)}M${-rx + 2} ${n(top + 120)}A${rx} ${ry} 0 0 0 ${rx - 2} ${n(top + 120)}`,
        shade(rind, 0.35),
        3,
        0.22,
      ) +
      disc(0, top, rx, ry, light(rind, 0.26)) +
      disc(-20, top - 6, rx * 0.9, ry * 0.84, light(rind, 0.38)) +
      // The label on the top face: only its rear part is left after the cut.
      `<g transform="translate(0 ${top}) scale(1 ${n(ry / rx)})"><circle r="188" fill="${main}"/><circle r="176" fill="none" stroke="${accent}" stroke-width="4"/><circle r="156" fill="${paper}"/>${stamp(text.motif, 0, -66, 118, ink, paper)}</g>` +
      path(
        `M0 ${top}L${n(ax)} ${n(top + ay)}V${n(ay - lift)}L0 ${-lift + 8}Z`,
        p.linear([
          [0, shade(content, 0.1)],
          [1, shade(content, 0.02)],
        ]),
      ) +
      path(
        `M0 ${top}L${n(bx)} ${n(top + by)}V${n(by - lift)}L0 ${-lift + 8}Z`,
        p.linear([
          [0, light(content, 0.28)],
          [1, light(content, 0.1)],
        ]),
      ) +
      path(`M${n(ax)} ${n(ay - lift)}L0 ${-lift + 8}L${n(bx)} ${n(by - lift)}Z`, '#9c6a38') +
      eyes(p, [0, top + 14], [ax, ay], [0, h - 20], 9, content) +
      eyes(p, [0, top + 14], [bx, by], [0, h - 20], 11, light(content, 0.12)) +
      stroke(`M0 ${top}V${-lift + 8}`, shade(content, 0.25), 2, 0.6) +
      `<g transform="translate(-150 -92)">${letter(text.name[0], 0, 20, { size: 34, colour: shade(rind, 0.5), weight: 13, maxWidth: 170, stretch: 0.9 })}</g>`,
  }
}

/** A wedge with its rind, wrapped in the producer's paper at the back. */
export function cheeseWedge(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const rind = mix(content, '#a8692c', 0.55)
  return {
    width: 560,
    height: 370,
    body:
      board(p, 640) +
      path(
        'M-270 -34L196 -34V-236L-270 -206Z',
        p.linear([
          [0, light(content, 0.32)],
          [0.7, content],
          [1, shade(content, 0.08)],
        ]),
      ) +
      path('M-270 -206L196 -236L270 -292L-20 -330Z', light(content, 0.5)) +
      path('M196 -34L270 -92V-292L196 -236Z', shade(rind, 0.16)) +
      path('M-20 -330L270 -292L262 -286L-40 -322Z', rind) +
      stroke('M200 -80L268 -136M200 -130L268 -186M200 -180L268 -238', shade(rind, 0.4), 3, 0.3) +
      eyes(p, [-250, -196], [440, -22], [0, 150], 26, content) +
      stroke('M-268 -206L196 -236', '#ffffff', 4, 0.5) +
      `<g transform="translate(70 -136)"><g transform="skewY(-3)">${label(p, brand, text, 196, 168, false)}</g></g>`,
  }
}

/** Feta: a slab cut from the barrel, the barrel behind it. */
export function fetaBarrel(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const wood = '#b5834f'
  const staves = [-128, -84, -40, 6, 52, 96]
    .map((x) =>
      stroke(`M${n(x)} -356C${n(x * 1.12)} -240 ${n(x * 1.12)} -120 ${n(x)} -10`, shade(wood, 0.5), 3, 0.35),
    )
    .join('')
  const hoop = (y: number, half: number) =>
    path(
      `M${-half} ${y}C${n(-half / 2)} ${y + 16} ${n(half / 2)} ${y + 16} ${half} ${y}V${y + 26}C${n(half / 2)} ${y + 42} ${n(-half / 2)} ${y + 42} ${-half} ${y + 26}Z`,
      round(p, '#6b6a70'),
    )
  return {
    width: 560,
    height: 390,
    body:
      `<g transform="translate(-70 0)">${path('M-168 -360C-196 -240 -196 -120 -168 -12C-110 14 110 14 168 -12C196 -120 196 -240 168 -360Z', round(p, wood))}${staves}${disc(0, -360, 168, 40, shade(wood, 0.2))}${disc(0, -358, 150, 33, '#efe9d8')}${disc(10, -352, 128, 24, light(content, 0.5))}${stroke('M-110 -360L100 -344M-40 -384L-20 -330M50 -386L66 -334', shade(content, 0.2), 3, 0.5)}${hoop(-316, 177)}${hoop(-76, 184)}<g transform="translate(0 -186)">${label(p, brand, text, 218, 166)}</g></g>` +
      `<g transform="translate(168 28)">${path(
        'M-120 -14L70 -14V-132L-120 -126Z',
        p.linear([
          [0, '#ffffff'],
          [1, shade(content, 0.05)],
        ]),
      )}${path('M-120 -126L70 -132L132 -172L-44 -168Z', '#ffffff')}${path('M70 -14L132 -58V-172L70 -132Z', shade(content, 0.18))}${[
        [-80, -60, 7],
        [-30, -96, 5],
        [10, -48, 8],
        [40, -100, 4],
        [-96, -104, 4],
        [-50, -34, 4],
      ]
        .map(([x, y, r]) => disc(x!, y!, r!, r! * 0.6, shade(content, 0.14)))
        .join('')}${stroke('M-110 -80L-60 -84L-20 -76L60 -82', shade(content, 0.16), 2.5, 0.8)}</g>`,
  }
}

/** A smoked cylinder bound with string, and a round cut from its end. */
export function smokedCheese(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const skin = '#a5622a'
  const ropes = [-176, -92, 76, 150]
    .map((x) =>
      bar(
        x,
        -236,
        12,
        206,
        p.linear(
          [
            [0, '#e8cf9a'],
            [0.4, '#d4b376'],
            [1, '#8f6c3c'],
          ],
          true,
        ),
        6,
      ),
    )
    .join('')
  return {
    width: 640,
    height: 300,
    body:
      board(p, 700) +
      path(
        'M-252 -30C-296 -50 -300 -214 -252 -236H206C250 -226 250 -40 206 -30Z',
        p.linear(
          [
            [0, light(skin, 0.3)],
            [0.25, light(skin, 0.14)],
            [0.6, skin],
            [1, shade(skin, 0.48)],
          ],
          true,
        ),
      ) +
      ropes +
      stroke('M-240 -204C-160 -212 60 -212 190 -206', '#ffffff', 9, 0.3) +
      `<g transform="translate(-8 -133)">${label(p, brand, text, 142, 190, false)}</g>` +
      stroke(
        'M-252 -236C-276 -262 -262 -284 -236 -276M-250 -236C-232 -268 -214 -272 -206 -256',
        '#c9a468',
        7,
      ) +
      disc(212, -133, 62, 104, shade(skin, 0.15)) +
      disc(
        216,
        -133,
        52,
        94,
        p.radial([
          [0, light(content, 0.4)],
          [1, content],
        ]),
      ) +
      [
        [200, -170],
        [226, -150],
        [210, -110],
        [236, -106],
        [214, -76],
      ]
        .map(([x, y]) => disc(x!, y!, 5, 4, shade(content, 0.2)))
        .join('') +
      `<g transform="translate(296 4)">${disc(0, -24, 84, 30, shade(skin, 0.25))}${disc(0, -40, 84, 30, skin)}${disc(0, -42, 74, 25, light(content, 0.28))}${[
        [-30, -44],
        [10, -52],
        [30, -38],
        [-4, -34],
      ]
        .map(([x, y]) => disc(x!, y!, 5, 2.6, shade(content, 0.18)))
        .join('')}</g>`,
  }
}

/** A small drum of basket cheese with the weave in its rind, halved. */
export function basketCheese(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const rind = mix(content, '#c08a3a', 0.45)
  const drum = 'M-176 -36V-262C-176 -300 176 -300 176 -262V-36C160 -4 -160 -4 -176 -36Z'
  const weave =
    Array.from({ length: 9 }, (_, i) => `M-180 ${-50 - i * 28}Q0 ${-18 - i * 28} 180 ${-50 - i * 28}`).join(
      '',
    ) +
    Array.from({ length: 11 }, (_, i) => {
      const x = Math.sin(((i - 5) / 5.5) * 1.5) * 172
      return `M${n(x)} -280V-10`
    }).join('')
  return {
    width: 600,
    height: 320,
    body:
      board(p, 680) +
      `<g transform="translate(-90 0)">${path(drum, round(p, rind))}<g ${p.clip(drum)}>${stroke(weave, shade(rind, 0.4), 4, 0.24)}</g>${disc(0, -264, 174, 34, light(rind, 0.34))}${stroke('M-140 -266Q0 -244 140 -266M-120 -278Q0 -256 120 -278', shade(rind, 0.25), 3, 0.35)}<g transform="translate(0 -140)">${label(p, brand, text, 240, 158)}</g></g>` +
      `<g transform="translate(196 12)">${path(
        'M-116 -20H84V-150Q-10 -176 -116 -150Z',
        p.linear([
          [0, light(content, 0.36)],
          [1, content],
        ]),
      )}${path('M-116 -150Q-10 -176 84 -150L128 -178Q30 -206 -70 -186Z', rind)}${path('M84 -20L128 -60V-178L84 -150Z', shade(rind, 0.25))}${eyes(p, [-106, -142], [180, 0], [0, 116], 14, content)}</g>`,
  }
}

/** Butter in a waxed-paper wrap, one end open, curls in front. */
export function butterBlock(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const { paper, main } = brand.palette
  const wrap = light(paper, 0.35)
  return {
    width: 560,
    height: 270,
    body:
      board(p, 660) +
      path(
        'M-250 -30H200V-200H-250Z',
        p.linear([
          [0, light(wrap, 0.3)],
          [1, shade(wrap, 0.08)],
        ]),
      ) +
      path('M-250 -200L-190 -244H262L200 -200Z', '#ffffff') +
      path(
        'M120 -30H200V-200H120Z',
        p.linear([
          [0, light(content, 0.2)],
          [1, content],
        ]),
      ) +
      path('M120 -200L184 -244H262L200 -200Z', light(content, 0.5)) +
      path('M200 -30L262 -76V-244L200 -200Z', shade(content, 0.16)) +
      path(
        'M120 -30L102 -60L126 -96L104 -140L128 -170L112 -200L174 -244L120 -240H60V-200V-30Z',
        light(wrap, 0.2),
      ) +
      path('M-250 -76H70V-54H-250ZM-250 -46H70V-40H-250Z', main) +
      `<g transform="translate(-96 -136)">${label(p, brand, text, 226, 112, false)}</g>` +
      `<g transform="translate(196 22)">${path(
        'M-70 -6C-80 -40 -30 -56 0 -40C30 -56 70 -40 62 -8C40 6 -50 8 -70 -6Z',
        p.linear(
          [
            [0, light(content, 0.4)],
            [1, shade(content, 0.1)],
          ],
          true,
        ),
      )}${stroke('M-54 -14C-40 -34 -10 -34 0 -20C14 -36 40 -34 48 -14', shade(content, 0.22), 4, 0.7)}</g>`,
  }
}
