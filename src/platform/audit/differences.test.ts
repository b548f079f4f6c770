import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('only what differs is shown, and bookkeeping is not', () => {
  expect(
    differences({ name: 'A', price: '1.00', version: 1 }, { name: 'A', price: '2.00', version: 2 }),
  ).toEqual([{ field: 'price', before: '1.00', after: '2.00' }])
  expect(differences(null, { name: 'A' })).toEqual([{ field: 'name', before: null, after: 'A' }])
})

test('of a text in two languages only the one that changed is shown', () => {
  const name = { el: 'Λάδι', en: 'Oil' }
  expect(differences({ name }, { name: { ...name, en: 'Olive oil' } })).toEqual([
    { field: 'name.en', before: 'Oil', after: 'Olive oil' },
  ])
  expect(differences({ tags: ['a'] }, { tags: ['a', 'b'] })).toEqual([
    { field: 'tags', before: '["a"]', after: '["a","b"]' },
  ])
})
