import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('only what differs is shown, and bookkeeping is not', () => {
  expect(
    differences({ name: 'A', price: '1.00', version: 1 }, { name: 'A', price: '2.00', version: 2 }),
  ).toEqual([{ field: 'price', before: '1.00', after: '2.00' }])
  expect(differences(null, { name: 'A' })).toEqual([{ field: 'name', before: null, after: 'A' }])
})
