/** Why there is no VAT, as EN 16931 wants it told (BT-120 and BT-121; code list VATEX). */

const told: Readonly<Record<string, { code: string | null; reason: string }>> = {
  E: { code: null, reason: 'Exempt from VAT' },
  AE: { code: 'VATEX-EU-AE', reason: 'Reverse charge' },
  K: { code: 'VATEX-EU-IC', reason: 'Intra-Community supply' },
  G: { code: 'VATEX-EU-G', reason: 'Export outside the EU' },
  O: { code: 'VATEX-EU-O', reason: 'Not subject to VAT' },
}

/** Null for the standard and the zero rate, where a reason is not allowed (BR-S-10, BR-Z-10). */
export function exemptionOf(
  category: string,
  own: string | null,
): { code: string | null; reason: string } | null {
  const usual = told[category]
  return usual ? { ...usual, reason: own ?? usual.reason } : null
}
