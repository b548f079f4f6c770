/**
 * The parts of Viva's objects that we read, their letters and their numbers. All numbers are strings of digits
 * (exact-json). Source: developer.viva.com/integration-reference/response-codes and /webhooks-for-payments
 */
import { z } from 'zod'
import { invalid } from '../../../platform/http/app-error.ts'
import { fromMinor, toMinor } from './minor-units.ts'
import type { Money } from '../../../platform/values/money.ts'

export const OrderCode = z.string().regex(/^\d{12,19}$/)

/** `GET /checkout/v2/transactions/{id}`. Amounts are in major units here, as in webhooks and lists. */
export const VivaTransaction = z.object({
  amount: z.string(),
  orderCode: OrderCode,
  statusId: z.string(),
  currencyCode: z.string(),
  insDate: z.string().nullish(),
  transactionTypeId: z.string().nullish(),
})
export type VivaTransaction = z.infer<typeof VivaTransaction>

/** `GET /api/transactions/?ordercode=`. */
export const ListedTransaction = z.object({
  TransactionId: z.string(),
  ParentId: z.string().nullish(),
  Amount: z.string(),
  StatusId: z.string(),
  TransactionType: z.object({ TransactionTypeId: z.string() }).nullish(),
  TransactionTypeId: z.string().nullish(),
  CurrencyCode: z.string().nullish(),
})
export type ListedTransaction = z.infer<typeof ListedTransaction>
export const TransactionList = z.object({ Transactions: z.array(ListedTransaction).nullish() })

/** `GET /api/orders/{code}`. */
export const VivaOrder = z.object({
  OrderCode,
  StateId: z.enum(['0', '1', '2', '3']),
  RequestAmount: z.string(),
  CurrencyCode: z.string().nullish(),
})

/** 3 is paid: until its transaction can be seen too, that is money on its way. */
export const orderStates = { 0: 'open', 1: 'cancelled', 2: 'cancelled', 3: 'pending' } as const

/** `DELETE /api/transactions/{id}`. */
export const Reversal = z.object({
  TransactionId: z.string().nullish(),
  StatusId: z.string().nullish(),
  Success: z.boolean().nullish(),
  ErrorCode: z.string().nullish(),
  ErrorText: z.string().nullish(),
})

export const VivaEvent = z.object({
  EventTypeId: z.string(),
  MessageId: z.string().min(1).max(100),
  Created: z.string().nullish(),
  EventData: z.looseObject({
    TransactionId: z.string().nullish(),
    ParentId: z.string().nullish(),
    OrderCode: z.string().nullish(),
    MerchantId: z.string().nullish(),
    ResponseEventId: z.string().nullish(),
    IsCancelled: z.boolean().nullish(),
  }),
})
export type VivaEvent = z.infer<typeof VivaEvent>

/**
 * What the letter of a payment's transaction says. F done, A in progress, C a pre-authorisation whose capture
 * counts by itself, E failed, R given back in full or in part, X withdrawn by the merchant, M… disputed (ML and
 * U: lost). Money did come in all but A, C and E.
 */
export function paymentStateOf(statusId: string): 'succeeded' | 'pending' | 'failed' | null {
  if (['F', 'R', 'X', 'U'].includes(statusId) || statusId.startsWith('M')) return 'succeeded'
  return statusId === 'A' ? 'pending' : statusId === 'E' ? 'failed' : null
}

/** TransactionTypeId of money that goes back: refunds by card, wallet, cash, iDEAL and so on, and 7, the void. */
const reversalTypes = new Set('4 7 11 13 17 18 21 24 26 28 30 33 35 37 39 41 43 45 49'.split(' '))

export const isReversal = (listed: ListedTransaction): boolean => {
  const type = listed.TransactionType?.TransactionTypeId ?? listed.TransactionTypeId
  return type ? reversalTypes.has(type) : listed.Amount.startsWith('-')
}

/** ISO 4217 numbers of the currencies that Viva settles; all have two decimals. */
const currencies = {
  EUR: 978,
  GBP: 826,
  PLN: 985,
  CZK: 203,
  DKK: 208,
  SEK: 752,
  HUF: 348,
  RON: 946,
  BGN: 975,
}
export type VivaCurrency = keyof typeof currencies

/** AppError `invalid` when Viva does not take the currency. */
export function toViva(money: Money): { amount: number; currencyCode: number } {
  const currencyCode = currencies[money.currency as VivaCurrency]
  if (!currencyCode) throw invalid(`Viva does not take payments in ${money.currency}.`)
  return { amount: toMinor(money.amount, 2), currencyCode }
}

/** From major units, whatever their sign: `-10` and `10.00` are both 10.00. The euro where none is named. */
export function fromViva(amount: string, currencyCode: string | null | undefined): Money {
  const named = Object.entries(currencies).find(([, number]) => String(number) === (currencyCode ?? '978'))
  if (!named) throw invalid(`Viva names an unknown currency, ${currencyCode}.`)
  return { amount: fromMinor(Math.abs(toMinor(amount, 2)), 2), currency: named[0] }
}
