/** Moving: one visit, those from it on, or all of a series, each by as much on the wall; with a conflict none, or the rest. */
import type { z } from 'zod'
import { conflict, forbidden, notFound } from '../../platform/http/app-error.ts'
import { change, changedMany, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { lockRequest, type Request, writeRequest } from '../requests/requests.ts'
import { zoneClock } from '../services/calendar/zone-clock.ts'
import { inScope } from './cancel.ts'
import type { Refused } from './create.ts'
import { isCustomerOf, termsOf } from './find.ts'
import { loadService, loadWorld } from './load.ts'
import { lockSlots, slotIds } from './locks.ts'
import { durationFor, offerFor, refuseStart, type Wish } from './place.ts'
import { showInstant } from './present-price.ts'
import { isStaff, mayMove, maySeeAll } from './policy.ts'
import { toldPrice } from './quotes.ts'
import { dropExpired, giveBack, takeSeat } from './seats.ts'
import { RescheduleBooking } from './shapes.ts'
import { takenBy, wrongState } from './status.ts'
import { freeTimesTold, heardOf } from './told.ts'

export type Moved = { booking: Request; refused: Refused[] }

const aroundMs = 7 * 86_400_000

/**
 * Moves to another start, by the same rules as booking it; the person stays if they can. What staff move keeps its
 * price, what a customer moves costs what its new time costs. To the same start again changes nothing.
 */
export async function rescheduleBooking(
  ctx: Context,
  input: { bookingId: string; access?: string | null } & z.input<typeof RescheduleBooking>,
): Promise<Moved> {
  const { bookingId, access, ...rest } = input
  const given = RescheduleBooking.parse(rest)
  if (given.override && !isStaff(ctx.actor))
    throw forbidden('Only staff may say so.', { details: { needs: ['bookings.manage'] } })
  return change(ctx, 'booking.reschedule', async (ctx) => {
    const named = await lockRequest(ctx, bookingId)
    if (!named.startsAt) throw notFound('booking')
    const { userId, policy } = await termsOf(ctx, named)
    const isCustomer = isCustomerOf(ctx, { ...named, userId }, access)
    if (!isCustomer && !maySeeAll(ctx.actor)) throw notFound('booking')
    const targets = await inScope(ctx, named, given.scope)
    if (!targets.some(({ id }) => id === named.id)) throw wrongState(named, 'moved')
    if (targets.some((one) => !mayMove(ctx.actor, one, { isCustomer, policy, now: ctx.now })))
      throw conflict('It is too late to move this. Ask the house.', {
        code: 'too_late',
        details: { alternatives: [] },
      })
    const wishes = wishesOf(named, targets, given)
    if (wishes.every(({ before, wish }) => isSame(before, wish)))
      return unchanged({ booking: named, refused: [] })
    return moveAll(ctx, named, wishes, { userId, onConflict: given.onConflict })
  })
}

type Move = { before: Request; wish: Wish & { isMemberFree: boolean } }

function wishesOf(
  named: Request,
  targets: readonly Request[],
  given: z.output<typeof RescheduleBooking>,
): Move[] {
  const start = Date.parse(given.start)
  const times = targets.map(({ startsAt }) => startsAt!.getTime())
  const clock = zoneClock(
    named.timeZone!,
    Math.min(start, ...times),
    Math.max(start, ...times) + 366 * 86_400_000,
  )
  const shift = clock.localOf(start) - clock.localOf(named.startsAt!.getTime())
  return targets.map((before): Move => {
    const at = before.startsAt!.getTime()
    const length = (before.endsAt!.getTime() - at) / 60_000
    return {
      before,
      wish: {
        start: before.id === named.id ? start : clock.instantOf(clock.localOf(at) + shift),
        durationMinutes: given.durationMinutes ?? length,
        memberId: given.memberId ?? before.memberIds[0] ?? null,
        isMemberFree: given.memberId === undefined,
        isOverride: given.override,
      },
    }
  })
}

const isSame = (
  { startsAt, endsAt, memberIds }: Request,
  { start, durationMinutes, memberId }: Wish,
): boolean =>
  startsAt!.getTime() === start &&
  endsAt!.getTime() === start + durationMinutes * 60_000 &&
  (!memberId || memberIds.includes(memberId))

async function moveAll(
  ctx: Inside,
  named: Request,
  moves: readonly Move[],
  { userId, onConflict }: { userId: string | null; onConflict: 'refuse' | 'skip' },
) {
  const found = await loadService(ctx, named.serviceId!)
  const { service, members } = found
  const first = moves[0]!
  durationFor(service, first.wish.durationMinutes, isStaff(ctx.actor) || isSameLength(first))
  await lockSlots(
    ctx,
    service,
    members,
    moves.flatMap(({ before }) => takenBy(before)),
  )
  await dropExpired(ctx, slotIds(service, members))
  await giveBack(
    ctx,
    moves.map(({ before }) => before.id),
  )
  const refused: Refused[] = []
  const pairs: { before: Request; after: Request }[] = []
  const stayed: Move[] = []
  for (const move of moves) {
    const pair = await moveOne(ctx, found, move)
    if ('after' in pair) {
      pairs.push(pair)
      continue
    }
    if (onConflict === 'refuse') throw pair.refusal
    refused.push({ start: showInstant(move.wish.start), reason: pair.refusal.code })
    stayed.push(move)
  }
  // Those that cannot move stay where they were, unless one of the others has come to lie there.
  for (const move of stayed) await stay(ctx, found, move)
  const told = await freeTimesTold(
    ctx,
    pairs.flatMap(({ before, after }) => [before, after]),
  )
  const outcome = pairs.map((pair, n) => ({
    ...pair,
    options: heardOf(pair.after, userId, n === 0 ? told : []),
  }))
  const booking = pairs.find(({ after }) => after.id === named.id)?.after ?? named
  return changedMany({ booking, refused }, outcome)
}

const isSameLength = ({ before, wish }: Move): boolean =>
  before.endsAt!.getTime() - before.startsAt!.getTime() === wish.durationMinutes * 60_000

type FoundService = Awaited<ReturnType<typeof loadService>>

async function moveOne(
  ctx: Inside,
  found: FoundService,
  { before, wish }: Move,
): Promise<{ before: Request; after: Request } | { refusal: ReturnType<typeof refuseStart> }> {
  const stretch = { from: wish.start - aroundMs, to: wish.start + aroundMs }
  const pricing = {
    postalCode: before.address?.postalCode,
    promotionCodes: before.promotionCodes,
    email: null,
  }
  const world = await loadWorld(ctx, stretch, found, pricing)
  const theirs = offerFor(ctx, world, wish)
  const offer =
    typeof theirs === 'string' && wish.isMemberFree
      ? offerFor(ctx, world, { ...wish, memberId: null })
      : theirs
  if (typeof offer === 'string')
    return { refusal: refuseStart(ctx, world, { ...wish, memberId: null }, offer) }
  const [choice] = offer.choices
  const slot = { start: offer.start, end: offer.end, choice: choice! }
  if (!(await takeSeat(ctx, found.service, slot, { holderId: before.id, expiresAt: null })))
    return { refusal: refuseStart(ctx, world, wish, 'slot_taken') }
  const price = isStaff(ctx.actor) ? null : world.price(offer.start, wish.durationMinutes)
  const after = await writeRequest(ctx, before.id, {
    startsAt: new Date(offer.start),
    endsAt: new Date(offer.end),
    memberIds: [...choice!.memberIds],
    resourceIds: [...choice!.resourceIds],
    assigneeId: choice!.memberIds[0] ?? null,
    sequence: before.sequence + 1,
    ...(price ? { price: toldPrice(price), total: price.total } : {}),
  })
  return { before, after }
}

/** Takes its old time again. */
async function stay(ctx: Inside, found: FoundService, { before }: Move): Promise<void> {
  const [start, end] = [before.startsAt!.getTime(), before.endsAt!.getTime()]
  const world = await loadWorld(ctx, { from: start, to: end }, found)
  const wish = {
    start,
    durationMinutes: (end - start) / 60_000,
    memberId: before.memberIds[0],
    isOverride: true,
  }
  const offer = offerFor(ctx, world, wish)
  const slot = typeof offer === 'string' ? null : { start, end, choice: offer.choices[0]! }
  const isSeated =
    slot && (await takeSeat(ctx, found.service, slot, { holderId: before.id, expiresAt: null }))
  if (!isSeated) throw refuseStart(ctx, world, wish, 'slot_taken')
}
