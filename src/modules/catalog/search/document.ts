/** The words a product is found by: those of its name, those it is filed under, and those said about it. */
import { inLocale, localeCodes, type Translated } from '../../../platform/values/shapes.ts'
import { fold, withoutCommon, wordsOf } from './fold.ts'
import { skeletonsOf, stemOf } from './skeleton.ts'
import { synonyms } from './synonyms.ts'

export type Searchable = {
  name: Translated
  description: Translated
  tags: readonly string[]
  /** Names of the category and those above it, the producer's, attribute texts. */
  filedUnder: readonly Translated[]
  /** Variant names, option values, SKUs, barcodes. */
  details: readonly string[]
}

export type SearchDocument = {
  /** A tsvector as text. */
  vector: string
  /** How its words sound, for the vocabulary that mistyped words are compared with. */
  sounds: string[]
  /** By language, the name as it is sorted; every language has one. */
  sortNames: Translated
}

/**
 * Where a word stands: in the name, in what the product is filed under, or in what is said about it. The sign before
 * the lexeme says so, and not a weight, because the index knows lexemes and would have to read each row for weights.
 */
export const places = { name: '!', filed: '', said: '?' } as const
/** Sounds and roots stand beside the words as written; their signs keep the three apart. */
export const soundOf = (skeleton: string): string => `~${skeleton}`
export const rootOf = (skeleton: string): string => `=${stemOf(skeleton)}`

/** A novel would make every search of the shop slower. */
const most = { filed: 300, said: 120 }

export function searchDocument(product: Searchable): SearchDocument {
  const names = Object.values(product.name).flatMap(wordsOf)
  const under = [...product.tags, ...product.filedUnder.flatMap((text) => Object.values(text))].flatMap(
    wordsOf,
  )
  const others = synonymsOf(new Set([...names, ...under].flatMap(keysOf)))
  const details = product.details.flatMap(wordsOf)
  const said = Object.values(product.description).flatMap((html) =>
    withoutCommon(wordsOf(html.replace(/<[^>]*>/g, ' '))).slice(0, most.said / 2),
  )
  const lexemes = new Set([
    ...names.flatMap((word) => lexemesOf(word, places.name)),
    ...[...under, ...others, ...details]
      .slice(0, most.filed)
      .flatMap((word) => lexemesOf(word, places.filed)),
    // One reading is enough of what is only mentioned.
    ...said.map((word) => places.said + (formsOf(word).sounds[0] ?? formsOf(word).written)),
  ])
  return {
    vector: [...lexemes].map((lexeme) => `'${lexeme}'`).join(' '),
    sounds: [
      ...new Set(
        [...names, ...under, ...others, ...details, ...said].flatMap((word) => skeletonsOf(word).slice(0, 1)),
      ),
    ].filter((sound) => /^[a-z]{3,}$/.test(sound)),
    sortNames: Object.fromEntries(
      localeCodes.map((locale) => [locale, fold(inLocale(product.name, locale)).slice(0, 200)]),
    ),
  }
}

const lexemesOf = (word: string, place: string): string[] => {
  const { written, sounds, roots } = formsOf(word)
  return [written, ...sounds, ...roots].map((form) => place + form)
}

type Forms = { written: string; sounds: string[]; roots: string[] }
const knownForms = new Map<string, Forms>()
const mostKnown = 20_000

function formsOf(word: string): Forms {
  let forms = knownForms.get(word)
  if (forms) return forms
  const isNumber = /^\p{N}/u.test(word)
  const skeletons = isNumber ? [] : skeletonsOf(word).slice(0, 4)
  forms = {
    written: fold(word),
    sounds: skeletons.map(soundOf),
    roots: skeletons.filter((skeleton) => stemOf(skeleton) !== '').map(rootOf),
  }
  if (knownForms.size >= mostKnown) knownForms.clear()
  knownForms.set(word, forms)
  return forms
}

/** What two inflections of a word share; a word too short to lose its ending is only itself. */
const keysOf = (word: string): string[] => {
  const { roots, sounds } = formsOf(word)
  return roots.length > 0 ? roots : sounds
}

type Term = { text: string; stems: string[][] }

type Group = { stem: string; terms: Term[] }

let groups: ReadonlyMap<string, Group[]> | undefined
/** Which rows could be meant, by the stem of a first word of one of their terms. Made for the first product written. */
const groupsByStem = (): ReadonlyMap<string, Group[]> =>
  (groups ??= Map.groupBy(
    synonyms
      .map((terms) => terms.map((text) => ({ text, stems: withoutCommon(wordsOf(text)).map(keysOf) })))
      .flatMap((terms) => terms.flatMap((term) => term.stems[0]!.map((stem) => ({ stem, terms })))),
    ({ stem }) => stem,
  ))

/** The other words of each row of which the product has one whole. */
function synonymsOf(known: ReadonlySet<string>): string[] {
  const has = (term: Term) => term.stems.every((readings) => readings.some((stem) => known.has(stem)))
  const candidates = new Set(
    [...known].flatMap(
      (stem) =>
        groupsByStem()
          .get(stem)
          ?.map(({ terms }) => terms) ?? [],
    ),
  )
  return [...candidates]
    .filter((terms) => terms.some(has))
    .flatMap((terms) => terms.filter((term) => !has(term)).flatMap((term) => wordsOf(term.text)))
}
