import { expect, test } from 'vitest'
import { newShop } from '../../../test/world.ts'
import { newId } from '../../platform/database/columns.ts'
import {
  createShippingMethod,
  deleteShippingMethod,
  getShippingMethod,
  listShippingMethods,
  updateShippingMethod,
} from './methods.ts'

const courier = {
  code: 'courier',
  provider: 'flat',
  name: { el: 'Κούριερ', en: 'Courier' },
  price: '3.50',
} as const
const bracket = (upToGrams: number, price: string) => ({ upToGrams, price })

test('a method is made for the house’s own country, changed, switched off for the shop, and deleted', async () => {
  const shop = await newShop()
  const admin = shop.as('admin')
  const made = await createShippingMethod(admin, courier)
  expect(made).toMatchObject({ price: '3.50', countries: ['GR'] })
  const after = await updateShippingMethod(admin, { methodId: made.id, isEnabled: false }, made.version)
  await expect(
    updateShippingMethod(admin, { methodId: made.id, price: '1.00' }, made.version),
  ).rejects.toMatchObject({ status: 412 })
  expect(after.isEnabled).toBe(false)
  expect(await listShippingMethods(shop.as('guest'), { onlyEnabled: true })).toEqual([])
  expect(await listShippingMethods(admin, { onlyEnabled: false })).toHaveLength(1)
  await deleteShippingMethod(admin, made.id)
  await expect(deleteShippingMethod(admin, made.id)).rejects.toMatchObject({ status: 404 })
  expect(await shop.auditOf(made.id)).toEqual([
    'shipping-method.create',
    'shipping-method.update',
    'shipping-method.delete',
  ])
})

test('a code is taken once', async () => {
  const shop = await newShop()
  await createShippingMethod(shop.as('admin'), courier)
  await expect(createShippingMethod(shop.as('admin'), courier)).rejects.toMatchObject({ code: 'duplicate' })
})

test('roles without the right are refused, and another organisation reaches none of it', async () => {
  const [shop, other] = [await newShop(), await newShop()]
  const { id } = await createShippingMethod(shop.as('admin'), courier)
  for (const role of ['customer', 'producer', 'lead', 'accountant'] as const) {
    await expect(createShippingMethod(shop.as(role), courier)).rejects.toMatchObject({ status: 403 })
    await expect(deleteShippingMethod(shop.as(role), id)).rejects.toMatchObject({ status: 403 })
  }
  const owner = other.as('owner')
  await expect(getShippingMethod(owner, id)).rejects.toMatchObject({ status: 404 })
  await expect(updateShippingMethod(owner, { methodId: id, price: '0.00' })).rejects.toMatchObject({
    status: 404,
  })
  await expect(deleteShippingMethod(owner, newId())).rejects.toMatchObject({ status: 404 })
})

test.each([
  ['a flat rate without a price', { ...courier, price: null }],
  ['a table without rates', { ...courier, provider: 'table' }],
  [
    'weights that fall',
    {
      ...courier,
      provider: 'table',
      rates: [{ zone: 'mainland', brackets: [bracket(5000, '3.00'), bracket(2000, '4.00')] }],
    },
  ],
  ['a price below zero', { ...courier, price: '-1.00' }],
  ['a country that is none', { ...courier, countries: ['Greece'] }],
] as const)('%s is refused', async (_, fields) => {
  const shop = await newShop()
  await expect(createShippingMethod(shop.as('admin'), fields as never)).rejects.toBeInstanceOf(Error)
  expect(await listShippingMethods(shop.as('admin'), { onlyEnabled: false })).toEqual([])
})
