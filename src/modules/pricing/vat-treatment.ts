/**
 * Whose VAT a sale bears. Council Directive 2006/112/EC: goods to consumers elsewhere in the EU bear the destination's
 * VAT under the One Stop Shop (Articles 33 and 369a) or, below its threshold, the origin's (Article 59c); goods to a
 * business there are exempt and the buyer accounts for them (Article 138); exports are exempt (Article 146).
 */
import { invalid } from '../../platform/http/app-error.ts'
import type { VatClass } from '../catalog/values.ts'
import { isInEu, type VatTable } from './vat-rates.ts'

export type Sale = {
  /** Countries, ISO 3166 alpha-2. While the destination is not known the sale counts as domestic. */
  origin: string
  destination: string | null
  /** Whether the organisation is registered for the One Stop Shop. */
  isOssRegistered: boolean
  /** Whether the buyer is a business whose VAT number was found valid. */
  hasValidVatNumber: boolean
}

export type Treatment = 'domestic' | 'oss' | 'origin' | 'reverseCharge' | 'export'

/** A percentage, and the EN 16931 category: S standard, Z zero-rated, K to a business in the EU, G export. */
export type VatRate = { rate: string; category: 'S' | 'Z' | 'K' | 'G' }

// Greece has a code of its own in VAT matters; Monaco is French territory in them (Article 7).
const vatTerritories: Readonly<Record<string, string>> = { EL: 'GR', MC: 'FR' }
const territoryOf = (country: string) => vatTerritories[country] ?? country

export function vatTreatment(sale: Sale): Treatment {
  const origin = territoryOf(sale.origin)
  const destination = territoryOf(sale.destination ?? sale.origin)
  if (destination === origin) return 'domestic'
  if (!isInEu(destination) || !isInEu(origin)) return 'export'
  if (sale.hasValidVatNumber) return 'reverseCharge'
  return sale.isOssRegistered ? 'oss' : 'origin'
}

/** The rate that a class of goods bears in a sale; throws `invalid` (`vat_rate_missing`) when the table has none. */
export function vatRateOf(sale: Sale, vatClass: VatClass, table: VatTable): VatRate {
  const treatment = vatTreatment(sale)
  if (treatment === 'export') return { rate: '0', category: 'G' }
  if (treatment === 'reverseCharge') return { rate: '0', category: 'K' }

  const country = territoryOf(treatment === 'oss' ? sale.destination! : sale.origin)
  const rate = table[country]?.[vatClass]
  if (rate === undefined) {
    throw invalid(`There is no ${vatClass} VAT rate for ${country}.`, { code: 'vat_rate_missing' })
  }
  return { rate, category: rate === '0' ? 'Z' : 'S' }
}
