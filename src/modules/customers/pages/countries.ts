/** The countries an address may be in, by name, the shop's own first. For loaders: the names are not the browser's task. */
import type { Locale } from '../../../platform/values/shapes.ts'

const codes =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB CH NO IS LI AL BA ME MK RS'.split(
    ' ',
  )

export type CountryOption = { value: string; label: string }

const kept = new Map<string, CountryOption[]>()

export function countryOptions(locale: Locale, home: string): CountryOption[] {
  const known = kept.get(`${locale} ${home}`)
  if (known) return known
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const sorter = new Intl.Collator(locale)
  const options = [...new Set([home, ...codes])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted(
      (a, b) => Number(b.value === home) - Number(a.value === home) || sorter.compare(a.label, b.label),
    )
  kept.set(`${locale} ${home}`, options)
  return options
}

export const countryName = (locale: Locale, code: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
