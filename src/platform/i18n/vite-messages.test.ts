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
room('modules/secret', { shop: { x: 'X' } })
room('modules/cart', { shop: { empty: 'Empty', items: '{n} items' }, console: { abandoned: 'Abandoned' } })

type Hooks = {
  load: (id: string, options?: { ssr: boolean }) => string | { code: string }
  transform: (code: string, id: string, options?: { ssr: boolean }) => { code: string } | null
}
const { load, transform } = viteMessages(source) as unknown as Hooks

test('a shop’s chunk has the common and the shop’s texts of its room, read for filling, and no others', () => {
  expect(load('\0virtual:messages/el/shop/cart')).toBe(
    'export default {"cart.empty":"Empty","cart.items":[["n"]," items"]}',
  )
  expect(load('\0virtual:messages/el/shop/ui')).toBe('export default {"ui.close":"Close"}')
})

test('the console’s chunk has all but what is for mail and paper', () => {
  const text = load('\0virtual:messages/el/console')
  for (const part of ['Close', 'Palette', 'Empty', 'Abandoned']) expect(text).toContain(part)
  expect(text).not.toContain('Secret')
})

test('a module brings along the rooms whose texts it names, in the browser only', () => {
  const code = "/** `t('secret.x')` */ t('cart.empty'); t(`ui.${name}`); t('none.none'); other('cart')"
  const file = path.join(source, 'modules/cart/pages/cart.tsx')
  const { code: browser } = transform(code, `${file}?route-chunk=main`)!
  expect(browser).toContain("import 'virtual:messages/need/cart'")
  expect(browser).toContain("import 'virtual:messages/need/ui'")
  expect(browser).not.toMatch(/need\/(none|secret)/)
  expect(transform(code, file, { ssr: true })).toBeNull()
  expect(transform(code, '/elsewhere/a.tsx')).toBeNull()
  expect(transform('const nothing = 1', file)).toBeNull()
})

/** The browser's module with its imports taken from a table. */
async function browser() {
  const fetched: string[] = []
  const text = (load('\0virtual:messages') as string).replaceAll('import(', 'fetchText(')
  const module = { exports: {} as Record<string, (...values: never[]) => unknown> }
  const body = text.replaceAll(/export const (\w+)/g, 'const $1 = module.exports.$1')
  const fetchText = async (id: string) => {
    fetched.push(id)
    return { default: { [id]: id } }
  }
  new Function('module', 'fetchText', body)(module, fetchText)
  type Texts = Record<string, string>
  return {
    fetched,
    need: (name: string) =>
      module.exports.need!(
        name as never,
        { el: () => fetchText(`el/${name}`), en: () => fetchText(`en/${name}`) } as never,
      ),
    find: (locale: string, area: string) =>
      module.exports.findMessages!(locale as never, area as never) as Texts | undefined,
    load: (locale: string, area: string) =>
      module.exports.loadMessages!(locale as never, area as never) as Promise<Texts>,
  }
}

test('in the browser a shop’s texts are there once all needed rooms are, and each is asked for once', async () => {
  const texts = await browser()
  texts.need('ui')
  texts.need('cart')
  expect(texts.find('el', 'shop')).toBeUndefined()
  const promise = texts.load('el', 'shop')
  expect(texts.load('el', 'shop')).toBe(promise)
  await promise
  expect(Object.keys(texts.find('el', 'shop')!)).toEqual(['el/ui', 'el/cart'])
  expect(texts.find('el', 'shop')).toBe(texts.find('el', 'shop'))

  // Another page's code needs one more room; another language needs all of them.
  texts.need('orders')
  expect(texts.find('el', 'shop')).toBeUndefined()
  expect(Object.keys(await texts.load('el', 'shop'))).toContain('el/orders')
  expect(texts.find('en', 'shop')).toBeUndefined()
})

test('the console’s texts serve the shop as well', async () => {
  const texts = await browser()
  texts.need('ui')
  await texts.load('en', 'console')
  expect(texts.find('en', 'shop')).toBe(texts.find('en', 'console'))
  expect(texts.fetched).toEqual(['virtual:messages/en/console'])
})

test('the server holds everything, and an unknown language or area is refused', () => {
  expect(load('\0virtual:messages', { ssr: true })).toContain("from 'virtual:messages/en/console'")
  expect(() => load('\0virtual:messages/de/shop/ui')).toThrow('de/shop')
  expect(() => load('\0virtual:messages/el/mail')).toThrow('el/mail')
})
