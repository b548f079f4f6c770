/** A product's facts between the form and the verb: rows of a name and a text in each language, and ticks. */
import { type Locale, locales } from '../../../../../platform/i18n/locales.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import { slugOf } from '../../../../../platform/text/slug.ts'
import type { Translated } from '../../../../../platform/values/shapes.ts'
import { createTranslator } from '../../../../../platform/i18n/translator.ts'
import { type FactName, factNames, flagNames } from '../../../values.ts'

type Attributes = Record<string, Translated | string | number | boolean>

export type FactRow = { name: string; texts: Translated }
export type Facts = { rows: FactRow[]; flags: { key: string; isOn: boolean }[] }

/** As the form shows them: a number or a plain text stands in the house's own language. */
export function factsOf(attributes: Attributes, locale: Locale, mainLocale: Locale): Facts {
  const entries = Object.entries(attributes)
  const stored = new Map(entries)
  const others = entries.flatMap(([key, value]) => (typeof value === 'boolean' ? [key] : []))
  return {
    rows: entries.flatMap(([key, value]) =>
      typeof value === 'boolean'
        ? []
        : [
            {
              name: labelOf(key, locale),
              texts: typeof value === 'object' ? value : { [mainLocale]: String(value) },
            },
          ],
    ),
    flags: [...new Set<string>([...flagNames, ...others])].map((key) => ({
      key,
      isOn: stored.get(key) === true,
    })),
  }
}

export const labelOf = (key: string, locale: Locale): string =>
  isKnown(key) ? createTranslator(locale)(`catalog.attr_${key}`) : key

/** A known fact may be written as any language calls it; another becomes a short Latin name. */
export function keyOf(name: string): string {
  const same = (one: string) => one.toLocaleLowerCase('el') === name.toLocaleLowerCase('el')
  const known = factNames.find((key) => locales.some((locale) => same(labelOf(key, locale))))
  if (known) return known
  return /^[a-zA-Z][\w-]*$/.test(name) ? name : slugOf(name).replace(/^[^a-z]+/, '') || name
}

export function attributesIn(fields: FormFields, before: Attributes): Attributes {
  const rows = rowsOf(fields).flatMap((row) => {
    const texts = fields.translated(`facts.${row}`)
    return texts ? [[keyOf(fields.text(`facts.${row}.name`)), texts] as const] : []
  })
  const flags = fields.all('flagNames').flatMap((key): [string, boolean][] => {
    if (fields.flag(`flags.${key}`)) return [[key, true]]
    // What was said to be untrue stays said.
    return key in before ? [[key, false]] : []
  })
  return Object.fromEntries([...rows, ...flags])
}

/** The numbers of the rows that were sent. */
const rowsOf = (fields: FormFields): string[] =>
  fields.endings('facts.').flatMap((ending) => /^(\d+)\.name$/.exec(ending)?.[1] ?? [])

const isKnown = (key: string): key is FactName => (factNames as readonly string[]).includes(key)
