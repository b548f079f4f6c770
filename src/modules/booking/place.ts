/** Where one visit goes: the engine's word on one start, or a refusal that says what would work instead. */
import { conflict, invalidField } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { explain } from './engine/explain.ts'
import type { Offer, Reason } from './engine/inputs.ts'
import { explainStart, squeezeStart } from './engine/one-start.ts'
import { showInstant } from './present-price.ts'
import type { World } from './load.ts'
import type { Slot } from './seats.ts'
import { newId } from '../../platform/database/columns.ts'

export type Wish = { start: number; durationMinutes: number; memberId?: string | null; isOverride?: boolean }

/** The offer for a start, or the reason why not. */
export function offerFor(ctx: Inside, world: World, wish: Wish): Offer | Reason {
  const { isOverride, ...ask } = wish
  const offer = explainStart(world.inputs, ask, ctx.now.getTime())
  return typeof offer === 'string' && isOverride ? squeezeStart(world.inputs, ask) : offer
}

const sentences: Record<Reason, string> = {
  outside_hours: 'Nothing begins at this time.',
  member_away: 'Nobody is there at this time.',
  limit_reached: 'There are enough visits on this day already.',
  slot_taken: 'This time has just been taken.',
  beyond_horizon: 'This is further ahead than one may book.',
  notice_too_short: 'This is too soon.',
}

/** What is told outside: of somebody's absence no more than that nothing begins then. */
export const codeOf = (reason: Reason): string => (reason === 'member_away' ? 'outside_hours' : reason)

/** 409 with the reason and the nearest starts that are free; `canProceed` tells staff that `override` would do. */
export function refuseStart(ctx: Inside, world: World, wish: Wish, reason: Reason, more: object = {}) {
  const ask = { durationMinutes: wish.durationMinutes, memberId: wish.memberId }
  const isFree = typeof squeezeStart(world.inputs, { ...ask, start: wish.start }) !== 'string'
  return conflict(sentences[reason], {
    code: codeOf(reason),
    details: {
      alternatives: nearestStarts(ctx, world, wish),
      canProceed: reason !== 'slot_taken' && isFree,
      ...more,
    },
  })
}

/** Counts a visit as taken for those that are placed after it. */
export function countIn({ inputs, service }: World, { start, end, choice }: Slot): void {
  if (choice.visitId) {
    for (const row of inputs.taken) if (row.visitId === choice.visitId) row.seats += 1
    return
  }
  const visitId = newId()
  const ids = [...(choice.memberIds.length > 0 ? choice.memberIds : [service.id]), ...choice.resourceIds]
  const from = start - service.bufferBeforeMinutes * 60_000
  const to = end + service.bufferAfterMinutes * 60_000
  const visit = { visitId, serviceId: service.id, start, end, from, to, seats: 1, capacity: service.capacity }
  inputs.taken.push(...ids.map((resourceId) => ({ ...visit, resourceId })))
}

const [mostAlternatives, aroundMs] = [5, 7 * 86_400_000]

function nearestStarts(ctx: Inside, { inputs }: World, { start, durationMinutes, memberId }: Wish) {
  const ask = { from: start - aroundMs, to: start + aroundMs, durationMinutes, memberId }
  const distance = (offer: Offer) => Math.abs(offer.start - start)
  return explain(inputs, ask, ctx.now.getTime())
    .offers.toSorted((a, b) => distance(a) - distance(b))
    .slice(0, mostAlternatives)
    .toSorted((a, b) => a.start - b.start)
    .map((offer) => ({
      start: showInstant(offer.start),
      end: showInstant(offer.end),
      memberIds: [...offer.memberIds],
    }))
}

/** The length asked for, or the service's own. @throws invalid */
export function durationFor(
  { durationMinutes, maxDurationMinutes, slotStepMinutes }: World['service'],
  asked: number | undefined,
  isFree = false,
): number {
  if (asked === undefined || asked === durationMinutes || isFree) return asked ?? durationMinutes
  const most = maxDurationMinutes ?? durationMinutes
  if (asked < durationMinutes || asked > most || (asked - durationMinutes) % slotStepMinutes !== 0)
    throw invalidField(
      '/durationMinutes',
      `A visit takes ${durationMinutes} to ${most} minutes, in steps of ${slotStepMinutes}.`,
    )
  return asked
}
