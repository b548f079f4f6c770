/** The check sum of IBANs and creditor references. Source: ISO/IEC 7064, MOD 97-10. */

/** The remainder by 97 of the text read as a number in which A is 10 and Z is 35. Only A to Z and 0 to 9. */
export function mod97(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
