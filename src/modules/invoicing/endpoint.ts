/** Electronic addresses: the code list EAS of Peppol, where a VAT number is an address by itself. */
import type { Endpoint } from './kept.ts'

/** EAS by the first letters of a VAT number. */
const schemes: Readonly<Record<string, string>> = {
  AT: '9914',
  BE: '9925',
  BG: '9926',
  CY: '9928',
  CZ: '9929',
  DE: '9930',
  EE: '9931',
  EL: '9933',
  ES: '9920',
  FR: '9957',
  HR: '9934',
  HU: '9910',
  IE: '9935',
  IT: '0211',
  LT: '9937',
  LU: '9938',
  LV: '9939',
  MT: '9943',
  NL: '9944',
  PL: '9945',
  PT: '9946',
  RO: '9947',
  SE: '9955',
  SI: '9949',
  SK: '9950',
  GB: '9932',
}

/** By the VAT number, else by e-mail (EM); null where neither is known. */
export function endpointOf(vatNumber: string | null, email: string | null): Endpoint | null {
  const scheme = vatNumber && schemes[vatNumber.slice(0, 2)]
  if (scheme) return { scheme, id: vatNumber }
  return email ? { scheme: 'EM', id: email } : null
}
