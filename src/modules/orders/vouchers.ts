/** Couriers' vouchers: drawn when a part is packed, labelled, and followed until the parcel has arrived. */
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { EventInput } from '../../platform/events/relay.ts'
import { storeFile } from '../../platform/files/upload.ts'
import { isAppError } from '../../platform/http/app-error.ts'
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { variantsForCart } from '../catalog/for-cart.ts'
import { findCourier } from '../shipping/registry.ts'
import { shipments } from '../shipping/schema.ts'
import { recordShipment, type Shipment } from '../shipping/shipments.ts'
import { linesOf, type Order, type OrderLine, type OrderPart } from './find.ts'
import { deliverPart, getPart } from './parts.ts'
import { openQuantity } from './take-back.ts'

const trackEveryMs = 30 * 60_000

/** A packed part that travels by courier gets its voucher and label, once; without an account there is nothing to do. */
export async function prepareParcel(ctx: Context, partId: string): Promise<void> {
  const { part, order } = await getPart(ctx, partId)
  const courier = findCourier(ctx.services, order.shippingMethod.provider)
  if (!courier || part.status !== 'packed') return
  const { shipment, weightGrams } = await claimShipment(ctx, part, order)
  if (!shipment || shipment.labelFileId) return
  const numbered = shipment.trackingNumber
    ? shipment
    : await drawVoucher(ctx, shipment, part, order, weightGrams)
  if (!numbered) return
  const label = await courier.printLabel(numbered.trackingNumber!)
  const file = await storeFile(ctx, {
    name: `${numbered.trackingNumber}.pdf`,
    bytes: label,
    visibility: 'private',
  })
  await setShipment(ctx, numbered, { labelFileId: file.id, failure: null })
}

/** The one parcel being prepared of a part: made by the first who asks. */
async function claimShipment(
  ctx: Context,
  part: OrderPart,
  order: Order,
): Promise<{ shipment: Shipment | null; weightGrams: number }> {
  return change(ctx, 'shipment.create', async (ctx) => {
    // The part's row is the lock, so that two runs of the job make one parcel.
    await ctx.db.execute(
      sql`select id from order_parts where tenant_id = ${ctx.tenantId} and id = ${part.id} for update`,
    )
    const lines = (await linesOf(ctx, order.id)).filter(
      (line) => line.orderPartId === part.id && openQuantity(line) > 0,
    )
    const weightGrams = await weightOf(ctx, lines)
    const [known] = await ctx.db
      .select()
      .from(shipments)
      .where(
        and(
          eq(shipments.tenantId, ctx.tenantId),
          eq(shipments.orderPartId, part.id),
          eq(shipments.status, 'preparing'),
        ),
      )
    if (known || lines.length === 0) return unchanged({ shipment: known ?? null, weightGrams })
    const made = await recordShipment(ctx, {
      orderId: order.id,
      orderPartId: part.id,
      provider: order.shippingMethod.provider,
      lines: lines.map((line) => ({ orderLineId: line.id, quantity: openQuantity(line) })),
      status: 'preparing',
    })
    return {
      row: { shipment: made, weightGrams },
      record: created(made, { audience: [`producer:${part.producerId}`] }).record,
    }
  })
}

async function weightOf(ctx: Inside, lines: readonly OrderLine[]): Promise<number> {
  const variants = await variantsForCart(
    ctx,
    lines.map((line) => line.variantId),
  )
  const grams = lines.reduce(
    (sum, line) => sum + openQuantity(line) * (variants.get(line.variantId)?.weightGrams ?? 0),
    0,
  )
  return Math.max(grams, 100)
}

/** Null where the courier refuses the parcel itself. */
async function drawVoucher(
  ctx: Context,
  shipment: Shipment,
  part: OrderPart,
  order: Order,
  weightGrams: number,
): Promise<Shipment | null> {
  const isCash = order.paymentProvider === 'cash-on-delivery'
  try {
    const voucher = await findCourier(ctx.services, order.shippingMethod.provider)!.createVoucher({
      reference: part.number,
      pickupOn: nextWorkingDay(ctx),
      senderName: ctx.organization.name,
      recipient: {
        ...order.shippingAddress,
        ...(order.phone ? { phone: order.phone } : {}),
        email: order.email,
      },
      pieces: 1,
      weightGrams,
      // The first parcel of an order collects for all of it.
      cashOnDelivery:
        isCash && part.number.endsWith('-1') ? { amount: order.total, currency: order.currency } : null,
    })
    return await setShipment(ctx, shipment, { trackingNumber: voucher.voucherNumber, failure: null })
  } catch (error) {
    if (isAppError(error) && shipment.failure !== error.message)
      await setShipment(ctx, shipment, { failure: error.message })
    // What the courier does not take it will not take on another try: people send it their own way.
    if (isAppError(error) && error.code === 'invalid') return null
    throw error
  }
}

/** Couriers do not come on Sundays. */
function nextWorkingDay({ now, timeZone }: Context): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return (today.dayOfWeek === 7 ? today.add({ days: 1 }) : today).toString()
}

async function setShipment(ctx: Context, shipment: Shipment, fields: Partial<Shipment>): Promise<Shipment> {
  return change(ctx, 'shipment.update', async (ctx) => {
    const [after] = await ctx.db
      .update(shipments)
      .set(fields)
      .where(and(eq(shipments.tenantId, ctx.tenantId), eq(shipments.id, shipment.id)))
      .returning()
    return changed(shipment, after!, {
      audience: ['may:orders.readAll'],
      data: { orderId: shipment.orderId },
    })
  })
}

/** Asks the couriers about parcels under way; one that has arrived delivers its part. */
export async function trackParcels(ctx: Context): Promise<void> {
  const due = await read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(shipments)
      .where(
        and(
          eq(shipments.tenantId, ctx.tenantId),
          eq(shipments.status, 'shipped'),
          inArray(shipments.provider, ['acs', 'elta']),
          isNotNull(shipments.trackingNumber),
          sql`(${shipments.trackedAt} is null or ${shipments.trackedAt} < ${new Date(ctx.now.getTime() - trackEveryMs)})`,
        ),
      )
      .limit(200),
  )
  for (const shipment of due) await trackOne(ctx, shipment)
}

async function trackOne(ctx: Context, shipment: Shipment): Promise<void> {
  const courier = findCourier(ctx.services, shipment.provider)
  // A number typed by hand may be of another courier, or wrong: that holds up nobody else's.
  const tracking = await courier?.track(shipment.trackingNumber!).catch(() => null)
  if (!tracking) return void (await setShipment(ctx, shipment, { trackedAt: ctx.now }))
  const hasArrived = tracking.state === 'delivered'
  await setShipment(ctx, shipment, {
    trackedAt: ctx.now,
    events: tracking.events.map(({ at, state, place, text }) => ({
      at,
      status: state,
      text,
      ...(place ? { place } : {}),
    })),
    ...(hasArrived
      ? { status: 'delivered', deliveredAt: tracking.deliveredAt ? new Date(tracking.deliveredAt) : ctx.now }
      : {}),
  })
  if (!hasArrived) return
  const { part } = await getPart(ctx, shipment.orderPartId)
  if (part.status === 'shipped') await deliverPart(ctx, part.id)
}

/** Makes the day's vouchers known to ACS, without which their barcodes mean nothing at the depot. */
async function issuePickupList(ctx: Context): Promise<void> {
  const waiting = await read(ctx, (ctx) =>
    ctx.db.$count(
      shipments,
      and(
        eq(shipments.tenantId, ctx.tenantId),
        eq(shipments.provider, 'acs'),
        isNotNull(shipments.labelFileId),
        sql`${shipments.createdAt} > ${new Date(ctx.now.getTime() - 86_400_000)}`,
      ),
    ),
  )
  if (waiting > 0) await findCourier(ctx.services, 'acs')?.issuePickupList?.(nextWorkingDay(ctx))
}

export const orderJobs = [
  {
    name: 'orders.prepare-parcel',
    handle: (ctx: Context, { event }: EventInput) => prepareParcel(ctx, event.entityId),
  },
  { name: 'orders.issue-pickup-list', handle: issuePickupList, cron: '0 13,16 * * 1-6' },
  { name: 'orders.track-parcels', handle: trackParcels, cron: '*/30 * * * *' },
] as const satisfies readonly JobDefinition[]

export const orderSubscriptions = [{ on: ['order-part.packed'], job: 'orders.prepare-parcel' }] as const
