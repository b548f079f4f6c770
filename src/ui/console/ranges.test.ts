import { expect, test } from 'vitest'
import { rangeBefore, rangeOf } from './ranges.ts'

test('the usual ranges, both ends included, also over the turn of a year', () => {
  expect(rangeOf('week', '2026-01-03')).toEqual({ from: '2025-12-28', to: '2026-01-03' })
  expect(rangeOf('thisMonth', '2026-06-20')).toEqual({ from: '2026-06-01', to: '2026-06-20' })
  expect(rangeOf('lastMonth', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(rangeOf('lastMonth', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(rangeOf('year', '2026-06-20')).toEqual({ from: '2026-01-01', to: '2026-06-20' })
})

test('the range before is as long and ends the day before, over the change of the clock too', () => {
  expect(rangeBefore({ from: '2026-03-29', to: '2026-04-04' })).toEqual({
    from: '2026-03-22',
    to: '2026-03-28',
  })
  expect(rangeBefore({ from: '2026-06-20', to: '2026-06-20' })).toEqual({
    from: '2026-06-19',
    to: '2026-06-19',
  })
})
