/** Units as people say them; a code that is not here stands as it is. */
import type { Locale } from '../../../platform/values/shapes.ts'

const names: Readonly<Record<string, Record<Locale, string>>> = {
  C62: { el: 'τεμ.', en: 'pcs' },
  H87: { el: 'τεμ.', en: 'pcs' },
  HUR: { el: 'ώρες', en: 'h' },
  DAY: { el: 'ημ.', en: 'days' },
  MON: { el: 'μήνες', en: 'months' },
  KGM: { el: 'κιλά', en: 'kg' },
  GRM: { el: 'γρ.', en: 'g' },
  LTR: { el: 'λίτρα', en: 'l' },
  MTR: { el: 'μ.', en: 'm' },
  MTK: { el: 'τ.μ.', en: 'm²' },
  KMT: { el: 'χλμ.', en: 'km' },
}

export const unitName = (locale: Locale, code: string): string => names[code]?.[locale] ?? code
