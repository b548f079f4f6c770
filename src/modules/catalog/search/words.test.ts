import { expect, test } from 'vitest'
import { searchDocument } from './document.ts'
import { fold, withoutCommon, withoutGreeklishDigits, wordsOf } from './fold.ts'
import { asked } from './query.ts'
import { skeletonsOf, stemOf } from './skeleton.ts'
import { meantBy } from './typos.ts'

test('folding takes accents, case and the final sigma', () => {
  expect(fold('Ελαιόλαδο ΚΑΛΑΜΆΤΑΣ Ϊΰ Café')).toBe('ελαιολαδο καλαματασ ιυ cafe')
  expect(wordsOf('500ml «Κρασί», 2ο!')).toEqual(['500', 'ml', 'κρασί', '2', 'ο'])
  expect(withoutCommon(['μέλι', 'και', 'καρύδια'])).toEqual(['μέλι', 'καρύδια'])
  expect(withoutCommon(['από', 'τη'])).toEqual(['από', 'τη'])
  expect(withoutGreeklishDigits('8ymari 3idi a8ina 500 4ml')).toBe('thymari ksidi athina 500 4ml')
})

// Each row is one word as people write it: every pair must share a reading.
const spellings = [
  ['ελαιόλαδο', 'ελαιολαδο', 'elaiolado', 'eleolado', 'ελεόλαδο'],
  ['γιαούρτι', 'yaourti', 'yiaourti', 'giaourti', 'giaurti'],
  ['αυγό', 'αβγό', 'avgo', 'aygo', 'augo'],
  ['θυμάρι', 'thymari', 'thimari', 'thumari'],
  ['ξίδι', 'ξύδι', 'xidi', 'ksidi'],
  ['χαλβάς', 'halvas', 'xalvas', 'chalvas', 'halbas'],
  ['μπύρα', 'μπίρα', 'mpira', 'bira', 'mpyra'],
  ['αγκινάρα', 'agkinara', 'anginara', 'aginara'],
  ['λουκούμι', 'loukoumi', 'lukumi', 'loykoymi'],
  ['τζατζίκι', 'tzatziki', 'jajiki'],
  ['τσάι', 'τσαι', 'tsai'],
  ['ρόδι', 'rodi'],
  ['ουίσκι', 'ouiski'],
]

test.each(spellings)('%s and its spellings sound alike', (...words) => {
  for (const a of words) {
    for (const b of words) {
      const shared = skeletonsOf(a).some((sound) => skeletonsOf(b).includes(sound))
      expect(shared, `${a} ${b}: ${skeletonsOf(a).join(' ')} / ${skeletonsOf(b).join(' ')}`).toBe(true)
    }
  }
})

test('what is another word sounds otherwise', () => {
  for (const [a, b] of [
    ['μέλι', 'μήλο'],
    ['λάδι', 'λάσπη'],
    ['φέτα', 'πέτα'],
    ['κρασί', 'κράσπεδο'],
  ] as const)
    expect(skeletonsOf(a).some((sound) => skeletonsOf(b).includes(sound))).toBe(false)
})

test('inflections share a root', () => {
  const root = (word: string) => stemOf(skeletonsOf(word)[0]!)
  for (const words of [
    ['μέλι', 'μελιού', 'μέλια'],
    ['ελιά', 'ελιές', 'ελιάς'],
    ['άρωμα', 'αρώματα'],
    ['χαλβάς', 'χαλβάδες', 'χαλβά'],
    ['olive', 'olives'],
  ])
    expect(new Set(words.map(root)).size, words.join()).toBe(1)
  expect(stemOf('i')).toBe('')
})

test('a typo is the nearest known word, and a short word has none', () => {
  const known = ['eleolado', 'feta', 'meli', 'graviera', 'krasi', 'ladi']
  expect(meantBy('elaolado', known)).toEqual(['eleolado'])
  expect(meantBy('garviera', known)).toEqual(['graviera'])
  expect(meantBy('graveira', known)).toEqual(['graviera'])
  expect(meantBy('eleoal', known)).toEqual(['eleolado'])
  expect(meantBy('mela', known)).toEqual(['meli'])
  expect(meantBy('fea', known)).toEqual([])
  expect(meantBy('zzzzzz', known)).toEqual([])
})

test('nothing anybody types makes a query that the database cannot read', () => {
  for (const q of ["'", "a' | 'b", ':*', '&|!()', '\\', 'ά́', '🫒', '  ']) {
    const question = asked(q)
    for (const tier of question?.tiers ?? [])
      expect(tier.replaceAll(/'[!?~=]*[\p{L}\p{N}]+'(:\*)?|[()&|! ]/gu, '')).toBe('')
  }
  expect(asked('🫒 & !')).toBe(null)
})

test('a product is found by its synonyms, category and description, each in its place', () => {
  const { vector, sounds, sortNames } = searchDocument({
    name: { el: 'Εξαιρετικό παρθένο ελαιόλαδο' },
    description: { el: '<p>Από τη <b>Μάνη</b></p>' },
    tags: [],
    filedUnder: [{ el: 'Λάδια' }],
    details: ['500 ml'],
  })
  expect(vector).toContain(`'!~eleolado'`)
  expect(vector).toContain(`'olive'`)
  expect(vector).toContain(`'~ladia'`)
  expect(vector).toContain(`'?~mani'`)
  expect(vector).not.toContain(`'!~mani'`)
  expect(sounds).toContain('eleolado')
  expect(sortNames).toEqual({ el: 'εξαιρετικο παρθενο ελαιολαδο', en: 'εξαιρετικο παρθενο ελαιολαδο' })
})
