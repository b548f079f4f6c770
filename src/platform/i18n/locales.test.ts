import { expect, test } from 'vitest'
import { pickLocale } from './locales.ts'

test.each([
  ['el-GR,el;q=0.9,en;q=0.8', 'el'],
  ['en;q=0.8,el;q=0.2', 'en'],
  ['de,fr;q=0.9,en;q=0.1', 'en'],
  ['el;q=0,en', 'en'],
  ['de', 'el'],
  [null, 'el'],
  ['q=;;,,;q=x', 'el'],
])('%s is answered in %s', (header, locale) => {
  expect(pickLocale(header)).toBe(locale)
})
