/** The lines of a credit note, out of what is left of its invoice: by quantity, by amount, or all of it. Pure. */
import { conflict, invalidField } from '../../platform/http/app-error.ts'
import {
  add,
  compare,
  divide,
  formatDecimal,
  multiply,
  negate,
  round,
  subtract,
} from '../../platform/values/decimal.ts'
import { currencyScale } from '../../platform/values/currencies.ts'
import { lineAmount, totalDocument } from '../../platform/values/totals.ts'
import { type GivenAmount, readPositive } from '../receivables/amounts.ts'
import { documentOf, type InvoiceRow, type LineBasis } from './compose.ts'
import type { InvoiceDetails } from './find.ts'
import type { NamedAdjustment } from './kept.ts'
import { exceeds, isBeyond, type Left, type LineLeft } from './left.ts'

type Wanted = { lineId: string; quantity?: string | undefined; amount?: GivenAmount | undefined }
type Made = { lines: LineBasis[]; charges: NamedAdjustment[] }

/** Throws when there is nothing left, and when a line has less left than is wanted of it. */
export function creditLines(
  original: InvoiceDetails,
  left: Left,
  wanted: readonly Wanted[] | undefined,
): Made {
  const { invoice } = original
  if (!wanted) {
    const lines = left.lines.filter(isSomethingLeft).map((one) => wholeOf(invoice, one))
    const charges = left.areChargesLeft ? chargesOf(original) : []
    if (lines.length === 0 && charges.length === 0)
      throw conflict('All of this invoice is credited already.', { code: 'nothing_left' })
    return { lines, charges }
  }
  if (new Set(wanted.map(({ lineId }) => lineId)).size < wanted.length)
    throw invalidField('/lines', 'Each line may be named once.')
  const lines = wanted.map((one, at) => {
    const of = left.lines.find(({ line }) => line.id === one.lineId)
    if (!of) throw invalidField(`/lines/${at}/lineId`, 'The invoice has no such line.')
    if (!isSomethingLeft(of)) throw exceeds(of)
    if (one.amount !== undefined) return byAmount(invoice, of, one.amount, at)
    return one.quantity === undefined ? wholeOf(invoice, of) : byQuantity(invoice, of, one.quantity, at)
  })
  return { lines, charges: [] }
}

const isSomethingLeft = ({ leftQuantity, leftWorth }: LineLeft) =>
  compare(leftWorth, '0') !== 0 || compare(leftQuantity, '0') !== 0

/** Where its goods were taken back but not all of its money, the rest of the money alone. */
const wholeOf = (invoice: InvoiceRow, of: LineLeft): LineBasis =>
  compare(of.leftQuantity, '0') === 0
    ? amountLine(of, of.leftWorth)
    : quantityLine(invoice, of, of.leftQuantity, of.leftWorth)

function byAmount(invoice: InvoiceRow, of: LineLeft, given: GivenAmount, at: number): LineBasis {
  const amount = readPositive(given, invoice.currency, `/lines/${at}/amount`)
  if (isBeyond(amount, of.leftWorth)) throw exceeds(of)
  return amountLine(of, amount)
}

function byQuantity(invoice: InvoiceRow, of: LineLeft, quantity: string, at: number): LineBasis {
  if (compare(quantity, '0') === 0) throw invalidField(`/lines/${at}/quantity`, 'Must not be zero.')
  if (isBeyond(quantity, of.leftQuantity)) throw exceeds(of)
  // By what all units taken so far are worth together: in whatever parts they go, the parts add up to the line.
  const scale = currencyScale(invoice.currency)
  const share = (units: string) =>
    round(divide(multiply(of.worth, units), of.line.quantity, scale + 6), scale)
  const upTo = share(add(of.takenQuantity, quantity))
  const part = subtract(upTo, share(of.takenQuantity))
  return quantityLine(invoice, of, quantity, isBeyond(part, of.leftWorth) ? of.leftWorth : part)
}

const basisOf = ({ line }: LineLeft) => ({
  productId: line.productId,
  itemCode: line.itemCode,
  vatRate: line.vatRate,
  vatCategory: line.vatCategory,
  vatReason: line.vatReason,
  correctsLineId: line.id,
})

const amountLine = (of: LineLeft, amount: string): LineBasis => {
  const isNegative = compare(amount, '0') < 0
  return {
    ...basisOf(of),
    description: of.line.description,
    quantity: isNegative ? '-1' : '1',
    unit: 'C62',
    unitPrice: isNegative ? negate(amount) : amount,
    baseQuantity: '1',
    allowances: [],
    charges: [],
    correctsQuantity: null,
  }
}

/** At the price of the invoice; what the line was worth less or more by its discounts stands beside it as one amount. */
function quantityLine(invoice: InvoiceRow, of: LineLeft, quantity: string, worth: string): LineBasis {
  const { description, unit, unitPrice, baseQuantity } = of.line
  const scale = currencyScale(invoice.currency)
  const subtotal = formatDecimal({ units: lineAmount(quantity, unitPrice, scale, baseQuantity), scale })
  const off = subtract(subtotal, worth)
  const beside = (amount: string) => [{ amount, reason: 'As on the invoice' }]
  return {
    ...basisOf(of),
    description,
    quantity,
    unit,
    unitPrice,
    baseQuantity,
    allowances: compare(off, '0') > 0 ? beside(off) : [],
    charges: compare(off, '0') < 0 ? beside(negate(off)) : [],
    correctsQuantity: quantity,
  }
}

function chargesOf({ invoice, lines }: InvoiceDetails): NamedAdjustment[] {
  return totalDocument(documentOf(invoice, lines)).charges.map((part) => ({
    amount: invoice.pricing === 'net' ? part.net : part.gross,
    reason: invoice.charges[part.index]!.reason,
    vatRate: part.vatRate,
    vatCategory: part.vatCategory,
  }))
}
