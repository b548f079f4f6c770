/**
 * The marketplace's commission on the goods of one producer, and the VAT on that fee. Shipping bears none.
 *
 * It is a function of the goods that stayed with the customer: what a refund gives back is the difference between the
 * commission before and after it, so that partial refunds in any number and order end where one refund would.
 */
import { currencyScale } from '../../platform/values/currencies.ts'
import { formatDecimal, parseDecimal, percentOf } from '../../platform/values/decimal.ts'
import { minorUnits } from '../../platform/values/money.ts'

export type CommissionTerms = {
  currency: string
  /** The agreement's percentage, and the rate of VAT on the fee. */
  percent: string
  vatPercent: string
}

/** At the currency's scale; `total` is what is kept from the producer, commission + vat. */
export type Commission = { commission: string; vat: string; total: string }

/** The commission on an amount of goods, after discounts and refunds. Each of the two figures is rounded on its own. */
export function commissionOf({
  goods,
  currency,
  percent,
  vatPercent,
}: CommissionTerms & { goods: string }): Commission {
  const scale = currencyScale(currency)
  const text = (minor: bigint) => formatDecimal({ units: minor, scale })
  const commission = percentOf(minorUnits(goods, currency), parseDecimal(percent))
  const vat = percentOf(commission, parseDecimal(vatPercent))
  return { commission: text(commission), vat: text(vat), total: text(commission + vat) }
}
