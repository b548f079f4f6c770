/** What is free: each start with its members, seats and price, and on request why the others are not. */
import { invalidField } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import type { ToldPrice } from '../requests/values.ts'
import { dayMs, dayNumber } from '../services/calendar/days.ts'
import { zoneClock } from '../services/calendar/zone-clock.ts'
import { explain } from './engine/explain.ts'
import type { Explanation, Offer } from './engine/inputs.ts'
import { loadService, loadWorld } from './load.ts'
import { durationFor } from './place.ts'
import type { Availability } from './shapes.ts'

export const mostDays = 62

export type Available = {
  offers: (Offer & { price: ToldPrice })[]
  refused: Explanation['refused']
}

/** For whoever looks: the days are those of their zone, the answer is the same for all. Five queries at most. */
export async function availabilityOf(
  ctx: Context,
  input: Availability & { serviceId: string },
): Promise<Available> {
  const [first, last] = [dayNumber(input.from), dayNumber(input.to)]
  if (last < first) throw invalidField('?to', 'Must not be before `from`.')
  if (last - first >= mostDays) throw invalidField('?to', `At most ${mostDays} days at once.`)
  return read(ctx, async (ctx) => {
    const found = await loadService(ctx, input.serviceId)
    const { service } = found
    const durationMinutes = durationFor(service, input.durationMinutes)
    const clock = zoneClock(input.timeZone ?? service.timeZone, first * dayMs, (last + 1) * dayMs)
    const stretch = { from: clock.instantOf(first * dayMs), to: clock.instantOf((last + 1) * dayMs) }
    const now = ctx.now.getTime()
    // Counted days are counted from today on; nothing is counted further than two years.
    const isCounted = service.horizon && 'days' in service.horizon && service.horizon.kind === 'bookable'
    const from = isCounted ? Math.max(Math.min(now, stretch.from), stretch.to - 800 * dayMs) : stretch.from
    const world = await loadWorld(ctx, { from, to: stretch.to }, found, { postalCode: input.postalCode })
    const { offers, refused } = explain(
      world.inputs,
      { ...stretch, durationMinutes, memberId: input.memberId },
      now,
    )
    return {
      offers: offers.map((offer) => ({ ...offer, price: world.price(offer.start, durationMinutes) })),
      refused: input.explain ? refused : [],
    }
  })
}
