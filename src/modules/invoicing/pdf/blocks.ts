/** What stands around the lines: who sells to whom, what it comes to, and how it is paid. */
import { encode } from 'uqr'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { minorUnits } from '../../../platform/values/money.ts'
import { creditorReference, formatCreditorReference } from '../../payments/providers/creditor-reference.ts'
import type { Facts } from '../e-invoice/facts.ts'
import { isSome } from '../e-invoice/ubl.ts'
import type { Buyer, Seller } from '../kept.ts'
import { accent, day, ensure, margin, money, ornament, rule, set, type Sheet, soft, width } from './sheet.ts'

export function drawHead(sheet: Sheet, facts: Facts): void {
  const { document, t, title } = sheet
  ornament(sheet, () => document.rect(0, 0, 595.28, 6).fill(accent))
  const half = width / 2 - 10
  const right = margin + width / 2 + 10
  const top = margin
  let y = set(sheet, facts.seller.name, { y: top, width: half, size: 14, isBold: true })
  y = set(sheet, partyText(sheet, facts.seller), { y: y + 2, width: half, color: soft })

  let at = set(sheet, title, {
    x: right,
    y: top,
    width: half,
    size: 16,
    isBold: true,
    color: accent,
    align: 'right',
    tag: 'H1',
  })
  if (sheet.isDraft)
    at = set(sheet, t('invoicing.pdfDraft'), {
      x: right,
      y: at,
      width: half,
      isBold: true,
      align: 'right',
      color: '#9b2c1f',
    })
  for (const [label, value] of datesOf(sheet, facts))
    at = set(sheet, `${label}: ${value}`, { x: right, y: at + 2, width: half, align: 'right' })

  y = Math.max(y, at) + 18
  y = set(sheet, t('invoicing.pdfTo'), { y, size: 8, isBold: true, color: soft })
  y = set(sheet, facts.buyer.name, { y: y + 1, width: half, size: 11, isBold: true })
  document.y = set(sheet, partyText(sheet, facts.buyer), { y: y + 1, width: half })
}

function datesOf(sheet: Sheet, facts: Facts): [string, string][] {
  const { t } = sheet
  const rows: [string, string | null][] = [
    [t('invoicing.pdfIssuedOn'), day(sheet, facts.issuedOn)],
    [t('invoicing.pdfDueOn'), facts.kind === 'invoice' ? day(sheet, facts.dueOn) : null],
    [t('invoicing.pdfDeliveredOn'), facts.deliveredOn && day(sheet, facts.deliveredOn)],
    [t('invoicing.pdfCorrects'), facts.corrects?.number ?? null],
    [t('invoicing.pdfOrderReference'), facts.orderReference],
    [
      t('invoicing.pdfBuyerReference'),
      facts.buyerReference === facts.buyer.name ? null : facts.buyerReference,
    ],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== null)
}

function partyText({ t }: Sheet, { address, vatNumber, email, phone }: Seller | Buyer): string {
  const place = address && [
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    address.country,
  ]
  const vat = vatNumber && `${t('invoicing.pdfVatNumber')} ${vatNumber}`
  return [...(place ?? []), vat, email, phone].filter(Boolean).join('\n')
}

export function drawTotals(sheet: Sheet, facts: Facts): void {
  const { document, t, locale } = sheet
  const { totals, currency, vat } = facts
  const rows: [string, string, boolean?][] = [
    [t('invoicing.pdfLines'), totals.lines],
    ...facts.allowances.map((one): [string, string] => [
      one.reason === 'Discount' ? t('invoicing.pdfDiscount') : one.reason,
      `-${one.amount}`,
    ]),
    ...facts.charges.map((one): [string, string] => [
      one.reason === 'Charge' ? t('invoicing.pdfCharge') : one.reason,
      one.amount,
    ]),
    [t('invoicing.pdfNet'), totals.net],
    ...vat.map((group): [string, string] => [
      `${t('invoicing.pdfVat')} ${formatNumber(locale, group.rate, { maximumFractionDigits: 4 })}% (${money(sheet, group.base, currency)})`,
      group.amount,
    ]),
    [t('invoicing.pdfGross'), totals.gross, true],
    ...(isSome(totals.prepaid)
      ? [[t('invoicing.pdfPrepaid'), `-${totals.prepaid}`] as [string, string]]
      : []),
    ...(isSome(totals.rounding) ? [[t('invoicing.pdfRounding'), totals.rounding] as [string, string]] : []),
    ...(totals.due === totals.gross
      ? []
      : [[t('invoicing.pdfDue'), totals.due, true] as [string, string, boolean]]),
  ]
  document.y += 8
  ensure(sheet, rows.length * 16 + 12)
  const x = margin + width * 0.42
  for (const [label, amount, isStrong = false] of rows) {
    const y = document.y
    const style = { y, isBold: isStrong, size: isStrong ? 11 : 9 }
    set(sheet, label, { ...style, x, width: width * 0.36 })
    const end = document.y
    set(sheet, money(sheet, amount, currency), {
      ...style,
      x: x + width * 0.36,
      width: width * 0.22,
      align: 'right',
    })
    document.y = Math.max(end, document.y) + 3
  }
  drawWords(sheet, facts)
}

/** The VAT in the seller's currency, why there is none, and what the seller has to say. */
function drawWords(sheet: Sheet, { vat, accounting, notes }: Facts): void {
  const { document, t } = sheet
  const words = [
    accounting &&
      t('invoicing.pdfVatInBooks', { amount: money(sheet, accounting.vatTotal, accounting.currency) }),
    ...vat.map(({ exemption }) => exemption?.reason),
    notes,
  ].filter((text): text is string => Boolean(text))
  for (const text of words) {
    ensure(sheet, 40)
    set(sheet, text, { y: document.y + 6, color: soft })
  }
}

export function drawPayment(sheet: Sheet, facts: Facts, invoiceId: string): void {
  const { document, t } = sheet
  const { bank } = facts.seller
  if (facts.kind !== 'invoice' || !bank || !isSome(facts.totals.due) || facts.totals.due.startsWith('-'))
    return
  ensure(sheet, 120)
  document.y += 14
  rule(sheet, document.y)
  const top = document.y + 10
  const reference = creditorReference(facts.number, invoiceId)
  const qr = qrText(facts, bank, reference)
  const x = qr ? margin + 100 : margin
  if (qr) drawQr(sheet, qr, top)
  let y = set(sheet, t('invoicing.pdfPayBy'), { x, y: top, width: width - 100, isBold: true })
  for (const [label, value] of [
    [t('invoicing.pdfHolder'), bank.holder],
    ['IBAN', bank.iban.replaceAll(' ', '').replaceAll(/(.{4})(?=.)/g, '$1 ')],
    ['BIC', bank.bic ?? ''],
    [t('invoicing.pdfReference'), formatCreditorReference(reference)],
  ] as const)
    if (value) y = set(sheet, `${label}: ${value}`, { x, y: y + 2, width: width - 100 })
  document.y = Math.max(y, qr ? top + 88 : y)
}

/** EPC069-12, version 2: what banking apps read off the paper. It knows euros only. */
function qrText(
  { totals, currency }: Facts,
  bank: NonNullable<Seller['bank']>,
  reference: string,
): string | null {
  if (currency !== 'EUR' || minorUnits(totals.due, currency) > 99_999_999_999n) return null
  const iban = bank.iban.replaceAll(' ', '')
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    bank.bic ?? '',
    bank.holder.slice(0, 70),
    iban,
    `EUR${totals.due}`,
    '',
    reference,
  ].join('\n')
}

function drawQr({ document, root, t }: Sheet, text: string, top: number): void {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const unit = 84 / size
  const draw = () => {
    data.forEach((row, y) =>
      row.forEach((isDark, x) => isDark && document.rect(margin + x * unit, top + y * unit, unit, unit)),
    )
    document.fill('#000000')
  }
  root.add(document.struct('Figure', { alt: t('invoicing.pdfQr') }, draw))
}
