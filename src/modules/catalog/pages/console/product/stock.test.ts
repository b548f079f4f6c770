import { expect, test } from 'vitest'
import { newProducer } from '../../../../../../test/producer.ts'
import { newShop } from '../../../../../../test/world.ts'
import { fieldsOf } from '../../../../../platform/pages/form-fields.ts'
import { createProduct } from '../../../create-product.ts'
import { adjustIn, loadStock } from './stock.ts'

const here = new URL('http://shop.test/')
const formOf = (quantity: string, reason: string, note = '') => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ quantity, reason, note })) form.append(name, value)
  return fieldsOf(form, 'el')
}

test('stock is moved with a reason and stands in the ledger; more than there is does not go out', async () => {
  const shop = await newShop()
  const producer = shop.as('producer', { producerIds: [await newProducer(shop, 'Κτήμα Ένα')] })
  const product = await createProduct(producer, {
    name: 'Μέλι',
    variants: [{ sku: 'M-1', price: '8', stock: 4 }],
  })
  const variantId = product.variants[0]!.id
  expect(await adjustIn(producer, variantId, formOf('6', 'received', 'Τρύγος'))).toMatchObject({ stock: 10 })
  await expect(adjustIn(producer, variantId, formOf('-11', 'damaged'))).rejects.toMatchObject({
    kind: 'conflict',
  })
  await expect(adjustIn(producer, variantId, formOf('πολλά', 'received'))).rejects.toBeDefined()
  const { movements, variant } = await loadStock(producer, product.id, variantId, here)
  expect(variant.stock).toBe(10)
  expect(movements).toMatchObject([
    { quantity: 6, reason: 'received', note: 'Τρύγος' },
    { quantity: 4, reason: 'opening' },
  ])

  const stranger = shop.as('producer', { producerIds: [await newProducer(shop, 'Άλλος')] })
  await expect(loadStock(stranger, product.id, variantId, here)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(adjustIn(stranger, variantId, formOf('1', 'received'))).rejects.toMatchObject({
    kind: 'not_found',
  })
  const elsewhere = (await newShop()).as('admin')
  await expect(loadStock(elsewhere, product.id, variantId, here)).rejects.toMatchObject({ kind: 'not_found' })
})
