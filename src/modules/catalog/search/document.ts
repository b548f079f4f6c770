/** The words a product is found by, weighted: names first, then what it is filed under, then what is said about it. */
import type { Translated } from '../../../platform/values/shapes.ts'
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
  /** The sounds of the telling words, for likeness when a word has a typo. */
  text: string
  /** By language, the name as it is sorted. */
  sortNames: Translated
}

/** Sounds and stems stand beside the words as written; the sign keeps the three apart. */
export const soundOf = (skeleton: string): string => `~${skeleton}`
export const rootOf = (skeleton: string): string => `=${stemOf(skeleton)}`

type Weight = 'A' | 'B' | 'C' | 'D'
/** Of one description; a novel would make every search of the shop slower. */
const mostOfDescription = 120
const mostDetails = 200
/** PostgreSQL counts positions up to this. */
const lastPosition = 16_000

export function searchDocument(product: Searchable): SearchDocument {
  const names = Object.values(product.name).flatMap(wordsOf)
  const filed = [...product.tags, ...product.filedUnder.flatMap((text) => Object.values(text))].flatMap(
    wordsOf,
  )
  const known = new Set([...names, ...filed].flatMap((word) => skeletonsOf(word).map(stemOf)).filter(Boolean))
  const others = synonymsOf(known)
  const said = Object.values(product.description).flatMap((html) =>
    withoutCommon(wordsOf(html.replace(/<[^>]*>/g, ' '))).slice(0, mostOfDescription),
  )
  const lexemes = new Map<string, string>()
  add(lexemes, names, { word: 'A', sound: 'B', root: 'C' })
  add(lexemes, [...filed, ...others], { word: 'B', sound: 'C', root: 'C' })
  add(lexemes, product.details.flatMap(wordsOf).slice(0, mostDetails), { word: 'C', sound: 'D' })
  add(lexemes, said, { sound: 'D' })
  return {
    vector: [...lexemes].map(([lexeme, place]) => `'${lexeme}':${place}`).join(' '),
    text: [...new Set([...names, ...filed, ...others].flatMap((word) => skeletonsOf(word).slice(0, 2)))]
      .join(' ')
      .slice(0, 1500),
    sortNames: Object.fromEntries(Object.entries(product.name).map(([locale, text]) => [locale, fold(text)])),
  }
}

/** The first to speak of a word gives it its weight: names come first. */
function add(
  lexemes: Map<string, string>,
  words: readonly string[],
  weights: { word?: Weight; sound: Weight; root?: Weight },
): void {
  for (const word of words) {
    const place = Math.min(lexemes.size + 1, lastPosition)
    const put = (lexeme: string, weight: Weight | undefined) => {
      if (weight && !lexemes.has(lexeme)) lexemes.set(lexeme, `${place}${weight}`)
    }
    put(fold(word), weights.word ?? (isNumber(word) ? weights.sound : undefined))
    if (isNumber(word)) continue
    const skeletons = skeletonsOf(word).slice(0, 4)
    for (const skeleton of skeletons) put(soundOf(skeleton), weights.sound)
    for (const skeleton of skeletons) if (stemOf(skeleton)) put(rootOf(skeleton), weights.root)
  }
}

const isNumber = (word: string) => /^\p{N}/u.test(word)

type Term = { text: string; stems: string[][] }

const groups: Term[][] = synonyms.map((terms) =>
  terms.map((text) => ({
    text,
    stems: withoutCommon(wordsOf(text)).map((word) => skeletonsOf(word).map(stemOf)),
  })),
)

/** Which rows could be meant, by the stem of a first word of one of their terms. */
const groupsByStem = Map.groupBy(
  groups.flatMap((terms) => terms.flatMap((term) => term.stems[0]!.map((stem) => ({ stem, terms })))),
  ({ stem }) => stem,
)

/** The other words of each row of which the product has one whole. */
function synonymsOf(known: ReadonlySet<string>): string[] {
  const has = (term: Term) => term.stems.every((readings) => readings.some((stem) => known.has(stem)))
  const candidates = new Set(
    [...known].flatMap((stem) => groupsByStem.get(stem)?.map(({ terms }) => terms) ?? []),
  )
  return [...candidates]
    .filter((terms) => terms.some(has))
    .flatMap((terms) => terms.filter((term) => !has(term)).flatMap((term) => wordsOf(term.text)))
}
