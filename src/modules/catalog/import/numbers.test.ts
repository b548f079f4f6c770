import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGrams, readMoney, readQuantity, readWhole } from './numbers.ts'

const money = (text: string, currency = 'EUR') => {
  const result = readMoney(text, currency)
  return result.ok ? result.value : result.code
}

test.each([
  ['12,50', '12.50'],
  ['12.5', '12.50'],
  ['12', '12.00'],
  ['0', '0.00'],
  ['00012', '12.00'],
  ['.5', '0.50'],
  ['1.234,56', '1234.56'],
  ['1,234.56', '1234.56'],
  ['1.234.567', '1234567.00'],
  ['1,234,567.8', '1234567.80'],
  ['1 234,56', '1234.56'],
  ['1\u00a0234', '1234.00'],
  ["1'234.50", '1234.50'],
  ['1234.5', '1234.50'],
  ['12.5000', '12.50'],
  ['0.500', '0.50'],
  ['€ 12.50', '12.50'],
  ['12,5 €', '12.50'],
  ['12.50EUR', '12.50'],
  ['12,50 ευρώ', '12.50'],
  ['  9.99 ', '9.99'],
])('%j is %s', (text, expected) => expect(money(text)).toBe(expected))

test.each([
  ['1.234', 'ambiguous_number'],
  ['1,234', 'ambiguous_number'],
  ['12.500', 'ambiguous_number'],
  ['€ 999,000', 'ambiguous_number'],
  ['0.505', 'too_precise'],
  ['1234.567', 'too_precise'],
  ['1 234.567', 'too_precise'],
  ['-3', 'negative_number'],
  ['−3,50', 'negative_number'],
  ['$5', 'wrong_currency'],
  ['5 GBP', 'wrong_currency'],
  ['1,23,456.00', 'bad_number'],
  ['1.2.3', 'bad_number'],
  ['1.234 567', 'bad_number'],
  ['12.', 'bad_number'],
  ['1e3', 'bad_number'],
  ['0x10', 'bad_number'],
  ['12abc', 'bad_number'],
  ['', 'bad_number'],
  ['٣', 'bad_number'],
  ['1'.repeat(13), 'number_too_large'],
])('%j is refused as %s', (text, code) => expect(money(text)).toBe(code))

test('an ambiguous amount says both readings', () => {
  expect(readMoney('1.250', 'EUR')).toMatchObject({ params: { large: '1250', small: '1.25' } })
})

test('the sign of the shop’s own currency is no obstacle', () => {
  expect([money('$5', 'USD'), money('$5', 'AUD'), money('£5', 'GBP'), money('5 CHF', 'CHF')]).toEqual(
    Array.from({ length: 4 }, () => '5.00'),
  )
})

const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark)

test('every amount is read back from either locale’s spelling, to the cent', () => {
  const amounts = fc.tuple(fc.bigInt(0n, 999_999_999_999n), fc.integer({ min: 0, max: 99 }))
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom(['.', ','], [',', '.'], [' ', ','], ['', ','], ['', '.']),
      ([whole, cents], [group = '', point = '']) => {
        const fraction = String(cents).padStart(2, '0')
        const written = `${grouped(String(whole), group)}${point}${fraction}`
        expect(money(written)).toBe(`${whole}.${fraction}`)
      },
    ),
  )
})

test('whatever the text, the answer is an amount or a reason, never an exception', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[-€ .,'0-9]*$/))
  fc.assert(
    fc.property(texts, (text) => {
      expect(money(text)).toMatch(/^\d+\.\d\d$|^[a-z_]+$/)
    }),
  )
})

test.each([
  ['1.250', 'kg', 1250],
  ['0,5', 'kg', 500],
  ['1', 'lb', 454],
  ['2,5', 'lb', 1134],
  ['16', 'oz', 454],
  ['500', 'g', 500],
  ['499.5', 'g', 500],
  ['0.5 kg', 'g', 500],
  ['750γρ', 'kg', 750],
  ['0', 'g', 0],
] as const)('%j in %s is %i g', (text, unit, grams) => {
  expect(readGrams(text, unit)).toEqual({ ok: true, value: grams })
})

test('weights that mean nothing are refused', () => {
  const code = (text: string) => {
    const result = readGrams(text, 'g')
    return result.ok ? result.value : result.code
  }
  expect(['1.250', '-1', '2 stone', 'heavy', '9999999999'].map(code)).toEqual([
    'ambiguous_number',
    'negative_number',
    'bad_number',
    'bad_number',
    'number_too_large',
  ])
})

test('whole numbers and quantities', () => {
  expect(readWhole('12.0')).toEqual({ ok: true, value: 12 })
  expect(readWhole('-4')).toEqual({ ok: true, value: -4 })
  expect(readWhole('1.5')).toMatchObject({ code: 'not_whole' })
  expect(readQuantity('0,500')).toEqual({ ok: true, value: '0.5' })
  expect(readQuantity('1.125')).toEqual({ ok: true, value: '1.125' })
  expect(readQuantity('0')).toMatchObject({ code: 'not_positive' })
  expect(readQuantity('0.1234')).toMatchObject({ code: 'too_precise' })
})
