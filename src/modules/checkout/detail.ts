/** One order with everything that belongs to it, in one round trip, cut to what the reader may see. */
import { may } from '../../platform/access/actor.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import {
  getOrder,
  linesOf,
  type Order,
  type OrderLine,
  type OrderPart,
  partsOf,
  provesAccess,
} from '../orders/find.ts'
import { isBuyer } from '../orders/policy.ts'
import { type Return, returnsOf } from '../orders/returns.ts'
import { timelineOf } from '../orders/timeline.ts'
import { type Payment, paymentsOf } from '../payments/payments.ts'
import { type Refund, refundsOf } from '../payments/refunds.ts'
import { producerNames } from '../producers/names.ts'
import { type Shipment, shipmentsOf } from '../shipping/shipments.ts'

export type OrderDetail = {
  order: Order
  isBuyer: boolean
  parts: OrderPart[]
  lines: OrderLine[]
  shipments: Shipment[]
  payments: Payment[]
  refunds: Refund[]
  returns: Return[]
  timeline: Awaited<ReturnType<typeof timelineOf>>
  producerNames: Map<string, Translated>
}

export async function getOrderDetail(
  ctx: Context,
  input: { orderId: string; access?: string | null },
): Promise<OrderDetail> {
  return read(ctx, async (ctx) => {
    const order = await getOrder(ctx, input)
    const buyer = isBuyer(ctx.actor, order) || provesAccess(order, input.access)
    return detailOf(ctx, order, buyer)
  })
}

export async function detailOf(ctx: Inside, order: Order, buyer: boolean): Promise<OrderDetail> {
  const [parts, lines, shipments, payments, refunds, returns, timeline] = await Promise.all([
    partsOf(ctx, order.id),
    linesOf(ctx, order.id),
    shipmentsOf(ctx, order.id),
    paymentsOf(ctx, order.id),
    refundsOf(ctx, order.id),
    returnsOf(ctx, order.id),
    timelineOf(ctx, order.id),
  ])
  const isStaff = may(ctx.actor, 'orders.readAll')
  const whole = {
    order,
    isBuyer: buyer,
    parts,
    lines,
    shipments,
    payments,
    refunds,
    returns,
    timeline: timeline.filter((entry) => isStaff || entry.audience === 'all'),
    producerNames: await producerNames(
      ctx,
      parts.map((part) => part.producerId),
    ),
  }
  return isStaff || buyer ? whole : ownPart(ctx, whole)
}

/** A producer's people see what they send and to whom, and nothing of the other producers or of the money. */
function ownPart(ctx: Inside, whole: OrderDetail): OrderDetail {
  const parts = whole.parts.filter((part) => ctx.actor.producerIds.includes(part.producerId))
  const ids = new Set(parts.map((part) => part.id))
  return {
    ...whole,
    parts,
    lines: whole.lines.filter((line) => ids.has(line.orderPartId)),
    shipments: whole.shipments.filter((shipment) => ids.has(shipment.orderPartId)),
    payments: [],
    refunds: [],
    returns: [],
    timeline: whole.timeline.filter((entry) =>
      entry.orderPartId === null
        ? entry.kind === 'placed' || entry.kind === 'cancelled'
        : ids.has(entry.orderPartId),
    ),
  }
}
