import { expect, test } from 'vitest'
import { vatClasses } from '../catalog/values.ts'
import { euVatRates, isInEu } from './vat-rates.ts'
import { vatTableOn } from './vat-table.ts'
import { type Sale, type Treatment, vatRateOf, vatTreatment } from './vat-treatment.ts'

const sale = (destination: string | null, more: Partial<Sale> = {}): Sale => ({
  origin: 'GR',
  destination,
  isOssRegistered: true,
  hasValidVatNumber: false,
  ...more,
})

test.each<[Treatment, string, Sale]>([
  ['domestic', '24', sale('GR')],
  ['domestic', '24', sale(null)],
  ['domestic', '24', sale('GR', { hasValidVatNumber: true })],
  ['domestic', '24', sale('EL')],
  ['oss', '19', sale('DE')],
  ['oss', '25.5', sale('FI')],
  ['oss', '20', sale('MC')],
  ['origin', '24', sale('DE', { isOssRegistered: false })],
  ['reverseCharge', '0', sale('DE', { hasValidVatNumber: true })],
  ['reverseCharge', '0', sale('DE', { hasValidVatNumber: true, isOssRegistered: false })],
  ['export', '0', sale('GB')],
  ['export', '0', sale('AX')],
  ['export', '0', sale('US', { hasValidVatNumber: true })],
  ['export', '0', sale('GR', { origin: 'CH' })],
])('%s at %s %%', (treatment, rate, given) => {
  expect(vatTreatment(given)).toBe(treatment)
  expect(vatRateOf(given, 'standard', euVatRates).rate).toBe(rate)
})

test('categories say why a rate is zero', () => {
  const categoryOf = (...given: Parameters<typeof sale>) =>
    vatRateOf(sale(...given), 'zero', euVatRates).category
  expect(categoryOf('GR')).toBe('Z')
  expect(categoryOf('CH')).toBe('G')
  expect(categoryOf('IT', { hasValidVatNumber: true })).toBe('K')
  expect(vatRateOf(sale('GR'), 'reduced', euVatRates)).toEqual({ rate: '13', category: 'S' })
})

test('the table has the 27 countries, Greece as 24/13/6/0, and rates in falling order', () => {
  expect(Object.keys(euVatRates)).toHaveLength(27)
  expect(euVatRates.GR).toEqual({ standard: '24', reduced: '13', superReduced: '6', zero: '0' })
  for (const rates of Object.values(euVatRates)) {
    const falling = vatClasses.map((vatClass) => Number(rates[vatClass]))
    expect(falling).toEqual(falling.toSorted((a, b) => b - a))
    expect(falling[0]! >= 15 && falling[0]! <= 27).toBe(true)
  }
  expect([isInEu('GR'), isInEu('GB'), isInEu('toString')]).toEqual([true, false, false])
})

test('an organisation has the last word on its rates, from a day on', () => {
  const own = [
    { country: 'GR', vatClass: 'standard', rate: '22.0000', validFrom: '2027-01-01' },
    { country: 'GR', vatClass: 'standard', rate: '23.5000', validFrom: '2026-07-01' },
    { country: 'CH', vatClass: 'standard', rate: '8.1000', validFrom: '2024-01-01' },
  ] as const
  const standardIn = (country: string, day: string) => vatTableOn(day, own)[country]?.standard
  expect(standardIn('GR', '2026-06-30')).toBe('24')
  expect(standardIn('GR', '2026-07-01')).toBe('23.5')
  expect(standardIn('GR', '2028-01-01')).toBe('22')
  expect(vatTableOn('2026-07-01', own).GR!.reduced).toBe('13')
  expect(vatRateOf(sale('CH', { origin: 'CH' }), 'standard', vatTableOn('2026-01-01', own)).rate).toBe('8.1')
  expect(() => vatRateOf(sale('CH', { origin: 'CH' }), 'reduced', vatTableOn('2026-01-01', own))).toThrow(
    expect.objectContaining({ code: 'vat_rate_missing' }),
  )
})
