/**
 * The totals of a document, with net prices (EN 16931) or gross ones, by the one rounding law:
 * each line, allowance and charge is rounded on its own, VAT once per group, and the rounded parts add up to every total.
 */
import { invalid } from '../http/app-error.ts'
import { currencyScale } from './currencies.ts'
import { type Decimal, formatDecimal, parseDecimal, quotientAt, timesExact, unitsAt } from './decimal.ts'
import {
  adjustmentOf,
  allowanceParts,
  type AdjustmentPart,
  chargeParts,
  vatKey,
} from './document-adjustments.ts'
import type { DocumentInput, DocumentLine, DocumentTotals, TaxedAmounts, TotalledLine } from './document.ts'
import { sum } from './spread.ts'
import { type Part, type Taxed, taxParts } from './vat-groups.ts'

/** Throws `invalid` for what is no number or no currency, and for a base quantity of zero or less. */
export function totalDocument(input: DocumentInput): DocumentTotals {
  const { currency, pricing } = input
  const scale = currencyScale(currency)
  const text = (minor: bigint) => formatDecimal({ units: minor, scale })
  const minor = (amount = '0') => unitsAt(parseDecimal(amount), scale)

  const lines = input.lines.map((line) => measureLine(line, scale))
  const lineParts = lines.map(({ part }) => part)
  const allowances = allowanceParts(input.allowances ?? [], lineParts, scale)
  const charges = chargeParts(input.charges ?? [], lineParts, scale)

  const parts = [...lineParts, ...charges, ...allowances.map((part) => ({ ...part, value: -part.value }))]
  const { taxed, groups } = taxParts(parts, pricing)
  const taxedLines = taxed.slice(0, lines.length)
  const taxedCharges = taxed.slice(lines.length, lines.length + charges.length)
  const taxedAllowances = taxed.slice(lines.length + charges.length).map(positive)

  const net = sum(groups.map(({ base }) => base))
  const vatTotal = sum(groups.map(({ amount }) => amount))
  const [prepaid, paid, rounding] = [minor(input.prepaid), minor(input.paid), minor(input.rounding)]

  const describe = ({ rate, category }: Part, amounts: Taxed): TaxedAmounts => ({
    net: text(amounts.net),
    vat: text(amounts.vat),
    gross: text(amounts.gross),
    vatRate: rate,
    vatCategory: category,
  })
  const describeShare = (amounts: readonly Taxed[]) => (part: AdjustmentPart, i: number) => ({
    index: part.index,
    ...describe(part, amounts[i]!),
  })

  return {
    currency,
    lines: lines.map(({ part, subtotal, allowances, charges }, i): TotalledLine => ({
      subtotal: text(subtotal),
      allowances: allowances.map(text),
      charges: charges.map(text),
      ...describe(part, taxedLines[i]!),
    })),
    allowances: allowances.map(describeShare(taxedAllowances)),
    charges: charges.map(describeShare(taxedCharges)),
    totals: {
      lines: text(netOf(taxedLines)),
      allowances: text(netOf(taxedAllowances)),
      charges: text(netOf(taxedCharges)),
      net: text(net),
      vat: groups.map(({ category, rate, base, amount }) => ({
        category,
        rate,
        base: text(base),
        amount: text(amount),
      })),
      vatTotal: text(vatTotal),
      gross: text(net + vatTotal),
      prepaid: text(prepaid),
      paid: text(paid),
      rounding: text(rounding),
      due: text(net + vatTotal - prepaid - paid + rounding),
    },
  }
}

const netOf = (amounts: readonly Taxed[]) => sum(amounts.map(({ net }) => net))
const positive = ({ net, vat, gross }: Taxed): Taxed => ({ net: -net, vat: -vat, gross: -gross })
const one: Decimal = { units: 1n, scale: 0 }

type MeasuredLine = { part: Part; subtotal: bigint; allowances: bigint[]; charges: bigint[] }

/** Percentages of a line are all of its quantity × price: the second does not see the first. */
function measureLine(line: DocumentLine, scale: number): MeasuredLine {
  const subtotal = lineAmount(line.quantity, line.unitPrice, scale, line.baseQuantity)
  const allowances = (line.allowances ?? []).map((allowance) => adjustmentOf(allowance, subtotal, scale))
  const charges = (line.charges ?? []).map((charge) => adjustmentOf(charge, subtotal, scale))
  const value = subtotal - sum(allowances) + sum(charges)
  return { part: { ...vatKey(line.vatRate, line.vatCategory), value }, subtotal, allowances, charges }
}

/** round(quantity × price ÷ base quantity), in units of 10^-scale. */
export function lineAmount(
  quantity: string,
  unitPrice: string,
  scale: number,
  baseQuantity?: string,
): bigint {
  const base = baseQuantity === undefined ? one : parseDecimal(baseQuantity)
  if (base.units <= 0n) throw invalid('A base quantity must be above zero.')
  return quotientAt(timesExact(parseDecimal(quantity), parseDecimal(unitPrice)), base, scale)
}
