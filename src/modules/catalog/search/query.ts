/** What somebody typed, as PostgreSQL is asked for it: each word as written, as it sounds, and without its ending. */
import { rootOf, soundOf } from './document.ts'
import { fold, withoutCommon, withoutGreeklishDigits, wordsOf } from './fold.ts'
import { skeletonsOf, stemOf } from './skeleton.ts'

export type Asked = {
  /** Every word must be found, in one of its readings: a tsquery as text. */
  exact: string
  /** Per word the same, and its likeliest sound to compare when it may have a typo; null for what is too short. */
  words: { exact: string; sound: string | null }[]
  /** What a name begins with when it is the very thing. */
  start: string
}

const mostWords = 8
/** Three letters resemble too much. */
const shortestTypo = 4

/** Null when there is nothing in it that could be searched for. */
export function asked(q: string): Asked | null {
  const given = withoutCommon(wordsOf(withoutGreeklishDigits(q))).slice(0, mostWords)
  const words = given.map((word) => ({ exact: readingsOf(word), sound: typoSoundOf(word) }))
  if (words.length === 0) return null
  return {
    exact: words.map((word) => word.exact).join(' & '),
    words,
    start: fold(q).trim(),
  }
}

// The last word may still be being typed, and the others may be inflected: beginnings count.
function readingsOf(word: string): string {
  const lexemes = [`'${fold(word)}':*`]
  if (!/^\p{N}/u.test(word)) {
    for (const skeleton of skeletonsOf(word)) {
      if (skeleton.length > 1) lexemes.push(`'${soundOf(skeleton)}':*`)
      if (skeleton.length > 3 && stemOf(skeleton)) lexemes.push(`'${rootOf(skeleton)}'`)
    }
  }
  return `(${[...new Set(lexemes)].join(' | ')})`
}

function typoSoundOf(word: string): string | null {
  const [skeleton] = skeletonsOf(word)
  return skeleton !== undefined && skeleton.length >= shortestTypo && !/\p{N}/u.test(skeleton)
    ? skeleton
    : null
}
