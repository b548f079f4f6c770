import { expect, test } from 'vitest'
import {
  attributesOf,
  readImages,
  readList,
  readPairs,
  readPath,
  writeAttributes,
  writeImages,
  writeList,
  writePath,
} from './own-lists.ts'

const roundTrip = (attributes: Parameters<typeof writeAttributes>[0]) =>
  attributesOf(readPairs(writeAttributes(attributes)).pairs)

test('an attribute keeps its kind: text that looks like a number, a yes or a quotation stays text', () => {
  const attributes = {
    code: '007',
    year: '2025',
    real: 2025,
    small: 1e-7,
    organic: true,
    said: 'true',
    quoted: '"x"',
    half: '"',
    empty: '',
    'a.el': 'no language',
    'a=b;c\\': 'x;y=z\\',
    origin: { el: 'Κρήτη', en: 'Crete; west' },
  }
  expect(roundTrip(attributes)).toEqual(attributes)
  expect(writeAttributes({ organic: true, year: '2025', origin: { el: 'Κρήτη' } })).toBe(
    'organic=true; year="2025"; origin.el=Κρήτη',
  )
})

test('a number too long to be one stays text', () => {
  expect(attributesOf(readPairs('ean=52012345678901234567; lot=007').pairs)).toEqual({
    ean: '52012345678901234567',
    lot: '007',
  })
})

test('lists and paths keep the sign they are split by', () => {
  expect(readList(writeList(['a, b', 'c\\', 'd']))).toEqual(['a, b', 'c\\', 'd'])
  expect(readPath(writePath(['Food > all', 'Honey']))).toEqual(['Food > all', 'Honey'])
  expect([readList(''), readPath(' > '), readList(',,a,')]).toEqual([[], [], ['a']])
})

test('images with texts of several lines, and addresses with the format’s own signs', () => {
  const images = [
    { url: 'https://x.example/a;b,https://y.example', alt: { el: 'α\nβ', en: 'see https://z.example' } },
    { url: 'https://x.example/2', alt: 'plain; text' },
  ]
  expect(readImages(writeImages(images))).toEqual({ images, bad: null })
})

test('pairs without a name or a value are pointed at', () => {
  expect(readPairs('a=1; b; =2')).toEqual({ pairs: [{ name: 'a', value: '1' }], bad: 'b' })
})
