/** What happened to an order, as people are shown it. */
import { and, eq } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { orderEvents } from './schema.ts'
import type { TimelineKind } from './values.ts'

export type TimelineEntry = {
  orderId: string
  orderPartId?: string | null
  kind: TimelineKind
  data?: Record<string, unknown>
  audience?: 'all' | 'staff'
}

export const tell = (ctx: Inside, entry: TimelineEntry) =>
  ctx.db
    .insert(orderEvents)
    .values({ tenantId: ctx.tenantId, id: newId(), actorName: ctx.actor.name, at: ctx.now, ...entry })

export const timelineOf = (ctx: Inside, orderId: string) =>
  ctx.db
    .select()
    .from(orderEvents)
    .where(and(eq(orderEvents.tenantId, ctx.tenantId), eq(orderEvents.orderId, orderId)))
    .orderBy(orderEvents.id)
