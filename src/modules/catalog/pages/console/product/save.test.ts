import { expect, test } from 'vitest'
import { newProducer } from '../../../../../../test/producer.ts'
import { newShop } from '../../../../../../test/world.ts'
import { fieldsOf } from '../../../../../platform/pages/form-fields.ts'
import { attempt } from '../../../../../platform/pages/outcome.ts'
import { createProduct } from '../../../create-product.ts'
import { actOnProduct } from './act.ts'
import { attributesIn, keyOf } from './facts.ts'
import { loadProduct } from './load.ts'
import { inputOf, namingLines } from './save.ts'

const formOf = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.append(name, value)
  return fieldsOf(form, 'el')
}

const basics = {
  'name.el': 'Μέλι',
  'name.en': 'Honey',
  vatClass: 'reduced',
  status: 'draft',
  tags: 'γλυκά, μέλι, γλυκά ,',
  'options.0': 'Βάρος',
}

const line = (id: string, more: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      sku: 'M-1',
      price: '8,50',
      'options.0': '450 g',
      stock: '7',
      lowStockAt: '3',
      weightGrams: '600',
      unit: 'kg',
      unitQuantity: '0,45',
      ...more,
    }).map(([name, value]) => [`variants.${id}.${name}`, value]),
  )

async function market() {
  const shop = await newShop()
  const producerId = await newProducer(shop, 'Κτήμα Ένα')
  const producer = shop.as('producer', { producerIds: [producerId] })
  const product = await createProduct(producer, inputOf(formOf({ ...basics, ...line('new1') })))
  return { shop, producer, product, variant: product.variants[0]! }
}

test('the form says all a product can be, in the way people type it', async () => {
  const { product, variant } = await market()
  expect(product).toMatchObject({ name: { el: 'Μέλι', en: 'Honey' }, slug: 'meli', tags: ['γλυκά', 'μέλι'] })
  expect(variant).toMatchObject({
    price: '8.50',
    stock: 7,
    lowStockAt: 3,
    weightGrams: 600,
    unit: 'kg',
    unitQuantity: '0.450',
    options: { Βάρος: '450 g' },
  })
})

test('saved as it was loaded it stays the same; a stock that was not touched is not counted anew', async () => {
  const { producer, product, variant } = await market()
  const fields = formOf({
    ...basics,
    ...line(variant.id, { stockBefore: '7' }),
    slug: product.slug,
    version: String(product.version),
  })
  await actOnProduct(producer, product.id, fields)
  const { product: after } = await loadProduct(producer, product.id)
  expect(after.variants[0]).toMatchObject({ id: variant.id, stock: 7, sku: 'M-1' })
  expect(after.slug).toBe('meli')
})

test('who was slower is told so, and may still have theirs stand', async () => {
  const { producer, product, variant } = await market()
  const typed = {
    ...basics,
    ...line(variant.id, { stockBefore: '7', price: '9,00' }),
    version: String(product.version),
  }
  await actOnProduct(producer, product.id, formOf(typed))
  const late = { ...typed, ...line(variant.id, { stockBefore: '7', price: '7,00' }) }
  const { problem } = await attempt(() => actOnProduct(producer, product.id, formOf(late)))
  expect(problem).toMatchObject({ code: 'precondition_failed' })
  await actOnProduct(producer, product.id, formOf({ ...late, force: '1' }))
  expect((await loadProduct(producer, product.id)).product.variants[0]!.price).toBe('7.00')
})

test('refusals stand beside their fields', async () => {
  const { producer, product, variant } = await market()
  const other = await createProduct(producer, {
    name: 'Φέτα',
    variants: [{ sku: 'F-1', price: '5' }],
  })
  const refusal = async (more: Record<string, string>) => {
    const fields = formOf({ ...basics, ...line(variant.id), version: String(product.version), ...more })
    const { problem } = await attempt(() => actOnProduct(producer, product.id, fields))
    return namingLines(problem!, fields).errors.map(({ pointer }) => pointer)
  }
  expect(await refusal({ [`variants.${variant.id}.price`]: 'πολλά' })).toContain(
    `/variants/${variant.id}/price`,
  )
  expect(await refusal({ 'name.el': '', 'name.en': '' })).toContain('/name/el')
  expect(await refusal({ slug: other.slug })).toEqual(['/slug'])
  expect(await refusal({ 'options.0': '' })).toEqual(['/options/0'])
})

test('copied, deleted, brought to the shelf: each by its own button; a stranger finds nothing', async () => {
  const { shop, producer, product } = await market()
  const act = (intent: string, as = producer) => actOnProduct(as, product.id, formOf({ intent }))
  expect((await act('publish')).message).toBe('catalog.productPublished')
  expect((await act('publish')).message).toBe('catalog.productPublished')
  expect((await act('duplicate')).to).not.toContain(product.id)
  const stranger = shop.as('producer', { producerIds: [await newProducer(shop, 'Άλλος')] })
  await expect(act('save', stranger)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(act('delete', (await newShop()).as('admin'))).rejects.toMatchObject({ kind: 'not_found' })
  expect((await act('delete')).undo).toEqual({ intent: 'restore', ids: product.id })
  await expect(loadProduct(producer, product.id)).rejects.toMatchObject({ kind: 'not_found' })
})

test('facts: known ones by their name in any language, others by a Latin one, ticks apart', () => {
  expect([keyOf('Τόπος'), keyOf('origin'), keyOf('Χρώμα'), keyOf('Region')]).toEqual([
    'origin',
    'origin',
    'chroma',
    'Region',
  ])
  const form = new FormData()
  for (const [name, value] of [
    ['facts.0.name', 'Τόπος'],
    ['facts.0.el', 'Κρήτη'],
    ['facts.0.en', 'Crete'],
    ['facts.1.name', 'Χρώμα'],
    ['facts.2.name', ''],
    ['flagNames', 'organic'],
    ['flagNames', 'keepCool'],
    ['flagNames', 'vegan'],
    ['flags.organic', 'on'],
  ] as const)
    form.append(name, value)
  expect(attributesIn(fieldsOf(form, 'el'), { keepCool: true, vintage: 2021 })).toEqual({
    origin: { el: 'Κρήτη', en: 'Crete' },
    organic: true,
    keepCool: false,
  })
})
