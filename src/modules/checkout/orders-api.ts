/** /orders and /order-parts: placing, reading, and every change of state as a resource of its own. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { endpoint, respond } from '../../platform/http/endpoint.ts'
import { read, writing } from '../../platform/tenancy/change.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import { cancelOrder } from '../orders/cancel.ts'
import { listOrders } from '../orders/find.ts'
import { acceptPart, deliverPart, getPart, listParts, packPart, shipPart } from '../orders/parts.ts'
import { placeOrder } from '../orders/place.ts'
import { approveReturn, listReturns, receiveReturn, refuseReturn, requestReturn } from '../orders/returns.ts'
import {
  CancelOrder,
  ListOrders,
  ListParts,
  ListReturns,
  PlaceOrder,
  ReceiveReturn,
  RefuseReturn,
  RequestReturn,
  ShipPart,
} from '../orders/shapes.ts'
import { openPayment, recordPayment, RecordPayment } from '../payments/payments.ts'
import { refundOrder, RefundOrder } from '../payments/refunds.ts'
import { detailOf, getOrderDetail } from './detail.ts'
import {
  OrderSummaryView,
  OrderView,
  PartListView,
  PaymentView,
  presentOrder,
  presentPartSummary,
  presentPayment,
  presentReturn,
  presentSummary,
  ReturnView,
} from './present.ts'

const params = z.strictObject({ id: Id })
const tag = 'Orders'

/** A guest's proof of an order, as the mail's link carries it. */
const accessOf = (request: Request): string | null => request.headers.get('stoa-order')

const whole = async (ctx: Context, orderId: string, access: string | null) =>
  presentOrder(ctx, await getOrderDetail(ctx, { orderId, access }))

/** The order and its payment come to be together; a second press answers the same order with 200. */
export async function checkOut(ctx: Context, input: Parameters<typeof placeOrder>[1]) {
  return writing(ctx, async (ctx) => {
    const { order, access, isNew } = await placeOrder(ctx, input)
    if (isNew) await openPayment(ctx, order)
    return { view: presentOrder(ctx, await detailOf(ctx, order, true), access ?? undefined), isNew }
  })
}

const partChange = (
  name: 'acceptance' | 'packing' | 'delivery',
  summary: string,
  verb: (ctx: Context, partId: string) => Promise<unknown>,
) =>
  endpoint({
    method: 'post',
    path: `/order-parts/{id}/${name}`,
    tag,
    access: 'orders.fulfil',
    summary,
    params,
    answer: PartListView,
    status: 201,
    handle: async (ctx, { params }) => {
      await verb(ctx, params.id)
      return presentPartSummary(await getPart(ctx, params.id))
    },
  })

export const ordersApi = [
  endpoint({
    method: 'get',
    path: '/orders',
    tag,
    access: 'signedIn',
    summary: 'My orders; all of them for the house (view=all)',
    query: ListOrders,
    answer: pageOf(OrderSummaryView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listOrders(ctx, query)
      return { data: data.map(presentSummary), ...rest }
    },
  }),
  endpoint({
    method: 'post',
    path: '/orders',
    tag,
    access: 'public',
    summary: 'Place an order from a cart',
    description:
      'Checks prices and stock again. 409 `out_of_stock`, `cart_changed` (with what changed) or `empty_cart`.',
    body: PlaceOrder,
    answer: OrderView,
    status: 201,
    idempotency: 'required',
    limit: { max: 60, windowSeconds: 60, by: 'actor' },
    handle: async (ctx, { body, request }) => {
      const { view, isNew } = await checkOut(ctx, { ...body, token: request.headers.get('stoa-cart') })
      return respond(view, { status: isNew ? 201 : 200 })
    },
  }),
  endpoint({
    method: 'get',
    path: '/orders/{id}',
    tag,
    access: 'public',
    summary: 'One order: the buyer’s, a producer’s own part of it, or any for the house',
    params,
    answer: OrderView,
    handle: (ctx, { params, request }) => whole(ctx, params.id, accessOf(request)),
  }),
  endpoint({
    method: 'post',
    path: '/orders/{id}/cancellation',
    tag,
    access: 'public',
    summary: 'Cancel an order, or some of its lines',
    params,
    body: CancelOrder,
    answer: OrderView,
    status: 201,
    handle: async (ctx, { params, body, request }) => {
      const access = accessOf(request)
      await cancelOrder(ctx, { orderId: params.id, access, ...body })
      return whole(ctx, params.id, access)
    },
  }),
  endpoint({
    method: 'post',
    path: '/orders/{id}/payments',
    tag,
    access: 'payments.record',
    summary: 'Record money that came outside a provider',
    params,
    body: RecordPayment,
    answer: PaymentView,
    status: 201,
    handle: async (ctx, { params, body }) =>
      presentPayment(await recordPayment(ctx, { orderId: params.id, ...body })),
  }),
  endpoint({
    method: 'post',
    path: '/orders/{id}/refunds',
    tag,
    access: 'payments.refund',
    summary: 'Give money back, in whole or in part',
    params,
    body: RefundOrder,
    answer: OrderView,
    status: 201,
    handle: async (ctx, { params, body }) => {
      await refundOrder(ctx, { orderId: params.id, ...body })
      return whole(ctx, params.id, null)
    },
  }),
  endpoint({
    method: 'post',
    path: '/orders/{id}/returns',
    tag,
    access: 'public',
    summary: 'Ask to return something',
    params,
    body: RequestReturn,
    answer: ReturnView,
    status: 201,
    handle: async (ctx, { params, body, request }) =>
      presentReturn(await requestReturn(ctx, { orderId: params.id, access: accessOf(request), ...body })),
  }),
  endpoint({
    method: 'get',
    path: '/returns',
    tag,
    access: 'returns.manage',
    summary: 'Returns, newest first',
    query: ListReturns,
    answer: pageOf(ReturnView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listReturns(ctx, query)
      return { data: data.map(presentReturn), ...rest }
    },
  }),
  endpoint({
    method: 'post',
    path: '/returns/{id}/approval',
    tag,
    access: 'returns.manage',
    summary: 'Allow a return',
    params,
    answer: ReturnView,
    status: 201,
    handle: async (ctx, { params }) => presentReturn(await approveReturn(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/returns/{id}/refusal',
    tag,
    access: 'returns.manage',
    summary: 'Refuse a return, with the reason',
    params,
    body: RefuseReturn,
    answer: ReturnView,
    status: 201,
    handle: async (ctx, { params, body }) =>
      presentReturn(await refuseReturn(ctx, { returnId: params.id, ...body })),
  }),
  endpoint({
    method: 'post',
    path: '/returns/{id}/receipt',
    tag,
    access: 'returns.manage',
    summary: 'The goods are back; name the lines that go on the shelf again',
    params,
    body: ReceiveReturn,
    answer: ReturnView,
    status: 201,
    handle: async (ctx, { params, body }) =>
      presentReturn(await receiveReturn(ctx, { returnId: params.id, ...body })),
  }),
  endpoint({
    method: 'get',
    path: '/order-parts',
    tag,
    access: ['orders.fulfil', 'orders.readAll'],
    summary: 'What is to be sent: my producer’s parts, or all',
    query: ListParts,
    answer: pageOf(PartListView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listParts(ctx, query)
      return { data: data.map(presentPartSummary), ...rest }
    },
  }),
  endpoint({
    method: 'get',
    path: '/order-parts/{id}',
    tag,
    access: ['orders.fulfil', 'orders.readAll'],
    summary: 'One part with its order',
    params,
    answer: OrderView,
    handle: async (ctx, { params }) =>
      read(ctx, async (ctx) =>
        presentOrder(ctx, await detailOf(ctx, (await getPart(ctx, params.id)).order, false)),
      ),
  }),
  partChange('acceptance', 'Take on a part', acceptPart),
  partChange('packing', 'A part is packed', packPart),
  endpoint({
    method: 'post',
    path: '/order-parts/{id}/shipment',
    tag,
    access: 'orders.fulfil',
    summary: 'A parcel leaves: all that is left of the part, or the lines named',
    params,
    body: ShipPart,
    answer: PartListView,
    status: 201,
    handle: async (ctx, { params, body }) => {
      await shipPart(ctx, { partId: params.id, ...body })
      return presentPartSummary(await getPart(ctx, params.id))
    },
  }),
  partChange('delivery', 'A part has arrived', deliverPart),
]
