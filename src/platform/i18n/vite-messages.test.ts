import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { viteMessages } from './vite-messages.ts'

const source = mkdtempSync(path.join(tmpdir(), 'stoa-messages-'))
afterAll(() => rmSync(source, { recursive: true }))

const room = (name: string, file: object) => {
  const folder = path.join(source, name, 'messages')
  mkdirSync(folder, { recursive: true })
  for (const locale of ['el', 'en']) writeFileSync(path.join(folder, `${locale}.json`), JSON.stringify(file))
}
room('ui', {
  common: { close: 'Close' },
  console: { palette: 'Palette' },
  mail: { subject: 'Secret subject' },
})
room('modules/cart', { shop: { empty: 'Empty' }, console: { abandoned: 'Abandoned' } })

type Load = (id: string, options?: { ssr: boolean }) => string | null
const load = viteMessages(source).load as unknown as Load

test('the shop’s chunk has the common and the shop’s texts of all rooms, and no others', () => {
  const text = load('\0virtual:messages/el/shop')
  expect(text).toContain('"ui.close":"Close"')
  expect(text).toContain('"cart.empty":"Empty"')
  expect(text).not.toMatch(/Palette|Abandoned|Secret/)
})

test('the console’s chunk stands on the shop’s and never holds mail', () => {
  const text = load('\0virtual:messages/el/console')
  expect(text).toContain("import shop from 'virtual:messages/el/shop'")
  expect(text).toContain('"cart.abandoned":"Abandoned"')
  expect(text).not.toMatch(/Close|Secret/)
})

test('a browser loads chunks when they are wanted, the server holds them all', () => {
  expect(load('\0virtual:messages')).toContain("import('virtual:messages/en/console')")
  expect(load('\0virtual:messages', { ssr: true })).toContain("from 'virtual:messages/en/console'")
})

test('an unknown language or area is refused', () => {
  expect(() => load('\0virtual:messages/de/shop')).toThrow('de/shop')
  expect(() => load('\0virtual:messages/el/mail')).toThrow('el/mail')
})
