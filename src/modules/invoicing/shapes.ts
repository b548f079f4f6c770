/** What the verbs of invoices take. */
import { z } from 'zod'
import { Currency, Day, Id, Paging, Percent, text } from '../../platform/values/shapes.ts'
import { ExchangeRate, GivenAmount } from '../receivables/amounts.ts'
import { invoiceKinds, invoiceStatuses, vatCategories } from './values.ts'

const plainQuantity = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,6})?$/, 'Must be a number with at most 6 decimals, such as "1.5".')
const Quantity = z.union([plainQuantity, z.int().min(-999_999_999).max(999_999_999).transform(String)])

const price = z
  .string()
  .regex(
    /^\d{1,12}(\.\d{1,6})?$/,
    'Must be a number of zero or more with at most 6 decimals, such as "12.50".',
  )
const UnitPrice = z.union([price, z.strictObject({ amount: price, currency: Currency })])

const isOneOf = ({ amount, percent }: { amount?: unknown; percent?: unknown }) =>
  (amount === undefined) !== (percent === undefined)
const oneOf = 'Needs an amount or a percentage, and not both.'

const adjustment = {
  amount: GivenAmount.optional(),
  percent: Percent.optional(),
  reason: text(160).optional(),
}
const taxed = { vatRate: Percent, vatCategory: z.enum(vatCategories) }

const LineAdjustment = z.strictObject(adjustment).refine(isOneOf, oneOf)
const DocumentAdjustment = z
  .strictObject({
    ...adjustment,
    vatRate: taxed.vatRate.optional(),
    vatCategory: taxed.vatCategory.optional(),
  })
  .refine(isOneOf, oneOf)

export const InvoiceLineInput = z
  .strictObject({
    description: text(1000),
    productId: Id.optional(),
    itemCode: text(80).optional(),
    quantity: Quantity.default('1'),
    unit: z
      .string()
      .regex(/^[A-Z0-9]{1,3}$/, 'Must be a code of UN/ECE Recommendation 20, such as C62, HUR or KGM.')
      .default('C62'),
    unitPrice: UnitPrice,
    baseQuantity: Quantity.optional(),
    discountPercent: Percent.optional(),
    allowances: z.array(LineAdjustment).max(20).optional(),
    charges: z.array(LineAdjustment).max(20).optional(),
    vatRate: taxed.vatRate,
    vatCategory: taxed.vatCategory.optional(),
    vatReason: text(200).optional(),
  })
  .meta({ id: 'InvoiceLineInput' })
export type InvoiceLineInput = z.output<typeof InvoiceLineInput>

const InvoiceFields = z.strictObject({
  customerId: Id,
  series: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,11}$/i, 'Up to 12 letters, digits and hyphens.'),
  currency: Currency,
  pricing: z.enum(['net', 'gross']),
  exchangeRate: ExchangeRate.nullable(),
  locale: z.enum(['el', 'en']),
  dueOn: Day.nullable(),
  deliveredOn: Day.nullable(),
  buyerReference: text(80).nullable(),
  orderReference: text(80).nullable(),
  notes: text(4000).nullable(),
  lines: z.array(InvoiceLineInput).max(1000),
  allowances: z.array(DocumentAdjustment).max(50),
  charges: z.array(DocumentAdjustment).max(50),
  prepaid: GivenAmount,
  externalIds: z
    .record(z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/), text(120))
    .refine((ids) => Object.keys(ids).length <= 20, 'At most 20 systems.'),
})

export const NewInvoice = InvoiceFields.partial().required({ customerId: true }).meta({ id: 'NewInvoice' })
export const UpdateInvoice = InvoiceFields.partial().meta({ id: 'UpdateInvoice' })
export type InvoiceInput = z.output<typeof UpdateInvoice>

export const IssueInvoice = z
  .strictObject({ ignoreCreditLimit: z.boolean().optional() })
  .meta({ id: 'IssueInvoice' })

const CreditLine = z
  .strictObject({ lineId: Id, quantity: Quantity.optional(), amount: GivenAmount.optional() })
  .refine(
    ({ quantity, amount }) => quantity === undefined || amount === undefined,
    'A quantity or an amount.',
  )

/** Without lines: all that is left. A line without a quantity or an amount: all that is left of it. */
export const NewCreditNote = z
  .strictObject({ lines: z.array(CreditLine).min(1).max(1000).optional(), reason: text(400).optional() })
  .meta({ id: 'NewCreditNote' })

export const ListInvoices = Paging.extend({
  q: z.string().trim().max(120).optional(),
  sort: z.enum(['-createdAt', 'createdAt', '-issuedOn', 'issuedOn']).default('-createdAt'),
  status: z.enum(invoiceStatuses).optional(),
  kind: z.enum(invoiceKinds).optional(),
  customerId: Id.optional(),
  series: text(12).optional(),
  /** Days of issue, both included. */
  from: Day.optional(),
  to: Day.optional(),
})
export type ListInvoices = z.output<typeof ListInvoices>
