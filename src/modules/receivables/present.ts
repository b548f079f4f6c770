/** Customers with what they owe, their payments, and the receivables as the API shows them. */
import { z } from 'zod'
import { money as moneyOf } from '../../platform/values/money.ts'
import { Day, Id, Instant, Money } from '../../platform/values/shapes.ts'
import type { CustomerDetails } from '../customers/customers.ts'
import { CustomerView, presentCustomer } from '../customers/present.ts'
import type { Standing } from './credit.ts'
import type { PaymentDetails } from './find-payments.ts'
import type { Allocation } from './open-items.ts'
import { type CustomerPayment, leftOf } from './payments.ts'
import type { CustomerRefund } from './refunds.ts'
import { agingBuckets, paymentMethods } from './values.ts'

const StandingView = z.object({ credit: Money, balance: Money })

export const CustomerAccountView = CustomerView.extend({
  ...StandingView.shape,
  otherCurrencies: z.array(StandingView),
}).meta({ id: 'Customer' })

export const presentAccount = (
  row: CustomerDetails,
  { credit, balance, others }: Standing,
): z.output<typeof CustomerAccountView> => ({
  ...presentCustomer(row, credit.currency),
  credit,
  balance,
  otherCurrencies: others,
})

export const CustomerPaymentView = z
  .object({
    id: Id,
    number: z.string(),
    customerId: Id,
    amount: Money,
    on: Day,
    method: z.enum(paymentMethods),
    reference: z.string().nullable(),
    exchangeRate: z.string(),
    allocated: Money,
    refunded: Money,
    /** Settles nothing yet: the customer's credit. */
    credit: Money,
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'CustomerPayment' })

export const AllocationView = z.object({
  id: Id,
  invoiceId: Id,
  paymentId: Id.nullable(),
  creditNoteId: Id.nullable(),
  amount: Money,
  on: Day,
  /** In the organisation's currency; what the customer owes is not touched by it. */
  exchangeDifference: Money,
})

export const RefundView = z.object({
  id: Id,
  amount: Money,
  on: Day,
  method: z.enum(paymentMethods),
  reference: z.string().nullable(),
})

export const PaymentDetailView = CustomerPaymentView.extend({
  allocations: z.array(AllocationView),
  refunds: z.array(RefundView),
}).meta({ id: 'CustomerPaymentDetail' })

export function presentCustomerPayment(row: CustomerPayment): z.output<typeof CustomerPaymentView> {
  const { id, number, customerId, currency, method, reference, exchangeRate, version } = row
  const money = (amount: string) => moneyOf(amount, currency)
  return {
    id,
    number,
    customerId,
    amount: money(row.amount),
    on: row.paidOn,
    method,
    reference,
    exchangeRate,
    allocated: money(row.allocated),
    refunded: money(row.refunded),
    credit: money(leftOf(row)),
    createdAt: row.createdAt.toISOString(),
    version,
  }
}

export const presentAllocation = (
  row: Allocation,
  currency: string,
  own: string,
): z.output<typeof AllocationView> => ({
  id: row.id,
  invoiceId: row.invoiceId,
  paymentId: row.paymentId,
  creditNoteId: row.creditNoteId,
  amount: { amount: row.amount, currency },
  on: row.allocatedOn,
  exchangeDifference: { amount: row.exchangeDifference, currency: own },
})

export const presentRefund = (row: CustomerRefund, currency: string): z.output<typeof RefundView> => ({
  id: row.id,
  amount: { amount: row.amount, currency },
  on: row.refundedOn,
  method: row.method,
  reference: row.reference,
})

export const presentPaymentDetails = (
  { payment, allocations, refunds }: PaymentDetails,
  own: string,
): z.output<typeof PaymentDetailView> => ({
  ...presentCustomerPayment(payment),
  allocations: allocations.map((row) => presentAllocation(row, payment.currency, own)),
  refunds: refunds.map((row) => presentRefund(row, payment.currency)),
})

const BucketView = z.object({ name: z.enum(agingBuckets), amount: Money })

export const ReceivablesView = z
  .object({
    asOf: Day,
    buckets: z.array(BucketView),
    total: Money,
    credit: Money,
    customers: z.array(z.object({ id: Id, name: z.string(), buckets: z.array(BucketView), total: Money })),
  })
  .meta({ id: 'Receivables' })
