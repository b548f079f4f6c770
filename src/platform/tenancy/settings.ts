/** What an organisation may set about itself, kept as one document beside its row. */
import type { Address, Translated } from '../values/shapes.ts'

export type OrganizationSettings = {
  tagline?: Translated
  email?: string
  phone?: string
  address?: Address
  vatNumber?: string
  /** The beneficiary of bank transfers and the debtor of payout files. */
  bank?: { holder: string; iban: string; bic?: string }
  /** Registered for the EU One Stop Shop: consumers elsewhere in the EU pay their own country's VAT. */
  isOssRegistered?: boolean
  cashOnDelivery?: { fee: string; maximum?: string }
  /** Days an unpaid order waits for its bank transfer. */
  paymentDays?: number
  /** Days that an invoice leaves for paying. */
  invoiceDays?: number
  returnDays?: number
  paymentProviders?: string[]
  commissionPercent?: string
  commissionVatPercent?: string
  alerts?: { email?: string; webhook?: string; slack?: string }
}
