import { expect, test } from 'vitest'
import { newShop } from '../../../test/world.ts'
import { deleteView, listViews, saveView } from './saved-views.ts'

const view = { list: 'orders', name: 'Late', query: 'status=paid' }

test('a view is its owner’s until it is shared; the same name replaces it', async () => {
  const shop = await newShop()
  const [mine, other] = [shop.as('lead'), shop.as('lead')]
  const first = await saveView(mine, view)
  const second = await saveView(mine, { ...view, query: 'status=packed' })
  expect(second.id).toBe(first.id)
  expect((await listViews(mine, 'orders')).map(({ name, query }) => [name, query])).toEqual([
    ['Late', 'status=packed'],
  ])
  expect(await listViews(mine, 'parts')).toEqual([])
  expect(await listViews(other, 'orders')).toEqual([])
  await saveView(mine, { ...view, isShared: true })
  expect(await listViews(other, 'orders')).toHaveLength(1)
})

test('only the owner deletes it, and once', async () => {
  const shop = await newShop()
  const [mine, other] = [shop.as('lead'), shop.as('lead')]
  const { id } = await saveView(mine, { ...view, isShared: true })
  await expect(deleteView(other, id)).rejects.toMatchObject({ kind: 'not_found' })
  await deleteView(mine, id)
  await expect(deleteView(mine, id)).rejects.toMatchObject({ kind: 'not_found' })
})

test('guests and strangers keep nothing here', async () => {
  const [shop, elsewhere] = [await newShop(), await newShop()]
  await expect(saveView(shop.as('guest'), view)).rejects.toMatchObject({ kind: 'unauthorized' })
  const person = shop.as('lead')
  await saveView(person, { ...view, isShared: true })
  expect(await listViews(elsewhere.as('lead', person.actor), 'orders')).toEqual([])
})

test('thirty views of one list are enough', async () => {
  const person = (await newShop()).as('lead')
  for (let n = 0; n < 30; n++) await saveView(person, { ...view, name: `View ${n}` })
  await expect(saveView(person, { ...view, name: 'One more' })).rejects.toMatchObject({ code: 'too_many' })
})
