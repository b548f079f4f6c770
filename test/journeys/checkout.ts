/** The steps that every buyer takes, in English, for journeys that are about something else. */
import type { Page } from 'playwright-core'
import { open } from './visitor.ts'

export type Buyer = {
  /** Left away by who is signed in. */
  email?: string
  name: string
  phone: string
  street: string
  postalCode: string
  city: string
}

/** Puts a product into the basket and goes to it. */
export async function addToBasket(page: Page, slug: string): Promise<void> {
  await open(page, `/products/${slug}`)
  await page.getByRole('button', { name: 'Add to basket', exact: true }).click()
  await page.getByRole('button', { name: 'See basket' }).click()
  await page.waitForURL(/\/cart$/)
}

/** From the basket, or the first step, to the last one before the order is placed. */
export async function fillCheckout(page: Page, buyer: Buyer, payment: RegExp): Promise<void> {
  if (buyer.email) await page.getByLabel('E-mail').fill(buyer.email)
  await page.getByLabel('Full name').first().fill(buyer.name)
  await page.getByLabel('Telephone').first().fill(buyer.phone)
  await page.getByLabel('Street and number').first().fill(buyer.street)
  await page.getByLabel('Postal code').first().fill(buyer.postalCode)
  await page.getByLabel('City').first().fill(buyer.city)
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await page.waitForURL(/\/checkout\/shipping$/)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.waitForURL(/\/checkout\/payment$/)
  await page.getByRole('radio', { name: payment }).check()
  await page.getByRole('button', { name: 'Continue to review' }).click()
  await page.waitForURL(/\/checkout\/review$/)
}

/** Places the order, pays at the card page when there is one, and answers the order's id. */
export async function placeOrder(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Order and pay' }).click()
  const paid = page.getByRole('button', { name: /^Pay by card/ })
  await Promise.race([page.waitForURL(/\/orders\/.+placed=1/), paid.click()])
  await page.waitForURL(/\/orders\/.+placed=1/)
  return new URL(page.url()).pathname.split('/').at(-1)!
}
