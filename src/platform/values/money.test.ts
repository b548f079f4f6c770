import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencyScale } from './currencies.ts'
import {
  addMoney,
  compareMoney,
  formatMoney,
  amountOf,
  isZeroMoney,
  money,
  negateMoney,
  roundToMoney,
  spreadMoney,
  subtractMoney,
  sumMoney,
  minorUnits,
} from './money.ts'

const eur = (amount: string) => money(amount, 'EUR')

test.each([
  ['EUR', 2],
  ['USD', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['ISK', 0],
  ['KWD', 3],
  ['TND', 3],
  ['IQD', 3],
  ['CLF', 4],
  ['MGA', 2],
])('%s has %d decimals', (currency, scale) => expect(currencyScale(currency)).toBe(scale))

test.each(['eur', 'EURO', '', 'XAU', 'XXX', '€'])('%s is not a currency one can pay in', (currency) =>
  expect(() => currencyScale(currency)).toThrow('not a currency'),
)

test('an amount is held at the scale of its currency, or refused', () => {
  expect(eur('12.5')).toEqual({ amount: '12.50', currency: 'EUR' })
  expect(money('100.000', 'JPY').amount).toBe('100')
  expect(money('1.2', 'KWD').amount).toBe('1.200')
  expect(() => eur('12.505')).toThrow('EUR has 2 decimals')
  expect(() => money('0.5', 'JPY')).toThrow('JPY has 0 decimals')
})

test('rounding to a currency is half away from zero', () => {
  expect(roundToMoney('100.5', 'JPY').amount).toBe('101')
  expect(roundToMoney('-100.5', 'JPY').amount).toBe('-101')
  expect(roundToMoney('0.0005', 'KWD').amount).toBe('0.001')
})

test('reckoning', () => {
  expect(addMoney(eur('0.10'), eur('0.20'))).toEqual(eur('0.30'))
  expect(subtractMoney(eur('1'), eur('1.01'))).toEqual(eur('-0.01'))
  expect(sumMoney([eur('1'), eur('2.50'), eur('-3.50')], 'EUR')).toEqual(eur('0'))
  expect(sumMoney([], 'JPY')).toEqual({ amount: '0', currency: 'JPY' })
  expect(negateMoney(eur('-2'))).toEqual(eur('2'))
  expect(isZeroMoney(eur('0.00'))).toBe(true)
  expect(isZeroMoney(eur('-0.01'))).toBe(false)
  expect(compareMoney(eur('2'), eur('10'))).toBe(-1)
  expect(spreadMoney(eur('2.99'), [eur('43'), eur('14'), eur('23')]).map((m) => m.amount)).toEqual([
    '1.61',
    '0.52',
    '0.86',
  ])
})

test('two currencies never meet', () => {
  const usd = money('1', 'USD')
  for (const act of [
    () => addMoney(eur('1'), usd),
    () => subtractMoney(eur('1'), usd),
    () => compareMoney(eur('1'), usd),
    () => sumMoney([usd], 'EUR'),
    () => spreadMoney(eur('1'), [usd]),
  ]) {
    expect(act).toThrow(expect.objectContaining({ code: 'currency_mismatch' }))
  }
})

test('minor units and amounts are two ways of writing the same', () =>
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 18n), 10n ** 18n),
      fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
      (minor, currency) => {
        expect(minorUnits(amountOf(minor, currency), currency)).toBe(minor)
      },
    ),
  ))

test('people read it in their language, exact at any size', () => {
  const shown = (amount: string, currency: string, locale: string) =>
    formatMoney({ amount, currency }, locale).replaceAll(/\s/g, ' ')
  expect(shown('1234.50', 'EUR', 'el')).toBe('1.234,50 €')
  expect(shown('1234.50', 'EUR', 'en')).toBe('€1,234.50')
  expect(shown('1250', 'JPY', 'en')).toBe('¥1,250')
  expect(shown('1.500', 'IQD', 'en')).toBe('IQD 1.500')
  expect(shown('-0.01', 'EUR', 'en')).toBe('-€0.01')
  expect(shown('90071992547409931.07', 'EUR', 'en')).toBe('€90,071,992,547,409,931.07')
})
