/** The catalogue is kept: a file from another shop comes in, a product is finished by hand, a shelf is moved. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { faultsHere, look } from './axe.ts'
import { awake, demoUrl, desk, open, signIn, tabTo, visitor } from './visitor.ts'

const shopify = path.resolve(
  import.meta.dirname,
  '../../src/modules/catalog/import/fixtures/shopify-home-and-garden.csv',
)
const importPage = /\/console\/import\/[0-9a-f-]{36}/
const productPage = /\/console\/products\/[0-9a-f-]{36}$/

const drawn = (background: string) =>
  sharp({ create: { width: 900, height: 700, channels: 3, background } })
    .png()
    .toBuffer()

test('a producer brings a Shopify file in, is told when nothing changes, and takes it back', async () => {
  const page = await visitor(look('light'))
  await signIn(page, 'producer@demo.test', '/console/import')
  const handIn = async () => {
    await open(page, '/console/import')
    await page.locator('input[type=file]').setInputFiles(shopify)
    await page.getByRole('button', { name: 'Look it through' }).click()
    await page.waitForURL(importPage)
  }

  await handIn()
  await page.getByText('Not applied yet').waitFor()
  await page.getByRole('link', { name: /^New/ }).click()
  await page.waitForURL(/effect=create/)
  expect(await page.locator('.import-item').count()).toBeGreaterThan(3)
  await page.locator('.import-item summary').first().click()
  await page
    .getByRole('rowheader', { name: /^Price/ })
    .first()
    .waitFor()
  expect(await faultsHere(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsHere(page)).toEqual([])

  await page.getByRole('button', { name: /^Apply: \d+ products/ }).click()
  await page.getByText(/^\d+ products made/).waitFor()
  expect(await faultsHere(page)).toEqual([])

  await handIn()
  await page.getByText('Nothing changes.').waitFor()

  await open(page, '/console/import')
  await page.getByRole('row').filter({ hasText: 'Applied' }).last().getByRole('link').first().click()
  await page.waitForURL(importPage)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await page.getByText(/products are as they were before/).waitFor()
})

test('refused rows are told by cell, and given back as a file', async () => {
  const page = await visitor(look('dark'))
  await signIn(page, 'owner@demo.test', '/console/import')
  await page.locator('input[type=file]').setInputFiles({
    name: 'mine.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('slug,name.el,price,sku,producer\nfeta-x,Φέτα,oops,FX-1,taygetos-groves\n'),
  })
  await page.getByRole('button', { name: 'Look it through' }).click()
  await page.waitForURL(importPage)
  await page.getByText('1 product is refused.').waitFor()
  await page.getByText('This is not a number.').waitFor()
  expect(await faultsHere(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'File of refused rows' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain('FX-1')
  expect(file).toContain('This is not a number.')
})

test('a product is made, pictured, described and put in order, and what was typed survives somebody faster', async () => {
  const page = await visitor(look('light'))
  await signIn(page, 'producer@demo.test', '/console/products/new')
  await page.getByRole('textbox', { name: 'Name (Ελληνικά)' }).fill('Δοκιμαστικό μέλι')
  await page.getByLabel('SKU').first().fill('TRY-1')
  await page.getByLabel('Price', { exact: true }).fill('7.50')
  await page.getByRole('button', { name: 'Create the product' }).click()
  await page.waitForURL(productPage)
  await awake(page)

  await page.getByLabel('Tags').fill('honey, new')
  await page.locator('input[type=file]').setInputFiles([
    { name: 'one.png', mimeType: 'image/png', buffer: await drawn('#b5651d') },
    { name: 'two.png', mimeType: 'image/png', buffer: await drawn('#556b2f') },
  ])
  await page.locator('.reorder-item').nth(1).waitFor()
  // What was typed stayed, though the pictures were kept meanwhile.
  expect(await page.getByLabel('Tags').inputValue()).toBe('honey, new')
  const cover = () => page.locator('.reorder-item img').first().getAttribute('src')
  const before = await cover()
  await page
    .getByRole('button', { name: /^Move .* down$/ })
    .first()
    .click()
  await page.getByText('The order is kept.').waitFor()
  expect(await cover()).not.toBe(before)
  await page.getByText('Describe: Picture 1').click()
  await page.getByRole('textbox', { name: 'What is to be seen (Ελληνικά)' }).first().fill('Βάζο με μέλι')
  await page.getByRole('button', { name: 'Keep the description' }).first().click()
  await page.getByText('The description is kept.').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await faultsHere(page)).toEqual([])
  }

  const other = await visitor(desk)
  await signIn(other, 'owner@demo.test', new URL(page.url()).pathname)
  await other.getByLabel('Tags').fill('theirs')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await other.getByText('Saved.').waitFor()
  await page.getByLabel('Tags').fill('mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Someone was faster.').waitFor()
  expect(await page.getByLabel('Tags').inputValue()).toBe('mine')
  await page.getByRole('button', { name: 'Save mine over it' }).click()
  await page.getByText('Saved.').waitFor()
  expect(await page.getByLabel('Tags').inputValue()).toBe('mine')
})

test('a category is made, moved by keyboard alone, and moved without JavaScript', async () => {
  const page = await visitor(look('light'))
  await signIn(page, 'owner@demo.test', '/console/categories/new')
  await page.getByRole('textbox', { name: 'Name (Ελληνικά)' }).fill('Δοκιμή')
  await page.getByRole('button', { name: 'Create the category' }).click()
  await page.waitForURL(`${demoUrl}/console/categories`)
  const tree = page.getByRole('treegrid', { name: 'Categories' })
  await tree.waitFor()
  const tops = () => tree.locator('[role=row][aria-level="1"] .tree-name a').allInnerTexts()
  expect((await tops()).at(-1)).toBe('Δοκιμή')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await faultsHere(page)).toEqual([])
  }

  // Into the tree, to its last row, onto the handle, and two places up.
  await tabTo(page, () => document.activeElement?.getAttribute('role') === 'row')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByText(/Started dragging/).waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await tops()).at(-1)).not.toBe('Δοκιμή')

  const { cookies } = await page.context().storageState()
  const plain = await visitor({ ...desk, javaScriptEnabled: false })
  await plain.context().addCookies(cookies)
  await plain.goto('/console/categories')
  const names = () =>
    plain.locator('.tree-plain:not(.tree-plain .tree-plain) > li > .tree-line .tree-name a').allInnerTexts()
  const [first, second] = await names()
  await plain.getByRole('button', { name: `Move ${first} down` }).click()
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual([second, first])
})
