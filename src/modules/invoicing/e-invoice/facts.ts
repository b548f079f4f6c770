/**
 * An invoice in the terms of EN 16931: what both of its written forms, UBL and CII, are made from. Prices with VAT are told
 * without it, since the norm knows no others.
 */
import { compare, divide, multiply, negate, trimZeros } from '../../../platform/values/decimal.ts'
import { currencyScale } from '../../../platform/values/currencies.ts'
import { roundToMoney } from '../../../platform/values/money.ts'
import type { DocumentTotals } from '../../../platform/values/document.ts'
import { totalDocument } from '../../../platform/values/totals.ts'
import { documentOf, type InvoiceRow, type LineRow } from '../compose.ts'
import type { Adjustment, Buyer, Seller } from '../kept.ts'
import { exemptionOf } from './exemptions.ts'

export type FactAdjustment = { amount: string; percent: string | null; base: string | null; reason: string }
export type TaxedAdjustment = FactAdjustment & { category: string; rate: string }

export type FactLine = {
  id: string
  name: string
  description: string | null
  itemCode: string | null
  quantity: string
  unit: string
  net: string
  price: string
  baseQuantity: string
  allowances: FactAdjustment[]
  charges: FactAdjustment[]
  category: string
  rate: string
}

export type VatGroupFact = {
  category: string
  rate: string
  base: string
  amount: string
  exemption: { code: string | null; reason: string } | null
}

export type Facts = {
  kind: InvoiceRow['kind']
  number: string
  issuedOn: string
  dueOn: string
  deliveredOn: string | null
  currency: string
  /** The VAT in the seller's own currency, where that is another. */
  accounting: { currency: string; vatTotal: string } | null
  buyerReference: string
  orderReference: string | null
  notes: string | null
  corrects: { number: string; issuedOn: string } | null
  seller: Seller
  buyer: Buyer
  lines: FactLine[]
  allowances: TaxedAdjustment[]
  charges: TaxedAdjustment[]
  vat: VatGroupFact[]
  totals: DocumentTotals['totals']
}

export type Source = {
  invoice: InvoiceRow
  lines: readonly LineRow[]
  seller: Seller
  buyer: Buyer
  corrects: Pick<InvoiceRow, 'number' | 'issuedOn'> | null
}

/** A draft is told as if it were issued on `today`, so that what is missing shows beforehand. */
export function factsOf({ invoice, lines, seller, buyer, corrects }: Source, today: string): Facts {
  const { currency } = invoice
  const reckoning = totalDocument(documentOf(invoice, lines))
  const onDocument = (kind: 'allowances' | 'charges'): TaxedAdjustment[] =>
    reckoning[kind].map((part) => ({
      amount: part.net,
      percent: null,
      base: null,
      reason: invoice[kind][part.index]!.reason,
      category: part.vatCategory,
      rate: part.vatRate,
    }))
  return {
    kind: invoice.kind,
    number: invoice.number ?? 'DRAFT',
    issuedOn: invoice.issuedOn ?? today,
    dueOn: invoice.dueOn ?? today,
    deliveredOn: invoice.deliveredOn,
    currency,
    accounting: accountingOf(invoice, seller, reckoning.totals.vatTotal),
    // One of the two is asked for (PEPPOL-EN16931-R003); who has no reference of their own is referred to by name.
    buyerReference: invoice.buyerReference ?? buyer.name,
    orderReference: invoice.orderReference,
    notes: invoice.notes ?? invoice.reason,
    corrects: corrects?.number ? { number: corrects.number, issuedOn: corrects.issuedOn! } : null,
    seller,
    buyer,
    lines: lines.map((line, at) => lineOf(invoice, line, reckoning.lines[at]!, at)),
    allowances: onDocument('allowances'),
    charges: onDocument('charges'),
    vat: reckoning.totals.vat.map((group) => ({
      ...group,
      exemption: exemptionOf(
        group.category,
        lines.find(({ vatCategory, vatReason }) => vatCategory === group.category && vatReason)?.vatReason ??
          null,
      ),
    })),
    totals: reckoning.totals,
  }
}

function accountingOf(invoice: InvoiceRow, seller: Seller, vatTotal: string): Facts['accounting'] {
  if (seller.currency === invoice.currency || !invoice.exchangeRate) return null
  const { amount } = roundToMoney(multiply(vatTotal, invoice.exchangeRate), seller.currency)
  return { currency: seller.currency, vatTotal: amount }
}

function lineOf(
  invoice: InvoiceRow,
  line: LineRow,
  reckoned: DocumentTotals['lines'][number],
  at: number,
): FactLine {
  const [first = '', ...rest] = line.description.split('\n')
  const common = {
    id: String(at + 1),
    name: first.slice(0, 200) || line.description.slice(0, 200),
    description: rest.length > 0 || first.length > 200 ? line.description : null,
    itemCode: line.itemCode,
    unit: line.unit,
    quantity: line.quantity,
    net: reckoned.net,
    category: line.vatCategory,
    rate: line.vatRate,
  }
  if (invoice.pricing === 'gross')
    return { ...common, ...netPriceOf(line.quantity, reckoned.net, invoice.currency) }
  const adjustments = (given: readonly Adjustment[], amounts: readonly string[]): FactAdjustment[] =>
    given.map(({ percent, reason }, n) => ({
      amount: amounts[n]!,
      percent: percent ?? null,
      base: percent === undefined ? null : reckoned.subtotal,
      reason,
    }))
  return {
    ...common,
    price: trimZeros(line.unitPrice),
    baseQuantity: trimZeros(line.baseQuantity),
    allowances: adjustments(line.allowances, reckoned.allowances),
    charges: adjustments(line.charges, reckoned.charges),
  }
}

/** The price without VAT that makes the line's net amount: its discounts are in it. */
function netPriceOf(quantity: string, net: string, currency: string) {
  const plain = { baseQuantity: '1', allowances: [] as FactAdjustment[], charges: [] as FactAdjustment[] }
  if (compare(quantity, '0') === 0) return { ...plain, price: '0' }
  const price = trimZeros(divide(net, quantity, currencyScale(currency) + 8))
  if (compare(price, '0') >= 0) return { ...plain, price }
  // Discounts beyond the price: a price is never below zero, so they stand as an allowance.
  return {
    ...plain,
    price: '0',
    allowances: [{ amount: negate(net), percent: null, base: null, reason: 'Discount' }],
  }
}
