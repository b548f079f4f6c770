/** Pages of the console, by axe, in the light and in the dark. */
import { expect, test } from 'vitest'
import { faultsAt, look } from './axe.ts'
import { signIn, visitor } from './visitor.ts'

const pages = [
  '/console',
  '/console/orders',
  '/console/parts',
  '/console/products',
  '/console/products/new',
  '/console/categories',
  '/console/categories/new',
  '/console/import',
]

test.for(['light', 'dark'] as const)('the console can be read by everybody, in %s', async (colorScheme) => {
  const owner = await visitor(look(colorScheme))
  await signIn(owner, 'owner@demo.test', '/console')
  expect(await faultsAt(owner, pages)).toEqual([])
})
