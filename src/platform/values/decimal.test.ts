import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  compare,
  divide,
  divideRounded,
  formatDecimal,
  multiply,
  negate,
  parseDecimal,
  round,
  subtract,
  trimZeros,
} from './decimal.ts'

test.each([
  ['0.125', 2, '0.13'],
  ['-0.125', 2, '-0.13'],
  ['0.124999', 2, '0.12'],
  ['2.5', 0, '3'],
  ['-2.5', 0, '-3'],
  ['-0.4', 0, '0'],
  ['1.005', 2, '1.01'],
  ['33.325', 2, '33.33'],
  ['7', 3, '7.000'],
  ['99999999999999999999.995', 2, '100000000000000000000.00'],
])('round(%s, %d) is %s', (value, scale, expected) => expect(round(value, scale)).toBe(expected))

test.each([
  [add('0.1', '0.2'), '0.3'],
  [add('1.10', '2'), '3.10'],
  [subtract('1', '1.01'), '-0.01'],
  [subtract('0.05', '0.05'), '0.00'],
  [negate('-3.50'), '3.50'],
  [multiply('1.1', '1.1'), '1.21'],
  [multiply('-0.05', '0.5'), '-0.025'],
  [divide('1', '3', 4), '0.3333'],
  [divide('2', '3', 4), '0.6667'],
  [divide('-1', '8', 2), '-0.13'],
  [divide('1', '-8', 2), '-0.13'],
  [divide('0.5', '0.0004', 0), '1250'],
  [trimZeros('24.0000'), '24'],
  [trimZeros('5.50'), '5.5'],
  [trimZeros('100'), '100'],
  [trimZeros('-0.00'), '0'],
])('%s is %s', (actual, expected) => expect(actual).toBe(expected))

test('numbers are compared by value', () => {
  expect(compare('1.50', '1.5')).toBe(0)
  expect(compare('-2', '1')).toBe(-1)
  expect(compare('0.0000001', '0')).toBe(1)
  expect(compare('10', '9')).toBe(1)
})

test.each([
  '',
  '1,5',
  '1e3',
  '+1',
  ' 1',
  '1.',
  '.5',
  '--1',
  'NaN',
  '0x10',
  '1'.repeat(41),
  `0.${'1'.repeat(21)}`,
])('%s is refused', (text) => expect(() => parseDecimal(text)).toThrow('is not a decimal number'))

test('dividing by zero is refused', () => expect(() => divide('1', '0.00', 2)).toThrow('divide by zero'))

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]) => formatDecimal({ units, scale }))

test('what is written is read back', () =>
  fc.assert(
    fc.property(decimals, (text) => {
      expect(formatDecimal(parseDecimal(text))).toBe(text)
      expect(compare(trimZeros(text), text)).toBe(0)
    }),
  ))

test('sums and products follow the laws of arithmetic', () =>
  fc.assert(
    fc.property(decimals, decimals, decimals, (a, b, c) => {
      expect(add(a, b)).toBe(add(b, a))
      expect(compare(add(add(a, b), c), add(a, add(b, c)))).toBe(0)
      expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0)
      expect(compare(subtract(add(a, b), b), a)).toBe(0)
    }),
  ))

test('rounding is within half a unit, away from zero on the half, and the same on both sides of zero', () =>
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n), (n, d) => {
      const rounded = divideRounded(n, d)
      const error = 2n * (rounded * d - n)
      expect(error >= -d && error <= d).toBe(true)
      const isHalf = error === d || error === -d
      expect(isHalf && n < 0n !== error < 0n).toBe(false)
      expect(divideRounded(-n, d)).toBe(-rounded)
      expect(divideRounded(n, -d)).toBe(-rounded)
    }),
  ))
