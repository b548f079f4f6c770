/** The kinds of entries in the producers' ledger: one list for the tables, the verbs and the screens. */
export const earningKinds = [
  'goods',
  'shipping',
  'commission',
  'commissionVat',
  'sellerCommission',
  'refund',
  'commissionRefund',
] as const
