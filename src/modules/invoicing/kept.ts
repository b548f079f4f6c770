/** What an issued document keeps of the world around it, as types of its JSON columns. */
import type { Address } from '../../platform/values/shapes.ts'

export type Adjustment = { amount?: string; percent?: string; reason: string }
/** On the whole document; without a VAT rate it is spread over the lines. */
export type NamedAdjustment = Adjustment & { vatRate?: string; vatCategory?: string }

export type VatLine = { category: string; rate: string; base: string; amount: string; reason?: string }

/** Where e-invoices for somebody arrive: an electronic address and the list that it is from (EAS). */
export type Endpoint = { scheme: string; id: string }

export type Seller = {
  name: string
  vatNumber: string | null
  address: Address | null
  email: string | null
  phone: string | null
  endpoint: Endpoint | null
  bank: { holder: string; iban: string; bic?: string } | null
  currency: string
}

export type Buyer = {
  name: string
  kind: 'person' | 'company'
  vatNumber: string | null
  address: Address | null
  email: string | null
  phone: string | null
  endpoint: Endpoint | null
}
