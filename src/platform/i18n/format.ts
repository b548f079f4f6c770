/** Numbers, money, dates and lists as people of a language write them. The formatters are kept: making one is slow. */
import { type Locale, localeTags } from './locales.ts'

const kept = new Map<string, unknown>()

function keep<T>(kind: string, locale: Locale, options: object, make: (tag: string) => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`
  const known = kept.get(key) as T | undefined
  if (known) return known
  const made = make(localeTags[locale])
  kept.set(key, made)
  return made
}

/** A number or a decimal string ("1234.5", exact at any length). */
export const formatNumber = (
  locale: Locale,
  value: number | string,
  options: Intl.NumberFormatOptions = {},
): string =>
  keep('number', locale, options, (tag) => new Intl.NumberFormat(tag, options)).format(value as number)

/** A rate given in percent: `"24"` is `24%`. */
export const formatPercent = (locale: Locale, percent: number | string): string =>
  formatNumber(locale, Number(percent) / 100, { style: 'percent', maximumFractionDigits: 2 })

export type MoneyValue = { amount: string; currency: string }

/** Money; unit prices keep their further decimals, up to six. */
export const formatMoney = (
  locale: Locale,
  { amount, currency }: MoneyValue,
  options: Intl.NumberFormatOptions = {},
): string =>
  formatNumber(locale, amount, {
    style: 'currency',
    currency,
    ...((amount.split('.')[1]?.length ?? 0) > 2 && { maximumFractionDigits: 6 }),
    ...options,
  })

const dateStyles = {
  /** 13 Jun 2026 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Saturday 13 June 2026 */
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 13 Jun */
  dayMonth: { day: 'numeric', month: 'short' },
  /** June 2026 */
  month: { month: 'long', year: 'numeric' },
  /** 14:05 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** 13 Jun 2026, 14:05 */
  dateTime: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof dateStyles

/** An instant (RFC 3339, epoch milliseconds or Date) in a time zone, or a day (`YYYY-MM-DD`), which has no zone. */
export function formatDate(
  locale: Locale,
  value: string | number | Date,
  style: DateStyle = 'date',
  timeZone = 'Europe/Athens',
): string {
  const isDay = typeof value === 'string' && value.length === 10
  const options = { ...dateStyles[style], timeZone: isDay ? 'UTC' : timeZone }
  return keep('date', locale, options, (tag) => new Intl.DateTimeFormat(tag, options)).format(new Date(value))
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** How long ago or from now, in the largest unit that fits: "3 hours ago", "yesterday". */
export function formatRelative(locale: Locale, value: string | number | Date, now: number | Date): string {
  const seconds = (new Date(value).getTime() - Number(now)) / 1000
  const options = { numeric: 'auto' } as const
  const format = keep('relative', locale, options, (tag) => new Intl.RelativeTimeFormat(tag, options))
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return format.format(size === 1 ? 0 : Math.round(seconds / size), unit)
}

/** "olives, honey and wine" */
export const formatList = (
  locale: Locale,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
) => keep('list', locale, { type }, (tag) => new Intl.ListFormat(tag, { type })).format(items)
