/** What each event does to the accounts. Pure. All amounts in the organisation's currency. */
import { add, compare, negate, subtract } from '../../platform/values/decimal.ts'
import type { Move } from './entries.ts'

type Issued = {
  net: string
  vat: string
  prepaid: string
  payable: string
  isNote: boolean
  isCredit: boolean
}

/**
 * An invoice is owed (or, below zero, owed to the customer); a credit note is the customer's credit until it settles
 * something. What rounding between currencies leaves stands on an account of its own.
 */
export function issuedMoves({ net, vat, prepaid, payable, isNote, isCredit }: Issued): Move[] {
  const main = isCredit ? 'customerCredit' : 'receivables'
  const sign = (amount: string) => (isNote ? negate(amount) : amount)
  const left = subtract(payable, subtract(add(net, vat), prepaid))
  return [
    { debit: main, credit: 'sales', amount: sign(net) },
    { debit: main, credit: 'vatOutput', amount: sign(vat) },
    { debit: 'customerCredit', credit: main, amount: sign(prepaid) },
    { debit: main, credit: 'rounding', amount: sign(left) },
  ]
}

/** Money that came belongs to the customer until it settles an invoice. */
export const paidMoves = (method: string, amount: string): Move[] => [
  { debit: placeOf(method), credit: 'customerCredit', amount },
]

export const refundedMoves = (method: string, amount: string): Move[] => [
  { debit: 'customerCredit', credit: placeOf(method), amount },
]

const placeOf = (method: string) => (method === 'cash' ? 'cash' : 'bank')

/** `worth` is what the money was worth when it came, `booked` what was owed at the rate of the invoice. */
export function settledMoves(worth: string, booked: string): Move[] {
  const difference = subtract(worth, booked)
  const both = compare(difference, '0') > 0 ? booked : worth
  return [
    { debit: 'customerCredit', credit: 'receivables', amount: both },
    compare(difference, '0') > 0
      ? { debit: 'customerCredit', credit: 'exchangeGain', amount: difference }
      : { debit: 'exchangeLoss', credit: 'receivables', amount: negate(difference) },
  ]
}
