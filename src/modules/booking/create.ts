/** Bookings come to be: one, or a series of them, as asked or not at all. */
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, forbidden, invalidField } from '../../platform/http/app-error.ts'
import { change, changedMany, type Outcome } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { takeUses } from '../promotions/uses.ts'
import { insertRequests, type NewRequest, type Request } from '../requests/requests.ts'
import { accessOf } from '../requests/access.ts'
import type { BookingStatus } from '../requests/values.ts'
import { type Contact, contactOf, emailOf } from './contact.ts'
import type { PricedVisit } from './engine/price.ts'
import { visitsOf } from './engine/recurrence.ts'
import { holdFor, markUsed } from './holds.ts'
import { loadService, loadWorld, type World } from './load.ts'
import { lockSlots, slotIds } from './locks.ts'
import { codeOf, countIn, durationFor, offerFor, refuseStart, type Wish } from './place.ts'
import { showInstant } from './present-price.ts'
import { isStaff } from './policy.ts'
import { requireQuoted, toldPrice } from './quotes.ts'
import { bookingSeries } from './schema.ts'
import { dropExpired, passSeat, type Slot, takeSeat } from './seats.ts'
import { CreateBooking } from './shapes.ts'
import { freeTimesTold, heardOf } from './told.ts'

export type Series = typeof bookingSeries.$inferSelect
export type Refused = { start: string; reason: string }
/** What was made, and the token that opens the first of it for a guest. */
export type Made = { bookings: Request[]; series: Series | null; refused: Refused[]; access: string | null }

const aroundMs = 7 * 86_400_000

/**
 * Books a visit, or with `recurrence` a series. Refuses with `slot_taken`, `limit_reached`, `outside_hours`,
 * `notice_too_short`, `beyond_horizon` or `price_changed`, and says what would work.
 */
export async function createBooking(
  ctx: Context,
  input: z.input<typeof CreateBooking> & { holdToken?: string | null },
): Promise<Made> {
  const { holdToken = null, ...rest } = input
  const given = CreateBooking.parse(rest)
  if (!isStaff(ctx.actor)) refuseStaffFields(given)
  return change(ctx, 'booking.create', async (ctx) => {
    const found = await loadService(ctx, given.serviceId)
    const { service, members } = found
    if (!service.isBookable) throw invalidField('/serviceId', 'This service is asked for, not booked.')
    const first = Date.parse(given.start)
    const starts = given.recurrence
      ? visitsOf({
          rule: given.recurrence,
          start: first,
          timeZone: service.timeZone,
          except: given.exceptDates,
        })
      : [first]
    const durationMinutes = durationFor(service, given.durationMinutes, given.override)
    const hold = given.holdId
      ? await holdFor(ctx, { holdId: given.holdId, token: holdToken, serviceId: service.id, start: first })
      : null
    await lockSlots(ctx, service, members)
    await dropExpired(ctx, slotIds(service, members))
    const stretch = { from: starts[0]! - aroundMs, to: starts.at(-1)! + aroundMs }
    const pricing = {
      postalCode: given.postalCode ?? given.address?.postalCode,
      promotionCodes: given.promotionCodes,
      email: emailOf(ctx, given),
    }
    const world = await loadWorld(ctx, stretch, found, pricing)
    const wishes = starts.map((start): Wish => ({
      start,
      durationMinutes,
      memberId: given.memberId,
      isOverride: given.override,
    }))
    const contact = await contactOf(ctx, given)
    if (hold) {
      const end = hold.endsAt.getTime()
      const choice = {
        memberIds: hold.memberIds,
        resourceIds: hold.resourceIds,
        visitId: null,
        seats: 1,
        visits: 0,
        rooms: 0,
      }
      const price = { ...hold.price, applied: [], refused: [] }
      const slot: Placed = { start: first, end, choice, price, holdId: hold.id }
      return write(ctx, world, given, contact, { placed: [slot], refused: [] })
    }
    return write(ctx, world, given, contact, await placeAll(ctx, world, wishes, given))
  })
}

function refuseStaffFields({ status, override }: CreateBooking): void {
  if (status || override)
    throw forbidden('Only staff may say so.', { details: { needs: ['bookings.manage'] } })
}

export type Placed = Slot & { price: PricedVisit; holdId?: string }
type Plan = { placed: Placed[]; refused: Refused[] }

/** Each in turn, the earlier ones counted as taken for the later ones. */
async function placeAll(
  ctx: Inside,
  world: World,
  wishes: readonly Wish[],
  given: CreateBooking,
): Promise<Plan> {
  const plan: Plan = { placed: [], refused: [] }
  const isSeries = given.recurrence !== undefined
  let refusal: ReturnType<typeof refuseStart> | null = null
  for (const wish of wishes) {
    const offer = offerFor(ctx, world, wish)
    if (typeof offer === 'string') {
      if (!isSeries) throw refuseStart(ctx, world, wish, offer)
      refusal ??= refuseStart(ctx, world, wish, offer)
      plan.refused.push({ start: showInstant(wish.start), reason: codeOf(offer) })
      continue
    }
    const slot = { start: offer.start, end: offer.end, choice: offer.choices[0]! }
    const price = priceOf(world, wish, plan.placed)
    if (given.quoteId && plan.placed.length === 0)
      await requireQuoted(ctx, given.quoteId, { serviceId: given.serviceId, ...slot }, price)
    plan.placed.push({ ...slot, price })
    countIn(world, slot)
  }
  if (refusal && (given.onConflict === 'refuse' || plan.placed.length === 0)) {
    const { details } = refusal.extra
    throw conflict(refusal.message, { code: refusal.code, details: { ...details, refused: plan.refused } })
  }
  return plan
}

/** What is limited in number counts for the first visit of a series alone. */
function priceOf(world: World, { start, durationMinutes }: Wish, before: readonly Placed[]): PricedVisit {
  const isSpent = before.some(({ price }) => price.applied.length > 0)
  return (isSpent ? world.priceWithoutLimited : world.price)(start, durationMinutes)
}

async function write(
  ctx: Inside,
  world: World,
  given: CreateBooking,
  contact: Contact,
  { placed, refused }: Plan,
): Promise<Outcome<Made>> {
  const { service } = world
  const series = given.recurrence ? await insertSeries(ctx, world, given, refused) : null
  const bookings = await insertRequests(
    ctx,
    placed.map((slot) => rowOf(ctx, world, given, contact, slot, series)),
  )
  for (const [n, slot] of placed.entries()) {
    const requestId = bookings[n]!.id
    const isSeated = slot.holdId
      ? await passSeat(ctx, slot.holdId, requestId)
      : (await takeSeat(ctx, service, slot, { holderId: requestId, expiresAt: null })) !== null
    const wish = {
      start: slot.start,
      durationMinutes: (slot.end - slot.start) / 60_000,
      memberId: given.memberId,
    }
    if (!isSeated) throw refuseStart(ctx, world, wish, 'slot_taken')
    if (slot.holdId) await markUsed(ctx, slot.holdId, requestId)
    const promotionIds = slot.price.applied.map(({ promotionId }) => promotionId)
    if (promotionIds.length > 0)
      await takeUses(ctx, {
        orderId: requestId,
        email: contact.email ?? contact.customerId,
        code: 'price_changed',
        promotionIds,
      })
  }
  const told = await freeTimesTold(ctx, bookings)
  const pairs = bookings.map((after, n) => ({
    before: null,
    after,
    options: heardOf(after, contact.userId, n === 0 ? told : []),
  }))
  return changedMany({ bookings, series, refused, access: accessOf(ctx, bookings[0]!) }, pairs)
}

function rowOf(
  ctx: Inside,
  { service }: World,
  given: CreateBooking,
  contact: Contact,
  { start, end, choice, price }: Placed,
  series: Series | null,
): NewRequest {
  const status = statusFor(ctx, service.requiresConfirmation, given.status)
  return {
    id: newId(),
    serviceId: service.id,
    customerId: contact.customerId,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    locale: ctx.locale,
    description: given.description ?? null,
    answers: given.answers,
    address: given.address ?? null,
    status,
    assigneeId: choice.memberIds[0] ?? null,
    startsAt: new Date(start),
    endsAt: new Date(end),
    timeZone: service.timeZone,
    memberIds: [...choice.memberIds],
    resourceIds: [...choice.resourceIds],
    seriesId: series?.id ?? null,
    price: toldPrice(price),
    total: price.total,
    currency: price.currency,
    promotionCodes: given.promotionCodes,
    confirmedAt: status === 'confirmed' ? ctx.now : null,
  }
}

/** What staff make is confirmed unless they say otherwise where confirming is the custom. */
function statusFor(
  ctx: Inside,
  requiresConfirmation: boolean,
  asked: CreateBooking['status'],
): BookingStatus {
  if (!requiresConfirmation) return 'confirmed'
  return isStaff(ctx.actor) ? (asked ?? 'confirmed') : 'pending'
}

async function insertSeries(
  ctx: Inside,
  { service }: World,
  given: CreateBooking,
  refused: readonly Refused[],
): Promise<Series> {
  const [row] = await ctx.db
    .insert(bookingSeries)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      serviceId: service.id,
      rule: given.recurrence!,
      startsAt: new Date(given.start),
      timeZone: service.timeZone,
      refused: refused.map((one) => ({ ...one, at: ctx.now.toISOString() })),
      createdAt: ctx.now,
    })
    .returning()
  return row!
}
