/** Amounts as people write them into a request: a decimal string of the currency at hand, or money that names it. */
import { z } from 'zod'
import { invalidField, isAppError } from '../../platform/http/app-error.ts'
import { amountOf, minorUnits } from '../../platform/values/money.ts'
import { Amount, Currency, decimal } from '../../platform/values/shapes.ts'

export const GivenAmount = z.union([
  Amount,
  z.strictObject({ amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/), currency: Currency }),
])
export type GivenAmount = z.output<typeof GivenAmount>

/** How much of the organisation's currency one unit of another is. */
export const ExchangeRate = decimal(8).refine((rate) => Number(rate) > 0, 'Must be above zero.')

/** The amount at its currency's own scale; throws `invalid` at the pointer for another currency and for more decimals. */
export function readAmount(given: GivenAmount, currency: string, pointer: string): string {
  const { amount, currency: named } = typeof given === 'string' ? { amount: given, currency } : given
  if (named !== currency) throw invalidField(pointer, `Must be in ${currency}.`)
  try {
    return amountOf(minorUnits(amount, currency), currency)
  } catch (error) {
    throw isAppError(error) ? invalidField(pointer, error.message) : error
  }
}

/** As `readAmount`, and above zero. */
export function readPositive(given: GivenAmount, currency: string, pointer: string): string {
  const amount = readAmount(given, currency, pointer)
  if (/^[0.]+$/.test(amount)) throw invalidField(pointer, 'Must be above zero.')
  return amount
}
