import { readFileSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findRooms, readRoom } from './catalogue.ts'
import { defaultLocale, locales } from './locales.ts'
import { placesOf } from './parse.ts'
import { createTranslator } from './translator.ts'

const source = path.resolve(import.meta.dirname, '../..')
const rooms = findRooms(source)

/** `section.key` of every text. */
const keysOf = (file: Record<string, Record<string, string>>) =>
  Object.entries(file).flatMap(([section, texts]) => Object.keys(texts).map((key) => `${section}.${key}`))

test('the design system’s own room is found', () => {
  expect(rooms.map((room) => room.name)).toContain('ui')
})

describe.each(rooms)('the texts of $name', (room) => {
  test('are registered with the compiler', () => {
    const registry = readFileSync(path.join(source, 'messages.ts'), 'utf8')
    const folder = path.relative(source, room.folder)
    expect(
      registry,
      `add to src/messages.ts: '${room.name}': typeof import('./${folder}/en.json')`,
    ).toContain(`import('./${folder}/en.json')`)
  })

  test('have each key once', () => {
    const keys = Object.values(readRoom(room, defaultLocale)).flatMap((texts) => Object.keys(texts))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test.each(locales)('are complete in %s, with the same places, and none is empty', (locale) => {
    const main = readRoom(room, defaultLocale)
    const file = readRoom(room, locale)
    expect(keysOf(file).toSorted()).toEqual(keysOf(main).toSorted())
    for (const [section, texts] of Object.entries(file))
      for (const [key, text] of Object.entries(texts)) {
        expect(text.trim(), `${section}.${key}`).not.toBe('')
        expect(placesOf(text), `${section}.${key}`).toEqual(placesOf(main[section]![key]!))
      }
  })
})

test('the server’s translator fills a text, and names one that is missing', () => {
  expect(createTranslator('el')('ui.chosen', { count: 2 })).toBe('2 επιλεγμένα')
  expect(() => createTranslator('en')('ui.nothing' as 'ui.all')).toThrow('ui.nothing')
})
