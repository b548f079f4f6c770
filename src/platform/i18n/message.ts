/**
 * Texts with places to fill: `{name}`, `{count, plural, =0 {…} one {# item} other {# items}}` and
 * `{x, select, a {…} other {…}}`, a subset of ICU MessageFormat. Apostrophes are plain letters (Greek needs them).
 */
import { formatNumber } from './format.ts'
import type { Locale } from './locales.ts'

/** A piece of a message, short because browsers load it: text, `[name]`, a plural's number as 0, or a choice. */
export type Node =
  | string
  | 0
  | readonly [name: string]
  | readonly [name: string, kind: 'plural' | 'select', options: Options]

type Options = Readonly<Record<string, readonly Node[]>>

/** A message after reading: `compileMessage` in `parse.ts`. */
export type Message = string | readonly Node[]

export type Values<T = never> = Record<string, string | number | null | undefined | T>

const plurals = new Map<string, Intl.PluralRules>()

function pluralOf(locale: Locale, count: number): string {
  const rules = plurals.get(locale) ?? new Intl.PluralRules(locale)
  plurals.set(locale, rules)
  return rules.select(count)
}

/** The message with its places filled, in pieces, so that a piece may be something other than text (a link). */
export function fillMessage<T>(message: Message, values: Values<T>, locale: Locale): (string | T)[] {
  if (typeof message === 'string') return [message]

  const fill = (nodes: readonly Node[], count: number): (string | T)[] =>
    nodes.flatMap((node): (string | T)[] => {
      if (typeof node === 'string') return [node]
      if (node === 0) return [formatNumber(locale, count)]
      const [name, kind, options] = node
      const value = values[name]
      if (!options) {
        if (value === null || value === undefined) return [`{${name}}`]
        return [typeof value === 'number' ? formatNumber(locale, value) : value]
      }
      if (kind === 'select') return fill(options[String(value)] ?? options.other!, count)
      const number = Number(value)
      return fill(options[`=${number}`] ?? options[pluralOf(locale, number)] ?? options.other!, number)
    })
  return fill(message, 0)
}

/** The message as text. */
export const formatMessage = (message: Message, values: Values, locale: Locale): string =>
  fillMessage(message, values, locale).join('')
