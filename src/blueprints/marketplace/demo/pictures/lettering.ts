/**
 * Greek and Latin capitals drawn as strokes, so that label texts look the same on a machine without fonts.
 * A glyph is its width and its path; capitals stand on y = 100 and reach up to y = 0.
 */
import { n } from './paint.ts'

const glyphs: Record<string, readonly [number, string]> = {
  Α: [70, 'M0 100L35 0L70 100M13 66H57'],
  Β: [58, 'M0 48H29A24 24 0 0 0 29 0H0V100H32A26 26 0 0 0 32 48H29'],
  Γ: [48, 'M0 100V0H48'],
  Δ: [74, 'M0 100L37 0L74 100Z'],
  Ε: [48, 'M48 0H0V100H48M0 49H40'],
  Ζ: [58, 'M2 0H57L0 100H58'],
  Η: [62, 'M0 0V100M62 0V100M0 49H62'],
  Θ: [88, 'M44 0A44 50 0 0 1 44 100A44 50 0 0 1 44 0ZM25 50H63'],
  Ι: [2, 'M1 0V100'],
  Ϊ: [14, 'M7 0V100M-4 -19H-3M17 -19H18'],
  Κ: [58, 'M0 0V100M54 0L0 57M18 41L58 100'],
  Λ: [70, 'M0 100L35 0L70 100'],
  Μ: [80, 'M0 100V0L40 64L80 0V100'],
  Ν: [64, 'M0 100V0L64 100V0'],
  Ξ: [58, 'M0 0H58M8 49H50M0 100H58'],
  Ο: [88, 'M44 0A44 50 0 0 1 44 100A44 50 0 0 1 44 0Z'],
  Π: [62, 'M0 100V0H62V100'],
  Ρ: [55, 'M0 100V0H28A27 27 0 0 1 28 54H0'],
  Σ: [58, 'M57 0H2L38 48L0 100H58'],
  Τ: [62, 'M0 0H62M31 0V100'],
  Υ: [66, 'M0 0L33 50L66 0M33 50V100'],
  Ϋ: [66, 'M0 0L33 50L66 0M33 50V100M22 -18H23M43 -18H44'],
  Φ: [84, 'M42 -4V104M42 18A40 32 0 0 1 42 82A40 32 0 0 1 42 18'],
  Χ: [64, 'M0 0L64 100M64 0L0 100'],
  Ψ: [80, 'M40 0V100M0 0V20A40 42 0 0 0 80 20V0'],
  Ω: [88, 'M0 100H30V89.6A44 46 0 1 1 58 89.6V100H88'],
  C: [76, 'M76 20A44 50 0 1 0 76 80'],
  D: [74, 'M0 0V100H26A48 50 0 0 0 26 0Z'],
  F: [46, 'M46 0H0V100M0 49H40'],
  G: [82, 'M76 19A44 50 0 1 0 82 74V55H52'],
  J: [42, 'M42 0V76A22 24 0 0 1 0 80'],
  L: [46, 'M0 0V100H46'],
  Q: [88, 'M44 0A44 50 0 0 1 44 100A44 50 0 0 1 44 0ZM56 74L84 106'],
  R: [57, 'M0 100V0H28A27 27 0 0 1 28 54H0M24 54L57 100'],
  S: [56, 'M52 16C44 -8 3 -6 3 25C3 52 55 46 55 75C55 107 6 107 0 82'],
  U: [62, 'M0 0V68A31 33 0 0 0 62 68V0'],
  V: [70, 'M0 0L35 100L70 0'],
  W: [104, 'M0 0L27 100L52 18L77 100L104 0'],
  0: [70, 'M35 0A35 50 0 0 1 35 100A35 50 0 0 1 35 0Z'],
  1: [26, 'M0 18L26 0V100'],
  2: [58, 'M2 24A27 27 0 0 1 56 28C56 56 0 78 0 100H58'],
  3: [56, 'M2 14C12 -6 52 -6 52 23C52 42 38 48 22 48C40 48 56 56 56 75C56 108 6 108 0 82'],
  4: [66, 'M48 100V0L0 70H66'],
  5: [56, 'M52 0H10L6 44C20 34 56 34 56 68C56 106 8 108 0 82'],
  6: [62, 'M54 8C26 -10 0 24 0 66A31 33 0 1 0 31 34C14 34 2 48 0 62'],
  7: [56, 'M0 0H56L18 100'],
  8: [60, 'M30 47A24 24 0 1 1 30.1 47A30 27 0 1 1 29.9 47'],
  9: [62, 'M8 92C36 110 62 76 62 34A31 33 0 1 0 31 66C48 66 60 52 62 38'],
  '%': [80, 'M70 0L10 100M18 4A16 18 0 1 0 18.1 4M62 60A16 18 0 1 0 62.1 60'],
  '·': [8, 'M3 50H5'],
  '.': [8, 'M3 98H5'],
  ',': [8, 'M5 96L0 112'],
  '-': [36, 'M0 52H36'],
  '&': [74, 'M72 100L16 28C8 4 48 -10 46 20C44 44 2 46 2 74C2 108 60 104 64 58'],
  ' ': [40, ''],
}

// Latin letters of the same shape as a Greek one share its drawing.
const twins: Record<string, string> = Object.fromEntries(
  [...'ABEZHIKMNOPTYX'].map((latin, i) => [latin, [...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'][i]!]),
)

export const canLetter = (text: string) => [...text].every((char) => (twins[char] ?? char) in glyphs)

export type Lettering = {
  /** Height of the capitals. */
  size: number
  colour: string
  /** Stroke width in hundredths of the size. */
  weight?: number
  /** Space between letters in hundredths of the size. */
  tracking?: number
  /** Makes the line smaller when it would be wider than this. */
  maxWidth?: number
  /** Width of the letters against their natural one; under 1 is condensed. */
  stretch?: number
}

/** The width of a line in hundredths of its size. */
function measure(text: string, tracking: number, stretch: number): number {
  const chars = [...text]
  return (
    chars.reduce((sum, char) => sum + glyphs[twins[char] ?? char]![0] * stretch, 0) +
    tracking * (chars.length - 1)
  )
}

/** One line of capitals, centred on `x`, standing on `y`. Letters without a drawing are a mistake and throw. */
export function letter(text: string, x: number, y: number, style: Lettering): string {
  if (!canLetter(text)) throw new RangeError(`No drawn capital for a letter of "${text}".`)
  const { colour, weight = 13, tracking = 30, maxWidth = Infinity, stretch = 1 } = style
  const width = measure(text, tracking, stretch)
  const scale = Math.min(style.size, (maxWidth / width) * 100) / 100
  let pen = -width / 2
  const strokes = [...text]
    .map((char) => {
      const [glyphWidth, path] = glyphs[twins[char] ?? char]!
      const left = pen
      pen += glyphWidth * stretch + tracking
      return (
        path &&
        `<path transform="translate(${n(left)} -100)${stretch === 1 ? '' : ` scale(${stretch} 1)`}" d="${path}"/>`
      )
    })
    .join('')
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${n4(scale)})" fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">${strokes}</g>`
}

const n4 = (value: number) => String(Math.round(value * 10_000) / 10_000)
