/** Allowances and charges on the whole document, VAT groups, what is due, and what is refused. */
import { describe, expect, test } from 'vitest'
import type { DocumentLine } from './document.ts'
import { eur, line } from './totals.fixture.ts'
import { totalDocument } from './totals.ts'

describe('allowances and charges on the whole document', () => {
  const mixed = eur([line('1', '43', '24'), line('1', '14', '13'), line('1', '23', '24')])

  test('without a rate they are spread over the lines by value and shown by VAT group', () => {
    const { allowances, totals } = totalDocument({
      ...mixed,
      pricing: 'net',
      allowances: [{ amount: '2.99' }],
    })
    // D1: 161, 52 and 86 cents; the first and the third line share a group.
    expect(allowances.map(({ index, vatRate, net }) => [index, vatRate, net])).toEqual([
      [0, '24', '2.47'],
      [0, '13', '0.52'],
    ])
    expect(totals).toMatchObject({ lines: '80.00', allowances: '2.99', net: '77.01' })
  })

  test('several of them together take no more than there is', () => {
    const { totals } = totalDocument({
      ...mixed,
      pricing: 'gross',
      allowances: [{ amount: '79.99' }, { percent: '10' }, { amount: '1000' }],
    })
    expect(totals).toMatchObject({ net: '0.00', gross: '0.00' })
    expect(totals.vat.map(({ base }) => base)).toEqual(['0.00', '0.00'])
  })

  test('a charge without a rate is borne by the lines, and needs one', () => {
    const { charges } = totalDocument({ ...mixed, pricing: 'net', charges: [{ amount: '8' }] })
    expect(charges.map(({ vatRate, net }) => [vatRate, net])).toEqual([
      ['24', '6.60'],
      ['13', '1.40'],
    ])
    expect(() => totalDocument({ ...eur([]), pricing: 'net', charges: [{ amount: '8' }] })).toThrow(
      'Needs a VAT rate',
    )
  })

  test('a charge may open a group of its own', () => {
    const { charges, totals } = totalDocument({
      ...eur([line('1', '11.30', '13')], { charges: [{ amount: '3.50', vatRate: '24' }] }),
      pricing: 'gross',
    })
    expect(charges).toEqual([
      { index: 0, net: '2.82', vat: '0.68', gross: '3.50', vatRate: '24', vatCategory: 'S' },
    ])
    expect(totals).toMatchObject({ lines: '10.00', charges: '2.82', net: '12.82', gross: '14.80' })
  })
})

test('rates are one group however they are written, and categories part them', () => {
  const { totals } = totalDocument({
    ...eur([
      line('1', '10', '24'),
      line('1', '10', '24.0000'),
      line('1', '10', '0'),
      line('1', '10', '0.00', { vatCategory: 'E' }),
    ]),
    pricing: 'net',
  })
  expect(totals.vat).toEqual([
    { category: 'S', rate: '24', base: '20.00', amount: '4.80' },
    { category: 'E', rate: '0', base: '10.00', amount: '0.00' },
    { category: 'Z', rate: '0', base: '10.00', amount: '0.00' },
  ])
})

test('what is due counts what was paid and the rounding of coins', () => {
  const input = { ...eur([line('1', '199.99', '24')]), pricing: 'net' as const }
  expect(totalDocument({ ...input, prepaid: '50.00', rounding: '0.01' }).totals.due).toBe('198.00')
  // P1: an invoice of 10 with a payment of 2 leaves 8.
  expect(totalDocument({ ...eur([line('1', '10', '0')]), pricing: 'net', paid: '2' }).totals.due).toBe('8.00')
})

test('what cannot be reckoned is refused', () => {
  const attempt = (more: Partial<DocumentLine>) => () =>
    totalDocument({ ...eur([line('1', '10', '24', more)]), pricing: 'net' })
  expect(attempt({ quantity: 'two' })).toThrow('not a decimal number')
  expect(attempt({ baseQuantity: '0' })).toThrow('base quantity')
  expect(attempt({ vatRate: '-1' })).toThrow('VAT rate cannot be below zero')
  expect(() => totalDocument({ currency: 'euro', lines: [], pricing: 'net' })).toThrow('not a currency')
})
