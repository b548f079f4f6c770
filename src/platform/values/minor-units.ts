/** Between decimal strings and whole minor units, digit by digit: no floating point comes near money. */
import { invalid } from '../http/app-error.ts'

/**
 * `12.5` with 2 decimals is 1250. AppError `invalid` when it is no plain decimal, has digits below the minor
 * unit, or is too large to be exact.
 */
export function toMinor(amount: string, decimals: number): number {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount)
  const fraction = (parts?.[3] ?? '').replace(/0+$/, '')
  if (!parts || fraction.length > decimals)
    throw invalid(`The amount ${amount} cannot be paid to the last digit.`)
  const minor = Number(`${parts[1]}${parts[2]}${fraction.padEnd(decimals, '0')}`)
  if (!Number.isSafeInteger(minor)) throw invalid(`The amount ${amount} is too large.`)
  // Minus zero is zero.
  return minor + 0
}

/** 1250 with 2 decimals is `12.50`. */
export function fromMinor(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const sign = minor < 0 ? '-' : ''
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])
const noDecimals = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '))

/** Digits after the point of the currency's minor unit. Source: ISO 4217, list one. */
export const currencyDecimals = (currency: string): number =>
  noDecimals.has(currency) ? 0 : threeDecimals.has(currency) ? 3 : 2
