/** Pages that everybody can read: what axe finds against WCAG 2.2 AA, and texts that nobody has written. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { desk, open } from './visitor.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const rooms = ['ui', ...readdirSync(path.resolve(import.meta.dirname, '../../src/modules'))]
/** The name of a text where the text itself should stand. */
const textKey = new RegExp(String.raw`(?<![\w@./-])(?:${rooms.join('|')})\.[a-z]\w+`, 'g')

/** Without movement, so that nothing is caught half faded in. */
export const look = (colorScheme: 'light' | 'dark' = 'light') => ({
  ...desk,
  colorScheme,
  reducedMotion: 'reduce' as const,
})

/** Opens each path and answers one line per node at fault. */
export async function faultsAt(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await open(page, path)
    faults.push(...(await faultsHere(page)))
  }
  return faults
}

/**
 * The page as it stands, in the light by every rule and in the dark by what light changes; for states that no address
 * leads to as well.
 */
export async function faultsHere(page: Page): Promise<string[]> {
  const { pathname, search } = new URL(page.url())
  const where = `${pathname}${search}`
  await turn(page, 'light')
  const light = await new AxeBuilder({ page }).withTags(standards).analyze()
  await turn(page, 'dark')
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  const texts = (await page.locator('body').innerText()).match(textKey) ?? []
  return [
    ...linesOf(where, light.violations),
    ...linesOf(`${where} in the dark`, dark.violations),
    ...texts.map((key) => `${where}: ${key} has no text`),
  ]
}

/** Colours fade from one to the other; what is read is where they end. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

const linesOf = (where: string, violations: Violations): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} at ${target.join(' ')}. ${failureSummary}`),
  )
