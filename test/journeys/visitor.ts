/**
 * People with a browser of their own at the one demo market that all journeys share.
 * Whoever imports this gets a Chromium for the file; after each test its windows are closed,
 * and what a page threw or refused to run fails the test.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { demoPassword } from '../../src/platform/start/welcome.ts'
import { launchBrowser } from '../browser.ts'

export const desk = { locale: 'en-GB', viewport: { width: 1280, height: 900 } }
export const phone = {
  locale: 'el-GR',
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

export const demoUrl = inject('demoUrl')
/** Long, because a shared machine may stand still for a moment. */
const patienceMs = 30_000

let browser: Browser
const contexts: BrowserContext[] = []
const faults: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  const complaints = faults.splice(0)
  if (complaints.length > 0) throw new Error(`The pages complained:\n${complaints.join('\n')}`)
})

afterAll(() => browser?.close())

/** A person with a browser of their own, who has never been here. */
export async function visitor(options: BrowserContextOptions = desk): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: demoUrl })
  contexts.push(context)
  context.setDefaultTimeout(patienceMs)
  context.on('weberror', (error) => faults.push(`${error.error().stack ?? error.error().message}`))
  context.on('console', (message) => {
    // A refused request is an answer like another; the test looks at what the page makes of it.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    faults.push(`${message.text()} (${message.page()?.url() ?? 'a page that is gone'})`)
  })
  return context.newPage()
}

/** Goes there and waits until the page hears clicks. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await awake(page)
}

export const awake = (page: Page) => page.locator('html[data-hydrated]').waitFor()

/** Fills the English sign-in page with an account of the demo and arrives at `to`. */
export async function signIn(page: Page, email: string, to: string): Promise<void> {
  await open(page, `/sign-in?back=${encodeURIComponent(to)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${demoUrl}${to}`)
  await awake(page)
}

/** Presses Tab until the page says that the right thing has the focus. */
export async function tabTo(page: Page, isThere: () => boolean): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(isThere)) return
  }
  throw new Error(`Tab does not lead to ${String(isThere)}`)
}
