/** What somebody typed, as PostgreSQL is asked for it: each word as written, as it sounds, and without its ending. */
import { places, soundOf } from './document.ts'
import { fold, withoutCommon, withoutGreeklishDigits, wordsOf } from './fold.ts'
import { skeletonsOf, stemOf } from './skeleton.ts'

export type Word = {
  written: string
  /** Skeletons of its readings, the likeliest first; none of a number. */
  sounds: string[]
  roots: string[]
}

export type Asked = {
  words: Word[]
  /**
   * tsqueries as text, each without what those before it find: in the name of what is filed under it too (oil before
   * the soap made of it), in the name, filed under it, mentioned anywhere.
   */
  tiers: [string, string, string, string]
  /** All of them in one. */
  anywhere: string
  /** Words that nothing here begins with were taken for others. */
  isGuess: boolean
  /** What a name begins with when it is the very thing. */
  start: string
}

const mostWords = 8

/** `meant`, by word as written, are sounds to look for beside its own. Null when there is nothing to search for. */
export function asked(q: string, meant: ReadonlyMap<string, readonly string[]> = new Map()): Asked | null {
  const words = withoutCommon(wordsOf(withoutGreeklishDigits(q)))
    .slice(0, mostWords)
    .map(wordOf)
  if (words.length === 0) return null
  const readings = words.map((word) => readingsOf(word, meant.get(word.written) ?? []))
  const all = (...signs: string[]) => readings.map((forms) => anyOf(forms, signs)).join(' & ')
  const { name, filed, said } = places
  return {
    words,
    tiers: [
      `${all(name)} & ${all(filed)}`,
      `${all(name)} & !(${all(filed)})`,
      `${all(name, filed)} & !(${all(name)})`,
      `${all(name, filed, said)} & !(${all(name, filed)})`,
    ],
    anywhere: all(name, filed, said),
    start: fold(q).trim(),
    isGuess: meant.size > 0,
  }
}

function wordOf(word: string): Word {
  const written = fold(word)
  if (/^\p{N}/u.test(word)) return { written, sounds: [], roots: [] }
  const sounds = skeletonsOf(word).filter((skeleton) => skeleton.length > 1)
  return { written, sounds, roots: [...new Set(sounds.map(stemOf))].filter(Boolean) }
}

// A word may still be being typed, and ours may be inflected: beginnings count. A root is whole.
const readingsOf = ({ written, sounds, roots }: Word, meant: readonly string[]): string[] => [
  ...new Set([
    ...[written, ...sounds.map(soundOf)].map((form) => `${form}':*`),
    ...roots.map((root) => `=${root}'`),
    ...meant.map((sound) => `${soundOf(sound)}':*`),
  ]),
]

const anyOf = (readings: readonly string[], signs: readonly string[]): string =>
  `(${signs.flatMap((sign) => readings.map((reading) => `'${sign}${reading}`)).join(' | ')})`
