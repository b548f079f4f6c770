/** From what people type to the rows of a draft, with every total reckoned by the house's one module. */
import { invalid, invalidField } from '../../platform/http/app-error.ts'
import { compare, parseDecimal, trimZeros } from '../../platform/values/decimal.ts'
import type { Adjustment as Reckoned, DocumentInput, DocumentTotals } from '../../platform/values/document.ts'
import { totalDocument } from '../../platform/values/totals.ts'
import { type GivenAmount, readAmount } from '../receivables/amounts.ts'
import type { Adjustment, NamedAdjustment } from './kept.ts'
import type { invoiceLines, invoices } from './schema.ts'
import type { InvoiceInput, InvoiceLineInput } from './shapes.ts'

export type InvoiceRow = typeof invoices.$inferSelect
export type LineRow = typeof invoiceLines.$inferSelect
/** A line as it is reckoned from, before its sums. */
export type LineBasis = Pick<
  LineRow,
  | 'description'
  | 'productId'
  | 'itemCode'
  | 'quantity'
  | 'unit'
  | 'unitPrice'
  | 'baseQuantity'
  | 'allowances'
  | 'charges'
  | 'vatRate'
  | 'vatCategory'
  | 'vatReason'
> & { correctsLineId?: string | null; correctsQuantity?: string | null }

type Basis = Pick<InvoiceRow, 'currency' | 'pricing' | 'allowances' | 'charges' | 'prepaid' | 'rounding'>

/** Each sign that cannot be reckoned has a pointer to its field. */
export function readLine(given: InvoiceLineInput, currency: string, at: number): LineBasis {
  const pointer = `/lines/${at}`
  const { vatRate, vatCategory } = readVat(given.vatRate, given.vatCategory, pointer)
  const discount = given.discountPercent ? [{ percent: given.discountPercent, reason: 'Discount' }] : []
  if (given.baseQuantity !== undefined && compare(given.baseQuantity, '0') <= 0)
    throw invalidField(`${pointer}/baseQuantity`, 'Must be above zero.')
  return {
    description: given.description,
    productId: given.productId ?? null,
    itemCode: given.itemCode ?? null,
    quantity: given.quantity,
    unit: given.unit,
    unitPrice: readPrice(given.unitPrice, currency, `${pointer}/unitPrice`),
    baseQuantity: given.baseQuantity ?? '1',
    allowances: [
      ...discount,
      ...readAdjustments(given.allowances, currency, `${pointer}/allowances`, 'Discount'),
    ],
    charges: readAdjustments(given.charges, currency, `${pointer}/charges`, 'Charge'),
    vatRate,
    vatCategory,
    vatReason: given.vatReason ?? null,
  }
}

function readPrice(given: InvoiceLineInput['unitPrice'], currency: string, pointer: string): string {
  if (typeof given === 'string') return given
  if (given.currency !== currency) throw invalidField(pointer, `Must be in ${currency}.`)
  return given.amount
}

/** EN 16931: only the standard category bears a rate, and it bears one above zero (BR-S-05, BR-Z-05 and their like). */
function readVat(rate: string, category: string | undefined, pointer: string) {
  const vatRate = trimZeros(rate)
  const vatCategory = category ?? (vatRate === '0' ? 'Z' : 'S')
  if ((vatCategory === 'S') === (vatRate === '0'))
    throw invalidField(
      `${pointer}/vatRate`,
      vatCategory === 'S'
        ? 'The standard category S has a rate above zero; zero-rated is Z, exempt is E.'
        : `In the category ${vatCategory} the rate is 0.`,
    )
  return { vatRate, vatCategory }
}

type GivenAdjustment = {
  amount?: GivenAmount | undefined
  percent?: string | undefined
  reason?: string | undefined
}

const readAdjustments = (
  given: readonly GivenAdjustment[] | undefined,
  currency: string,
  pointer: string,
  reason: string,
): Adjustment[] =>
  (given ?? []).map((one, at) => ({
    ...(one.amount === undefined
      ? { percent: one.percent! }
      : { amount: readAmount(one.amount, currency, `${pointer}/${at}/amount`) }),
    reason: one.reason ?? reason,
  }))

export function readNamed(
  given: InvoiceInput['allowances'],
  currency: string,
  pointer: '/allowances' | '/charges',
): NamedAdjustment[] {
  const read = readAdjustments(given, currency, pointer, pointer === '/charges' ? 'Charge' : 'Discount')
  return read.map((one, at) => {
    const { vatRate, vatCategory } = given![at]!
    if (vatRate === undefined && vatCategory === undefined) return one
    if (vatRate === undefined) throw invalidField(`${pointer}/${at}/vatRate`, 'A category needs its rate.')
    return { ...one, ...readVat(vatRate, vatCategory, `${pointer}/${at}`) }
  })
}

const reckoned = (one: Adjustment): Reckoned =>
  one.percent === undefined ? { amount: one.amount! } : { percent: one.percent }

export const documentOf = (basis: Basis, lines: readonly LineBasis[]): DocumentInput => ({
  currency: basis.currency,
  pricing: basis.pricing,
  lines: lines.map((line) => ({
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    baseQuantity: line.baseQuantity,
    allowances: line.allowances.map(reckoned),
    charges: line.charges.map(reckoned),
    vatRate: line.vatRate,
    vatCategory: line.vatCategory,
  })),
  allowances: basis.allowances.map((one) => ({ ...reckoned(one), ...taxOf(one) })),
  charges: basis.charges.map((one) => ({ ...reckoned(one), ...taxOf(one) })),
  prepaid: basis.prepaid,
  rounding: basis.rounding,
})

const taxOf = ({ vatRate, vatCategory }: NamedAdjustment) =>
  vatRate === undefined ? {} : { vatRate, ...(vatCategory === undefined ? {} : { vatCategory }) }

/** The sums that a draft keeps, of itself and of its lines. */
export function composed(basis: Basis, lines: readonly LineBasis[]) {
  const reckoning: DocumentTotals = totalDocument(documentOf(basis, lines))
  const { net, vatTotal, gross, due, vat } = reckoning.totals
  if (parseDecimal(gross).units > 10n ** 15n || parseDecimal(gross).units < -(10n ** 15n))
    throw invalid('The document comes to more than can be charged.', { code: 'too_large_sum' })
  const reasons = new Map(lines.map((line) => [`${line.vatCategory} ${line.vatRate}`, line.vatReason]))
  return {
    sums: {
      net,
      vatTotal,
      gross,
      payable: due,
      vat: vat.map((group) => {
        const reason = reasons.get(`${group.category} ${group.rate}`)
        return reason ? { ...group, reason } : group
      }),
    },
    lines: lines.map((line, at) => {
      const { subtotal, net, vat, gross } = reckoning.lines[at]!
      return { ...line, subtotal, net, vat, gross }
    }),
  }
}
