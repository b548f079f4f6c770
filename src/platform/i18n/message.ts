/**
 * Texts with places to fill: `{name}`, `{count, plural, =0 {…} one {# item} other {# items}}` and
 * `{x, select, a {…} other {…}}`, a subset of ICU MessageFormat. Apostrophes are plain letters (Greek needs them).
 */
import { formatNumber } from './format.ts'
import type { Locale } from './locales.ts'

export type Node =
  | string
  | { kind: 'value'; name: string }
  | { kind: 'count' }
  | { kind: 'plural' | 'select'; name: string; options: Record<string, Node[]> }

/** Reads one message; throws a SyntaxError that names the message and what is wrong. */
export function parseMessage(source: string): Node[] {
  let at = 0
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at ${at} in message "${source}"`)
  }
  const word = (): string => {
    const [found = ''] = /^\s*[=\w]*\s*/.exec(source.slice(at)) ?? []
    at += found.length
    return found.trim() || fail('A name is missing')
  }
  const expect = (sign: string) => (source[at] === sign ? at++ : fail(`"${sign}" is missing`))

  const nodes = (inside: 'plural' | 'select' | null): Node[] => {
    const out: Node[] = []
    let text = ''
    const flush = () => {
      if (text) out.push(text)
      text = ''
    }
    while (at < source.length && source[at] !== '}') {
      const sign = source[at]!
      if (sign === '{') {
        flush()
        out.push(place(inside))
      } else if (sign === '#' && inside === 'plural') {
        flush()
        out.push({ kind: 'count' })
        at++
      } else {
        text += sign
        at++
      }
    }
    flush()
    return out
  }

  const place = (inside: 'plural' | 'select' | null): Node => {
    expect('{')
    const name = word()
    if (source[at] === '}') {
      at++
      return { kind: 'value', name }
    }
    expect(',')
    const kind = word()
    if (kind !== 'plural' && kind !== 'select') return fail(`"${kind}" is not known`)
    expect(',')
    const options: Record<string, Node[]> = {}
    while (source[at] !== '}') {
      if (at >= source.length) fail('A closing brace is missing')
      const option = word()
      expect('{')
      // A choice within a plural still counts with the plural's number.
      options[option] = nodes(kind === 'plural' ? 'plural' : inside)
      expect('}')
      at += /^\s*/.exec(source.slice(at))![0].length
    }
    if (!options.other) fail('The option "other" is missing')
    expect('}')
    return { kind, name, options }
  }

  const all = nodes(null)
  if (at < source.length) fail('A closing brace is too many')
  return all
}

const parsed = new Map<string, Node[]>()

function parsedOnce(source: string): Node[] {
  const known = parsed.get(source)
  if (known) return known
  const nodes = parseMessage(source)
  parsed.set(source, nodes)
  return nodes
}

export type Values<T = never> = Record<string, string | number | null | undefined | T>

const plurals = new Map<string, Intl.PluralRules>()

function pluralOf(locale: Locale, count: number): string {
  const rules = plurals.get(locale) ?? new Intl.PluralRules(locale)
  plurals.set(locale, rules)
  return rules.select(count)
}

/** The message with its places filled, in pieces, so that a piece may be something other than text (a link). */
export function fillMessage<T>(source: string, values: Values<T>, locale: Locale): (string | T)[] {
  // Most messages have no places.
  if (!source.includes('{')) return [source]

  const fill = (nodes: Node[], count: number): (string | T)[] =>
    nodes.flatMap((node): (string | T)[] => {
      if (typeof node === 'string') return [node]
      if (node.kind === 'count') return [formatNumber(locale, count)]
      const value = values[node.name]
      if (node.kind === 'value') {
        if (value === null || value === undefined) return [`{${node.name}}`]
        return [typeof value === 'number' ? formatNumber(locale, value) : value]
      }
      const { options } = node
      if (node.kind === 'select') return fill(options[String(value)] ?? options.other!, count)
      const number = Number(value)
      return fill(options[`=${number}`] ?? options[pluralOf(locale, number)] ?? options.other!, number)
    })
  return fill(parsedOnce(source), 0)
}

/** The message as text. */
export const formatMessage = (source: string, values: Values, locale: Locale): string =>
  fillMessage(source, values, locale).join('')

/** The places a message has, sorted, for comparing its translations. */
export function placesOf(source: string): string[] {
  const names = new Set<string>()
  const visit = (nodes: Node[]) => {
    for (const node of nodes) {
      if (typeof node === 'string' || node.kind === 'count') continue
      names.add(node.name)
      if (node.kind !== 'value') Object.values(node.options).forEach(visit)
    }
  }
  visit(parseMessage(source))
  return [...names].toSorted()
}
