import { expect, test } from 'vitest'
import { changedQuery, nextSort, queryOf } from './query.ts'

test('a loader sees only what says something', () => {
  expect(queryOf('https://demo.test/orders?q=&status=paid&from=&sort=-total')).toEqual({
    status: 'paid',
    sort: '-total',
  })
})

test('a change starts again at the first page and drops what is empty', () => {
  const query = new URLSearchParams('sort=total&cursor=abc&status=paid&q=')
  expect(changedQuery(query, { status: null, from: '2026-06-01' })).toBe('from=2026-06-01&sort=total')
})

test('the same filters make the same query, in whatever order they were chosen', () => {
  expect(changedQuery(new URLSearchParams('b=2&a=1'))).toBe(
    changedQuery(new URLSearchParams('a=1&b=2&cursor=x')),
  )
})

test('a column’s head goes up, down, and back to the list’s own order', () => {
  expect([null, 'total', '-total', 'name'].map((current) => nextSort(current, 'total'))).toEqual([
    'total',
    '-total',
    null,
    'total',
  ])
})
