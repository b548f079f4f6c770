/** How many decimals each currency has (ISO 4217, list one, 2026): two, but for these. */
import { invalid } from '../http/app-error.ts'

const exceptions = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const scales = new Map(
  Object.entries(exceptions).flatMap(([scale, codes]) =>
    codes.split(' ').map((code) => [code, Number(scale)] as const),
  ),
)

// Metals, funds and test codes have no minor unit: nobody pays in them.
const unpayable = new Set('XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '))

/** Decimals of a currency's amounts: JPY 0, EUR 2, KWD 3. Throws `invalid` for what is no currency code. */
export function currencyScale(currency: string): number {
  const scale = scales.get(currency)
  if (scale !== undefined) return scale
  if (!/^[A-Z]{3}$/.test(currency) || unpayable.has(currency)) {
    throw invalid(`"${String(currency).slice(0, 8)}" is not a currency one can pay in.`)
  }
  return 2
}
