/** Who hears of a booking, and what everybody hears: that the free times of some services are different now. */
import type { Announce, Told } from '../../platform/tenancy/change.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Request } from '../requests/requests.ts'
import { availabilityTold } from '../services/availability-told.ts'
import { servicesSharing } from '../services/find.ts'

type Timed = Pick<Request, 'serviceId' | 'startsAt' | 'endsAt' | 'memberIds' | 'resourceIds'>

/** For all services that share its people or rooms. Between the earliest and the latest of several. */
export async function freeTimesTold(ctx: Inside, bookings: readonly Timed[]): Promise<Told[]> {
  if (bookings.length === 0) return []
  const serviceIds = await servicesSharing(ctx, {
    serviceId: bookings[0]!.serviceId!,
    memberIds: [...new Set(bookings.flatMap(({ memberIds }) => memberIds))],
    resourceIds: [...new Set(bookings.flatMap(({ resourceIds }) => resourceIds))],
  })
  const from = new Date(Math.min(...bookings.map(({ startsAt }) => startsAt!.getTime())))
  const to = new Date(Math.max(...bookings.map(({ endsAt }) => endsAt!.getTime())))
  return serviceIds.map((id) => availabilityTold(id, { from, to }))
}

/** Staff, and the customer's account; small facts that listeners need. */
export const heardOf = (booking: Request, userId: string | null, also: readonly Told[] = []): Announce => ({
  audience: ['may:bookings.read', ...(userId ? [`user:${userId}`] : [])],
  data: {
    serviceId: booking.serviceId,
    start: booking.startsAt?.toISOString(),
    end: booking.endsAt?.toISOString(),
    memberIds: booking.memberIds,
    status: booking.status,
    sequence: booking.sequence,
    ...(booking.seriesId ? { seriesId: booking.seriesId } : {}),
  },
  also,
})
