/** Web addresses from names: Greek by the transliteration of road signs and passports (ELOT 743), accents dropped. */
import { createHash } from 'node:crypto'

const longest = 120

const pairs: Record<string, string> = { ου: 'ou', γγ: 'ng', γξ: 'nx', γχ: 'nch' }
const letters: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
}
const voiceless = 'θκξπστφχψς'

/** Small Latin letters, digits and single hyphens, at most 120; '' when nothing of the name can be written so. */
export function slugOf(name: string): string {
  const plain = transliterate(name.toLowerCase().normalize('NFD'))
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return slug.length > longest ? slug.slice(0, longest).replace(/-$/, '') : slug
}

export const isSlug = (text: string): boolean =>
  text.length <= longest && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)

/** The same few letters for the same text always, to keep apart what looks alike in Latin letters. */
export const mark = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 6)

function transliterate(text: string): string {
  // A diaeresis parts αϋ from αυ, so the digraphs are found before the accents go.
  const digraphs = text.replace(
    /([αεη])(\u0301?)υ(?!\u0308)\u0301?(.|$)/gu,
    (_, vowel: string, __, next: string) => {
      const isHard = next === '' || voiceless.includes(next) || !/\p{L}/u.test(next)
      return `${letters[vowel]}${isHard ? 'f' : 'v'}${next}`
    },
  )
  return digraphs
    .replace(/\p{M}+/gu, '')
    .replace(/(^|\P{L})μπ/gu, '$1b')
    .replace(/ου|γγ|γξ|γχ/g, (pair) => pairs[pair] ?? pair)
    .replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter)
}
