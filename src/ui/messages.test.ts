import { globSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { expect, test } from 'vitest'
import texts from './messages/en.json' with { type: 'json' }

const files = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname }).filter(
  (file) => !file.endsWith('.test.ts'),
)
const used = files.map((file) => ({
  file,
  keys: [...readFileSync(path.join(import.meta.dirname, file), 'utf8').matchAll(/'ui\.(\w+)'/g)].map(
    (match) => match[1]!,
  ),
}))

test('every text of the design system is used', () => {
  const keys = new Set(used.flatMap((one) => one.keys))
  expect(
    Object.values(texts)
      .flatMap((section) => Object.keys(section))
      .filter((key) => !keys.has(key)),
  ).toEqual([])
})

test('what the shop may use has its texts in the shop', () => {
  const shop = new Set([...Object.keys(texts.common), ...Object.keys(texts.shop)])
  const ofConsole = /^(console|charts|gallery|tables|live)[/\\]|console-layout|translated-field|unsaved-guard/
  const missing = used
    .filter(({ file }) => !ofConsole.test(file))
    .flatMap(({ file, keys }) => keys.filter((key) => !shop.has(key)).map((key) => `${file}: ${key}`))
  expect(missing).toEqual([])
})
