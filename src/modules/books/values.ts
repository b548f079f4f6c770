/** The plain lists of the books. */

export const accountKinds = ['asset', 'liability', 'equity', 'income', 'expense'] as const
export type AccountKind = (typeof accountKinds)[number]

/** What the rules of posting look an account up by. */
export const accountRoles = [
  'receivables',
  'customerCredit',
  'bank',
  'cash',
  'sales',
  'vatOutput',
  'exchangeGain',
  'exchangeLoss',
  'rounding',
] as const
export type AccountRole = (typeof accountRoles)[number]

export const entrySources = ['invoice', 'credit-note', 'payment', 'allocation', 'refund', 'manual'] as const
export type EntrySource = (typeof entrySources)[number]
