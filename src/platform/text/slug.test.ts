import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug, mark, slugOf } from './slug.ts'

test.each([
  ['Ελαιόλαδο Εξαιρετικό Παρθένο 500 ml', 'elaiolado-exairetiko-partheno-500-ml'],
  ['Αυγά ελευθέρας βοσκής', 'avga-eleftheras-voskis'],
  ['Αγγουράκι τουρσί', 'angouraki-toursi'],
  ['Μπύρα Λάμπρος', 'byra-lampros'],
  ['αϋπνία', 'aypnia'],
  ['ΟΥΖΟ ΠΛΩΜΑΡΙΟΥ', 'ouzo-plomariou'],
  ['Crème brûlée & Straße', 'creme-brulee-strasse'],
  ['  --a__b.. ', 'a-b'],
  ['日本', ''],
])('%s → %s', (name, slug) => expect(slugOf(name)).toBe(slug))

test('whatever the name, the slug is one or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[α-ωά-ώΑ-Ω 0-9-]*$/)),
      (name) => {
        const slug = slugOf(name)
        expect(slug === '' || isSlug(slug)).toBe(true)
        expect(slugOf(slug)).toBe(slug)
      },
    ),
  )
})

test('a mark is short, stable and tells texts apart', () => {
  expect(mark('日本')).toBe(mark('日本'))
  expect(mark('日本')).not.toBe(mark('中国'))
  expect(mark('x')).toMatch(/^[0-9a-f]{6}$/)
})
