/** What its sender alone needs to know of a parcel: the label to print, and why there is none. */
import { may } from '../../../../platform/access/actor.ts'
import { fileUrl } from '../../../../platform/files/links.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'

type Shipment = { id: string; labelFileId: string | null; failure: string | null }

export type ParcelNotes = Readonly<Record<string, { labelUrl: string | null; failure: string | null }>>

/** By the shipment's id; nothing for people who only look. */
export function parcelsOf(ctx: Context, shipments: readonly Shipment[]): ParcelNotes {
  if (!may(ctx.actor, 'orders.fulfil')) return {}
  const { tenantId, services, now } = ctx
  const urlOf = (id: string) =>
    fileUrl(services, { tenantId, id, visibility: 'private', type: 'application/pdf', width: null }, now)
  return Object.fromEntries(
    shipments.map(({ id, labelFileId, failure }) => [
      id,
      { labelUrl: labelFileId && urlOf(labelFileId), failure },
    ]),
  )
}
