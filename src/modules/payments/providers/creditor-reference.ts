/** ISO 11649 creditor references, "RF" with two check digits: what banks carry unchanged from payer to payee. */
import { createHash } from 'node:crypto'
import { mod97 } from './mod97.ts'

const longestBody = 21

/**
 * `2026-0007` is `RF4020260007`. A number with letters beyond A to Z, or too long, is replaced by twelve
 * characters made from `uniqueId`, because leaving letters out could make two numbers one.
 */
export function creditorReference(number: string, uniqueId: string): string {
  const body = number.toUpperCase().replace(/[\s\-/._#]/g, '')
  const isFit = /^[A-Z0-9]+$/.test(body) && body.length <= longestBody
  return withCheckDigits(isFit ? body : shortHash(uniqueId))
}

/** Takes what people type: spaces and small letters. */
export function isCreditorReference(text: string): boolean {
  const compact = text.replace(/\s/g, '').toUpperCase()
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(compact) && mod97(compact.slice(4) + compact.slice(0, 4)) === 1
}

/** In fours, for people. */
export const formatCreditorReference = (reference: string) => reference.replace(/(.{4})(?=.)/g, '$1 ')

const withCheckDigits = (body: string) => `RF${String(98 - mod97(`${body}RF00`)).padStart(2, '0')}${body}`

/** Digits only, so that it can be read out and typed on any keyboard. */
const shortHash = (uniqueId: string) =>
  String(createHash('sha256').update(uniqueId).digest().readBigUInt64BE() % 10n ** 12n).padStart(12, '0')
