/** Exact decimals, strings in and strings out, and the one rounding of the house: half away from zero, both signs. */
import { invalid } from '../http/app-error.ts'

/** The number `units × 10^-scale`. Engines work on these; everyone else on strings such as "-12.50". */
export type Decimal = { readonly units: bigint; readonly scale: number }

// Long enough for every amount and every product of two; short enough that nobody can make us multiply a megabyte.
const plain = /^-?\d{1,40}(\.\d{1,20})?$/

/** Throws `invalid` for anything but digits with at most one point: no exponents, no spaces, no plus sign. */
export function parseDecimal(text: string): Decimal {
  if (!plain.test(text)) throw invalid(`"${String(text).slice(0, 40)}" is not a decimal number.`)
  const point = text.indexOf('.')
  if (point < 0) return { units: BigInt(text), scale: 0 }
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 }
}

export function formatDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return String(units)
  const isNegative = units < 0n
  const digits = String(isNegative ? -units : units).padStart(scale + 1, '0')
  return `${isNegative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const powers = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))
export const tenTo = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent)

/** The quotient as a whole number, half away from zero. Every rounding of money passes through here. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw invalid('Cannot divide by zero.')
  const isNegative = dividend < 0n !== divisor < 0n
  const n = dividend < 0n ? -dividend : dividend
  const d = divisor < 0n ? -divisor : divisor
  const rounded = (2n * n + d) / (2n * d)
  return isNegative ? -rounded : rounded
}

/** How many units of 10^-scale the value is, rounded. */
export function unitsAt({ units, scale }: Decimal, target: number): bigint {
  return target >= scale ? units * tenTo(target - scale) : divideRounded(units, tenTo(scale - target))
}

/** `dividend ÷ divisor` in units of 10^-scale, rounded once. */
export function quotientAt(dividend: Decimal, divisor: Decimal, scale: number): bigint {
  return divideRounded(dividend.units * tenTo(scale + divisor.scale), divisor.units * tenTo(dividend.scale))
}

export const timesExact = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
})

/** `percent` of a whole number of minor units, rounded: `percentOf(30750n, parseDecimal('5'))` is 1538n. */
export const percentOf = (amount: bigint, percent: Decimal): bigint =>
  divideRounded(amount * percent.units, 100n * tenTo(percent.scale))

/** The sum, at the finer of the two scales. */
export function add(a: string, b: string): string {
  const [x, y] = [parseDecimal(a), parseDecimal(b)]
  const scale = Math.max(x.scale, y.scale)
  return formatDecimal({ units: unitsAt(x, scale) + unitsAt(y, scale), scale })
}

export function negate(a: string): string {
  const { units, scale } = parseDecimal(a)
  return formatDecimal({ units: -units, scale })
}

export const subtract = (a: string, b: string): string => add(a, negate(b))

/** The exact product; its scale is the sum of the scales. */
export const multiply = (a: string, b: string): string =>
  formatDecimal(timesExact(parseDecimal(a), parseDecimal(b)))

/** The quotient with `scale` decimals; throws `invalid` when `b` is zero. */
export const divide = (a: string, b: string, scale: number): string =>
  formatDecimal({ units: quotientAt(parseDecimal(a), parseDecimal(b), scale), scale })

/** With exactly `scale` decimals. */
export const round = (a: string, scale: number): string =>
  formatDecimal({ units: unitsAt(parseDecimal(a), scale), scale })

/** Below zero, zero or above zero, as `a` is less than, equal to or greater than `b`: "1.50" equals "1.5". */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [parseDecimal(a), parseDecimal(b)]
  const difference = x.units * tenTo(y.scale) - y.units * tenTo(x.scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The shortest way to write the same number: "24.0000" is "24". Rates are grouped by it. */
export function trimZeros(a: string): string {
  let { units, scale } = parseDecimal(a)
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n
    scale -= 1
  }
  return formatDecimal({ units, scale })
}
