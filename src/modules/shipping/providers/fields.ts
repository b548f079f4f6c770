/** Addresses and weights in the forms that Greek couriers want. */
import { invalidField } from '../../../platform/http/app-error.ts'

/** "Ερμού 45Α" is street "Ερμού" and number "45Α"; a line without a number keeps it all. */
export function splitStreet(line: string): { street: string; number: string } {
  const parts = /^(.*?\p{L}.*?)[\s,]+(\d+\s?\p{L}?(?:\s?[-/–]\s?\d+\p{L}?)?)$/u.exec(line.trim())
  return { street: parts?.[1]?.trim() ?? line.trim(), number: parts?.[2]?.trim() ?? '' }
}

/** Five digits, also from "104 34" and "GR-10434". AppError `invalid`. */
export function greekPostalCode(text: string): string {
  const code = text.replace(/^\s*GR\s*-?/i, '').replace(/\s/g, '')
  if (/^[1-8]\d{4}$/.test(code)) return code
  throw invalidField('/recipient/postalCode', 'A Greek postal code has five digits, such as 10434.')
}

/** Ten digits, mobile or landline apart; an unusable number is neither. */
export function greekPhones(phone: string | undefined): { landline: string; mobile: string } {
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^(00)?30(?=\d{10}$)/, '')
  if (/^69\d{8}$/.test(digits)) return { landline: '', mobile: digits }
  return { landline: /^2\d{9}$/.test(digits) ? digits : '', mobile: '' }
}

/** Well-formed text without line breaks or control characters, cut to whole characters. */
export const plainText = (text: string | undefined, longest: number): string =>
  [
    ...(text ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .toWellFormed(),
  ]
    .slice(0, longest)
    .join('')

/** Local time at the courier, without a zone, as an instant. Null when it is no time. */
export function athensInstant(local: string): string | null {
  try {
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Athens')
    return at.toInstant().toString({ smallestUnit: 'second' })
  } catch {
    return null
  }
}
