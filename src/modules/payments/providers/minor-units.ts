/** Between decimal strings and whole minor units as JSON numbers, which is how payment services write money. */
import { invalid } from '../../../platform/http/app-error.ts'
import { formatDecimal, parseDecimal, unitsAt } from '../../../platform/values/decimal.ts'

/**
 * `12.5` with 2 decimals is 1250. AppError `invalid` when it is no plain decimal, has digits below the minor
 * unit, or is too large for a JSON number to be exact.
 */
export function toMinor(amount: string, decimals: number): number {
  const value = parseDecimal(amount)
  const minor = unitsAt(value, decimals)
  if (unitsAt({ units: minor, scale: decimals }, value.scale) !== value.units) {
    throw invalid(`The amount ${amount} cannot be paid to the last digit.`)
  }
  if (minor > Number.MAX_SAFE_INTEGER || minor < Number.MIN_SAFE_INTEGER) {
    throw invalid(`The amount ${amount} is too large.`)
  }
  return Number(minor)
}

/** 1250 with 2 decimals is `12.50`. */
export const fromMinor = (minor: number, decimals: number): string =>
  formatDecimal({ units: BigInt(minor), scale: decimals })
