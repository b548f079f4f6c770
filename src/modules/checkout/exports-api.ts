/** The lists of orders, parts and returns as CSV files: the same filters and rights as the lists, written while they are read. */
import { endpoint } from '../../platform/http/endpoint.ts'
import { allPages, csvAnswer } from '../../platform/export/csv.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { inLocale, type Page } from '../../platform/values/shapes.ts'
import { listOrders, type Order, orderBriefs } from '../orders/find.ts'
import { listParts, type PartWithOrder } from '../orders/parts.ts'
import { listReturns, type Return } from '../orders/returns.ts'
import { ListOrders, ListParts, ListReturns } from '../orders/shapes.ts'
import { producerNames } from '../producers/names.ts'

const tag = 'Orders'
const produces = 'text/csv'
/** A page of an export is as long as a page may be. */
const limit = 500

const orderHeader =
  'number,placedAt,status,customer,email,phone,country,postalCode,city,shippingMethod,paymentProvider,paidAt,net,shipping,discount,total,paid,refunded,currency'
const partHeader =
  'number,order,placedAt,status,producer,customer,country,postalCode,city,goods,shipping,currency,shippedAt,deliveredAt'
const returnHeader = 'number,order,requestedAt,status,reason,note,answer,receivedAt'

const instant = (at: Date | null): string => at?.toISOString() ?? ''

const orderRow = (ctx: Context, order: Order): string[] => [
  order.number,
  instant(order.placedAt),
  order.status,
  order.billingAddress.name,
  order.email,
  order.phone ?? '',
  order.shippingAddress.country,
  order.shippingAddress.postalCode,
  order.shippingAddress.city,
  inLocale(order.shippingMethod.name, ctx.locale),
  order.paymentProvider,
  instant(order.paidAt),
  order.net,
  order.shipping,
  order.discount,
  order.total,
  order.paid,
  order.refunded,
  order.currency,
]

const partRow = ({ part, order }: PartWithOrder, producer: string): string[] => [
  part.number,
  order.number,
  instant(part.placedAt),
  part.status,
  producer,
  order.shippingAddress.name,
  order.shippingAddress.country,
  order.shippingAddress.postalCode,
  order.shippingAddress.city,
  part.goodsTotal,
  part.shippingTotal,
  order.currency,
  instant(part.shippedAt),
  instant(part.deliveredAt),
]

const returnRow = (row: Return, orderNumber: string): string[] => [
  row.number,
  orderNumber,
  instant(row.createdAt),
  row.status,
  row.reason,
  row.note ?? '',
  row.answer ?? '',
  instant(row.receivedAt),
]

async function* mapped<T>(rows: AsyncIterable<T>, row: (item: T) => string[]): AsyncGenerator<string[]> {
  for await (const item of rows) yield row(item)
}

/** The page's parts with their producers' names: one more query a page, not a row. */
const withProducers =
  (ctx: Context, list: (cursor: string | undefined) => Promise<Page<PartWithOrder>>) =>
  async (cursor: string | undefined) => {
    const { data, page } = await list(cursor)
    const ids = data.map(({ part }) => part.producerId)
    const names = await read(ctx, (ctx) => producerNames(ctx, ids))
    return {
      page,
      data: data.map((row) => partRow(row, inLocale(names.get(row.part.producerId), ctx.locale))),
    }
  }

const withOrders =
  (ctx: Context, list: (cursor: string | undefined) => Promise<Page<Return>>) =>
  async (cursor: string | undefined) => {
    const { data, page } = await list(cursor)
    const ids = data.map(({ orderId }) => orderId)
    const briefs = await read(ctx, (ctx) => orderBriefs(ctx, ids))
    return { page, data: data.map((row) => returnRow(row, briefs.get(row.orderId)?.number ?? '')) }
  }

export const orderExportsApi = [
  endpoint({
    method: 'get',
    path: '/orders.csv',
    tag,
    access: 'signedIn',
    summary: 'The list of orders as CSV',
    query: ListOrders,
    produces,
    handle: async (ctx, { query }) =>
      csvAnswer(
        'orders.csv',
        orderHeader.split(','),
        mapped(
          allPages((cursor) => listOrders(ctx, { ...query, limit, cursor, skip: undefined })),
          (order) => orderRow(ctx, order),
        ),
      ),
  }),
  endpoint({
    method: 'get',
    path: '/order-parts.csv',
    tag,
    access: ['orders.fulfil', 'orders.readAll'],
    summary: 'What is to be sent as CSV: my producer’s parts, or all',
    query: ListParts,
    produces,
    handle: async (ctx, { query }) =>
      csvAnswer(
        'order-parts.csv',
        partHeader.split(','),
        allPages(
          withProducers(ctx, (cursor) => listParts(ctx, { ...query, limit, cursor, skip: undefined })),
        ),
      ),
  }),
  endpoint({
    method: 'get',
    path: '/returns.csv',
    tag,
    access: 'returns.manage',
    summary: 'The list of returns as CSV',
    query: ListReturns,
    produces,
    handle: async (ctx, { query }) =>
      csvAnswer(
        'returns.csv',
        returnHeader.split(','),
        allPages(withOrders(ctx, (cursor) => listReturns(ctx, { ...query, limit, cursor, skip: undefined }))),
      ),
  }),
]
