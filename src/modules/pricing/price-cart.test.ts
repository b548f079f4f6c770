import { describe, expect, test } from 'vitest'
import { atHome, cart, line, promotion } from './cart.fixture.ts'
import { priceCart } from './price-cart.ts'
import type { CartToPrice } from './priced.ts'

/** A table with one rate at home and, under OSS, other ones elsewhere. */
const ratesOf = (home: string, elsewhere: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ GR: home, ...elsewhere }).map(([country, standard]) => [country, { standard }]),
  )
const to = (destination: string) => ({ ...atHome, destination })
const totalsOf = (given: CartToPrice) => priceCart(given).totals

describe('gross prices at home', () => {
  test('G1: the VAT is in the price', () => {
    const { lines, totals } = priceCart(cart([line('100.00')], { vatTable: ratesOf('21') }))
    expect(lines[0]).toMatchObject({
      unitPrice: '100.00',
      net: '82.64',
      vat: '17.36',
      gross: '100.00',
      vatRate: '21',
    })
    expect(totals).toEqual({
      subtotal: '100.00',
      discount: '0.00',
      shipping: '0.00',
      fee: '0.00',
      net: '82.64',
      vat: [{ category: 'S', rate: '21', base: '82.64', amount: '17.36' }],
      total: '100.00',
    })
  })

  test('G3: the lines of a group add up to it', () => {
    const { lines, totals } = priceCart(cart([line('379.00'), line('379.00')], { vatTable: ratesOf('21') }))
    expect(lines.map(({ net }) => net)).toEqual(['313.23', '313.22'])
    expect(totals).toMatchObject({ net: '626.45', total: '758.00' })
  })

  test('G6: a code of 100 % leaves nothing', () => {
    const promotions = [{ ...promotion('percent', '100'), code: 'ALL' }]
    const priced = priceCart(cart([line('399.00')], { promotions, codes: ['all'] }))
    expect(priced.totals).toMatchObject({ discount: '399.00', net: '0.00', total: '0.00' })
    expect(priced.lines[0]!.discounts).toEqual([{ promotionId: 'percent', code: 'ALL', amount: '399.00' }])
  })

  test('D4: an amount off the goods leaves the shipping', () => {
    const shipping = { price: '5.00', vatClass: 'standard' } as const
    const priced = priceCart(cart([line('1.20')], { shipping, promotions: [promotion('fixed', '10.00')] }))
    expect(priced.totals).toMatchObject({
      subtotal: '1.20',
      discount: '1.20',
      shipping: '5.00',
      total: '5.00',
    })
    expect(priced.lines[0]!.gross).toBe('0.00')
  })

  test('shipping and the fee of the payment are lines of their own, of their own class', () => {
    const priced = priceCart(
      cart([line('11.30', '1', { vatClass: 'reduced' })], {
        shipping: { price: '3.50', vatClass: 'standard' },
        fee: { price: '2', vatClass: 'standard' },
      }),
    )
    expect(priced.totals).toMatchObject({ shipping: '3.50', fee: '2.00', net: '14.44', total: '16.80' })
    expect(priced.totals.vat).toEqual([
      { category: 'S', rate: '24', base: '4.44', amount: '1.06' },
      { category: 'S', rate: '13', base: '10.00', amount: '1.30' },
    ])
    expect(priced.shipping).toMatchObject({
      price: '3.50',
      net: '2.83',
      vat: '0.67',
      gross: '3.50',
      vatRate: '24',
    })
    expect(priced.fee).toMatchObject({
      price: '2.00',
      net: '1.61',
      vat: '0.39',
      gross: '2.00',
      vatRate: '24',
    })
  })

  test('free shipping is the discount of the shipping, not of the goods', () => {
    const shipping = { price: '5.00', vatClass: 'standard' } as const
    const priced = priceCart(cart([line('10')], { shipping, promotions: [promotion('freeShipping')] }))
    expect(priced.totals).toMatchObject({ discount: '0.00', shipping: '0.00', total: '10.00' })
    expect(priced.shipping).toMatchObject({ price: '5.00', discount: '5.00', gross: '0.00' })
    expect(priced.applied).toEqual([
      { promotionId: 'freeShipping', code: null, kind: 'freeShipping', amount: '5.00' },
    ])
  })

  test('yen', () => {
    const { lines, totals } = priceCart(
      cart([line('100.5'), line('100.5')], { currency: 'JPY', vatTable: ratesOf('0') }),
    )
    expect(lines.map(({ gross }) => gross)).toEqual(['101', '101'])
    expect(totals.total).toBe('202')
  })

  test('a unit price may be finer than a cent', () => {
    const { lines } = priceCart(cart([line('0.8333', '100')]))
    expect(lines[0]).toMatchObject({ unitPrice: '0.8333', gross: '83.33' })
  })

  test('an empty cart costs nothing', () =>
    expect(totalsOf(cart([]))).toMatchObject({ net: '0.00', vat: [], total: '0.00' }))
})

describe('gross prices elsewhere', () => {
  const vatTable = ratesOf('20', { DE: '19', DK: '25' })
  const goods = [line('100.00', '2')]

  test('G5: to a place without VAT and back is the same price again', () => {
    expect(totalsOf(cart(goods, { vatTable })).total).toBe('200.00')
    expect(priceCart(cart(goods, { vatTable, sale: to('US') }))).toMatchObject({
      lines: [{ unitPrice: '83.33', vatRate: '0', vatCategory: 'G' }],
      totals: { net: '166.66', total: '166.66' },
    })
    expect(totalsOf(cart(goods, { vatTable })).total).toBe('200.00')
  })

  test('the net price stays and bears the VAT of the destination', () => {
    const priced = priceCart(cart([line('12.00')], { vatTable, sale: to('DK') }))
    expect(priced.lines[0]).toMatchObject({
      unitPrice: '12.50',
      net: '10.00',
      vat: '2.50',
      gross: '12.50',
      vatRate: '25',
    })
  })

  test('a price tag has the decimals of the currency, and the line is a multiple of it', () => {
    const priced = priceCart(cart([line('9.99', '3')], { vatTable, sale: to('DE') }))
    expect(priced.lines[0]).toMatchObject({ unitPrice: '9.91', gross: '29.73' })
  })

  test('below the OSS threshold the origin is taxed, at the price of the catalogue', () => {
    const sale = { ...to('DE'), isOssRegistered: false }
    expect(priceCart(cart(goods, { vatTable, sale })).lines[0]).toMatchObject({
      vatRate: '20',
      gross: '200.00',
    })
  })

  test('a business in another EU country pays the net price', () => {
    const sale = { ...to('DE'), hasValidVatNumber: true }
    const priced = priceCart(cart([line('12.00')], { vatTable, sale }))
    expect(priced.totals).toMatchObject({
      vat: [{ category: 'K', rate: '0', base: '10.00', amount: '0.00' }],
      total: '10.00',
    })
  })

  test('shipping and fee go with the destination, an appointment stays at home', () => {
    const priced = priceCart(
      cart([line('12.00'), line('60.00', '1', { kind: 'bookings' })], {
        vatTable,
        sale: to('DK'),
        shipping: { price: '6.00', vatClass: 'standard' },
        fee: { price: '1.20', vatClass: 'standard' },
      }),
    )
    expect(priced.lines[1]).toMatchObject({ vatRate: '20', gross: '60.00' })
    expect(priced).toMatchObject({
      shipping: { gross: '6.25' },
      fee: { gross: '1.25' },
      totals: { total: '80.00' },
    })
  })
})

describe('net prices', () => {
  const net = { priceKind: 'net' } as const

  test('VAT is added to the group, and shared by its lines', () => {
    const { lines, totals } = priceCart(cart([line('0.10'), line('0.10'), line('0.10')], { ...net }))
    expect(totals).toMatchObject({ subtotal: '0.30', net: '0.30', total: '0.37' })
    expect(lines.map(({ vat }) => vat)).toEqual(['0.03', '0.02', '0.02'])
  })

  test('totals are those of the invoice: subtotal − discount + shipping + fee is net', () => {
    const totals = totalsOf(
      cart([line('30.75', '10'), line('70')], {
        ...net,
        shipping: { price: '5.00', vatClass: 'standard' },
        fee: { price: '1.50', vatClass: 'standard' },
        promotions: [promotion('percent', '5')],
        vatTable: ratesOf('15'),
      }),
    )
    // N12 with shipping and a fee.
    expect(totals).toMatchObject({ subtotal: '377.50', discount: '18.88', net: '365.12', total: '419.89' })
  })

  test('the net price is the same everywhere', () => {
    expect(priceCart(cart([line('10')], { ...net, sale: to('DE') })).lines[0]).toMatchObject({
      unitPrice: '10',
      net: '10.00',
      gross: '11.90',
    })
    expect(totalsOf(cart([line('10')], { ...net, sale: to('CH') })).total).toBe('10.00')
  })
})

test('codes that do not apply are answered with the reason', () => {
  const promotions = [{ ...promotion('percent', '10'), code: 'BIG', minimumTotal: '50' }]
  const priced = priceCart(cart([line('10')], { promotions, codes: ['big', 'nope'] }))
  expect(priced.refused).toEqual([
    { code: 'BIG', reason: 'below_minimum' },
    { code: 'NOPE', reason: 'unknown' },
  ])
})

test('what cannot be priced is refused', () => {
  expect(() => priceCart(cart([line('10', '-1')]))).toThrow('below zero')
  expect(() => priceCart(cart([line('ten')]))).toThrow('not a decimal number')
  expect(() => priceCart(cart([line('10')], { vatTable: {} }))).toThrow(
    expect.objectContaining({ code: 'vat_rate_missing' }),
  )
})
