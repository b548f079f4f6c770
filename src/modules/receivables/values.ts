/** The plain lists of receivables: one source each. */

export const paymentMethods = ['bank-transfer', 'cash', 'card', 'direct-debit', 'cheque', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** Days late, in the order in which they are shown. */
export const agingBuckets = ['notDue', '1-30', '31-60', '61-90', '90+'] as const
export type AgingBucket = (typeof agingBuckets)[number]
