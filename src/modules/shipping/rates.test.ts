import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { minorUnits } from '../../platform/values/money.ts'
import { greekRates } from './greek-rates.ts'
import { chargeableGrams, priceShipping, type RateTable, type ShippedPart } from './rates.ts'

const table: RateTable = { currency: 'EUR', rows: greekRates, freeFrom: null, charge: 'perOrder' }
const part = (weightGrams: number, changes: Partial<ShippedPart> = {}): ShippedPart => ({
  producerId: 'p1',
  weightGrams,
  goods: '30.00',
  ...changes,
})
const to = (postalCode: string, country = 'GR') => ({ country, postalCode })
const price = (postalCode: string, grams: number, changes: Partial<RateTable> = {}) => {
  const priced = priceShipping(
    { ...table, ...changes },
    { destination: to(postalCode), parts: [part(grams)], cashOnDelivery: false },
  )
  return priced.kind === 'priced' ? priced.total : priced.reason
}

test('brackets include their limit, and a started kilogram above is a whole one', () => {
  expect(['1', '2000', '2001', '3000', '3001'].map((grams) => price('10434', Number(grams)))).toEqual([
    '3.50',
    '3.50',
    '4.40',
    '4.40',
    '5.30',
  ])
  expect(price('85111', 5000)).toBe('14.70')
  expect(price('81100', 5000)).toBe('10.90')
})

test('several brackets, in any order, and an end where no further kilogram has a price', () => {
  const rows = [
    {
      zone: 'mainland',
      brackets: [
        { upToGrams: 5000, price: '6.00' },
        { upToGrams: 1000, price: '3.00' },
      ],
    },
  ]
  const at = (grams: number) =>
    priceShipping(
      { ...table, rows },
      { destination: to('40100'), parts: [part(grams)], cashOnDelivery: false },
    )
  expect(at(1000)).toMatchObject({ total: '3.00' })
  expect(at(1001)).toMatchObject({ total: '6.00' })
  expect(at(5001)).toEqual({ kind: 'refused', reason: 'too_heavy', producerId: null, limitGrams: 5000 })
  const limited = [
    {
      zone: 'mainland',
      brackets: [{ upToGrams: 1000, price: '3.00' }],
      perExtraKg: '1.00',
      maximumGrams: 20_000,
    },
  ]
  expect(
    priceShipping(
      { ...table, rows: limited },
      { destination: to('40100'), parts: [part(20_001)], cashOnDelivery: false },
    ),
  ).toMatchObject({
    reason: 'too_heavy',
    limitGrams: 20_000,
  })
})

test('a zone that the table does not name falls back to the wider one, or is not served', () => {
  const rows = greekRates.filter(({ zone }) => ['mainland', 'islands'].includes(zone))
  expect(price('10434', 1000, { rows })).toBe('4.20')
  expect(price('73100', 1000, { rows })).toBe('5.20')
  expect(price('85111', 1000, { rows })).toBe('5.20')
  const abroad = priceShipping(
    { ...table, rows },
    { destination: to('80331', 'DE'), parts: [part(1)], cashOnDelivery: false },
  )
  expect(abroad).toEqual({ kind: 'refused', reason: 'not_served', producerId: null })
  for (const [code, country] of [
    ['99999', 'GR'],
    ['', 'GR'],
    ['10001', 'US'],
  ] as const) {
    expect(
      priceShipping(table, { destination: to(code, country), parts: [part(1)], cashOnDelivery: false }).kind,
    ).toBe('refused')
  }
})

test('one parcel for all: weights add up first, the price is shared by weight to the cent', () => {
  const parts = [
    part(700, { producerId: 'a' }),
    part(700, { producerId: 'b' }),
    part(700, { producerId: 'c' }),
  ]
  expect(priceShipping(table, { destination: to('10434'), parts, cashOnDelivery: false })).toEqual({
    kind: 'priced',
    total: '4.40',
    parts: [
      { producerId: 'a', price: '1.47', zone: 'athens', isFree: false },
      { producerId: 'b', price: '1.47', zone: 'athens', isFree: false },
      { producerId: 'c', price: '1.46', zone: 'athens', isFree: false },
    ],
    cashOnDelivery: '0.00',
  })
})

test('a parcel from each producer: by its own origin, prices and threshold', () => {
  const rows = [
    { zone: 'athens', from: ['athens'], brackets: [{ upToGrams: 2000, price: '2.50' }] },
    ...greekRates,
  ]
  const parts = [
    part(1000, { producerId: 'attica', origin: to('19003') }),
    part(1000, { producerId: 'lesvos', origin: to('81100') }),
    part(1000, {
      producerId: 'own',
      rows: [{ zone: 'mainland', brackets: [{ upToGrams: 9000, price: '1.00' }] }],
    }),
    part(1000, { producerId: 'generous', goods: '25.00', freeFrom: '25.00' }),
  ]
  const priced = priceShipping(
    { ...table, rows, charge: 'perProducer', freeFrom: '30.01' },
    { destination: to('10434'), parts, cashOnDelivery: false },
  )
  expect(priced).toMatchObject({ kind: 'priced', total: '7.00' })
  expect(priced.kind === 'priced' && priced.parts.map((each) => [each.price, each.isFree])).toEqual([
    ['2.50', false],
    ['3.50', false],
    ['1.00', false],
    ['0.00', true],
  ])
  const refused = priceShipping(
    { ...table, charge: 'perProducer' },
    {
      destination: to('10434'),
      parts: [part(1), part(1, { producerId: 'own', rows: [] })],
      cashOnDelivery: false,
    },
  )
  expect(refused).toEqual({ kind: 'refused', reason: 'not_served', producerId: 'own' })
})

test('free from a threshold, exactly at it, of all goods together or of each parcel', () => {
  const parts = [part(500, { goods: '24.99' }), part(500, { producerId: 'p2', goods: '25.01' })]
  const ask = { destination: to('10434'), parts, cashOnDelivery: false }
  expect(priceShipping({ ...table, freeFrom: '50.00' }, ask)).toMatchObject({ total: '0.00' })
  expect(priceShipping({ ...table, freeFrom: '50.01' }, ask)).toMatchObject({ total: '3.50' })
  expect(priceShipping({ ...table, charge: 'perProducer', freeFrom: '25.00' }, ask)).toMatchObject({
    total: '3.50',
  })
  const islands = greekRates.map((row) => (row.zone === 'islands' ? { ...row, freeFrom: '100.00' } : row))
  const toNaxos = { ...ask, destination: to('84300') }
  expect(priceShipping({ ...table, rows: islands, freeFrom: '50.00' }, toNaxos)).toMatchObject({
    total: '5.20',
  })
})

test('a promotion makes it free, but does not open what is not served', () => {
  const ask = { destination: to('10434'), parts: [part(9000)], cashOnDelivery: false, isFree: true }
  expect(priceShipping(table, ask)).toMatchObject({ total: '0.00', parts: [{ isFree: true }] })
  expect(priceShipping(table, { ...ask, destination: to('1', 'US') }).kind).toBe('refused')
})

test('cash on delivery: its own fee, once or for each parcel, kept when shipping is free, refused abroad', () => {
  const parts = [part(500), part(500, { producerId: 'p2' })]
  const ask = { destination: to('10434'), parts, cashOnDelivery: true }
  expect(priceShipping(table, ask)).toEqual({
    kind: 'refused',
    reason: 'no_cash_on_delivery',
    producerId: null,
  })
  const once = { ...table, freeFrom: '10.00', cashOnDelivery: { price: '2.20', per: 'order' as const } }
  expect(priceShipping(once, ask)).toMatchObject({ total: '0.00', cashOnDelivery: '2.20' })
  expect(priceShipping({ ...once, charge: 'perProducer' }, ask)).toMatchObject({ cashOnDelivery: '2.20' })
  const each = {
    ...once,
    charge: 'perProducer' as const,
    cashOnDelivery: { price: '2.20', per: 'parcel' as const },
  }
  expect(priceShipping(each, ask)).toMatchObject({ cashOnDelivery: '4.40' })
  expect(priceShipping(each, { ...ask, cashOnDelivery: false })).toMatchObject({ cashOnDelivery: '0.00' })
  expect(priceShipping(once, { ...ask, destination: to('1010', 'CY') })).toMatchObject({
    reason: 'no_cash_on_delivery',
  })
})

test('size counts where it is more than weight', () => {
  expect(chargeableGrams(1200)).toBe(1200)
  expect(chargeableGrams(1200, { lengthCm: 40, widthCm: 30, heightCm: 20 })).toBe(4800)
  expect(chargeableGrams(9000, { lengthCm: 40, widthCm: 30, heightCm: 20 })).toBe(9000)
})

test('whatever the weights, the shares add up to the total and a heavier parcel is never cheaper', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 6 }), (weights) => {
      const parts = weights.map((grams, index) => part(grams, { producerId: String(index) }))
      const priced = priceShipping(table, { destination: to('84700'), parts, cashOnDelivery: false })
      if (priced.kind !== 'priced') throw new Error('not priced')
      const shares = priced.parts.map((each) => minorUnits(each.price, 'EUR'))
      expect(shares.reduce((total, share) => total + share, 0n)).toBe(minorUnits(priced.total, 'EUR'))
      const heavier = priceShipping(table, {
        destination: to('84700'),
        parts: [...parts, part(1)],
        cashOnDelivery: false,
      })
      expect(
        heavier.kind === 'priced' && minorUnits(heavier.total, 'EUR') >= minorUnits(priced.total, 'EUR'),
      ).toBe(true)
    }),
  )
})
