import { expect, test } from 'vitest'
import { newShop } from '../../../../../../test/world.ts'
import { loadCategory, loadTree } from './load.ts'
import { moveIn, saveCategory } from './save.ts'
import { flatten } from './tree.ts'

const formOf = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.append(name, value)
  return form
}

async function market() {
  const shop = await newShop()
  const admin = shop.as('admin', { locale: 'el' })
  const shown = async () =>
    flatten((await loadTree(admin)).tree).map(({ node, depth }) => `${'-'.repeat(depth)}${node.name}`)
  const idOf = async (name: string) =>
    flatten((await loadTree(admin)).tree).find(({ node }) => node.name === name)!.node.id
  const make = (name: string, parentId = '') =>
    saveCategory(admin, null, formOf({ 'name.el': name, parentId }))
  for (const name of ['Λάδια', 'Μέλια', 'Τυριά']) await make(name)
  return { shop, admin, shown, idOf, make }
}

test('new ones come last; steps and drops put them where they are wanted, also below another', async () => {
  const { admin, shown, idOf, make } = await market()
  expect(await shown()).toEqual(['Λάδια', 'Μέλια', 'Τυριά'])
  await make('Εξαιρετικά', await idOf('Λάδια'))
  await moveIn(admin, formOf({ categoryId: await idOf('Τυριά'), move: 'up' }))
  expect(await shown()).toEqual(['Λάδια', '-Εξαιρετικά', 'Τυριά', 'Μέλια'])
  // At the end of the row nothing happens.
  await moveIn(admin, formOf({ categoryId: await idOf('Μέλια'), move: 'down' }))
  await moveIn(
    admin,
    formOf({ categoryId: await idOf('Μέλια'), parentId: await idOf('Λάδια'), position: '0' }),
  )
  expect(await shown()).toEqual(['Λάδια', '-Μέλια', '-Εξαιρετικά', 'Τυριά'])
  await expect(
    moveIn(admin, formOf({ categoryId: await idOf('Λάδια'), parentId: await idOf('Μέλια'), position: '0' })),
  ).rejects.toMatchObject({ code: 'cycle' })
})

test('renamed in both languages; who was slower is told; its parents are never below itself', async () => {
  const { admin, idOf, make } = await market()
  const id = await idOf('Μέλια')
  await make('Θυμαρίσια', id)
  const { category, parents } = await loadCategory(admin, id)
  expect(parents.map(({ label }) => label)).toEqual(['Λάδια', 'Τυριά'])
  const typed = {
    'name.el': 'Μέλι',
    'name.en': 'Honey',
    slug: 'honey',
    parentId: '',
    version: String(category!.version),
  }
  await saveCategory(admin, id, formOf(typed))
  expect((await loadCategory(admin, id)).category).toMatchObject({
    name: { el: 'Μέλι', en: 'Honey' },
    slug: 'honey',
  })
  await expect(saveCategory(admin, id, formOf(typed))).rejects.toMatchObject({ kind: 'precondition_failed' })
})

test('what is used is not deleted; what is empty goes', async () => {
  const { admin, idOf, make, shown } = await market()
  await make('Γραβιέρα', await idOf('Τυριά'))
  const gone = formOf({ intent: 'delete' })
  expect((await loadCategory(admin, await idOf('Τυριά'))).isUsed).toBe(true)
  await expect(saveCategory(admin, await idOf('Τυριά'), gone)).rejects.toMatchObject({ code: 'not_empty' })
  await saveCategory(admin, await idOf('Γραβιέρα'), gone)
  await saveCategory(admin, await idOf('Τυριά'), gone)
  expect(await shown()).toEqual(['Λάδια', 'Μέλια'])
})

test('a picture is kept until another comes or it is taken away', async () => {
  const { admin, idOf } = await market()
  const id = await idOf('Λάδια')
  const save = async (more: Record<string, string | File>) => {
    const { category } = await loadCategory(admin, id)
    const form = formOf({ 'name.el': 'Λάδια', version: String(category!.version) })
    for (const [name, value] of Object.entries(more)) form.append(name, value)
    await saveCategory(admin, id, form)
    return (await loadCategory(admin, id)).category!.imageFileId
  }
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
  const first = await save({ file: new File([svg], 'a.svg', { type: 'image/svg+xml' }) })
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(await save({})).toBe(first)
  expect(await save({ noPicture: 'on' })).toBeNull()
})

test('only those who manage categories; in another house there are none of these', async () => {
  const { shop, idOf } = await market()
  const id = await idOf('Λάδια')
  await expect(loadTree(shop.as('producer'))).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(moveIn(shop.as('producer'), formOf({ categoryId: id, move: 'up' }))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const elsewhere = (await newShop()).as('admin')
  await expect(loadCategory(elsewhere, id)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(
    moveIn(elsewhere, formOf({ categoryId: id, parentId: '', position: '0' })),
  ).rejects.toMatchObject({ kind: 'not_found' })
})
