/** /refunds and /webhooks: giving back, and hearing from providers; /payments is held by `receivables`, for orders and invoices. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { Id, text } from '../../platform/values/shapes.ts'
import { confirmRefund, retryRefund } from '../payments/refund-outcome.ts'
import { offeredProviders, providerOf } from '../payments/registry.ts'
import { receiveWebhook } from '../payments/webhooks.ts'

const params = z.strictObject({ id: Id })
const tag = 'Payments'
const Provider = z.strictObject({ provider: z.enum(['stripe', 'viva']) })

export const paymentsApi = [
  endpoint({
    method: 'get',
    path: '/payment-providers',
    tag,
    access: 'public',
    summary: 'The ways of paying that are offered now',
    answer: z.object({ data: z.array(z.object({ code: z.string() })) }),
    handle: async (ctx) => ({ data: offeredProviders(ctx).map((code) => ({ code })) }),
  }),
  endpoint({
    method: 'post',
    path: '/refunds/{id}/confirmation',
    tag,
    access: 'payments.refund',
    summary: 'The money was sent back by hand',
    params,
    body: z.strictObject({ reference: text(140).optional() }),
    answer: z.object({ id: Id, status: z.string() }),
    status: 201,
    handle: async (ctx, { params, body }) => {
      const { id, status } = await confirmRefund(ctx, {
        refundId: params.id,
        reference: body.reference ?? null,
      })
      return { id, status }
    },
  }),
  endpoint({
    method: 'post',
    path: '/refunds/{id}/retry',
    tag,
    access: 'payments.refund',
    summary: 'Try a failed refund again',
    params,
    answer: z.object({ id: Id, status: z.string() }),
    status: 201,
    handle: async (ctx, { params }) => {
      const { id, status } = await retryRefund(ctx, params.id)
      return { id, status }
    },
  }),
  endpoint({
    method: 'post',
    path: '/webhooks/{provider}',
    tag,
    access: 'public',
    summary: 'Where providers tell what happened to payments',
    params: Provider,
    accepts: 'application/octet-stream',
    answer: z.object({ received: z.int() }),
    handle: (ctx, { params, request }) => receiveWebhook(ctx, params.provider, request),
  }),
  endpoint({
    method: 'get',
    path: '/webhooks/{provider}',
    tag,
    access: 'public',
    summary: 'Answers a provider that asks whose address this is',
    params: Provider,
    answer: z.record(z.string(), z.string()),
    handle: async (ctx, { params }) => (await providerOf(ctx, params.provider).handshake?.()) ?? {},
  }),
]
