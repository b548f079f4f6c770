/** The back office about people: a producer is edited by the house and by its own people, and the history tells it. */
import { expect, test } from 'vitest'
import { addToBasket, fillCheckout, placeOrder } from './checkout.ts'
import { desk, open, signIn, visitor } from './visitor.ts'

test('an administrator edits a producer, the history tells it, and buyers read it', async () => {
  const page = await visitor(desk)
  await signIn(page, 'owner@demo.test', '/console/producers')
  await page.getByRole('link', { name: 'Leonti Vineyard' }).first().click()
  await page.waitForURL(/\/console\/producers\/[0-9a-f-]{36}$/)
  await page.getByLabel('Commission').fill('11.5')
  await page.getByLabel('Since which year').fill('1998')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The profile is saved.').first().waitFor()

  await page.locator('.history summary').first().click()
  await page
    .getByText(/fields? changed/)
    .first()
    .click()
  await page
    .getByRole('row', { name: /Commission.*11\.5/ })
    .first()
    .waitFor()
  await open(page, '/producers/leonti-vineyard')
  await page.getByText('since 1998').first().waitFor()
})

test('a producer keeps their own profile, but not what is agreed with the house', async () => {
  const page = await visitor(desk)
  await signIn(page, 'producer@demo.test', '/console/profile')
  expect(await page.getByLabel('Commission').count()).toBe(0)
  await page.getByText(/The market keeps .*% of what you sell/).waitFor()
  await page.getByLabel('Telephone').first().fill('+30 27210 00999')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The profile is saved.').first().waitFor()
})

const ingrid = {
  email: 'ingrid@example.com',
  name: 'Ingrid Solberg',
  phone: '6955555555',
  street: 'Aristotelous 9',
  postalCode: '54624',
  city: 'Thessaloniki',
}

test('a producer sees an order come in on the overview without reloading', async () => {
  const producer = await visitor(desk)
  await signIn(producer, 'producer@demo.test', '/console')
  await producer.evaluate(() => (document.body.dataset['stayed'] = 'true'))

  const guest = await visitor(desk)
  await addToBasket(guest, 'kalamata-olive-paste')
  await guest.getByRole('link', { name: 'Go to checkout' }).click()
  await fillCheckout(guest, ingrid, /Cash on delivery/)
  await placeOrder(guest)

  await producer.getByRole('listitem').filter({ hasText: ingrid.name }).first().waitFor()
  expect(await producer.evaluate(() => document.body.dataset['stayed'])).toBe('true')
})
