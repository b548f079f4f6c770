/** Pages of the console, by axe. */
import { expect, test } from 'vitest'
import { faultsAt, look } from './axe.ts'
import { signIn, visitor } from './visitor.ts'

const pages = ['/console', '/console/orders', '/console/parts', '/console/products']

test('the console can be read by everybody', async () => {
  const owner = await visitor(look())
  await signIn(owner, 'owner@demo.test', '/console')
  expect(await faultsAt(owner, pages)).toEqual([])
})
