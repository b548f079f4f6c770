/**
 * VAT rates of the 27 EU countries by product class, in percent, in force on 2026-11-21. Sources: European Commission,
 * Taxes in Europe Database (standard rates, as of 2026-09-23); Council Directive 2006/112/EC, Annex III; national laws
 * for the changes since 2024 (EE, FI, LT, RO, SK, and Austria's 4.9 % on staple foods from 2026-07-01).
 *
 * `reduced` is the higher and `superReduced` the lower of a country's reduced rates. Where it has three, the one that
 * goods seldom bear is left out (AT 13, CY 9, FR 10, IE 9); where it has one, both classes bear it; Denmark has none.
 * Regional rates are not here: some Greek islands (17/9/4), Madeira and the Azores, Corsica. What food or a book bears
 * in another country is that country's own list: an organisation's rows in `vat_rates` come first.
 */
import type { VatClass } from '../catalog/values.ts'

/** Percent by country (ISO 3166 alpha-2) and class; what is missing cannot be sold there. */
export type VatTable = Readonly<Record<string, Readonly<Partial<Record<VatClass, string>>>>>

const country = (standard: string, reduced: string, superReduced: string) => ({
  standard,
  reduced,
  superReduced,
  zero: '0',
})

export const euVatRates: VatTable = {
  AT: country('20', '10', '4.9'),
  BE: country('21', '12', '6'),
  BG: country('20', '9', '9'),
  CY: country('19', '5', '3'),
  CZ: country('21', '12', '12'),
  DE: country('19', '7', '7'),
  DK: country('25', '25', '25'),
  EE: country('24', '13', '9'),
  ES: country('21', '10', '4'),
  FI: country('25.5', '13.5', '10'),
  FR: country('20', '5.5', '2.1'),
  GR: country('24', '13', '6'),
  HR: country('25', '13', '5'),
  HU: country('27', '18', '5'),
  IE: country('23', '13.5', '4.8'),
  IT: country('22', '10', '4'),
  LT: country('21', '12', '5'),
  LU: country('17', '8', '3'),
  LV: country('21', '12', '5'),
  MT: country('18', '7', '5'),
  NL: country('21', '9', '9'),
  PL: country('23', '8', '5'),
  PT: country('23', '13', '6'),
  RO: country('21', '11', '11'),
  SE: country('25', '12', '6'),
  SI: country('22', '9.5', '5'),
  SK: country('23', '19', '5'),
}

export const isInEu = (country: string): boolean => Object.hasOwn(euVatRates, country)
