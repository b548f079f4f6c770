/** The languages of the program, in one place: adding one is adding it here and a folder of messages. */

export const locales = ['el', 'en'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'el'

/** Each language by its own name, as a reader looks for it. */
export const localeNames: Record<Locale, string> = { el: 'Ελληνικά', en: 'English' }

/** The regional form whose numbers, dates and currency are used. */
export const localeTags: Record<Locale, string> = { el: 'el-GR', en: 'en-GB' }

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** The language a browser asks for first among ours (RFC 9110 `Accept-Language`), else the fallback. */
export function pickLocale(
  acceptLanguage: string | null | undefined,
  fallback: Locale = defaultLocale,
): Locale {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.trim().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return {
        code: tag.trim().slice(0, 2).toLowerCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      }
    })
    .filter((item) => item.quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return wanted.map((item) => item.code).find(isLocale) ?? fallback
}

/** Who reads: the shop's visitors or the people behind the counter. Each area ships only its own texts. */
export const areas = ['shop', 'console'] as const
export type Area = (typeof areas)[number]

/** The sections of a message file that an area needs. */
export const areaSections: Record<Area, readonly string[]> = {
  shop: ['common', 'shop'],
  console: ['common', 'shop', 'console'],
}

export const sections = ['common', 'shop', 'console', 'mail', 'pdf'] as const
