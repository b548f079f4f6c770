/** The built-in VAT rates with an organisation's own laid over them. */
import { trimZeros } from '../../platform/values/decimal.ts'
import type { VatClass } from '../catalog/values.ts'
import { euVatRates, type VatTable } from './vat-rates.ts'

/** A row of `vat_rates`; `validFrom` is a day, YYYY-MM-DD. */
export type OwnRate = { country: string; vatClass: VatClass; rate: string; validFrom: string }

/** The table in force on a day: of several own rates for the same country and class, the one that began last. */
export function vatTableOn(day: string, own: readonly OwnRate[]): VatTable {
  const table: Record<string, Partial<Record<VatClass, string>>> = { ...euVatRates }
  const inForce = own.filter(({ validFrom }) => validFrom <= day)
  for (const { country, vatClass, rate } of inForce.toSorted(byDay)) {
    table[country] = { ...table[country], [vatClass]: trimZeros(rate) }
  }
  return table
}

const byDay = (a: OwnRate, b: OwnRate) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0)
