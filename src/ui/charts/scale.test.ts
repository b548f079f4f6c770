import { expect, test } from 'vitest'
import { scaleOf } from './scale.ts'

test.each([
  [
    [3, 17, 42],
    [0, 20, 40, 60],
  ],
  [
    [0.12, 0.4],
    [0, 0.1, 0.2, 0.3, 0.4],
  ],
  [[980], [0, 250, 500, 750, 1000]],
  [
    [-30, 60],
    [-50, -25, 0, 25, 50, 75],
  ],
  [[0], [0, 0.25, 0.5, 0.75, 1].slice(0, 2)],
  [[], [0, 0.25]],
])('%j has round figures and zero among them', (values, ticks) => {
  const scale = scaleOf(values)
  expect(scale.ticks).toEqual(ticks)
  for (const value of values) {
    expect(scale.at(value)).toBeGreaterThanOrEqual(0)
    expect(scale.at(value)).toBeLessThanOrEqual(100)
  }
})

test('heights are in proportion', () => {
  const { at } = scaleOf([0, 100])
  expect([at(0), at(25), at(100)]).toEqual([0, 25, 100])
})
