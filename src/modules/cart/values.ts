/** The ways of paying that a cart may choose from; the organisation's settings say which are offered. */
export const paymentProviders = ['bank-transfer', 'cash-on-delivery', 'stripe', 'viva'] as const
export type PaymentProviderCode = (typeof paymentProviders)[number]
