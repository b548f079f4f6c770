/** The plain lists of invoicing: one source each. */

export const invoiceKinds = ['invoice', 'credit-note'] as const
export type InvoiceKind = (typeof invoiceKinds)[number]

/** Reckoned from the dates and what is settled; stored nowhere. */
export const invoiceStatuses = ['draft', 'issued', 'partly_paid', 'overdue', 'paid', 'credited'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

/** EN 16931, code list UNTDID 5305: standard, zero, exempt, reverse charge, to a business in the EU, export, outside of VAT. */
export const vatCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type VatCategory = (typeof vatCategories)[number]

export const defaultSeries = { invoice: 'INV', 'credit-note': 'CRN' } as const satisfies Record<
  InvoiceKind,
  string
>
