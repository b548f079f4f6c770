/** What codes that come as plain text are called. */
import type { MessageKey } from '../../../../platform/i18n/keys.ts'
import type { Translate } from '../../../../ui/i18n.tsx'

const providers: Record<string, MessageKey> = {
  'bank-transfer': 'orders.payBank',
  'cash-on-delivery': 'orders.payCash',
  manual: 'orders.payManual',
}
const names: Record<string, string> = { stripe: 'Stripe', viva: 'Viva' }

export const providerName = (t: Translate, code: string): string =>
  providers[code] ? t(providers[code]) : (names[code] ?? code)

export const paymentProviderCodes = ['bank-transfer', 'cash-on-delivery', 'stripe', 'viva'] as const

/** The ways of paying that are written by hand, as `RecordPayment.method` keeps them. */
const methods = ['transfer', 'cash', 'card', 'other'] as const

export const methodOptions = (t: Translate) =>
  methods.map((value) => ({ value, label: t(`orders.method_${value}`) }))

export const methodName = (t: Translate, method: string | null): string | null => {
  const known = methods.find((code) => code === method)
  return known ? t(`orders.method_${known}`) : method
}
