import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMinor, toMinor } from './minor-units.ts'

test.each([
  ['0.29', 2, 29],
  ['12.5', 2, 1250],
  ['12', 2, 1200],
  ['1.005', 3, 1005],
  ['100', 0, 100],
  ['100.00', 0, 100],
  ['-0.01', 2, -1],
  ['-0.00', 2, 0],
  ['90071992547409.91', 2, 9007199254740991],
])('%s at %i decimals is %i', (amount, decimals, minor) => {
  expect(toMinor(amount, decimals)).toBe(minor)
})

test.each(['', '1,50', '1e3', '0.001', 'NaN', '١', '90071992547409.92', '1.'])('%j is refused', (amount) => {
  expect(() => toMinor(amount, 2)).toThrowError(expect.objectContaining({ kind: 'invalid' }))
})

test('there and back is the same, at every scale', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3), (minor, decimals) => {
      expect(toMinor(fromMinor(minor, decimals), decimals)).toBe(minor)
    }),
  )
  expect([fromMinor(5, 2), fromMinor(-5, 2), fromMinor(0, 3), fromMinor(7, 0)]).toEqual([
    '0.05',
    '-0.05',
    '0.000',
    '7',
  ])
})
