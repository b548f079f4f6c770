/** What is left of an issued invoice to be credited, line by line. */
import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { conflict } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import { amountOf, minorUnits } from '../../platform/values/money.ts'
import { spread } from '../../platform/values/spread.ts'
import { totalDocument } from '../../platform/values/totals.ts'
import { documentOf, type InvoiceRow, type LineRow } from './compose.ts'
import type { InvoiceDetails } from './find.ts'
import { invoiceLines, invoices } from './schema.ts'

/** Of one line; money without VAT or with it, as the document's prices are. */
export type LineLeft = {
  line: LineRow
  /** With its share of what was taken off the whole document. */
  worth: string
  leftQuantity: string
  leftWorth: string
  takenQuantity: string
}
export type Left = { lines: LineLeft[]; areChargesLeft: boolean }

/** What all credit notes of an invoice may come to together. */
export const worthOf = ({ gross, rounding }: Pick<InvoiceRow, 'gross' | 'rounding'>): string =>
  add(gross, rounding)

const valueOf = (pricing: InvoiceRow['pricing'], line: { net: string; gross: string }) =>
  pricing === 'net' ? line.net : line.gross

type Which = { issuedOnly?: boolean; exceptId?: string }

/** Drafts of credit notes count too, unless only issued ones are asked for. */
export async function leftOfLines(
  ctx: Inside,
  { invoice, lines }: InvoiceDetails,
  which: Which = {},
): Promise<Left> {
  const notes = await notesOf(ctx, invoice.id, which)
  const taken = await takenOf(
    ctx,
    notes.map(({ id }) => id),
    invoice.pricing,
  )
  const worths = worthsOf(invoice, lines)
  return {
    areChargesLeft: invoice.charges.length > 0 && notes.every(({ charges }) => charges.length === 0),
    lines: lines.map((line, at) => {
      const { quantity, worth } = taken.get(line.id) ?? { quantity: '0', worth: '0' }
      return {
        line,
        worth: worths[at]!,
        takenQuantity: quantity,
        leftQuantity: subtract(line.quantity, quantity),
        leftWorth: subtract(worths[at]!, worth),
      }
    }),
  }
}

const notesOf = (ctx: Inside, invoiceId: string, { issuedOnly, exceptId }: Which) =>
  ctx.db
    .select({ id: invoices.id, charges: invoices.charges })
    .from(invoices)
    .where(
      and(
        eq(invoices.tenantId, ctx.tenantId),
        eq(invoices.correctsId, invoiceId),
        issuedOnly ? isNotNull(invoices.issuedAt) : undefined,
        exceptId ? ne(invoices.id, exceptId) : undefined,
      ),
    )

async function takenOf(ctx: Inside, noteIds: readonly string[], pricing: InvoiceRow['pricing']) {
  if (noteIds.length === 0) return new Map<string, { quantity: string; worth: string }>()
  const value = pricing === 'net' ? invoiceLines.net : invoiceLines.gross
  const rows = await ctx.db
    .select({
      lineId: invoiceLines.correctsLineId,
      quantity: sql<string>`coalesce(sum(${invoiceLines.correctsQuantity}), 0)::text`,
      worth: sql<string>`sum(${value})::text`,
    })
    .from(invoiceLines)
    .where(and(eq(invoiceLines.tenantId, ctx.tenantId), inArray(invoiceLines.invoiceId, [...noteIds])))
    .groupBy(invoiceLines.correctsLineId)
  return new Map(rows.map(({ lineId, ...sums }) => [lineId!, sums]))
}

/** Each line less its share of the allowances on the document, which stay within their VAT group. */
function worthsOf(invoice: InvoiceRow, lines: readonly LineRow[]): string[] {
  const { currency, pricing } = invoice
  const worths = lines.map((line) => minorUnits(valueOf(pricing, line), currency))
  for (const part of totalDocument(documentOf(invoice, lines)).allowances) {
    const members = lines.flatMap((line, at) =>
      line.vatRate === part.vatRate && line.vatCategory === part.vatCategory ? [at] : [],
    )
    if (members.length === 0) continue
    const weights = members.map((at) => (worths[at]! > 0n ? worths[at]! : 0n))
    const shares = spread(minorUnits(valueOf(pricing, part), currency), weights)
    members.forEach((at, n) => (worths[at]! -= shares[n]!))
  }
  return worths.map((minor) => amountOf(minor, currency))
}

/** Throws when a note's lines take more of a line than is left of it. */
export function requireFits({ lines }: Left, taken: readonly LineRow[]): void {
  const left = new Map(lines.map((one) => [one.line.id, one]))
  for (const [lineId, own] of Map.groupBy(taken, ({ correctsLineId }) => correctsLineId)) {
    const of = lineId === null ? undefined : left.get(lineId)
    const quantity = own.reduce((sum, { correctsQuantity }) => add(sum, correctsQuantity ?? '0'), '0')
    if (!of || isBeyond(quantity, of.leftQuantity)) throw exceeds(of)
  }
}

/** Whether `wanted` goes further from zero than `left`, or to its other side. */
export const isBeyond = (wanted: string, left: string): boolean =>
  compare(left, '0') < 0
    ? compare(wanted, left) < 0 || compare(wanted, '0') > 0
    : compare(wanted, left) > 0 || compare(wanted, '0') < 0

export const exceeds = (of: LineLeft | undefined) =>
  conflict('More than what is left of a line cannot be credited.', {
    code: 'nothing_left',
    details: of ? { lineId: of.line.id, leftQuantity: of.leftQuantity, leftAmount: of.leftWorth } : {},
  })
