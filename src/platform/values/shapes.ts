/** The shapes of values that every room writes the same way: translated text, money, addresses, paging, as zod and as types. */
import { z } from 'zod'

export const localeCodes = ['el', 'en'] as const
export type Locale = (typeof localeCodes)[number]

/** Text as it is stored: by language. */
export type Translated = Partial<Record<Locale, string>>

// NUL cannot be stored by PostgreSQL and a lone surrogate is no Unicode text.
const wellFormed = (value: string) => !value.includes('\0') && value.isWellFormed()

/** Text of people: trimmed, well-formed, of bounded length. */
export const text = (max: number, min = 1) =>
  z.string().trim().min(min).max(max).refine(wellFormed, 'Contains characters that are not text.')

/** A string (the default language) or one text per language. */
export const translated = (max: number) =>
  z.union([
    text(max),
    z
      .strictObject({ el: text(max), en: text(max) })
      .partial()
      .refine((t) => Object.keys(t).length > 0, 'Needs a text in one language.'),
  ])

export const Id = z.uuid().meta({ description: 'A UUIDv7.' })
// The year 0 is in ISO 8601 and in no calendar, nor in PostgreSQL.
const hasYear = (value: string) => !value.startsWith('0000')
export const Instant = z.iso
  .datetime({ offset: true })
  .refine(hasYear, 'There is no year 0.')
  .meta({ description: 'An RFC 3339 instant.' })
export const Day = z.iso
  .date()
  .refine(hasYear, 'There is no year 0.')
  .meta({ description: 'A calendar day, YYYY-MM-DD.' })
export const Currency = z.string().regex(/^[A-Z]{3}$/)

/** Zero or above, up to 12 digits before the point and `scale` after it. */
export const decimal = (scale: number) =>
  z
    .string()
    .regex(
      new RegExp(`^\\d{1,12}(\\.\\d{1,${scale}})?$`),
      `Must be a number with at most ${scale} decimals, such as "12.50".`,
    )

export const Amount = decimal(3)
export const UnitPrice = decimal(6)
export const Percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/)
  .refine((value) => Number(value) <= 100, 'Must be between 0 and 100.')

export const Money = z.strictObject({ amount: z.string(), currency: Currency }).meta({ id: 'Money' })

export const Address = z
  .strictObject({
    name: text(120),
    company: text(120).optional(),
    line1: text(160),
    line2: text(160).optional(),
    city: text(100),
    postalCode: text(16),
    region: text(100).optional(),
    country: z.string().regex(/^[A-Z]{2}$/, 'Must be a country code of two letters, such as GR.'),
    phone: text(32).optional(),
  })
  .meta({ id: 'Address' })
export type Address = z.infer<typeof Address>

export const Email = z.email().max(254).toLowerCase()
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120)

/** What every list accepts. `limit` is clamped, not refused (the API contract says 500). */
export const Paging = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .transform((n) => Math.min(n, 500))
    .default(50),
  cursor: z.string().max(500).optional(),
  skip: z.coerce.number().int().min(0).max(10_000).optional(),
  count: z.enum(['exact']).optional(),
})

export type Page<T> = { data: T[]; page: { next: string | null }; total?: number }
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    data: z.array(item),
    page: z.object({ next: z.string().nullable() }),
    total: z.number().int().optional(),
  })

/** Translated text as stored, from either way of writing it. */
export const toTranslated = (value: string | Translated, fallback: string): Translated =>
  typeof value === 'string' ? { [fallback]: value } : value

/** The text in the language asked for, else in the organisation's, else in any. */
export const inLocale = (value: Translated | null | undefined, locale: string, fallback = 'el'): string =>
  value?.[locale as Locale] ?? value?.[fallback as Locale] ?? Object.values(value ?? {})[0] ?? ''
