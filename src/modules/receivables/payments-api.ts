/** /payments: starting to pay an order, and recording what a customer paid on invoices. One address, told apart by the body. */
import { z } from 'zod'
import { allPages, csvAnswer } from '../../platform/export/csv.ts'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { isAppError } from '../../platform/http/app-error.ts'
import { may } from '../../platform/access/actor.ts'
import { requirePermission } from '../../platform/access/require.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import { PaymentView, presentPayment } from '../checkout/present.ts'
import { getPayment, StartPayment, startPayment } from '../payments/payments.ts'
import { getCustomerPayment, listPayments, ListPayments } from './find-payments.ts'
import {
  AllocatePayment,
  allocatePayment,
  type CustomerPayment,
  RecordPayment,
  recordPayment,
} from './payments.ts'
import {
  CustomerPaymentView,
  PaymentDetailView,
  presentCustomerPayment,
  presentPaymentDetails,
  presentRefund,
  RefundView,
} from './present.ts'
import { RefundPayment, refundPayment } from './refunds.ts'

const params = z.strictObject({ id: Id })
const tag = 'Payments'

const details = async (ctx: Context, paymentId: string) =>
  presentPaymentDetails(await getCustomerPayment(ctx, paymentId), ctx.organization.currency)

/** A customer's payment, else an order's: their ids are never the same. */
async function anyPayment(ctx: Context, paymentId: string) {
  if (may(ctx.actor, 'invoices.read')) {
    const found = await details(ctx, paymentId).catch((error: unknown) => {
      if (isAppError(error) && error.status === 404) return null
      throw error
    })
    if (found) return found
  }
  requirePermission(ctx, 'payments.record', 'payments.refund', 'orders.readAll')
  return presentPayment(await getPayment(ctx, paymentId))
}

const header = [
  'number',
  'on',
  'customerId',
  'amount',
  'currency',
  'method',
  'reference',
  'allocated',
  'refunded',
]
async function* rowsOf(payments: AsyncIterable<CustomerPayment>): AsyncGenerator<string[]> {
  for await (const row of payments)
    yield [
      row.number,
      row.paidOn,
      row.customerId,
      row.amount,
      row.currency,
      row.method,
      row.reference ?? '',
      row.allocated,
      row.refunded,
    ]
}

export const customerPaymentsApi: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/payments',
    tag,
    access: 'public',
    summary: 'Start paying an order, or record what a customer paid',
    description:
      'With an `orderId`, `next` says what the buyer does: go to `url`, or transfer by the instructions; guests prove the order with `Stoa-Order`. With a `customerId` it records money that came, and what it settles; the rest is the customer’s credit.',
    body: z.union([StartPayment, RecordPayment]),
    answer: z.union([PaymentView, PaymentDetailView]),
    status: 201,
    idempotency: 'required',
    isOutside: true,
    limit: { max: 30, windowSeconds: 60, by: 'actor' },
    handle: async (ctx, { body, request }) => {
      if ('customerId' in body) {
        const key = `${ctx.actor.userId} ${request.headers.get('idempotency-key')}`
        return details(ctx, (await recordPayment(ctx, body, key)).id)
      }
      const returnTo = `${new URL(request.url).origin}/orders/${body.orderId}`
      return presentPayment(
        await startPayment(ctx, { ...body, access: request.headers.get('stoa-order'), returnTo }),
      )
    },
  }),
  endpoint({
    method: 'get',
    path: '/payments',
    tag,
    access: 'invoices.read',
    summary: 'What customers paid on invoices, newest first',
    query: ListPayments,
    answer: pageOf(CustomerPaymentView),
    handle: async (ctx, { query }) => {
      const page = await listPayments(ctx, query)
      return { ...page, data: page.data.map(presentCustomerPayment) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/payments.csv',
    tag,
    access: 'invoices.read',
    summary: 'The same list as a file',
    query: ListPayments,
    produces: 'text/csv',
    handle: async (ctx, { query }) => {
      const rows = allPages((cursor) =>
        listPayments(ctx, { ...query, limit: 500, cursor, skip: undefined, count: undefined }),
      )
      return csvAnswer('payments.csv', header, rowsOf(rows))
    },
  }),
  endpoint({
    method: 'get',
    path: '/payments/{id}',
    tag,
    access: ['payments.record', 'payments.refund', 'orders.readAll', 'invoices.read'],
    summary: 'One payment, of an order or on invoices',
    params,
    answer: z.union([PaymentView, PaymentDetailView]),
    handle: (ctx, { params }) => anyPayment(ctx, params.id),
  }),
  endpoint({
    method: 'post',
    path: '/payments/{id}/allocations',
    tag,
    access: 'invoices.manage',
    summary: 'Settle invoices with what is left of a payment',
    params,
    body: AllocatePayment,
    answer: PaymentDetailView,
    status: 201,
    handle: async (ctx, { params, body }) => {
      await allocatePayment(ctx, { ...body, paymentId: params.id })
      return details(ctx, params.id)
    },
  }),
  endpoint({
    method: 'post',
    path: '/payments/{id}/refunds',
    tag,
    access: 'invoices.manage',
    summary: 'Give back what is left of a payment',
    params,
    body: RefundPayment,
    answer: RefundView,
    status: 201,
    handle: async (ctx, { params, body }) => {
      const refund = await refundPayment(ctx, { ...body, paymentId: params.id })
      const { payment } = await getCustomerPayment(ctx, params.id)
      return presentRefund(refund, payment.currency)
    },
  }),
]
