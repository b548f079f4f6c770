import { expect, test } from 'vitest'
import { newShop } from '../../../test/world.ts'
import { createCustomer, updateCustomer } from '../../modules/customers/customers.ts'
import { historyOf } from './history.ts'

test('a record’s panel tells its changes, newest first, with before and after', async () => {
  const shop = await newShop()
  const admin = shop.as('admin', { name: 'Ada' })
  const { id } = await createCustomer(admin, { name: 'Μαρία' })
  await createCustomer(admin, { name: 'Somebody else' })
  await updateCustomer(admin, { customerId: id, tags: ['vip'] })

  const history = await historyOf(admin, { customer: [id] })
  expect(history).toMatchObject({
    isCut: false,
    entries: [
      { action: 'customer.update', actor: 'Ada' },
      { action: 'customer.create', changes: [] },
    ],
  })
  expect(history!.entries[0]!.changes).toContainEqual({ field: 'tags', before: '[]', after: '["vip"]' })
})

test('who may not read the log has no panel, and another shop’s record no entries', async () => {
  const [shop, other] = [await newShop(), await newShop()]
  const { id } = await createCustomer(shop.as('admin'), { name: 'Μαρία' })
  expect(await historyOf(shop.as('lead'), { customer: [id] })).toBeNull()
  expect(await historyOf(other.as('admin'), { customer: [id] })).toEqual({ entries: [], isCut: false })
  expect(await historyOf(shop.as('admin'), { customer: [] })).toEqual({ entries: [], isCut: false })
})
