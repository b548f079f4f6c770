/**
 * Money as Stripe writes it: whole minor units, by Stripe's own table of currencies.
 * Source: docs.stripe.com/currencies (zero-decimal, three-decimal and special cases).
 */
import { invalid } from '../../../platform/http/app-error.ts'
import { fromMinor, toMinor } from './minor-units.ts'
import type { Money } from '../../../platform/values/money.ts'

const zeroDecimal = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const threeDecimal = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])
/** Have no minor unit, yet are written with two zeros for old times' sake. */
const wholeInHundreds = new Set(['ISK', 'UGX'])

const decimalsAtStripe = (currency: string) =>
  zeroDecimal.has(currency) ? 0 : threeDecimal.has(currency) ? 3 : 2

/** AppError `invalid` when Stripe cannot take the last digit. */
export function toStripe(money: Money): { amount: number; currency: string } {
  const currency = money.currency.toUpperCase()
  const amount = toMinor(money.amount, decimalsAtStripe(currency))
  const step = threeDecimal.has(currency) ? 10 : wholeInHundreds.has(currency) ? 100 : 1
  if (amount % step !== 0) throw invalid(`Stripe takes ${currency} only in steps of ${step} minor units.`)
  return { amount, currency: currency.toLowerCase() }
}

export function fromStripe(amount: number, currency: string): Money {
  const code = currency.toUpperCase()
  if (wholeInHundreds.has(code)) return { amount: fromMinor(amount / 100, 0), currency: code }
  return { amount: fromMinor(amount, decimalsAtStripe(code)), currency: code }
}
