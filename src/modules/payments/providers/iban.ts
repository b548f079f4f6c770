/** International bank account numbers: checked by length and check digits. Source: ISO 13616, SWIFT's IBAN registry. */
import { mod97 } from './mod97.ts'

/** Whole lengths in the SEPA area; other countries are checked by their digits alone. */
const lengths = new Map(
  (
    'AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 ' +
    'LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

export const compactIban = (text: string) => text.replace(/\s/g, '').toUpperCase()

/** Takes what people type: spaces and small letters. */
export function isIban(text: string): boolean {
  const iban = compactIban(text)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  const length = lengths.get(iban.slice(0, 2))
  return (length === undefined || iban.length === length) && mod97(iban.slice(4) + iban.slice(0, 4)) === 1
}

/** In fours, for people. */
export const formatIban = (iban: string) => compactIban(iban).replace(/(.{4})(?=.)/g, '$1 ')
