/** People walk through the built pages of a running server in a real browser: they buy, pay, pack, refund. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/platform/start/welcome.ts'
import { launchBrowser } from '../browser.ts'
import { type DemoServer, startDemo } from './server.ts'

const desk = { locale: 'en-GB', viewport: { width: 1280, height: 900 } }
const phone = {
  locale: 'el-GR',
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

let server: DemoServer
let browser: Browser
const contexts: BrowserContext[] = []
/** The order that the card journey pays, for the refund that follows it. */
let paidOrder = ''

beforeAll(async () => {
  server = await startDemo()
  browser = await launchBrowser()
}, 240_000)

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
}, 60_000)

/** A person with a browser of their own. */
async function visitor(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: server.url })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await awake(page)
}

const awake = (page: Page) => page.locator('html[data-hydrated]').waitFor()

async function signIn(page: Page, email: string, to: string): Promise<void> {
  await open(page, `/sign-in?back=${to}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${server.url}${to}`)
  await awake(page)
}

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
  await page.getByLabel('E-mail').fill('tom@example.com')
  await page.getByLabel('Full name').first().fill('Tom Whitfield')
  await page.getByLabel('Telephone').first().fill('6987654321')
  await page.getByLabel('Street and number').first().fill('Tsimiski 40')
  await page.getByLabel('Postal code').first().fill('54623')
  await page.getByLabel('City').first().fill('Thessaloniki')
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByRole('radio', { name: /Cash on delivery/ }).check()
  await page.getByRole('button', { name: 'Continue to review' }).click()
  await page.getByRole('button', { name: 'Order and pay' }).click()

  await page.waitForURL(/\/orders\/.+placed=1/)
  await page.getByText('Thank you, Tom!').waitFor()
  await page.getByText(/350 g.*× 2/).waitFor()
})

test('a customer pays on the card page and comes back to a paid order', async () => {
  const page = await visitor(desk)
  await open(page, '/products/kalamata-olive-paste')
  await page.getByRole('button', { name: 'Add to basket', exact: true }).click()
  await page.getByRole('button', { name: 'See basket' }).click()
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await page.locator('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail').fill('customer@demo.test')
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()

  await page.waitForURL(`${server.url}/checkout/address`)
  await page.getByLabel('Full name').first().fill('Eleni Dimitriou')
  await page.getByLabel('Telephone').first().fill('6911111111')
  await page.getByLabel('Street and number').first().fill('Patision 76')
  await page.getByLabel('Postal code').first().fill('10434')
  await page.getByLabel('City').first().fill('Athens')
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByRole('radio', { name: /^Card(?! or)/ }).check()
  await page.getByRole('button', { name: 'Continue to review' }).click()
  await page.getByRole('button', { name: 'Order and pay' }).click()

  await page.getByRole('button', { name: /^Pay by card/ }).click()
  await page.waitForURL(/\/orders\/.+placed=1/)
  await page.getByText('Thank you, Eleni!').waitFor()
  await page.getByText(/^Payment received:/).waitFor({ timeout: 30_000 })
  await page.locator('h1').getByText('Paid', { exact: true }).waitFor()
  paidOrder = new URL(page.url()).pathname.split('/').at(-1)!
})

test('a producer sees an order come in, packs it and sends it', async () => {
  const producer = await visitor(desk)
  await signIn(producer, 'producer@demo.test', '/console/parts')

  const guest = await visitor(desk)
  await open(guest, '/products/kalamata-olive-paste')
  await guest.getByRole('button', { name: 'Add to basket', exact: true }).click()
  await guest.getByRole('button', { name: 'See basket' }).click()
  await guest.getByRole('link', { name: 'Go to checkout' }).click()
  await guest.getByLabel('E-mail').fill('nora@example.com')
  await guest.getByLabel('Full name').first().fill('Nora Lindqvist')
  await guest.getByLabel('Telephone').first().fill('6944444444')
  await guest.getByLabel('Street and number').first().fill('Vas. Olgas 3')
  await guest.getByLabel('Postal code').first().fill('54641')
  await guest.getByLabel('City').first().fill('Thessaloniki')
  await guest.getByRole('button', { name: 'Continue to shipping' }).click()
  await guest.getByRole('button', { name: 'Continue to payment' }).click()
  await guest.getByRole('radio', { name: /Cash on delivery/ }).check()
  await guest.getByRole('button', { name: 'Continue to review' }).click()
  await producer.evaluate(() => (document.body.dataset['stayed'] = 'true'))
  await guest.getByRole('button', { name: 'Order and pay' }).click()
  await guest.getByText('Thank you, Nora!').waitFor()

  const row = producer.getByRole('row').filter({ hasText: 'Nora Lindqvist' })
  await row.waitFor()
  expect(await producer.evaluate(() => document.body.dataset['stayed'])).toBe('true')

  await row.getByRole('link').first().click()
  await producer.waitForURL(/\/console\/parts\/[0-9a-f-]{36}$/)
  await producer.getByRole('button', { name: 'Packed', exact: true }).click()
  await producer.getByText('Packed.').first().waitFor()
  await producer.getByRole('link', { name: 'Ship…' }).click()
  await producer.getByLabel('Tracking number').fill('GR123456789')
  await producer.getByRole('button', { name: 'The parcel has left' }).click()
  await producer.getByText('Sent. The customer is told by e-mail.').waitFor()

  await guest.reload()
  await guest.getByText('GR123456789').first().waitFor()
})

test('the owner gives back the money for a line', async () => {
  expect(paidOrder, 'the card journey has paid an order').not.toBe('')
  const page = await visitor(desk)
  await signIn(page, 'owner@demo.test', `/console/orders/${paidOrder}`)
  await page.getByRole('link', { name: 'Refund…' }).click()
  await page.getByRole('link', { name: 'By item' }).click()
  await page.getByLabel(/Kalamata olive paste/).fill('1.50')
  await page.getByLabel('Reason').fill('Broken lid')
  await page.getByRole('button', { name: 'Give back' }).click()
  await page.waitForURL(`${server.url}/console/orders/${paidOrder}`)
  const refund = page.getByRole('listitem').filter({ hasText: 'Refund: Broken lid' })
  await refund.getByText('€1.50').waitFor()
  await refund.getByText('Given back', { exact: true }).waitFor({ timeout: 30_000 })
})

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

/** Presses Tab until the page says that the right thing has the focus. */
async function tabTo(page: Page, isThere: () => boolean): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(isThere)) return
  }
  throw new Error(`Tab does not lead to ${String(isThere)}`)
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const shopPaths = [
  '/',
  '/search?q=olive',
  '/products/kalamata-olive-paste',
  '/producers',
  '/cart',
  '/sign-in',
]
const consolePaths = ['/console', '/console/orders', '/console/parts', '/console/products']

test.for(['light', 'dark'] as const)(
  'every page can be read by everybody, in %s',
  { timeout: 120_000 },
  async (colorScheme) => {
    const look = { ...desk, colorScheme, reducedMotion: 'reduce' as const }
    const guest = await visitor(look)
    await open(guest, '/products/kalamata-olive-paste')
    await guest.getByRole('button', { name: 'Add to basket', exact: true }).click()
    await guest.getByRole('button', { name: 'See basket' }).waitFor()
    const faults: string[] = []
    for (const path of shopPaths) faults.push(...(await faultsOf(guest, path)))

    const owner = await visitor(look)
    await signIn(owner, 'owner@demo.test', '/console')
    for (const path of consolePaths) faults.push(...(await faultsOf(owner, path)))
    expect(faults).toEqual([])
  },
)

/** What axe finds against WCAG 2.2 AA, one line per node. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await open(page, path)
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${path}: ${id} at ${target.join(' ')}. ${failureSummary}`),
  )
}
