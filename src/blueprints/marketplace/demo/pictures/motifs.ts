/** Small one-colour stamps for labels, logos and tiles, each within 100 × 100 around 0,0. `paper` shows through. */
import { stampSprig } from './leaves.ts'
import { at, n } from './paint.ts'

type Draw = (ink: string, paper: string) => string

const ring = (count: number, draw: (turn: number, i: number) => string) =>
  Array.from({ length: count }, (_, i) => draw((360 / count) * i, i)).join('')

const dot = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"/>`

const line = (d: string, colour: string, width = 4) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`

const cluster = [
  [-26, -16],
  [0, -18],
  [26, -16],
  [-14, 5],
  [13, 5],
  [0, 26],
  [-24, 5],
  [25, 4],
  [-10, 25],
  [11, 25],
  [0, 44],
] as const

const sheepBody = (ink: string, paper: string) =>
  [
    [-22, -4],
    [-8, -14],
    [9, -15],
    [23, -5],
    [-20, 10],
    [-4, 12],
    [14, 12],
    [24, 8],
    [2, 0],
  ]
    .map(([x, y]) => dot(x!, y!, 14, ink))
    .join('') +
  shape('M28 -14C40 -20 50 -12 46 0C43 9 34 10 29 4Z', ink) +
  dot(40, -8, 2.4, paper) +
  line('M-18 18V38M-6 22V40M10 22V40M20 18V38', ink, 5)

export const motifs = {
  olive: (ink, paper) =>
    at(
      -46,
      26,
      stampSprig({ length: 88, bend: -22, leafLength: 34, leafWidth: 15, pairs: 4, spread: 40 }, ink),
      1,
      -12,
    ) +
    `<ellipse cx="-6" cy="30" rx="11" ry="14" fill="${ink}" transform="rotate(-18 -6 30)"/><ellipse cx="22" cy="24" rx="10" ry="13" fill="${ink}" transform="rotate(14 22 24)"/>` +
    line('M-12 24Q-12 20 -8 19', paper, 2.4) +
    line('M17 18Q18 15 21 15', paper, 2.4),
  bee: (ink, paper) =>
    `<ellipse cx="-22" cy="-14" rx="26" ry="12" fill="none" stroke="${ink}" stroke-width="4" transform="rotate(32 -22 -14)"/><ellipse cx="22" cy="-14" rx="26" ry="12" fill="none" stroke="${ink}" stroke-width="4" transform="rotate(-32 22 -14)"/>` +
    shape('M0 -14C20 -10 20 22 0 46C-20 22 -20 -10 0 -14Z', ink) +
    dot(0, -22, 10, ink) +
    line('M-13 6H13M-13 17H13M-9 28H9', paper, 4.5) +
    line('M-4 -30Q-8 -42 -15 -44M4 -30Q8 -42 15 -44', ink, 3),
  grape: (ink, paper) =>
    cluster.map(([x, y]) => dot(x, y, 11.5, ink) + dot(x - 3.5, y - 4, 2.4, paper)).join('') +
    line('M0 -30V-48', ink, 4) +
    shape('M2 -32C12 -50 34 -50 46 -40C36 -40 40 -30 32 -28C22 -24 12 -24 2 -32Z', ink),
  sun: (ink) =>
    dot(0, 0, 22, ink) +
    ring(
      16,
      (turn, i) =>
        `<path d="M0 -29V${i % 2 ? -38 : -47}" stroke="${ink}" stroke-width="4.5" stroke-linecap="round" transform="rotate(${turn})"/>`,
    ),
  thyme: (ink) =>
    [-22, 0, 22]
      .map((turn) =>
        at(
          0,
          46,
          stampSprig(
            { length: 84, bend: turn * 0.4, leafLength: 17, leafWidth: 9, pairs: 6, spread: 50 },
            ink,
          ),
          1,
          -90 + turn,
        ),
      )
      .join('') +
    dot(0, -44, 5, ink) +
    dot(-34, -36, 5, ink) +
    dot(34, -36, 5, ink),
  wheat: (ink) =>
    [-20, 0, 20]
      .map((turn) =>
        at(
          0,
          48,
          stampSprig(
            {
              length: 88,
              bend: turn * 0.5,
              leafLength: 19,
              leafWidth: 11,
              pairs: 5,
              spread: 26,
              offset: 0.5,
              taper: 0.1,
            },
            ink,
          ),
          1,
          -90 + turn,
        ),
      )
      .join(''),
  crocus: (ink, paper) =>
    line('M0 6V48M-2 48Q-26 20 -30 -2M3 48Q26 22 30 0', ink, 3.5) +
    shape(
      'M0 14C-34 2 -34 -28 -24 -44C-14 -36 -8 -28 -4 -12C-4 -32 -4 -38 0 -48C4 -38 4 -32 4 -12C8 -28 14 -36 24 -44C34 -28 34 2 0 14Z',
      ink,
    ) +
    line('M0 4Q-3 -14 -10 -26M0 4V-28M0 4Q3 -14 10 -26', paper, 3.2),
  pistachio: (ink, paper) =>
    [
      [-22, 14, -24],
      [22, 14, 24],
      [0, -22, 0],
    ]
      .map(([x, y, turn]) =>
        at(
          x!,
          y!,
          `<ellipse rx="17" ry="25" fill="${ink}"/>${shape('M0 -25C9 -12 9 6 0 18C-9 6 -9 -12 0 -25Z', paper)}${shape('M0 -17C5 -9 5 4 0 11C-5 4 -5 -9 0 -17Z', ink)}`,
          1,
          turn!,
        ),
      )
      .join(''),
  mastic: (ink, paper) =>
    line('M-4 48C-6 28 -22 18 -30 2M0 48C2 22 4 12 2 -6M4 48C8 30 22 18 30 6', ink, 6) +
    [
      [-30, -8, 19],
      [0, -22, 24],
      [30, -6, 19],
      [-14, -26, 15],
      [16, -26, 15],
    ]
      .map(([x, y, r]) => dot(x!, y!, r!, ink))
      .join('') +
    [
      [-10, -20],
      [10, -30],
      [-30, -10],
      [28, -8],
      [2, -10],
    ]
      .map(([x, y]) =>
        shape(
          `M${x} ${y! - 6}C${x! + 6} ${y! + 2} ${x! + 3} ${y! + 6} ${x} ${y! + 6}C${x! - 3} ${y! + 6} ${x! - 6} ${y! + 2} ${x} ${y! - 6}Z`,
          paper,
        ),
      )
      .join(''),
  sheep: sheepBody,
  goat: (ink, paper) =>
    shape(
      'M-34 -6C-20 -16 12 -14 22 -12L30 -30C34 -36 46 -32 48 -22C50 -14 42 -10 38 -8C38 4 34 14 26 16L24 42H17L15 20H-18L-20 42H-27L-30 16C-38 10 -40 0 -34 -6Z',
      ink,
    ) +
    line('M32 -32C26 -46 14 -48 8 -42M37 -33C34 -46 26 -50 18 -48', ink, 4) +
    line('M44 -12Q46 -2 42 4', ink, 4) +
    dot(40, -22, 2.4, paper),
  cow: (ink, paper) =>
    shape(
      'M-40 -12C-30 -20 10 -18 22 -16C24 -24 34 -28 42 -22C50 -16 48 0 40 4C34 8 28 6 26 2C26 12 24 16 22 18V42H15L13 20H-20L-22 42H-29L-32 18C-38 8 -44 -4 -40 -12Z',
      ink,
    ) +
    line('M28 -22Q24 -32 30 -36M42 -22Q50 -30 46 -36', ink, 4) +
    shape('M-22 -15C-12 -18 -4 -10 -10 -2C-18 6 -30 -2 -22 -15Z', paper) +
    dot(38, -12, 2.4, paper),
  mountain: (ink, paper) =>
    shape('M-50 34L-16 -26L0 -4L16 -38L50 34Z', ink) +
    shape('M-16 -26L-24 -12L-17 -15L-11 -8L-6 -12ZM16 -38L7 -19L14 -22L20 -14L25 -19Z', paper) +
    line('M-34 44H34', ink, 4),
  wave: (ink) =>
    [-18, 4, 26]
      .map((y, i) =>
        line(
          `M${-46 + i * 4} ${y}C${-36 + i * 4} ${y - 20} ${-24} ${y - 20} -14 ${y}S8 ${y + 20} 18 ${y}S36 ${y - 16} ${46 - i * 4} ${y}`,
          ink,
          6,
        ),
      )
      .join(''),
  caique: (ink, paper) =>
    shape('M-48 14H48C42 32 30 38 20 38H-24C-34 36 -44 28 -48 14Z', ink) +
    line('M-40 22H40', paper, 3) +
    shape('M2 8V-46C22 -36 36 -12 38 8ZM-4 8V-34C-18 -26 -28 -8 -30 8Z', ink) +
    line('M-44 46Q-33 40 -22 46T0 46T22 46T44 46', ink, 4),
  caldera: (ink, paper) =>
    shape('M-50 40V8H-34V-6H-20V-18C-20 -42 20 -42 20 -18V4H36V16H50V40Z', ink) +
    line('M0 -36V-50M-6 -45H6', ink, 4) +
    shape(
      'M-6 40V22C-6 13 6 13 6 22V40ZM-40 18H-32V27H-40ZM26 14H33V22H26ZM-13 -6H-7V3H-13ZM7 -6H13V3H7Z',
      paper,
    ),
  fig: (ink, paper) =>
    shape(
      'M0 -38C6 -38 8 -30 12 -20C34 -8 40 18 24 34C10 46 -10 46 -24 34C-40 18 -34 -8 -12 -20C-8 -30 -6 -38 0 -38Z',
      ink,
    ) + line('M-4 -18C-20 -4 -22 18 -12 32M4 -18C20 -4 22 18 12 32M0 -18V34', paper, 3),
  citron: (ink, paper) =>
    shape('M-46 6C-36 -26 26 -34 44 -10C48 -8 50 -4 48 0C40 26 -28 36 -46 6Z', ink) +
    line('M-28 4Q-10 -14 14 -14M-24 12Q-6 0 22 -2', paper, 3) +
    shape('M-40 -2C-44 -26 -24 -40 -8 -40C-12 -26 -22 -12 -40 -2Z', ink),
  pepper: (ink, paper) =>
    shape(
      'M-26 -22C-10 -32 16 -30 26 -20C34 -6 14 26 -10 48C-14 50 -16 46 -14 42C-8 24 -34 -6 -26 -22Z',
      ink,
    ) +
    line('M0 -26Q0 -40 12 -46', ink, 6) +
    line('M-14 -14C-10 4 -6 14 -6 26', paper, 3),
  bean: (ink, paper) =>
    [
      [-18, -18, -30],
      [20, -4, 20],
      [-12, 24, 80],
    ]
      .map(([x, y, turn]) =>
        at(
          x!,
          y!,
          `${shape('M-24 -4C-24 -22 24 -22 24 -4C26 12 10 14 4 8C0 4 -4 4 -8 8C-16 14 -26 8 -24 -4Z', ink)}${line('M-14 -6Q0 -14 12 -8', paper, 2.6)}`,
          1,
          turn!,
        ),
      )
      .join(''),
  tomato: (ink, paper) =>
    `<ellipse cx="0" cy="8" rx="40" ry="35" fill="${ink}"/>` +
    ring(
      5,
      (turn) =>
        `<path d="M0 0C-7 -8 -5 -20 0 -26C5 -20 7 -8 0 0Z" fill="${paper}" transform="translate(0 -20) scale(1 .6) rotate(${turn})"/>`,
    ) +
    line('M0 -20Q0 -36 8 -42', ink, 5) +
    line('M-27 14Q-27 2 -18 -4', paper, 3),
  fish: (ink, paper) =>
    shape('M-44 0C-26 -24 12 -24 28 -2L48 -18C44 -4 44 6 48 18L28 4C12 24 -26 24 -44 0Z', ink) +
    dot(-28, -4, 3.4, paper) +
    line('M-16 -14Q-8 0 -16 14M-2 -10Q4 0 -2 10M10 -8Q14 0 10 8', paper, 3),
  carob: (ink, paper) =>
    shape(
      'M-40 30C-30 -10 6 -44 40 -40C46 -38 46 -30 42 -28C12 -24 -10 6 -22 40C-28 46 -40 42 -40 30Z',
      ink,
    ) + [0, 1, 2, 3].map((i) => dot(-26 + i * 16, 22 - i * 17, 4, paper)).join(''),
  leaf: (ink) =>
    at(
      0,
      48,
      stampSprig({ length: 92, bend: 0, leafLength: 40, leafWidth: 19, pairs: 4, spread: 46 }, ink),
      1,
      -90,
    ),
  chamomile: (ink, paper) =>
    line('M0 14V50M0 40Q-16 30 -24 32M0 36Q14 26 22 28', ink, 3.5) +
    at(
      0,
      -12,
      `${ring(12, (turn) => `<ellipse cx="0" cy="-24" rx="6.5" ry="13" fill="${ink}" transform="rotate(${turn})"/>`)}${dot(0, 0, 12, ink)}${dot(0, 0, 9, paper)}${dot(0, 0, 5, ink)}`,
    ),
  peach: (ink, paper) =>
    shape('M0 -26C-44 -40 -54 22 0 42C54 22 44 -40 0 -26Z', ink) +
    line('M0 -24C-12 -8 -12 14 0 34', paper, 3) +
    shape('M2 -28C10 -48 32 -46 40 -38C30 -26 16 -22 2 -28Z', ink),
  almond: (ink, paper) =>
    [-26, 26]
      .map((turn) =>
        at(
          turn * 0.7,
          4,
          `${shape('M0 -42C22 -18 26 18 0 40C-26 18 -22 -18 0 -42Z', ink)}${line('M0 -26V22M-8 -14Q-12 6 -7 20M8 -14Q12 6 7 20', paper, 2.6)}`,
          1,
          turn,
        ),
      )
      .join(''),
  drop: (ink, paper) =>
    shape('M0 -48C18 -16 32 0 32 18C32 36 18 46 0 46C-18 46 -32 36 -32 18C-32 0 -18 -16 0 -48Z', ink) +
    line('M-18 16Q-18 32 -4 34', paper, 4),
  copper: (ink, paper) =>
    shape(
      'M-34 44C-46 20 -40 0 -24 -6C-22 -26 -12 -36 2 -36C18 -36 24 -26 26 -18L48 10V44H42V14L24 -6C36 2 38 24 30 44Z',
      ink,
    ) + line('M-30 6H26M-34 22H30', paper, 3),
} satisfies Record<string, Draw>

export type Motif = keyof typeof motifs

/** A motif around `x`, `y`, `size` wide. */
export const stamp = (motif: Motif, x: number, y: number, size: number, ink: string, paper: string) =>
  at(x, y, (motifs[motif] as Draw)(ink, paper), size / 100)
