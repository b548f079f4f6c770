/** Money: an exact amount at its currency's own scale. Amounts of two currencies never meet. */
import { invalid } from '../http/app-error.ts'
import { currencyScale } from './currencies.ts'
import { formatDecimal, parseDecimal, unitsAt } from './decimal.ts'
import { spread } from './spread.ts'

/** `amount` has exactly the currency's decimals: {"12.50", "EUR"}, {"1250", "JPY"}. */
export type Money = { amount: string; currency: string }

/** Minor units (cents) of an amount that has no more decimals than the currency; trailing zeros are forgiven. */
export function minorUnits(amount: string, currency: string): bigint {
  const value = parseDecimal(amount)
  const scale = currencyScale(currency)
  const minor = unitsAt(value, scale)
  if (value.scale > scale && unitsAt({ units: minor, scale }, value.scale) !== value.units) {
    throw invalid(`${currency} has ${scale} decimals; ${amount} has more.`)
  }
  return minor
}

/** The amount of so many minor units: 1250n of EUR is "12.50". */
export const amountOf = (minor: bigint, currency: string): string =>
  formatDecimal({ units: minor, scale: currencyScale(currency) })

/** Money of an exact amount; throws `invalid` when the currency has fewer decimals. */
export const money = (amount: string, currency: string): Money =>
  ofMinor(minorUnits(amount, currency), currency)

/** Money of any decimal, rounded to the currency. */
export const roundToMoney = (amount: string, currency: string): Money =>
  ofMinor(unitsAt(parseDecimal(amount), currencyScale(currency)), currency)

export const zeroMoney = (currency: string): Money => ofMinor(0n, currency)

const ofMinor = (minor: bigint, currency: string): Money => ({ amount: amountOf(minor, currency), currency })
const minorOf = ({ amount, currency }: Money): bigint => minorUnits(amount, currency)

function requireSame(a: Money, b: Money) {
  if (a.currency === b.currency) return
  throw invalid(`${a.currency} and ${b.currency} cannot be reckoned together.`, { code: 'currency_mismatch' })
}

export function addMoney(a: Money, b: Money): Money {
  requireSame(a, b)
  return ofMinor(minorOf(a) + minorOf(b), a.currency)
}

export const negateMoney = (a: Money): Money => ofMinor(-minorOf(a), a.currency)
export const subtractMoney = (a: Money, b: Money): Money => addMoney(a, negateMoney(b))
export const isZeroMoney = (a: Money): boolean => minorOf(a) === 0n

/** The sum in a currency, which an empty list needs to be told. */
export const sumMoney = (amounts: readonly Money[], currency: string): Money =>
  amounts.reduce(addMoney, zeroMoney(currency))

export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  requireSame(a, b)
  const difference = minorOf(subtractMoney(a, b))
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Divides money in proportion to the weights, all of one currency; the parts add up to it to the cent. */
export function spreadMoney(total: Money, weights: readonly Money[]): Money[] {
  for (const weight of weights) requireSame(total, weight)
  return spread(minorOf(total), weights.map(minorOf)).map((part) => ofMinor(part, total.currency))
}

const formats = new Map<string, Intl.NumberFormat>()

/** As people of that language write it: €12.50, 12,50 €. Exact at any size. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const key = `${locale} ${currency}`
  let format = formats.get(key)
  if (!format) {
    // Intl follows custom, not ISO, in some currencies (IQD without decimals): what is owed is shown.
    const digits = currencyScale(currency)
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    formats.set(key, format)
  }
  return format.format(amount as Intl.StringNumericLiteral)
}
