/**
 * VAT numbers as they are written in the EU's VIES: the country's two letters (EL for Greece), then its own number, checked
 * by form and check digits. Whether somebody holds the number is another question.
 */
import { invalidField } from '../../platform/http/app-error.ts'

/** The field's own name of the number in each country, as the library files it. */
const numbers = {
  AT: 'uid',
  BE: 'vat',
  BG: 'vat',
  CY: 'vat',
  CZ: 'dic',
  DE: 'vat',
  DK: 'cvr',
  EE: 'kmkr',
  EL: 'vat',
  ES: 'nif',
  FI: 'alv',
  FR: 'tva',
  HR: 'oib',
  HU: 'anum',
  IE: 'vat',
  IT: 'iva',
  LT: 'pvm',
  LU: 'tva',
  LV: 'pvn',
  MT: 'vat',
  NL: 'btw',
  PL: 'nip',
  PT: 'nif',
  RO: 'cif',
  SE: 'vat',
  SI: 'ddv',
  SK: 'dph',
} as const

type Prefix = keyof typeof numbers
type Validator = { validate: (value: string) => { isValid: boolean; compact?: string } }

const isPrefix = (text: string): text is Prefix => Object.hasOwn(numbers, text)

/** Greece is EL in matters of VAT and GR elsewhere. */
export const vatPrefixOf = (country: string): string => (country === 'GR' ? 'EL' : country)

/** The country (ISO 3166) that a written VAT number is from; null where its first letters are none of the EU's. */
export function vatCountryOf(vatNumber: string): string | null {
  const prefix = vatNumber.slice(0, 2)
  if (prefix === 'EL') return 'GR'
  return isPrefix(prefix) ? prefix : null
}

/**
 * The number as it is kept: `el 094 259 216` and, at home in Greece, `094259216` are EL094259216. One from outside the
 * EU is kept as it is written. Throws `invalid` at `pointer`.
 */
export async function readVatNumber(
  given: string,
  homeCountry: string,
  pointer = '/vatNumber',
): Promise<string> {
  const compact = given.toUpperCase().replaceAll(/[\s.\-/]/g, '')
  const written = compact.slice(0, 2) === 'GR' ? `EL${compact.slice(2)}` : compact
  const prefix = /^[A-Z]{2}/.test(written) ? written.slice(0, 2) : vatPrefixOf(homeCountry)
  const own = written.startsWith(prefix) ? written.slice(2) : written
  if (!isPrefix(prefix)) {
    if (/^[0-9A-Z]{4,18}$/.test(written)) return written
    throw invalidField(pointer, 'A VAT number has letters and digits only.')
  }
  if (await isValid(prefix, own)) return prefix + own
  throw invalidField(
    pointer,
    `${given.slice(0, 24)} is no VAT number of ${prefix}: its length or its check digits are wrong.`,
  )
}

async function isValid(prefix: Prefix, own: string): Promise<boolean> {
  // Loaded when needed: it knows the numbers of the whole world.
  const { stdnum } = await import('stdnum')
  const country = (stdnum as unknown as Record<string, Record<string, Validator>>)[
    prefix === 'EL' ? 'GR' : prefix
  ]
  const checked = country?.[numbers[prefix]]?.validate(own)
  // The library forgives signs and prefixes in between; what is kept has none.
  return checked?.isValid === true && /^[0-9A-Z+*]{2,12}$/.test(own)
}
