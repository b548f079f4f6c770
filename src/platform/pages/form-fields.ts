/** Reads what a form sent in the shapes that verbs take. What cannot be read is passed on as typed, so that the verb names the field. */
import { parseDecimal } from '../i18n/decimal.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import type { Translated } from '../values/shapes.ts'

export type FormFields = ReturnType<typeof fieldsOf>

export function fieldsOf(form: FormData, locale: Locale) {
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    /** `` when it was left empty. */
    text,
    /** Undefined when it was left empty: for optional fields. */
    optional: (name: string): string | undefined => text(name) || undefined,
    /** Null when it was left empty: for fields that can be taken away. */
    nullable: (name: string): string | null => text(name) || null,
    /** "12,50" as "12.50". */
    decimal: (name: string): string => decimalOf(text(name), locale),
    /** NaN when it is no number. */
    whole: (name: string): number => Number(decimalOf(text(name), locale) || Number.NaN),
    flag: (name: string): boolean => form.get(name) !== null,
    all: (name: string): string[] => form.getAll(name).map(String).filter(Boolean),
    /** The languages that were filled in; undefined when none was. */
    translated: (name: string): Translated | undefined => {
      const texts = locales.map((code) => [code, text(`${name}.${code}`)] as const)
      const filled = texts.filter(([, value]) => value !== '')
      return filled.length > 0 ? Object.fromEntries(filled) : undefined
    },
    /** The endings of all fields whose names begin like this: of `quantity.<id>` the ids. */
    endings: (prefix: string): string[] =>
      [...new Set([...form.keys()])]
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  }
}

const decimalOf = (typed: string, locale: Locale): string =>
  typed === '' ? '' : (parseDecimal(typed, locale) ?? typed)
