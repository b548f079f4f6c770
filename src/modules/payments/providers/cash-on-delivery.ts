/** Payment in cash to the courier: nothing to do now, the money counts when the parcel is delivered. Its fee is priced elsewhere. */
import { invalid } from '../../../platform/http/app-error.ts'
import { compareMoney, minorUnits, type Money } from '../../../platform/values/money.ts'
import type { PaymentProvider } from './provider.ts'

export type CashOnDeliverySettings = {
  /**
   * The largest amount that may be paid so; null for none. In Greece cash between a business and a person ends
   * at 500 EUR (Law 4446/2016, article 69).
   */
  maximum: Money | null
}

export function cashOnDelivery(settings: CashOnDeliverySettings): PaymentProvider {
  return {
    code: 'cash-on-delivery',
    async start({ amount, reference }) {
      const { maximum } = settings
      if (minorUnits(amount.amount, amount.currency) <= 0n) throw invalid('There is nothing to pay.')
      if (maximum && (maximum.currency !== amount.currency || compareMoney(amount, maximum) > 0)) {
        throw invalid(`Cash on delivery is possible up to ${maximum.amount} ${maximum.currency}.`, {
          code: 'above_limit',
          details: { maximum },
        })
      }
      return { kind: 'none', providerReference: reference }
    },
    refund: async ({ amount }) => ({ kind: 'manual', amount }),
    find: async () => null,
  }
}
