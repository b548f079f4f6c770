import { expect, test } from 'vitest'
import { newProducer } from '../../../../../../test/producer.ts'
import { newShop } from '../../../../../../test/world.ts'
import { applyImport } from '../../../import/apply.ts'
import { createImport } from '../../../import/imports.ts'
import { templateLines } from '../../../import/template.ts'
import { undoImportJob } from '../../../import/undo.ts'
import { loadImport, loadImports } from './load.ts'
import { actOnImport } from './save.ts'
import { changesNothing } from './state.ts'

const here = (query = '') => new URL(`http://shop.test/console/import${query}`)
const bytesOf = async (lines: AsyncIterable<string> | string[]) => {
  let text = ''
  for await (const line of lines) text += line
  return new TextEncoder().encode(text)
}

async function market() {
  const shop = await newShop()
  const producerId = await newProducer(shop, 'Κτήμα Ένα')
  const own = { producerIds: [producerId] }
  return { shop, producerId, producer: shop.as('producer', own), own }
}

const file = ['slug,name.el,price,sku,stock\n', 'meli,Μέλι,8.00,M-1,5\n', 'feta,Φέτα,oops,F-1,3\n']

test('the template is read as it is written, makes its product, and changes nothing the second time', async () => {
  const { shop, producer } = await market()
  const bytes = await bytesOf(templateLines(producer))
  const first = await createImport(producer, { fileName: 'template.csv', bytes })
  const { items, shown } = await loadImport(producer, first.id, here())
  expect(shown.counts).toMatchObject({ create: 1, refuse: 0 })
  expect(items[0]!.problems).toEqual([])
  // Of a new product every cell that says something is shown.
  expect(items[0]!.changes.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['name', 'attributes', 'HONEY-450: price', 'HONEY-900: stock']),
  )
  expect(await actOnImport(producer, first.id, 'apply')).toBe('catalog.importStarted')
  await applyImport(shop.as('system'), { importId: first.id })
  const again = await createImport(producer, { fileName: 'template.csv', bytes })
  expect(changesNothing((await loadImport(producer, again.id, here())).shown)).toBe(true)
})

test('outcomes are narrowed by the address, and reasons told in the language of who reads', async () => {
  const { shop, producer, own } = await market()
  const { id } = await createImport(producer, { fileName: 'a.csv', bytes: await bytesOf(file) })
  const refused = await loadImport(producer, id, here('?effect=refuse'))
  expect(refused.items.map(({ title }) => title)).toEqual(['feta'])
  expect(refused.items[0]!.problems[0]).toMatchObject({ row: 3, column: 'price', value: 'oops' })
  const greek = await loadImport(shop.as('producer', { ...own, locale: 'el' }), id, here('?effect=refuse'))
  expect(greek.items[0]!.problems[0]!.message).not.toBe(refused.items[0]!.problems[0]!.message)
  expect(greek.items[0]!.problems[0]!.message).toMatch(/\p{Script=Greek}/u)
  // What makes no sense in the address is left out.
  expect((await loadImport(producer, id, here('?effect=odd'))).items).toHaveLength(2)
})

test('an import is followed from the history until it is taken back, by those whose it is', async () => {
  const { shop, producer } = await market()
  const { id } = await createImport(producer, { fileName: 'a.csv', bytes: await bytesOf(file) })
  await actOnImport(producer, id, 'apply')
  await applyImport(shop.as('system'), { importId: id })
  expect((await loadImports(producer, here())).imports).toMatchObject([
    { id, status: 'applied', fileName: 'a.csv', producer: 'Κτήμα Ένα' },
  ])
  expect((await loadImports(producer, here())).producers).toEqual([])
  expect((await loadImports(shop.as('admin'), here())).producers).toHaveLength(1)
  await actOnImport(producer, id, 'undo')
  await undoImportJob(shop.as('system'), { importId: id })
  expect((await loadImport(producer, id, here())).shown).toMatchObject({
    status: 'undone',
    counts: { undone: 1 },
  })

  const stranger = shop.as('producer', { producerIds: [await newProducer(shop, 'Άλλος')] })
  expect((await loadImports(stranger, here())).imports).toEqual([])
  await expect(loadImport(stranger, id, here())).rejects.toMatchObject({ kind: 'not_found' })
  await expect(actOnImport(stranger, id, 'undo')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(loadImports(shop.as('customer'), here())).rejects.toMatchObject({ kind: 'forbidden' })
  const elsewhere = await newShop()
  await expect(loadImport(elsewhere.as('admin'), id, here())).rejects.toMatchObject({ kind: 'not_found' })
})
