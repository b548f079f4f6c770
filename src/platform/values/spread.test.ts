import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread, sum } from './spread.ts'

const big = (values: number[]) => values.map(BigInt)

test.each([
  ['D1: a discount over three lines', 299, [4300, 1400, 2300], [161, 52, 86]],
  ['D1: ties go to the earlier', 10, [50, 50, 50], [4, 3, 3]],
  ['the mirror image when negative', -10, [50, 50, 50], [-4, -3, -3]],
  ['two spare cents, two earliest', 5, [1, 1, 1], [2, 2, 1]],
  ['a weight of zero gets nothing', 7, [0, 3, 0, 4], [0, 3, 0, 4]],
  ['all weights zero: equal parts', 5, [0, 0], [3, 2]],
  ['nothing to divide', 0, [3, 4], [0, 0]],
  ['more than the weights', 301, [100, 50], [201, 100]],
  ['one cent goes to the greatest remainder', 1, [1, 2, 1], [0, 1, 0]],
])('%s', (_, total, weights, parts) => expect(spread(BigInt(total), big(weights))).toEqual(big(parts)))

test('nothing can be spread over nothing, nor over less than nothing', () => {
  expect(spread(0n, [])).toEqual([])
  expect(() => spread(1n, [])).toThrow('nothing to spread')
  expect(() => spread(1n, [1n, -1n])).toThrow('below zero')
})

const weights = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 30 })

test('parts add up, lie within one unit of the exact share, and never exceed their weight needlessly', () =>
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 10n), 10n ** 10n), weights, (total, weights) => {
      const parts = spread(total, weights)
      const whole = sum(weights)
      const magnitude = total < 0n ? -total : total
      expect(sum(parts)).toBe(total)
      parts.forEach((part, i) => {
        const size = total < 0n ? -part : part
        expect(size >= 0n).toBe(true)
        const error = size * whole - magnitude * weights[i]!
        expect(whole === 0n || (error > -whole && error < whole)).toBe(true)
        expect(magnitude <= whole && size > weights[i]!).toBe(false)
      })
    }),
  ))
