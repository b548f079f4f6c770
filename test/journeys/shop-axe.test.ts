/** Every page of the shop and the account, for everybody: by axe, in the light and in the dark, in both languages. */
import { expect, test } from 'vitest'
import { faultsAt, faultsHere, look } from './axe.ts'
import { addToBasket, fillCheckout, placeOrder } from './checkout.ts'
import { signIn, visitor } from './visitor.ts'

const shelves = [
  '/',
  '/categories/olive-oil-olives',
  '/search?q=olive',
  '/search?q=zzqq',
  '/products/kalamata-olive-paste',
  '/producers',
  '/producers/taygetos-groves',
  '/become-a-producer',
  '/cart',
  '/nowhere',
]
const doors = [
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/reset-password?token=none',
  '/verify-email?token=none',
  '/invitation?token=none',
]
const own = [
  '/account',
  '/account/orders',
  '/account/addresses',
  '/account/profile',
  '/account/security',
  '/account/security/second-factor',
]

test('the shelves and the doors', async () => {
  const guest = await visitor(look())
  expect(await faultsAt(guest, [...shelves, ...doors])).toEqual([])
})

test('the shelves in Greek on a phone', async () => {
  const guest = await visitor({ ...look(), locale: 'el-GR', viewport: { width: 390, height: 844 } })
  expect(await faultsAt(guest, shelves.slice(0, 7))).toEqual([])
})

test('from the basket to the order', async () => {
  const guest = await visitor(look())
  await addToBasket(guest, 'kalamata-olive-paste')
  const faults = await faultsHere(guest)
  await guest.getByRole('link', { name: 'Go to checkout' }).click()
  await guest.waitForURL(/\/checkout\/address$/)
  await fillCheckout(guest, buyer, /Bank transfer/)
  const steps = ['address', 'shipping', 'payment', 'review'].map((step) => `/checkout/${step}`)
  faults.push(...(await faultsAt(guest, steps)))
  await placeOrder(guest)
  faults.push(...(await faultsHere(guest)))
  expect(faults).toEqual([])
})

const buyer = {
  email: 'ada@example.com',
  name: 'Ada Moreau',
  phone: '6955555555',
  street: 'Solonos 5',
  postalCode: '10671',
  city: 'Athens',
}

test("one's own pages", async () => {
  const customer = await visitor(look())
  await signIn(customer, 'customer@demo.test', '/account')
  const faults = await faultsAt(customer, own)
  await customer.goto('/account/orders')
  await customer.locator('.order-row', { hasText: 'Delivered' }).first().getByRole('link').click()
  await customer.waitForURL(/\/orders\/[0-9a-f-]{36}$/)
  faults.push(...(await faultsHere(customer)))
  expect(faults).toEqual([])
})
