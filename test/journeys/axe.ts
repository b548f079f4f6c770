/** Pages that everybody can read: what axe finds against WCAG 2.2 AA. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { desk, open } from './visitor.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Without movement, so that nothing is caught half faded in. */
export const look = (colorScheme: 'light' | 'dark') => ({
  ...desk,
  colorScheme,
  reducedMotion: 'reduce' as const,
})

/** Opens each path and answers one line per node at fault. */
export async function faultsAt(page: Page, paths: string[]): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await open(page, path)
    faults.push(...(await faultsHere(page)))
  }
  return faults
}

/** The page as it stands, for states that no address leads to. */
export async function faultsHere(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  const { pathname, search } = new URL(page.url())
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${pathname}${search}: ${id} at ${target.join(' ')}. ${failureSummary}`,
    ),
  )
}
