/** One order for a console page, as far as the person may see it, with what they may do beyond the order's own flags. */
import type { RouterContextProvider } from 'react-router'
import { may } from '../../../../platform/access/actor.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import type { Permission } from '../../../../platform/access/roles.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { read } from '../../../../platform/tenancy/change.ts'
import { Id } from '../../../../platform/values/shapes.ts'
import { notFound } from '../../../../platform/http/app-error.ts'
import { detailOf, getOrderDetail } from '../../../checkout/detail.ts'
import { presentOrder } from '../../../checkout/present.ts'
import { getPart } from '../../parts.ts'
import { isReleased } from '../../policy.ts'
import { parcelsOf } from './parcels.ts'

type Reading = Readonly<RouterContextProvider>

/** The whole order, for the house. */
export function loadOrder(context: Reading, orderId: string, ...needs: Permission[]) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'orders.readAll')
    if (needs.length > 0) requirePermission(ctx, ...needs)
    if (!Id.safeParse(orderId).success) throw notFound('order')
    const detail = await getOrderDetail(ctx, { orderId })
    return {
      order: presentOrder(ctx, detail),
      isReleased: isReleased(detail.order),
      parcels: parcelsOf(ctx, detail.shipments),
    }
  })
}

/**
 * One part with what its sender needs to know. Only that is handed on: other producers' goods and the order's money
 * are nobody's business here.
 */
export function loadPart(context: Reading, partId: string, ...needs: Permission[]) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'orders.fulfil', 'orders.readAll')
    if (needs.length > 0) requirePermission(ctx, ...needs)
    if (!Id.safeParse(partId).success) throw notFound('order part')
    const { order, released, parcels } = await read(ctx, async (ctx) => {
      const found = await getPart(ctx, partId)
      const detail = await detailOf(ctx, found.order, false)
      return {
        order: presentOrder(ctx, detail),
        released: isReleased(found.order),
        parcels: parcelsOf(
          ctx,
          detail.shipments.filter(({ orderPartId }) => orderPartId === partId),
        ),
      }
    })
    const { id, placedAt, customer, shippingAddress, shippingMethod, note, paymentProvider } = order
    return {
      part: order.parts.find((part) => part.id === partId)!,
      lines: order.lines.filter((line) => line.partId === partId),
      timeline: order.timeline.filter((entry) => entry.partId === null || entry.partId === partId),
      order: { id, placedAt, customer, shippingAddress, shippingMethod, note, paymentProvider },
      isReleased: released,
      parcels,
      mayFulfil: may(ctx.actor, 'orders.fulfil'),
      maySeeOrder: may(ctx.actor, 'orders.readAll'),
    }
  })
}
