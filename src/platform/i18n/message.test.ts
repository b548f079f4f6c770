import { expect, test } from 'vitest'
import type { Locale } from './locales.ts'
import { fillMessage, formatMessage, type Values } from './message.ts'
import { compileMessage, parseMessage, placesOf } from './parse.ts'

const filled = (source: string, values: Values, locale: Locale) =>
  formatMessage(compileMessage(source), values, locale)

const items = '{count, plural, =0 {Nothing yet} one {# item} other {# items}}'

test('fills names, counts by plural and by exact number, in the language’s digits', () => {
  expect(filled('Hello {name}!', { name: 'Eleni' }, 'en')).toBe('Hello Eleni!')
  expect([0, 1, 2, 1500].map((count) => filled(items, { count }, 'en'))).toEqual([
    'Nothing yet',
    '1 item',
    '2 items',
    '1,500 items',
  ])
  expect(filled('{count, plural, one {# είδος} other {# είδη}}', { count: 1500 }, 'el')).toBe('1.500 είδη')
})

test('chooses by word, falls back to other, and counts on within a choice', () => {
  const text =
    '{who, select, me {I} other {They}} took {n, plural, one {{who, select, me {my #} other {# one}}} other {#}}'
  expect(filled(text, { who: 'me', n: 1 }, 'en')).toBe('I took my 1')
  expect(filled(text, { who: 'x', n: 3 }, 'en')).toBe('They took 3')
})

test('an apostrophe is a letter, and # outside a plural is a sign', () => {
  expect(filled("σ' εσένα, #{id}", { id: 'A1' }, 'el')).toBe("σ' εσένα, #A1")
})

test('gives pieces, so that a place may hold something other than text', () => {
  const link = { href: '/terms' }
  expect(fillMessage(compileMessage('I accept the {link}.'), { link }, 'en')).toEqual([
    'I accept the ',
    link,
    '.',
  ])
})

test('a missing value stays visible instead of vanishing', () => {
  expect(filled('Dear {name}', {}, 'en')).toBe('Dear {name}')
})

test.each(['{count, plural, one {x}}', '{a', 'a}', '{}', '{a, date}', '{n, plural, other {x}'])(
  'refuses %s by name',
  (source) => {
    expect(() => parseMessage(source)).toThrow(SyntaxError)
  },
)

test('lists the places of a message, nested ones included', () => {
  expect(placesOf('{b} {a, plural, one {{c}} other {#}} {b}')).toEqual(['a', 'b', 'c'])
})
