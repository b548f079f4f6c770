/** ISO 13616: the letters and check digits of an IBAN moved to the end, read as one number, leave 1 modulo 97. */

const shape = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/
/** Of the countries whose producers are likely here; elsewhere the checksum has to do. */
const lengths: Record<string, number> = {
  GR: 27,
  CY: 28,
  DE: 22,
  FR: 27,
  IT: 27,
  BG: 22,
  ES: 24,
  NL: 18,
  AT: 20,
}

/** Without blanks, in capitals. */
export function isIban(iban: string): boolean {
  const length = lengths[iban.slice(0, 2)]
  if (!shape.test(iban) || (length !== undefined && iban.length !== length)) return false
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((sign) => parseInt(sign, 36)).join('')
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}
