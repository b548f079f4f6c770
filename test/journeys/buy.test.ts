/** People buy: on a phone and at a desk, in Greek and in English, with and without JavaScript, by card and at the door. */
import { expect, test } from 'vitest'
import { demoPassword } from '../../src/platform/start/welcome.ts'
import { addToBasket, fillCheckout, placeOrder } from './checkout.ts'
import { demoUrl, desk, open, phone, tabTo, visitor } from './visitor.ts'

test('a guest on a phone buys in Greek and pays at the door', async () => {
  const page = await visitor(phone)
  await open(page, '/')
  expect(await page.locator('html').getAttribute('lang')).toBe('el')

  await page.getByRole('combobox', { name: 'Αναζήτηση' }).fill('μέλι')
  await page.getByRole('combobox', { name: 'Αναζήτηση' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Αποτελέσματα για «μέλι»' }).waitFor()
  const found = page.locator('.pcard-name a').first()
  const name = (await found.innerText()).trim()
  await found.click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  await page.getByRole('button', { name: 'Στο καλάθι', exact: true }).click()
  await page.getByRole('button', { name: 'Δείτε το καλάθι' }).click()

  await page.waitForURL(/\/cart$/)
  await page.getByRole('link', { name, exact: true }).first().waitFor()
  await page.getByRole('link', { name: 'Ολοκλήρωση αγοράς' }).click()

  await page.waitForURL(/\/checkout\/address$/)
  await page.getByLabel('E-mail').fill('maria@example.com')
  await page.getByLabel('Ονοματεπώνυμο').first().fill('Μαρία Παπαδοπούλου')
  await page.getByLabel('Τηλέφωνο').first().fill('6912345678')
  await page.getByLabel('Οδός και αριθμός').first().fill('Ερμού 12')
  await page.getByLabel('Ταχυδρομικός κώδικας').first().fill('10563')
  await page.getByLabel('Πόλη').first().fill('Αθήνα')
  await page.getByRole('button', { name: 'Συνέχεια στην αποστολή' }).click()
  await page.getByRole('button', { name: 'Συνέχεια στην πληρωμή' }).click()
  await page.getByRole('radio', { name: /Αντικαταβολή/ }).check()
  await page.getByRole('button', { name: 'Συνέχεια στον έλεγχο' }).click()
  await page.waitForURL(/\/checkout\/review$/)
  await page.getByRole('button', { name: 'Παραγγελία με υποχρέωση πληρωμής' }).click()

  await page.waitForURL(/\/orders\/.+placed=1/)
  await page.getByText('Ευχαριστούμε, Μαρία!').waitFor()
  await page.locator('main').getByRole('link', { name, exact: true }).waitFor()
  await page.getByText('Αντικαταβολή').first().waitFor()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})

test('a guest at a desk buys in English without JavaScript', async () => {
  const page = await visitor({ ...desk, javaScriptEnabled: false })
  await page.goto('/')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')

  await page.getByRole('combobox', { name: 'Search' }).fill('olive paste')
  await page.getByRole('combobox', { name: 'Search' }).press('Enter')
  await page.getByRole('link', { name: 'Kalamata olive paste', exact: true }).click()
  await page.getByRole('radio', { name: /350 g/ }).check()
  await page.getByRole('spinbutton', { name: 'Quantity of Kalamata olive paste' }).fill('2')
  await page.getByRole('button', { name: 'Add to basket', exact: true }).click()

  await page.waitForURL(/\/cart$/)
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillCheckout(page, tom, /Cash on delivery/)
  await placeOrder(page)
  await page.getByText('Thank you, Tom!').waitFor()
  await page.getByText(/350 g.*× 2/).waitFor()
})

const tom = {
  email: 'tom@example.com',
  name: 'Tom Whitfield',
  phone: '6987654321',
  street: 'Tsimiski 40',
  postalCode: '54623',
  city: 'Thessaloniki',
}

test('a customer signs in on the way, pays on the card page and comes back to a paid order', async () => {
  const page = await visitor(desk)
  await addToBasket(page, 'kalamata-olive-paste')
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await page.locator('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail').fill('customer@demo.test')
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()

  await page.waitForURL(`${demoUrl}/checkout/address`)
  await fillCheckout(page, eleni, /^Card(?! or)/)
  await placeOrder(page)
  await page.getByText('Thank you, Eleni!').waitFor()
  await page.getByText(/^Payment received:/).waitFor()
  await page.locator('h1').getByText('Paid', { exact: true }).waitFor()
})

const eleni = {
  name: 'Eleni Dimitriou',
  phone: '6911111111',
  street: 'Patision 76',
  postalCode: '10434',
  city: 'Athens',
}

test('the keyboard alone leads from searching to the basket', async () => {
  const page = await visitor(desk)
  await open(page, '/')
  await tabTo(page, () => document.activeElement?.getAttribute('name') === 'q')
  await page.keyboard.type('olive paste', { delay: 20 })
  const option = page.getByRole('option', { name: /Kalamata olive paste/ })
  await option.waitFor()
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('ArrowDown')
    if ((await option.getAttribute('aria-selected')) === 'true') break
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/products\/kalamata-olive-paste$/)
  await page.getByRole('heading', { level: 1, name: 'Kalamata olive paste' }).waitFor()

  await tabTo(page, () => document.activeElement?.textContent?.trim() === 'Add to basket')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'See basket' }).waitFor()
  await tabTo(page, () => document.activeElement?.textContent?.trim() === 'See basket')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/cart$/)
  await page.getByRole('link', { name: 'Kalamata olive paste', exact: true }).first().waitFor()
})
