import { expect, test } from 'vitest'
import { greekRates } from '../../greek-rates.ts'
import type { ZoneRate } from '../../schema.ts'
import { gridOf, ratesOf } from './grid.ts'

const again = (rates: readonly ZoneRate[]) => {
  const { weights, rows } = gridOf(rates)
  const row = (zone: string) => rows.find((one) => one.zone === zone)!
  return ratesOf({
    weights,
    price: (zone, column) => row(zone).prices[column]!,
    extra: (zone) => row(zone).extra,
  })
}

test('a table is the same after it was shown and sent back', () => {
  const rates: ZoneRate[] = [
    {
      zone: 'athens',
      brackets: [
        { upToGrams: 500, price: '2.50' },
        { upToGrams: 2000, price: '3.50' },
      ],
      perExtraKg: '0.90',
    },
    { zone: 'crete', brackets: [{ upToGrams: 2000, price: '4.80' }] },
  ]
  expect(again(rates)).toEqual(rates)
  expect(gridOf(rates).weights).toEqual(['0.5', '2'])
  expect(gridOf(rates).rows.find(({ zone }) => zone === 'crete')!.prices).toEqual(['', '4.80'])
})

test('the table to begin with fits the grid', () => {
  const plain = greekRates.map(({ zone, brackets, perExtraKg }) => ({ zone, brackets, perExtraKg }))
  expect(again(plain)).toEqual(plain)
})

test('columns come in the order of their weights, and empty ones fall out', () => {
  const rates = ratesOf({
    weights: ['5', '', '1'],
    price: (zone, column) => (zone === 'athens' ? ['9.00', '7.00', '3.00'][column]! : ''),
    extra: () => '',
  })
  expect(rates).toEqual([
    {
      zone: 'athens',
      brackets: [
        { upToGrams: 1000, price: '3.00' },
        { upToGrams: 5000, price: '9.00' },
      ],
    },
  ])
})
