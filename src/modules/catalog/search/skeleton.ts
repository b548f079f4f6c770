/**
 * How a word sounds in Greek, whether it is written in Greek or in Latin letters, so that «ελαιόλαδο», elaiolado and
 * eleolado are one. Where a spelling can be read in two ways both are answered. Letters of the skeleton:
 * a e i o u, v (β, μπ, b), d (δ, ντ), g (γ, γκ, γγ), h (χ), q (θ), x (ξ), z (ζ, τζ) and k l m n p r s t f.
 */

type Reading = readonly string[]

/** Longest first at each place; the first reading is the likelier one. */
const latin: [RegExp, Reading][] = [
  [/^ou|^oo/, ['u']],
  [/^y(?=[aeo])|^yi(?=[aeou])/, ['gi', 'i']],
  [/^a[uy]/, ['av', 'au', 'ai']],
  [/^e[uy]/, ['ev', 'eu', 'ei']],
  [/^ai/, ['e', 'ai']],
  [/^oy/, ['u', 'i']],
  [/^[eo]i/, ['i', 'oi']],
  [/^ee/, ['i']],
  [/^th/, ['q']],
  [/^[ck]h/, ['h']],
  [/^ph/, ['f']],
  [/^ks/, ['x']],
  [/^m[pb]/, ['v']],
  [/^n[td](?!h)/, ['d']],
  [/^(?:gk|gg|ng|gh)/, ['g']],
  [/^nk/, ['g', 'nk']],
  [/^(?:tz|dz|j)/, ['z']],
  [/^dh/, ['d']],
  [/^sh/, ['s']],
  [/^(?:ck|qu|q)/, ['k']],
  [/^c(?=[eiy])/, ['s', 'k']],
  [/^c/, ['k']],
  [/^b/, ['v']],
  [/^h/, ['h', 'i']],
  [/^u/, ['i', 'u']],
  [/^w/, ['o', 'v']],
  [/^x/, ['h', 'x']],
  [/^y/, ['i']],
  [/^[a-z]/, []],
]

const greek: [RegExp, string][] = [
  [/^αι/, 'e'],
  [/^[εουη]ι/, 'i'],
  [/^ου/, 'u'],
  [/^αυ/, 'av'],
  [/^ευ/, 'ev'],
  [/^μπ/, 'v'],
  [/^ντ/, 'd'],
  [/^γ[κγ]/, 'g'],
  [/^γχ/, 'nh'],
  [/^γξ/, 'nx'],
  [/^τζ/, 'z'],
  [/^κσ/, 'x'],
]

const greekLetters: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'q',
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
  υ: 'i',
  φ: 'f',
  χ: 'h',
  ψ: 'ps',
  ω: 'o',
}

/** The same few thousand words come again and again; forgotten all at once when there are too many. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000
const mostReadings = 8

/** The readings of one word, the likeliest first, at most eight. A number is its own. */
export function skeletonsOf(word: string): readonly string[] {
  let readings = known.get(word)
  if (readings) return readings
  if (known.size >= mostKnown) known.clear()
  known.set(word, (readings = readWord(word)))
  return readings
}

function readWord(word: string): readonly string[] {
  const marked = word.normalize('NFD').toLowerCase()
  const bare = marked.replace(/\p{M}+/gu, '')
  // Whoever types without accents cannot say that «τσάι» is no «τσαι», so what is plain of it counts too.
  const readings = [...readingsOf(withHiatus(marked)), ...readingsOf(bare)].map(settle).filter(Boolean)
  return [...new Set(readings)].slice(0, mostReadings)
}

/** A tonos on the first or a diaeresis on the second of two vowels parts them: a bar says so. */
const withHiatus = (marked: string): string =>
  marked
    .replace(/([αεου])\u0301(?=[ιυ])/gu, '$1|')
    .replace(/([ιυ])\u0301?\u0308\u0301?/gu, '|$1')
    .replace(/\p{M}+/gu, '')

function readingsOf(text: string): string[] {
  let made = ['']
  let at = 0
  while (at < text.length) {
    const { length, reading } = readAt(text.slice(at))
    at += length
    // Filled up with the likeliest first: what no longer finds room is the least likely.
    made = reading.flatMap((part) => made.map((start) => start + part)).slice(0, mostReadings)
  }
  return made
}

function readAt(rest: string): { length: number; reading: Reading } {
  for (const [shape, part] of greek) {
    const match = shape.exec(rest)
    if (match) return { length: match[0].length, reading: [part] }
  }
  const letter = greekLetters[rest[0]!]
  if (letter) return { length: 1, reading: [letter] }
  for (const [shape, reading] of latin) {
    const match = shape.exec(rest)
    if (match) return { length: match[0].length, reading: reading.length > 0 ? reading : [match[0]] }
  }
  return { length: 1, reading: [/\p{N}/u.test(rest[0]!) ? rest[0]! : ''] }
}

/** «αυτ» and «αφτ» sound alike, and nobody hears a double letter. */
const settle = (skeleton: string): string =>
  skeleton.replace(/f(?=[ptksqhx])/g, 'v').replace(/([a-z])\1+/g, '$1')

/** What is left without the ending, so that «λάδι», «λάδια», «λαδιού» meet; '' when too little is left. */
export function stemOf(skeleton: string): string {
  const stem = skeleton
    .replace(/ma(?:ta|tos|ton)?$/, 'm')
    .replace(/ad(?:es|on)$/, '')
    .replace(/[aeiou]*[sn]?$/, '')
  return stem.length >= 2 ? stem : ''
}
