import { expect, test } from 'vitest'
import { newShop } from '../../../../../../test/world.ts'
import { fieldsOf } from '../../../../../platform/pages/form-fields.ts'
import { newId } from '../../../../../platform/database/columns.ts'
import { decideReviews, idsOf } from './acts.ts'

const fields = (entries: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return fieldsOf(form, 'el')
}

test('a form names reviews one by one, and an undo all of them at once', () => {
  expect(
    idsOf(
      fields([
        ['id', 'a'],
        ['id', 'b'],
      ]),
    ),
  ).toEqual(['a', 'b'])
  expect(idsOf(fields([['ids', 'a,b']]))).toEqual(['a', 'b'])
  expect(idsOf(fields([]))).toEqual([])
})

test('what cannot be decided is told, and nothing is done', async () => {
  const shop = await newShop()
  const form = fields([
    ['intent', 'publish'],
    ['id', newId()],
  ])
  expect(await decideReviews(shop.as('lead'), form)).toMatchObject({ done: [], status: 404 })
  expect(await decideReviews(shop.as('producer'), form)).toMatchObject({ done: [], status: 403 })
  const odd = fields([
    ['intent', 'burn'],
    ['id', newId()],
  ])
  expect((await decideReviews(shop.as('lead'), odd)).done).toEqual([])
})
