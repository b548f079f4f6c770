/** Reads a number as people type it, with the comma or the point, into the decimal string that the API wants. */
import type { Locale } from './locales.ts'

const decimalSign: Record<Locale, ',' | '.'> = { el: ',', en: '.' }

/**
 * "1.234,50" and "12,5" in Greek, "1,234.50" in English, "12.5" and "12,5" in both; null when it is no number.
 * A lone sign that is not the language's decimal sign groups thousands only when exactly three digits follow.
 */
export function parseDecimal(text: string, locale: Locale): string | null {
  const plain = text.replace(/[\s\u00a0\u202f'’€%]/gu, '').replace(/^\u2212/u, '-')
  if (!/^-?[\d.,]*\d[\d.,]*$/u.test(plain)) return null

  const own = decimalSign[locale]
  const last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'))
  if (last < 0) return canonical(plain, '')

  const sign = plain[last]!
  const other = sign === ',' ? '.' : ','
  const isOnlySign = !plain.includes(other)
  const isRepeated = plain.indexOf(sign) !== last
  const whole = plain.slice(0, last)
  const rest = plain.slice(last + 1)
  const isGroup = isOnlySign && (isRepeated || (sign !== own && rest.length === 3 && !/^-?0*$/u.test(whole)))

  if (isGroup) return isGrouped(plain, sign) ? canonical(plain.replaceAll(sign, ''), '') : null
  // The decimal sign stands once; before it only well-formed groups of the other sign.
  if (isRepeated || (!isOnlySign && !isGrouped(whole, other))) return null
  return canonical(whole.replaceAll(other, ''), rest)
}

function isGrouped(digits: string, sign: string): boolean {
  const [first = '', ...groups] = digits.replace('-', '').split(sign)
  return first.length >= 1 && first.length <= 3 && groups.every((group) => group.length === 3)
}

function canonical(whole: string, fraction: string): string {
  const isNegative = whole.startsWith('-')
  const digits = whole.replace('-', '').replace(/^0+(?=\d)/u, '') || '0'
  return `${isNegative ? '-' : ''}${digits}${fraction ? `.${fraction}` : ''}`
}

/** A decimal string as the language types it into a field: "12.50" is "12,50" in Greek. */
export const typedDecimal = (value: string, locale: Locale): string => value.replace('.', decimalSign[locale])
