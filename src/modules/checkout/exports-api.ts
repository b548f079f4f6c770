/** The lists of orders, parts and returns as files: the same filters and rights as the lists, written while they are read. */
import type { z } from 'zod'
import { type FileColumn, listFiles } from '../../platform/export/list-files.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { inLocale, type Page } from '../../platform/values/shapes.ts'
import { listOrders, type Order, orderBriefs } from '../orders/find.ts'
import { listParts, type PartWithOrder } from '../orders/parts.ts'
import { listReturns, type Return } from '../orders/returns.ts'
import { ListOrders, ListParts, ListReturns } from '../orders/shapes.ts'
import { producerNames } from '../producers/names.ts'

const tag = 'Orders'

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

const orderColumns: FileColumn<Order>[] = [
  { key: 'number', value: (order) => order.number },
  { key: 'placedAt', kind: 'instant', value: (order) => instant(order.placedAt) },
  { key: 'status', value: (order) => order.status },
  { key: 'customer', value: (order) => order.billingAddress.name },
  { key: 'email', value: (order) => order.email },
  { key: 'phone', value: (order) => order.phone },
  { key: 'country', value: (order) => order.shippingAddress.country },
  { key: 'postalCode', value: (order) => order.shippingAddress.postalCode },
  { key: 'city', value: (order) => order.shippingAddress.city },
  { key: 'shippingMethod', value: (order, ctx) => inLocale(order.shippingMethod.name, ctx.locale) },
  { key: 'paymentProvider', value: (order) => order.paymentProvider },
  { key: 'paidAt', kind: 'instant', value: (order) => instant(order.paidAt) },
  { key: 'net', kind: 'money', value: (order) => order.net },
  { key: 'shipping', kind: 'money', value: (order) => order.shipping },
  { key: 'discount', kind: 'money', value: (order) => order.discount },
  { key: 'total', kind: 'money', value: (order) => order.total },
  { key: 'paid', kind: 'money', value: (order) => order.paid },
  { key: 'refunded', kind: 'money', value: (order) => order.refunded },
  { key: 'currency', value: (order) => order.currency },
]

type NamedPart = PartWithOrder & { producer: string }

const partColumns: FileColumn<NamedPart>[] = [
  { key: 'number', value: ({ part }) => part.number },
  { key: 'order', value: ({ order }) => order.number },
  { key: 'placedAt', kind: 'instant', value: ({ part }) => instant(part.placedAt) },
  { key: 'status', value: ({ part }) => part.status },
  { key: 'producer', value: ({ producer }) => producer },
  { key: 'customer', value: ({ order }) => order.shippingAddress.name },
  { key: 'country', value: ({ order }) => order.shippingAddress.country },
  { key: 'postalCode', value: ({ order }) => order.shippingAddress.postalCode },
  { key: 'city', value: ({ order }) => order.shippingAddress.city },
  { key: 'goods', kind: 'money', value: ({ part }) => part.goodsTotal },
  { key: 'shipping', kind: 'money', value: ({ part }) => part.shippingTotal },
  { key: 'currency', value: ({ order }) => order.currency },
  { key: 'shippedAt', kind: 'instant', value: ({ part }) => instant(part.shippedAt) },
  { key: 'deliveredAt', kind: 'instant', value: ({ part }) => instant(part.deliveredAt) },
]

type NumberedReturn = Return & { order: string }

const returnColumns: FileColumn<NumberedReturn>[] = [
  { key: 'number', value: (row) => row.number },
  { key: 'order', value: (row) => row.order },
  { key: 'requestedAt', kind: 'instant', value: (row) => instant(row.createdAt) },
  { key: 'status', value: (row) => row.status },
  { key: 'reason', value: (row) => row.reason },
  { key: 'note', value: (row) => row.note },
  { key: 'answer', value: (row) => row.answer },
  { key: 'receivedAt', kind: 'instant', value: (row) => instant(row.receivedAt) },
]

/** With their producers' names: one more query a page, not a row. */
async function listNamedParts(ctx: Context, query: ListParts): Promise<Page<NamedPart>> {
  const { data, page } = await listParts(ctx, query)
  const ids = data.map(({ part }) => part.producerId)
  const names = await read(ctx, (ctx) => producerNames(ctx, ids))
  const nameOf = ({ part }: PartWithOrder) => inLocale(names.get(part.producerId), ctx.locale)
  return { page, data: data.map((row) => ({ ...row, producer: nameOf(row) })) }
}

async function listNumberedReturns(
  ctx: Context,
  query: z.output<typeof ListReturns>,
): Promise<Page<NumberedReturn>> {
  const { data, page } = await listReturns(ctx, query)
  const ids = data.map(({ orderId }) => orderId)
  const briefs = await read(ctx, (ctx) => orderBriefs(ctx, ids))
  return { page, data: data.map((row) => ({ ...row, order: briefs.get(row.orderId)?.number ?? '' })) }
}

export const orderExportsApi = [
  ...listFiles({
    path: '/orders',
    tag,
    access: 'signedIn',
    what: 'orders',
    query: ListOrders,
    columns: orderColumns,
    list: listOrders,
  }),
  ...listFiles({
    path: '/order-parts',
    tag,
    access: ['orders.fulfil', 'orders.readAll'],
    what: 'what is to be sent, my producer’s parts or all,',
    query: ListParts,
    columns: partColumns,
    list: listNamedParts,
  }),
  ...listFiles({
    path: '/returns',
    tag,
    access: 'returns.manage',
    what: 'returns',
    query: ListReturns,
    columns: returnColumns,
    list: listNumberedReturns,
  }),
]
