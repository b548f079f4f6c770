/** Mails that follow from what happens to orders: to the buyer, and to the producers whose goods were bought. */
import type { EventInput } from '../../platform/events/relay.ts'
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { houseFor } from '../../platform/mail/house.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { MailTemplate } from '../../platform/mail/template.ts'
import { writing } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { Locale } from '../../platform/values/shapes.ts'
import { accessOf, getOrder } from '../orders/find.ts'
import { producerContacts } from '../producers/names.ts'
import { detailOf, type OrderDetail } from './detail.ts'
import {
  cancelledMail,
  confirmationMail,
  newPartMail,
  type OrderMail,
  paidMail,
  refundedMail,
  shippedMail,
} from './mails.ts'

/** Tells the buyer, once per event. */
async function tellBuyer(ctx: Context, { event }: EventInput): Promise<void> {
  const orderId = event.entity === 'order' ? event.entityId : (event.data as { orderId?: string }).orderId
  if (!orderId) return
  await writing(ctx, async (ctx) => {
    const detail = await detailOf(ctx, await getOrder(ctx, { orderId }), true)
    const { order } = detail
    const base = await orderMail(ctx, detail)
    const send = <Data>(template: MailTemplate<Data>, data: Data) =>
      queueMail(ctx, {
        effectKey: `${template.name} ${event.id}`,
        template,
        data,
        to: order.email,
        name: order.billingAddress.name,
        locale: order.locale as Locale,
        entity: 'order',
        entityId: order.id,
      })
    switch (event.name) {
      case 'order.placed':
        return void (await send(confirmationMail, base))
      case 'order.cancelled':
        return void (await send(cancelledMail, { ...base, amount: order.total, reason: reasonOf(detail) }))
      case 'order-part.shipped': {
        const shipment =
          detail.shipments.find(({ id }) => id === event.data['shipmentId']) ?? detail.shipments.at(-1)
        return void (
          shipment &&
          (await send(shippedMail, {
            ...base,
            carrier: shipment.carrier,
            trackingNumber: shipment.trackingNumber,
          }))
        )
      }
      case 'payment.received':
      case 'payment.recorded': {
        const payment = detail.payments.find(({ id }) => id === event.entityId)
        return void (payment && (await send(paidMail, { ...base, amount: payment.amount, reason: null })))
      }
      case 'refund.completed': {
        const refund = detail.refunds.find(({ id }) => id === event.entityId)
        return void (
          refund && (await send(refundedMail, { ...base, amount: refund.amount, reason: refund.reason }))
        )
      }
      default:
    }
  })
}

const reasonOf = ({ timeline }: OrderDetail): string | null =>
  (timeline.findLast((entry) => entry.kind === 'cancelled' || entry.kind === 'line_cancelled')?.data[
    'reason'
  ] as string | undefined) ?? null

/** Tells each producer of their part of a new order. */
async function tellProducers(ctx: Context, { event }: EventInput): Promise<void> {
  await writing(ctx, async (ctx) => {
    const detail = await detailOf(ctx, await getOrder(ctx, { orderId: event.entityId }), true)
    const base = await orderMail(ctx, detail)
    const contacts = await producerContacts(
      ctx,
      detail.parts.map((part) => part.producerId),
    )
    for (const part of detail.parts) {
      const contact = contacts.find(({ id }) => id === part.producerId)
      if (!contact?.email) continue
      const locale = ctx.organization.defaultLocale as Locale
      const { link } = await houseFor(ctx, locale)
      await queueMail(ctx, {
        effectKey: `${newPartMail.name} ${part.id}`,
        template: newPartMail,
        data: {
          ...base,
          number: part.number,
          url: link(`/console/parts/${part.id}`),
          lines: base.lines.filter((_, index) => detail.lines[index]!.orderPartId === part.id),
          shipping: part.shippingTotal,
          fee: '0.00',
          total: part.goodsTotal,
        },
        to: contact.email,
        locale,
        entity: 'order-part',
        entityId: part.id,
      })
    }
  })
}

async function orderMail(ctx: Inside, { order, lines }: OrderDetail): Promise<OrderMail> {
  const { link } = await houseFor(ctx, order.locale as Locale)
  const { name, line1, postalCode, city } = order.shippingAddress
  const access = accessOf(ctx, order)
  return {
    number: order.number,
    url: link(`/orders/${order.id}${access ? `?access=${access}` : ''}`),
    placedAt: order.placedAt,
    currency: order.currency,
    lines: lines.map(({ name, variantName, quantity, gross }) => ({ name, variantName, quantity, gross })),
    shipping: order.shipping,
    fee: order.fee,
    discount: order.discount,
    total: order.total,
    address: `${name}, ${line1}, ${postalCode} ${city}`,
    paymentProvider: order.paymentProvider,
  }
}

export const checkoutJobs = [
  { name: 'checkout.tell-buyer', handle: tellBuyer },
  { name: 'checkout.tell-producers', handle: tellProducers },
] as const satisfies readonly JobDefinition[]

export const checkoutSubscriptions = [
  {
    on: [
      'order.placed',
      'order.cancelled',
      'order-part.shipped',
      'payment.received',
      'payment.recorded',
      'refund.completed',
    ],
    job: 'checkout.tell-buyer',
  },
  { on: ['order.placed'], job: 'checkout.tell-producers' },
] as const
