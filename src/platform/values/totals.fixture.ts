/** Short ways of writing documents in tests. */
import type { Adjustment, DocumentInput, DocumentLine } from './document.ts'

export const line = (
  quantity: string,
  unitPrice: string,
  vatRate: string,
  more: Partial<DocumentLine> = {},
) => ({
  quantity,
  unitPrice,
  vatRate,
  ...more,
})
export const off = (...allowances: Adjustment[]) => ({ allowances })
export const percent = (percent: string) => ({ percent })
export const times = (count: number, of: DocumentLine) => Array.from({ length: count }, () => of)

/** Nets of the lines, VAT of the groups, net and gross of the document. */
export type Case = [
  name: string,
  input: Omit<DocumentInput, 'pricing'>,
  lines: string[],
  vat: string[],
  net: string,
  gross: string,
]
export const eur = (lines: DocumentLine[], more: Partial<DocumentInput> = {}) => ({
  currency: 'EUR',
  lines,
  ...more,
})
