/** Colours of the drawn pictures: hex in, hex out, mixed in OKLab so that shades stay clean. */

type Lab = [number, number, number]

const toLinear = (byte: number) => {
  const c = byte / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

const toByte = (linear: number) => {
  const c = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(Math.min(1, Math.max(0, c)) * 255)
}

// Björn Ottosson's matrices, https://bottosson.github.io/posts/oklab/
function toLab(hex: string): Lab {
  const n = Number.parseInt(hex.slice(1), 16)
  const r = toLinear((n >> 16) & 255)
  const g = toLinear((n >> 8) & 255)
  const b = toLinear(n & 255)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function toHex([L, a, b]: Lab): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${channels.map((c) => toByte(c).toString(16).padStart(2, '0')).join('')}`
}

/** `share` of the second colour, 0 to 1, in the first. */
export function mix(first: string, second: string, share: number): string {
  const a = toLab(first)
  const b = toLab(second)
  return toHex([0, 1, 2].map((i) => a[i]! + (b[i]! - a[i]!) * share) as Lab)
}

/** Light is warm and shade is cool in every picture. */
export const light = (hex: string, share: number) => mix(hex, '#fff9ec', share)
export const shade = (hex: string, share: number) => mix(hex, '#241a2b', share)

/** Perceived lightness, 0 (black) to 1 (white). */
export const lightness = (hex: string) => toLab(hex)[0]
