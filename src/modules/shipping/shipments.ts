/** Parcels: one row for each that leaves. Couriers' vouchers and tracking are added to it by jobs. */
import { and, eq } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { shipments, type ShippingProviderCode } from './schema.ts'

export type Shipment = typeof shipments.$inferSelect

export type NewShipment = {
  orderId: string
  orderPartId: string
  provider: string
  carrier?: string
  trackingNumber?: string
  lines: { orderLineId: string; quantity: number }[]
  /** `shipped` when absent. */
  status?: 'preparing' | 'shipped'
}

const carriers: Record<string, string> = { acs: 'ACS', elta: 'ELTA Courier', pickup: 'Pick-up' }

export async function recordShipment(ctx: Inside, input: NewShipment): Promise<Shipment> {
  const [row] = await ctx.db
    .insert(shipments)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      orderId: input.orderId,
      orderPartId: input.orderPartId,
      provider: input.provider as ShippingProviderCode,
      carrier: input.carrier ?? carriers[input.provider] ?? input.provider,
      trackingNumber: input.trackingNumber ?? null,
      lines: input.lines,
      status: input.status ?? 'shipped',
      shippedAt: input.status === 'preparing' ? null : ctx.now,
    })
    .returning()
  return row!
}

/** The parcel leaves: the one that was prepared with these very lines, else a new one. */
export async function sendParcel(ctx: Inside, input: NewShipment): Promise<Shipment> {
  const [prepared] = await ctx.db
    .select()
    .from(shipments)
    .where(
      and(
        eq(shipments.tenantId, ctx.tenantId),
        eq(shipments.orderPartId, input.orderPartId),
        eq(shipments.status, 'preparing'),
      ),
    )
  if (!prepared) return recordShipment(ctx, input)
  const [sent] = await ctx.db
    .update(shipments)
    .set({
      status: 'shipped',
      shippedAt: ctx.now,
      lines: input.lines,
      carrier: input.carrier ?? prepared.carrier,
      trackingNumber: input.trackingNumber ?? prepared.trackingNumber,
    })
    .where(and(eq(shipments.tenantId, ctx.tenantId), eq(shipments.id, prepared.id)))
    .returning()
  return sent!
}

export const shipmentsOf = (ctx: Inside, orderId: string): Promise<Shipment[]> =>
  ctx.db
    .select()
    .from(shipments)
    .where(and(eq(shipments.tenantId, ctx.tenantId), eq(shipments.orderId, orderId)))
    .orderBy(shipments.id)
