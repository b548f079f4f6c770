/** Bags, sacks and pouches: herbs, pulses, pasta, nuts. */
import { light, mix, shade } from './colour.ts'
import { fill } from './grains.ts'
import { label } from './labels.ts'
import { stamp } from './motifs.ts'
import { letter } from './lettering.ts'
import { n, type Paint } from './paint.ts'
import { bar, disc, path, stroke, type Vessel, type VesselInput } from './vessel.ts'

const creases = (d: string, colour: string) => stroke(d, shade(colour, 0.3), 3, 0.28)

/** Paper in the light from the left. */
const sheet = (p: Paint, colour: string) =>
  p.linear([
    [0, shade(colour, 0.12)],
    [0.08, light(colour, 0.22)],
    [0.4, light(colour, 0.08)],
    [0.72, shade(colour, 0.06)],
    [1, shade(colour, 0.26)],
  ])

function window(
  input: VesselInput,
  d: string,
  box: readonly [number, number, number, number],
  scale = 0.8,
): string {
  const { p, content, grain = 'flake' } = input
  const [x, y, w, h] = box
  return (
    `<g ${p.clip(d)}><g transform="translate(${x} ${y})">${fill(p, grain, w, h, scale, content)}</g>${bar(
      x,
      y,
      w,
      h,
      p.linear([
        [0, '#1d1420', 0.3],
        [0.2, '#ffffff', 0.1],
        [0.6, '#ffffff', 0],
        [1, '#1d1420', 0.3],
      ]),
    )}</g>` + path(d, 'none', `stroke="#1d1420" stroke-opacity="0.22" stroke-width="3"`)
  )
}

/** A kraft bag, its top folded over and closed with a clip of wood. */
export function paperBag(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const kraft = '#c79a68'
  return {
    width: 360,
    height: 560,
    body:
      path('M-176 0H168Q178 0 178 -12L170 -470H-166L-180 -10Q-180 0 -176 0Z', sheet(p, kraft)) +
      path('M118 0H168Q178 0 178 -12L170 -470H132Z', shade(kraft, 0.3), 'fill-opacity="0.45"') +
      creases(
        'M-150 -450C-120 -400 -140 -380 -110 -330M140 -60C120 -90 130 -110 116 -150M-168 -40C-140 -60 -130 -40 -110 -20',
        kraft,
      ) +
      path('M-166 -470L-170 -540H172L170 -470Q0 -452 -166 -470Z', sheet(p, light(kraft, 0.12))) +
      stroke('M-166 -470Q0 -452 170 -470', shade(kraft, 0.4), 5, 0.4) +
      bar(-46, -562, 92, 40, shade('#d9b27c', 0.05), 8) +
      bar(-46, -562, 92, 18, light('#d9b27c', 0.25), 8) +
      window(
        input,
        'M-96 -78C-96 -120 -50 -128 0 -128C50 -128 96 -120 96 -78C96 -40 50 -32 0 -32C-50 -32 -96 -40 -96 -78Z',
        [-96, -128, 192, 96],
        0.7,
      ) +
      `<g transform="translate(-2 -298)">${label(p, brand, text, 246, 276, false)}</g>`,
  }
}

/** A standing pouch with a window in the producer's colour. */
export function pouch(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const { main, accent } = brand.palette
  const body = 'M-168 -24C-120 6 120 6 168 -24C184 -150 176 -330 166 -520H-166C-176 -330 -184 -150 -168 -24Z'
  return {
    width: 350,
    height: 560,
    body:
      path(body, sheet(p, main)) +
      path('M-166 -520L-168 -560H168L166 -520Z', sheet(p, shade(main, 0.16))) +
      stroke('M-166 -552H166M-166 -544H166M-166 -536H166M-166 -528H166', '#ffffff', 1.6, 0.22) +
      stroke('M-164 -486H164', light(main, 0.4), 3, 0.6) +
      stroke('M-150 -30C-110 -64 110 -64 150 -30', shade(main, 0.5), 4, 0.35) +
      disc(0, -505, 13, 9, shade(main, 0.6)) +
      window(input, 'M-126 -196C-126 -92 126 -92 126 -196Z', [-126, -196, 252, 110]) +
      stroke('M-132 -196H132', accent, 5) +
      `<g transform="translate(0 -336)">${label(p, brand, text, 252, 240, false)}</g>` +
      path(
        'M-150 -60C-164 -200 -160 -340 -154 -470L-134 -470C-142 -340 -144 -200 -132 -56Z',
        '#ffffff',
        'fill-opacity="0.2"',
      ) +
      path(
        'M150 -60C160 -200 160 -340 152 -470L142 -470C148 -340 150 -200 140 -56Z',
        '#ffffff',
        'fill-opacity="0.1"',
      ),
  }
}

/** A linen sack tied at the neck, with a tag. */
export function sack(input: VesselInput): Vessel {
  const { p, brand, text } = input
  const { main, accent } = brand.palette
  const linen = mix('#e6d9bd', brand.palette.paper, 0.3)
  const body =
    'M-150 -8C-190 -40 -206 -150 -188 -270C-176 -350 -116 -386 -64 -410H64C116 -386 176 -350 188 -270C206 -150 190 -40 150 -8C100 10 -100 10 -150 -8Z'
  const weave = Array.from(
    { length: 14 },
    (_, i) => `M-210 ${-20 - i * 30}Q0 ${-i * 30} 210 ${-20 - i * 30}`,
  ).join('')
  return {
    width: 400,
    height: 520,
    body:
      path(
        'M-60 -404C-96 -440 -112 -490 -98 -516C-70 -500 -60 -522 -30 -508C-10 -524 14 -504 34 -512C60 -520 76 -500 104 -514C112 -484 92 -440 60 -404Z',
        sheet(p, shade(linen, 0.06)),
      ) +
      stroke(
        'M-30 -410C-40 -450 -40 -480 -30 -504M10 -410C14 -450 16 -470 14 -500M40 -410C56 -440 60 -470 58 -506',
        shade(linen, 0.35),
        4,
        0.4,
      ) +
      path(body, sheet(p, linen)) +
      `<g ${p.clip(body)}>${stroke(weave, shade(linen, 0.3), 2, 0.14)}${bar(-206, -40, 412, 14, main, 0, 'fill-opacity="0.75"')}${bar(-206, -64, 412, 7, main, 0, 'fill-opacity="0.75"')}</g>` +
      stroke(
        'M-54 -400C-70 -360 -110 -340 -120 -290M-20 -400C-24 -366 -40 -350 -44 -320M50 -400C66 -366 96 -350 110 -310M16 -400C18 -376 26 -360 30 -340',
        shade(linen, 0.4),
        4,
        0.32,
      ) +
      bar(-72, -416, 144, 22, shade('#a67b48', 0.08), 10) +
      stroke('M-70 -406H70', light('#a67b48', 0.4), 3, 0.7) +
      stroke('M30 -400C60 -380 96 -372 110 -392M30 -398C44 -372 70 -346 96 -352', '#a67b48', 6) +
      `<g transform="translate(0 -196)">${label(p, brand, text, 236, 216)}</g>` +
      stroke('M-182 -240C-190 -170 -186 -100 -166 -50', '#ffffff', 10, 0.25) +
      disc(112, -390, 6, 6, accent),
  }
}

/** A clear bag of pasta under a card. */
export function pastaBag(input: VesselInput): Vessel {
  const { p, brand, text, content } = input
  const { main, accent, paper, ink } = brand.palette
  const bag = 'M-160 -10C-120 8 120 8 160 -10C176 -140 172 -260 162 -380H-162C-172 -260 -176 -140 -160 -10Z'
  const card = 'M-170 -372V-540Q-170 -552 -158 -552H158Q170 -552 170 -540V-372Z'
  return {
    width: 344,
    height: 552,
    body:
      `<g ${p.clip(bag)}><g transform="translate(-176 -384)">${fill(p, input.grain ?? 'pasta', 352, 400, 0.95, content)}</g>${bar(
        -176,
        -390,
        352,
        400,
        p.linear([
          [0, '#1d1420', 0.34],
          [0.14, '#ffffff', 0.2],
          [0.3, '#ffffff', 0],
          [0.8, '#1d1420', 0.06],
          [1, '#1d1420', 0.36],
        ]),
      )}</g>` +
      path(
        'M-138 -40C-152 -150 -148 -260 -142 -360L-116 -360C-124 -260 -128 -150 -112 -34Z',
        '#ffffff',
        'fill-opacity="0.34"',
      ) +
      path('M96 -330L130 -350L140 -120Z', '#ffffff', 'fill-opacity="0.2"') +
      path(card, sheet(p, main)) +
      bar(-170, -388, 340, 16, accent) +
      stroke('M-96 -534H96', shade(main, 0.4), 6, 0.4) +
      stamp(text.motif, -104, -460, 92, light(paper, 0.15), main) +
      letter(text.name[0], 46, text.name[1] ? -468 : -446, {
        size: 34,
        colour: light(paper, 0.15),
        weight: brand.weight + 3,
        stretch: brand.stretch,
        maxWidth: 200,
      }) +
      (text.name[1]
        ? letter(text.name[1], 46, -430, {
            size: 22,
            colour: light(paper, 0.15),
            weight: brand.weight,
            stretch: brand.stretch,
            maxWidth: 200,
          })
        : '') +
      letter(brand.mark, 46, -402, {
        size: 12,
        colour: mix(paper, main, 0.2),
        weight: 15,
        tracking: 45,
        maxWidth: 190,
      }) +
      `<g transform="translate(96 -58) rotate(-8)"><circle r="46" fill="${paper}"/><circle r="41" fill="none" stroke="${main}" stroke-width="2.5"/>${letter(brand.initials, 0, n0(14), { size: 30, colour: ink, weight: 14, maxWidth: 58 })}</g>`,
  }
}

const n0 = (value: number) => Number(n(value))

/** A bunch of dried herbs standing in a paper cone, tied with string. */
export function herbBunch(input: VesselInput): Vessel {
  const { p, brand, text, content, grain = 'stalk' } = input
  const { chance } = p
  const stalks = Array.from({ length: 26 }, (_, i) => {
    const lean = (i - 12.5) / 12.5
    const x = lean * 150 + chance.between(-14, 14)
    const y = -560 - (1 - lean * lean) * 110 + chance.between(-40, 30)
    const tone = chance.pick([content, light(content, 0.18), shade(content, 0.18)])
    const tip = grain === 'chamomile' ? '#f3c53a' : mix(tone, '#e8d98a', 0.45)
    const knots = [0.45, 0.62, 0.78, 0.9, 1].map((t) => {
      const kx = lean * 26 + (x - lean * 26) * t
      const ky = -300 + (y + 300) * t
      return grain === 'chamomile'
        ? t === 1
          ? [0, 60, 120, 180, 240, 300]
              .map((a) =>
                disc(
                  kx + Math.cos((a * Math.PI) / 180) * 15,
                  ky + Math.sin((a * Math.PI) / 180) * 15,
                  9,
                  9,
                  '#fbf7ec',
                ),
              )
              .join('') + disc(kx, ky, 10, 10, tip)
          : disc(kx + ((t * 40) % 9), ky, 5, 8, tone)
        : disc(kx - 8, ky, 9, 6, tone) +
            disc(kx + 8, ky - 5, 9, 6, light(tone, 0.15)) +
            disc(kx, ky - 8, 6, 6, tip)
    })
    return stroke(`M${n(lean * 26)} -300L${n(x)} ${n(y)}`, shade(tone, 0.1), 4) + knots.join('')
  })
  const { paper, main } = brand.palette
  const cone = 'M-150 -400C-60 -372 60 -372 150 -400L66 -10Q64 0 54 0H-54Q-64 0 -66 -10Z'
  return {
    width: 330,
    height: 690,
    body:
      stalks.join('') +
      path(cone, sheet(p, light(paper, 0.2))) +
      path(
        'M20 -380C60 -384 110 -390 150 -400L66 -10Q64 0 54 0H30Z',
        shade(paper, 0.25),
        'fill-opacity="0.35"',
      ) +
      path('M-150 -400C-60 -372 60 -372 150 -400L146 -380C60 -354 -60 -354 -146 -380Z', main) +
      bar(-92, -118, 184, 12, '#a67b48', 6) +
      `<g transform="translate(-2 -238)">${label(p, brand, text, 176, 196, false)}</g>` +
      stroke('M8 -112C30 -90 44 -70 40 -46M8 -112C36 -100 62 -96 70 -78', '#a67b48', 5),
  }
}
