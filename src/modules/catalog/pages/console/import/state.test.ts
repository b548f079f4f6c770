import { expect, test } from 'vitest'
import { changesNothing, progressOf, tallyOf } from './state.ts'

const planned = { rows: 9, products: 6, create: 3, change: 1, same: 1, refuse: 1 }

test('before it is done the plan counts, afterwards what came of it', () => {
  expect(tallyOf({ status: 'previewed', counts: planned })).toEqual({
    create: 3,
    change: 1,
    same: 1,
    refuse: 1,
  })
  const counts = { ...planned, created: 2, changed: 1, unchanged: 1, refused: 2 }
  expect(tallyOf({ status: 'applied', counts })).toEqual({ create: 2, change: 1, same: 1, refuse: 2 })
  // While it runs, the tabs do not shrink to what has been done so far.
  expect(tallyOf({ status: 'running', counts: { ...planned, created: 0 } })).toMatchObject({ create: 3 })
})

test('how far it is: by products, or unknown while the file is read', () => {
  expect(progressOf({ status: 'previewing', counts: { products: 40 } })).toEqual({ done: 40, of: null })
  expect(progressOf({ status: 'running', counts: { ...planned, position: 4 } })).toEqual({ done: 4, of: 6 })
  expect(progressOf({ status: 'undoing', counts: { created: 3, changed: 1, undone: 2, kept: 1 } })).toEqual({
    done: 3,
    of: 4,
  })
})

test('a file of what is there already changes nothing; an empty or refused one is another matter', () => {
  const counts = { create: 0, change: 0, same: 4, refuse: 0 }
  expect(changesNothing({ status: 'previewed', counts })).toBe(true)
  expect(changesNothing({ status: 'previewed', counts: { ...counts, refuse: 1 } })).toBe(false)
  expect(changesNothing({ status: 'previewed', counts: { ...counts, same: 0 } })).toBe(false)
})
