/** Invoices and credit notes as the API shows them. */
import { z } from 'zod'
import type { Organization } from '../../platform/tenancy/context.ts'
import { add } from '../../platform/values/decimal.ts'
import { money as moneyOf, type Money as MoneyOf } from '../../platform/values/money.ts'
import { totalDocument } from '../../platform/values/totals.ts'
import { Address, Day, Id, Instant, Money } from '../../platform/values/shapes.ts'
import { openOf } from '../receivables/open-items.ts'
import { AllocationView, presentAllocation } from '../receivables/present.ts'
import { documentOf } from './compose.ts'
import type { InvoiceWhole } from './find.ts'
import type { Adjustment } from './kept.ts'
import type { ListedInvoice } from './list.ts'
import { statusOf } from './status.ts'
import { invoiceKinds, invoiceStatuses } from './values.ts'

const AdjustmentView = z.object({
  percent: z.string().optional(),
  amount: Money,
  reason: z.string(),
})

const LineView = z
  .object({
    id: Id,
    description: z.string(),
    productId: Id.nullable(),
    itemCode: z.string().nullable(),
    quantity: z.string(),
    unit: z.string(),
    unitPrice: Money,
    baseQuantity: z.string(),
    allowances: z.array(AdjustmentView),
    charges: z.array(AdjustmentView),
    vatRate: z.string(),
    vatCategory: z.string(),
    vatReason: z.string().nullable(),
    net: Money,
    vat: Money,
    gross: Money,
    /** Of a credit note: the line that it takes back. */
    correctsLineId: Id.nullable(),
  })
  .meta({ id: 'InvoiceLine' })

const DocumentAdjustmentView = AdjustmentView.extend({
  vatRate: z.string().optional(),
  vatCategory: z.string().optional(),
})

const Party = z.object({
  name: z.string(),
  vatNumber: z.string().nullable(),
  address: Address.nullable(),
  email: z.string().nullable(),
})

export const InvoiceView = z
  .object({
    id: Id,
    kind: z.enum(invoiceKinds),
    status: z.enum(invoiceStatuses),
    /** A draft has none. */
    number: z.string().nullable(),
    series: z.string(),
    customerId: Id,
    currency: z.string(),
    pricing: z.enum(['net', 'gross']),
    exchangeRate: z.string().nullable(),
    locale: z.string(),
    issuedOn: Day.nullable(),
    issuedAt: Instant.nullable(),
    dueOn: Day.nullable(),
    deliveredOn: Day.nullable(),
    buyerReference: z.string().nullable(),
    orderReference: z.string().nullable(),
    notes: z.string().nullable(),
    reason: z.string().nullable(),
    seller: Party.nullable(),
    buyer: Party.nullable(),
    lines: z.array(LineView),
    allowances: z.array(DocumentAdjustmentView),
    charges: z.array(DocumentAdjustmentView),
    totals: z.object({
      lines: Money,
      allowances: Money,
      charges: Money,
      net: Money,
      vat: z.array(z.object({ category: z.string(), rate: z.string(), base: Money, amount: Money })),
      vatTotal: Money,
      gross: Money,
      prepaid: Money,
      rounding: Money,
      paid: Money,
      credited: Money,
      due: Money,
    }),
    /** What is still open; null for a draft. */
    balance: Money.nullable(),
    /** In the organisation's currency; what is due is not touched by it. */
    exchangeDifference: Money,
    payments: z.array(AllocationView),
    corrects: z.object({ id: Id, number: z.string().nullable() }).nullable(),
    creditNotes: z.array(z.object({ id: Id, number: z.string().nullable(), gross: Money })),
    contentHash: z.string().nullable(),
    externalIds: z.record(z.string(), z.string()),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Invoice' })

export const ListedInvoiceView = z
  .object({
    id: Id,
    kind: z.enum(invoiceKinds),
    status: z.enum(invoiceStatuses),
    number: z.string().nullable(),
    series: z.string(),
    customer: z.object({ id: Id, name: z.string() }),
    issuedOn: Day.nullable(),
    dueOn: Day.nullable(),
    net: Money,
    vatTotal: Money,
    gross: Money,
    balance: Money.nullable(),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'ListedInvoice' })

type House = Pick<Organization, 'currency'>

export function presentInvoice(
  whole: InvoiceWhole,
  house: House,
  today: string,
): z.output<typeof InvoiceView> {
  const { invoice, item } = whole
  const { currency } = invoice
  const money = (amount: string): MoneyOf => moneyOf(amount, currency)
  const reckoning = totalDocument(documentOf(invoice, whole.lines))
  const { totals } = reckoning
  const open = item ? openOf(item) : null
  const party = (one: typeof invoice.seller | typeof invoice.buyer) =>
    one && { name: one.name, vatNumber: one.vatNumber, address: one.address, email: one.email }
  const adjustment = ({ percent, reason }: Adjustment, amount: string) => ({
    ...(percent === undefined ? {} : { percent }),
    amount: money(amount),
    reason,
  })
  const onDocument = (kind: 'allowances' | 'charges') =>
    reckoning[kind].map((part) => {
      const { reason, percent } = invoice[kind][part.index]!
      const amount = invoice.pricing === 'net' ? part.net : part.gross
      return {
        ...adjustment(percent === undefined ? { reason } : { percent, reason }, amount),
        vatRate: part.vatRate,
        vatCategory: part.vatCategory,
      }
    })
  return {
    id: invoice.id,
    kind: invoice.kind,
    status: statusOf(item, open ?? '0', today),
    number: invoice.number,
    series: invoice.series,
    customerId: invoice.customerId,
    currency,
    pricing: invoice.pricing,
    exchangeRate: invoice.exchangeRate,
    locale: invoice.locale,
    issuedOn: invoice.issuedOn,
    issuedAt: invoice.issuedAt?.toISOString() ?? null,
    dueOn: invoice.dueOn,
    deliveredOn: invoice.deliveredOn,
    buyerReference: invoice.buyerReference,
    orderReference: invoice.orderReference,
    notes: invoice.notes,
    reason: invoice.reason,
    seller: party(invoice.seller),
    buyer: party(invoice.buyer),
    lines: whole.lines.map((line, at) => ({
      id: line.id,
      description: line.description,
      productId: line.productId,
      itemCode: line.itemCode,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: { amount: line.unitPrice, currency },
      baseQuantity: line.baseQuantity,
      allowances: line.allowances.map((one, n) => adjustment(one, reckoning.lines[at]!.allowances[n]!)),
      charges: line.charges.map((one, n) => adjustment(one, reckoning.lines[at]!.charges[n]!)),
      vatRate: line.vatRate,
      vatCategory: line.vatCategory,
      vatReason: line.vatReason,
      net: money(line.net),
      vat: money(line.vat),
      gross: money(line.gross),
      correctsLineId: line.correctsLineId,
    })),
    allowances: onDocument('allowances'),
    charges: onDocument('charges'),
    totals: {
      lines: money(totals.lines),
      allowances: money(totals.allowances),
      charges: money(totals.charges),
      net: money(totals.net),
      vat: totals.vat.map(({ category, rate, base, amount }) => ({
        category,
        rate,
        base: money(base),
        amount: money(amount),
      })),
      vatTotal: money(totals.vatTotal),
      gross: money(totals.gross),
      prepaid: money(totals.prepaid),
      rounding: money(totals.rounding),
      paid: money(item?.paid ?? '0'),
      credited: money(item?.credited ?? '0'),
      due: money(open ?? invoice.payable),
    },
    balance: open === null ? null : money(open),
    exchangeDifference: moneyOf(
      whole.allocations.reduce((sum, { exchangeDifference }) => add(sum, exchangeDifference), '0'),
      house.currency,
    ),
    payments: whole.allocations.map((row) => presentAllocation(row, currency, house.currency)),
    corrects: whole.corrects,
    creditNotes: whole.creditNotes.map(({ id, number, gross }) => ({ id, number, gross: money(gross) })),
    contentHash: invoice.contentHash,
    externalIds: invoice.externalIds,
    createdAt: invoice.createdAt.toISOString(),
    version: invoice.version,
  }
}

export function presentListed(row: ListedInvoice, today: string): z.output<typeof ListedInvoiceView> {
  const money = (amount: string) => moneyOf(amount, row.currency)
  const item = itemOf(row)
  const open = item ? openOf(item) : null
  return {
    id: row.id,
    kind: row.kind,
    status: statusOf(item, open ?? '0', today),
    number: row.number,
    series: row.series,
    customer: { id: row.customerId, name: row.customerName },
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    net: money(row.net),
    vatTotal: money(row.vatTotal),
    gross: money(row.gross),
    balance: open === null ? null : money(open),
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

function itemOf({ side, total, paid, credited, dueOn }: ListedInvoice) {
  if (side === null || total === null || paid === null || credited === null || dueOn === null) return null
  return { side, total, paid, credited, dueOn }
}
