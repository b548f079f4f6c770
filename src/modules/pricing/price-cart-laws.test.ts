/** What must hold for every cart: checked on generated ones, and that pricing one is quick. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, minorUnits } from '../../platform/values/money.ts'
import { totalDocument } from '../../platform/values/totals.ts'
import { atHome, cart, line, promotion } from './cart.fixture.ts'
import { priceCart } from './price-cart.ts'
import type { CartToPrice, LineToPrice, PricedCart } from './priced.ts'

const cents = (max: number) => fc.integer({ min: 0, max }).map((units) => (units / 100).toFixed(2))
const vatClass = fc.constantFrom(
  'standard' as const,
  'reduced' as const,
  'superReduced' as const,
  'zero' as const,
)
const extra = fc.option(fc.record({ price: cents(2000), vatClass }))

const anyLine: fc.Arbitrary<LineToPrice> = fc
  .record({
    unitPrice: cents(50_000),
    quantity: fc.constantFrom('1', '2', '3', '7', '0.35'),
    vatClass,
    kind: fc.constantFrom('shop' as const, 'bookings' as const),
  })
  .map(({ unitPrice, quantity, ...more }) => line(unitPrice, quantity, more))

const anyPromotion = fc
  .record({
    kind: fc.constantFrom('percent' as const, 'fixed' as const, 'freeShipping' as const, 'buyXGetY' as const),
    value: cents(6000),
    isStackable: fc.boolean(),
  })
  .map(({ kind, value, isStackable }) => ({ ...promotion(kind, value), isStackable }))

const anyCart: fc.Arbitrary<CartToPrice> = fc
  .record({
    priceKind: fc.constantFrom('gross' as const, 'net' as const),
    lines: fc.array(anyLine, { maxLength: 12 }),
    shipping: extra,
    fee: extra,
    promotions: fc.uniqueArray(anyPromotion, { maxLength: 3, selector: ({ id }) => id }),
    sale: fc.record({
      origin: fc.constant('GR'),
      destination: fc.constantFrom('GR', 'DE', 'FI', 'US', null),
      isOssRegistered: fc.boolean(),
      hasValidVatNumber: fc.boolean(),
    }),
  })
  .map(({ lines, ...more }) => cart(lines, more))

const eur = (amount: string) => minorUnits(amount, 'EUR')
const total = (amounts: string[]) => amounts.reduce((sum, amount) => sum + eur(amount), 0n)
const itemsOf = ({ lines, shipping, fee }: PricedCart) => [
  ...lines,
  ...[shipping, fee].filter((item) => item !== null),
]

test('the parts add up to the totals, to the cent, and nothing is below zero', () =>
  fc.assert(
    fc.property(anyCart, (given) => {
      const priced = priceCart(given)
      const { totals } = priced
      const items = itemsOf(priced)
      expect(total(items.map(({ net }) => net))).toBe(eur(totals.net))
      expect(total(items.map(({ gross }) => gross))).toBe(eur(totals.total))
      expect(total(totals.vat.map(({ base }) => base))).toBe(eur(totals.net))
      expect(eur(totals.net) + total(totals.vat.map(({ amount }) => amount))).toBe(eur(totals.total))
      for (const item of items) {
        expect(eur(item.net) + eur(item.vat)).toBe(eur(item.gross))
        expect(total(item.discounts.map(({ amount }) => amount))).toBe(eur(item.discount))
        expect([item.net, item.vat, item.gross, item.discount].some((amount) => amount.startsWith('-'))).toBe(
          false,
        )
      }
      for (const { rate, category, base, amount } of totals.vat) {
        const members = items.filter((item) => item.vatRate === rate && item.vatCategory === category)
        expect(total(members.map(({ net }) => net))).toBe(eur(base))
        expect(total(members.map(({ vat }) => vat))).toBe(eur(amount))
      }
    }),
  ))

test('what is shown adds up in the price kind', () =>
  fc.assert(
    fc.property(anyCart, (given) => {
      const { totals, lines } = priceCart(given)
      const shown = eur(totals.subtotal) - eur(totals.discount) + eur(totals.shipping) + eur(totals.fee)
      expect(shown).toBe(eur(given.priceKind === 'gross' ? totals.total : totals.net))
      expect(total(lines.map(({ discount }) => discount))).toBe(eur(totals.discount))
    }),
  ))

test('the order is the invoice: the same lines as a document give the same nets, VAT and total', () =>
  fc.assert(
    fc.property(anyCart, (given) => {
      const priced = priceCart(given)
      const extras = [priced.shipping, priced.fee].filter((item) => item !== null)
      const document = totalDocument({
        currency: 'EUR',
        pricing: given.priceKind,
        lines: [
          ...priced.lines,
          ...extras.map((item) => ({ ...item, quantity: '1', unitPrice: item.price })),
        ].map((item) => ({ ...item, allowances: [{ amount: item.discount }] })),
      })
      expect(document.lines.map(({ net, vat }) => [net, vat])).toEqual(
        itemsOf(priced).map(({ net, vat }) => [net, vat]),
      )
      expect(document.totals.vat).toEqual(priced.totals.vat)
      expect(document.totals.gross).toBe(priced.totals.total)
    }),
  ))

test('G5: wherever a cart was shown before, at home it costs what it cost', () =>
  fc.assert(
    fc.property(anyCart, (given) => {
      const home = () => priceCart({ ...given, sale: atHome })
      const before = home()
      priceCart(given)
      expect(home()).toEqual(before)
      expect(before.lines.map(({ unitPrice }) => unitPrice)).toEqual(
        given.lines.map(({ unitPrice }) => unitPrice),
      )
    }),
  ))

test('without promotions the order of the lines changes no total', () =>
  fc.assert(
    fc.property(anyCart, (given) => {
      const plain = { ...given, promotions: [] }
      expect(priceCart({ ...plain, lines: plain.lines.toReversed() }).totals).toEqual(priceCart(plain).totals)
    }),
  ))

test('a cart of twenty lines is priced in a fraction of a millisecond', () => {
  const lines = Array.from({ length: 20 }, (_, i) =>
    line(amountOf(BigInt(317 + 137 * i), 'EUR'), String(1 + (i % 4))),
  )
  const given = cart(lines, { promotions: [promotion('percent', '10'), promotion('fixed', '5')] })
  const times = Array.from({ length: 400 }, () => {
    const start = performance.now()
    priceCart(given)
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  expect(times[100]).toBeLessThan(0.2)
})
