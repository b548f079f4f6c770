/** Orders, carts and payments as the API and the pages show them. */
import { z } from 'zod'
import { may } from '../../platform/access/actor.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Address, Id, inLocale, Instant, Money } from '../../platform/values/shapes.ts'
import { isReleased, mayCancel, mayFulfil, mayReturn } from '../orders/policy.ts'
import { orderStatuses, partFollows, partStatuses, returnReasons, returnStatuses } from '../orders/values.ts'
import { dueOf, type Payment } from '../payments/payments.ts'
import type { OrderDetail } from './detail.ts'
import type { Order } from '../orders/find.ts'
import type { PartWithOrder } from '../orders/parts.ts'

const Vat = z.object({ rate: z.string(), base: Money, amount: Money })

export const OrderSummaryView = z
  .object({
    id: Id,
    number: z.string(),
    status: z.enum(orderStatuses),
    placedAt: Instant,
    customer: z.object({ id: Id, name: z.string(), email: z.string() }),
    total: Money,
    paymentProvider: z.string(),
    isPaid: z.boolean(),
  })
  .meta({ id: 'OrderSummary' })

export const PaymentView = z
  .object({
    id: Id,
    orderId: Id,
    provider: z.string(),
    status: z.enum(['started', 'succeeded', 'failed', 'cancelled']),
    amount: Money,
    refunded: Money,
    method: z.string().nullable(),
    reference: z.string().nullable(),
    failure: z.string().nullable(),
    next: z.looseObject({ kind: z.string() }).nullable(),
    succeededAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Payment' })

const LineView = z
  .object({
    id: Id,
    productId: Id,
    variantId: Id,
    sku: z.string(),
    name: z.string(),
    variantName: z.string(),
    imageFileId: Id.nullable(),
    partId: Id,
    quantity: z.int(),
    cancelledQuantity: z.int(),
    shippedQuantity: z.int(),
    returnedQuantity: z.int(),
    unitPrice: Money,
    discount: Money,
    net: Money,
    vat: Money,
    gross: Money,
    vatRate: z.string(),
    refunded: Money,
  })
  .meta({ id: 'OrderLine' })

const PartView = z
  .object({
    id: Id,
    number: z.string(),
    producerId: Id,
    producerName: z.string(),
    status: z.enum(partStatuses),
    goodsTotal: Money,
    shippingTotal: Money,
    shipments: z.array(
      z.object({
        id: Id,
        carrier: z.string(),
        trackingNumber: z.string().nullable(),
        labelFileId: Id.nullable(),
        status: z.string(),
        shippedAt: Instant.nullable(),
        deliveredAt: Instant.nullable(),
        lines: z.array(z.object({ orderLineId: Id, quantity: z.int() })),
        events: z.array(
          z.object({ at: z.string(), status: z.string(), place: z.string().optional(), text: z.string() }),
        ),
      }),
    ),
    can: z.object({ accept: z.boolean(), pack: z.boolean(), ship: z.boolean(), deliver: z.boolean() }),
  })
  .meta({ id: 'OrderPart' })

const RefundView = z
  .object({
    id: Id,
    amount: Money,
    status: z.enum(['queued', 'succeeded', 'failed']),
    reason: z.string(),
    failure: z.string().nullable(),
    isManual: z.boolean(),
    createdAt: Instant,
    succeededAt: Instant.nullable(),
  })
  .meta({ id: 'Refund' })

export const ReturnView = z
  .object({
    id: Id,
    orderId: Id,
    number: z.string(),
    status: z.enum(returnStatuses),
    reason: z.enum(returnReasons),
    note: z.string().nullable(),
    answer: z.string().nullable(),
    lines: z.array(z.object({ lineId: Id, quantity: z.int(), restock: z.boolean() })),
    createdAt: Instant,
    receivedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Return' })

export const OrderView = z
  .object({
    id: Id,
    number: z.string(),
    status: z.enum(orderStatuses),
    placedAt: Instant,
    customer: z.object({ id: Id, name: z.string(), email: z.string(), phone: z.string().nullable() }),
    shippingAddress: Address,
    billingAddress: Address,
    vatNumber: z.string().nullable(),
    shippingMethod: z.object({ code: z.string(), name: z.string() }),
    paymentProvider: z.string(),
    priceKind: z.enum(['gross', 'net']),
    note: z.string().nullable(),
    lines: z.array(LineView),
    parts: z.array(PartView),
    totals: z.object({
      net: Money,
      vat: z.array(Vat),
      shipping: Money,
      discount: Money,
      fee: Money,
      total: Money,
      paid: Money,
      refunded: Money,
      due: Money,
    }),
    promotions: z.array(z.object({ code: z.string().nullable(), name: z.string(), amount: Money })),
    payments: z.array(PaymentView),
    refunds: z.array(RefundView),
    returns: z.array(ReturnView),
    timeline: z.array(
      z.object({
        id: Id,
        kind: z.string(),
        at: Instant,
        actor: z.string(),
        partId: Id.nullable(),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    can: z.object({
      cancel: z.boolean(),
      return: z.boolean(),
      pay: z.boolean(),
      recordPayment: z.boolean(),
      refund: z.boolean(),
    }),
    /** Opens the order without an account; answered to whoever places it. */
    accessToken: z.string().optional(),
    version: z.int(),
  })
  .meta({ id: 'Order' })

export const PartListView = z
  .object({
    id: Id,
    number: z.string(),
    orderId: Id,
    producerId: Id,
    status: z.enum(partStatuses),
    placedAt: Instant,
    customerName: z.string(),
    city: z.string(),
    goodsTotal: Money,
    isReleased: z.boolean(),
  })
  .meta({ id: 'OrderPartSummary' })

const moneyOf = (currency: string) => (amount: string) => ({ amount, currency })
const instant = (at: Date | null): string | null => at?.toISOString() ?? null

export function presentSummary(order: Order): z.output<typeof OrderSummaryView> {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    placedAt: order.placedAt.toISOString(),
    customer: { id: order.customerId, name: order.billingAddress.name, email: order.email },
    total: { amount: order.total, currency: order.currency },
    paymentProvider: order.paymentProvider,
    isPaid: order.paidAt !== null,
  }
}

export function presentPayment(row: Payment): z.output<typeof PaymentView> {
  const money = moneyOf(row.currency)
  return {
    id: row.id,
    orderId: row.orderId,
    provider: row.provider,
    status: row.status,
    amount: money(row.amount),
    refunded: money(row.refunded),
    method: row.method,
    reference: row.reference,
    failure: row.failure,
    next: row.status === 'started' ? (row.next as { kind: string } | null) : null,
    succeededAt: instant(row.succeededAt),
    createdAt: row.createdAt.toISOString(),
  }
}

export function presentReturn(row: OrderDetail['returns'][number]): z.output<typeof ReturnView> {
  const { id, orderId, number, status, reason, note, answer, lines, version } = row
  return {
    id,
    orderId,
    number,
    status,
    reason,
    note,
    answer,
    lines,
    version,
    createdAt: row.createdAt.toISOString(),
    receivedAt: instant(row.receivedAt),
  }
}

export function presentPartSummary({ part, order }: PartWithOrder): z.output<typeof PartListView> {
  return {
    id: part.id,
    number: part.number,
    orderId: order.id,
    producerId: part.producerId,
    status: part.status,
    placedAt: part.placedAt.toISOString(),
    customerName: order.shippingAddress.name,
    city: order.shippingAddress.city,
    goodsTotal: { amount: part.goodsTotal, currency: order.currency },
    isReleased: isReleased(order),
  }
}

/** The whole order, as far as the reader may see it: a producer's people see their own part and no payments. */
export function presentOrder(ctx: Context, detail: OrderDetail, access?: string): z.output<typeof OrderView> {
  const { order, isBuyer } = detail
  const money = moneyOf(order.currency)
  const text = (value: Parameters<typeof inLocale>[0]) =>
    inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const due = dueOf(order)
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    placedAt: order.placedAt.toISOString(),
    customer: {
      id: order.customerId,
      name: order.billingAddress.name,
      email: order.email,
      phone: order.phone,
    },
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    vatNumber: order.vatNumber,
    shippingMethod: { code: order.shippingMethod.code, name: text(order.shippingMethod.name) },
    paymentProvider: order.paymentProvider,
    priceKind: order.priceKind,
    note: order.note,
    lines: detail.lines.map((line) => ({
      id: line.id,
      productId: line.productId,
      variantId: line.variantId,
      sku: line.sku,
      name: text(line.name),
      variantName: text(line.variantName),
      imageFileId: line.imageFileId,
      partId: line.orderPartId,
      quantity: line.quantity,
      cancelledQuantity: line.cancelledQuantity,
      shippedQuantity: line.shippedQuantity,
      returnedQuantity: line.returnedQuantity,
      unitPrice: money(line.unitPrice),
      discount: money(line.discount),
      net: money(line.net),
      vat: money(line.vat),
      gross: money(line.gross),
      vatRate: line.vatRate,
      refunded: money(line.refunded),
    })),
    parts: detail.parts.map((part) => ({
      id: part.id,
      number: part.number,
      producerId: part.producerId,
      producerName: text(detail.producerNames.get(part.producerId)),
      status: part.status,
      goodsTotal: money(part.goodsTotal),
      shippingTotal: money(part.shippingTotal),
      shipments: detail.shipments
        .filter((shipment) => shipment.orderPartId === part.id)
        .map(
          ({ id, carrier, trackingNumber, labelFileId, status, shippedAt, deliveredAt, lines, events }) => ({
            id,
            carrier,
            trackingNumber,
            labelFileId,
            status,
            shippedAt: instant(shippedAt),
            deliveredAt: instant(deliveredAt),
            lines,
            events,
          }),
        ),
      can: partActions(ctx, part, order),
    })),
    totals: {
      net: money(order.net),
      vat: order.vat.map(({ rate, base, amount }) => ({ rate, base: money(base), amount: money(amount) })),
      shipping: money(order.shipping),
      discount: money(order.discount),
      fee: money(order.fee),
      total: money(order.total),
      paid: money(order.paid),
      refunded: money(order.refunded),
      due: money(due),
    },
    promotions: order.promotions.map(({ code, name, amount }) => ({
      code,
      name: text(name),
      amount: money(amount),
    })),
    payments: detail.payments.map(presentPayment),
    refunds: detail.refunds.map((refund) => ({
      id: refund.id,
      amount: money(refund.amount),
      status: refund.status,
      reason: refund.reason,
      failure: refund.failure,
      isManual:
        refund.status === 'queued' &&
        !detail.payments.find(({ id }) => id === refund.paymentId)?.transactionId,
      createdAt: refund.createdAt.toISOString(),
      succeededAt: instant(refund.succeededAt),
    })),
    returns: detail.returns.map(presentReturn),
    timeline: detail.timeline.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      at: entry.at.toISOString(),
      actor: entry.actorName,
      partId: entry.orderPartId,
      data: entry.data,
    })),
    can: {
      cancel: mayCancel(ctx.actor, order, isBuyer),
      return: mayReturn(ctx.actor, order, isBuyer),
      pay:
        isBuyer &&
        order.status !== 'cancelled' &&
        due !== '0.00' &&
        order.paymentProvider !== 'cash-on-delivery',
      recordPayment: may(ctx.actor, 'payments.record') && order.status !== 'cancelled' && due !== '0.00',
      refund: may(ctx.actor, 'payments.refund') && Number(order.paid) > Number(order.refunded),
    },
    ...(access ? { accessToken: access } : {}),
    version: order.version,
  }
}

function partActions(ctx: Context, part: OrderDetail['parts'][number], order: Order) {
  const follows = partFollows[part.status] as readonly string[]
  const may = mayFulfil(ctx.actor, part)
  const released = isReleased(order)
  return {
    accept: may && follows.includes('accepted'),
    pack: may && released && follows.includes('packed'),
    ship: may && released && follows.includes('shipped'),
    deliver: may && follows.includes('delivered'),
  }
}
