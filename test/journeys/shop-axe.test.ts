/** Every page of the shop and the account, by axe, in the light and in the dark. */
import { expect, test } from 'vitest'
import { faultsAt, look } from './axe.ts'
import { addToBasket } from './checkout.ts'
import { visitor } from './visitor.ts'

const shop = ['/', '/search?q=olive', '/products/kalamata-olive-paste', '/producers', '/cart', '/sign-in']

test.for(['light', 'dark'] as const)('the shop can be read by everybody, in %s', async (colorScheme) => {
  const guest = await visitor(look(colorScheme))
  await addToBasket(guest, 'kalamata-olive-paste')
  expect(await faultsAt(guest, shop)).toEqual([])
})
