/** Bookings and free times as the API shows them. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { Address, Id, inLocale, Instant, Money } from '../../platform/values/shapes.ts'
import { bookingStatuses, type BookingStatus, type ToldPrice } from '../requests/values.ts'
import type { Available } from './availability.ts'
import type { Booking } from './find.ts'
import { codeOf } from './place.ts'
import { presentPrice, PriceView, showInstant } from './present-price.ts'
import { feePercent, isOpen, mayCancel, mayClose, mayDecide, maySeeAll, mayMove } from './policy.ts'

export const AvailabilityView = z
  .object({
    data: z.array(
      z.object({
        start: Instant,
        end: Instant,
        memberIds: z.array(Id),
        remaining: z.int(),
        price: PriceView,
      }),
    ),
    refused: z.array(z.object({ start: Instant, reason: z.string() })),
  })
  .meta({ id: 'Availability' })

export function presentAvailability(
  ctx: Context,
  { offers, refused }: Available,
): z.output<typeof AvailabilityView> {
  const known = new Map<ToldPrice, z.output<typeof PriceView>>()
  const priceOf = (price: ToldPrice) => {
    let shown = known.get(price)
    if (!shown) known.set(price, (shown = presentPrice(ctx, price)))
    return shown
  }
  return {
    data: offers.map(({ start, end, memberIds, remaining, price }) => ({
      start: showInstant(start),
      end: showInstant(end),
      memberIds: [...memberIds],
      remaining,
      price: priceOf(price),
    })),
    refused: refused.map(({ start, reason }) => ({
      start: showInstant(start),
      reason: maySeeAll(ctx.actor) ? reason : codeOf(reason),
    })),
  }
}

const may = z.object({
  confirm: z.boolean(),
  reject: z.boolean(),
  cancel: z.boolean(),
  /** Percent of the price that cancelling costs now. */
  cancelFeePercent: z.string(),
  reschedule: z.boolean(),
  complete: z.boolean(),
  noShow: z.boolean(),
})

export const BookingView = z
  .object({
    id: Id,
    number: z.string(),
    status: z.enum(bookingStatuses),
    serviceId: Id,
    service: z.object({ id: Id, name: z.string() }),
    start: Instant,
    end: Instant,
    timeZone: z.string(),
    memberIds: z.array(Id),
    members: z.array(z.object({ id: Id, name: z.string() })),
    customer: z.object({
      id: Id.nullable(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    description: z.string().nullable(),
    answers: z.record(z.string(), z.unknown()),
    address: Address.nullable(),
    price: PriceView.nullable(),
    promotionCodes: z.array(z.string()),
    seriesId: Id.nullable(),
    sequence: z.int(),
    confirmedAt: Instant.nullable(),
    completedAt: Instant.nullable(),
    noShowAt: Instant.nullable(),
    rejection: z.object({ at: Instant, reason: z.string().nullable() }).nullable(),
    cancellation: z.object({ at: Instant, reason: z.string().nullable(), fee: Money }).nullable(),
    may,
    /** Told once, to whoever made it: opens the booking without an account, as `Stoa-Booking`. */
    access: z.string().optional(),
    version: z.int(),
    createdAt: Instant,
  })
  .meta({ id: 'Booking' })

export function presentBooking(
  ctx: Context,
  booking: Booking & { isCustomer?: boolean },
  access?: string | null,
): z.output<typeof BookingView> {
  const moment = (at: Date | null) => at && showInstant(at)
  const { currency, endReason: reason } = booking
  return {
    id: booking.id,
    number: booking.number,
    status: booking.status as BookingStatus,
    serviceId: booking.serviceId!,
    service: {
      id: booking.serviceId!,
      name: inLocale(booking.serviceName, ctx.locale, ctx.organization.defaultLocale),
    },
    start: showInstant(booking.startsAt!),
    end: showInstant(booking.endsAt!),
    timeZone: booking.timeZone!,
    memberIds: booking.memberIds,
    members: booking.memberIds.map((id, n) => ({ id, name: booking.memberNames[n] ?? '' })),
    customer: {
      // A guest may have been found again by an e-mail that is not theirs.
      id: maySeeAll(ctx.actor) ? booking.customerId : null,
      name: booking.contactName,
      email: booking.contactEmail,
      phone: booking.contactPhone,
    },
    description: booking.description,
    answers: booking.answers,
    address: booking.address,
    price: booking.price && presentPrice(ctx, booking.price),
    promotionCodes: booking.promotionCodes,
    seriesId: booking.seriesId,
    sequence: booking.sequence,
    confirmedAt: moment(booking.confirmedAt),
    completedAt: moment(booking.completedAt),
    noShowAt: moment(booking.noShowAt),
    rejection: booking.rejectedAt && { at: showInstant(booking.rejectedAt), reason },
    cancellation: booking.cancelledAt && {
      at: showInstant(booking.cancelledAt),
      reason,
      fee: { amount: booking.cancellationFee ?? '0.00', currency: currency ?? ctx.organization.currency },
    },
    may: mayOf(ctx, booking),
    ...(access ? { access } : {}),
    version: booking.version,
    createdAt: showInstant(booking.createdAt),
  }
}

/** What the reader may do now: the buttons and the server ask the same policy. */
function mayOf({ actor, now }: Context, booking: Booking & { isCustomer?: boolean }): z.output<typeof may> {
  const isCustomer = booking.isCustomer ?? (actor.userId !== null && booking.userId === actor.userId)
  const terms = { isCustomer, policy: booking.policy, now }
  return {
    confirm: mayDecide(actor, booking),
    reject: mayDecide(actor, booking),
    cancel: mayCancel(actor, booking, terms),
    cancelFeePercent: isOpen(booking) ? feePercent(actor, booking, terms) : '0',
    reschedule: mayMove(actor, booking, terms),
    complete: mayClose(actor, booking, now),
    noShow: mayClose(actor, booking, now),
  }
}

export const RefusedView = z.array(z.object({ start: Instant, reason: z.string() }))

export const SeriesView = z
  .object({
    series: z.object({ id: Id, rule: z.string() }),
    bookings: z.array(BookingView),
    refused: RefusedView,
  })
  .meta({ id: 'BookingSeries' })

export const HoldView = z
  .object({
    id: Id,
    /** Absent but for its making. */
    token: z.string(),
    serviceId: Id,
    start: Instant,
    end: Instant,
    memberIds: z.array(Id),
    price: PriceView,
    expiresAt: Instant,
  })
  .meta({ id: 'BookingHold' })

export const QuoteView = z
  .object({
    id: Id,
    serviceId: Id,
    start: Instant,
    end: Instant,
    price: PriceView,
    /** Codes that take nothing off, with why. */
    refused: z.array(z.object({ code: z.string(), reason: z.string() })),
  })
  .meta({ id: 'BookingQuote' })

export const PreviewView = z
  .object({
    visits: z.array(
      z.object({
        start: Instant,
        end: Instant,
        isFree: z.boolean(),
        reason: z.string().nullable(),
        price: PriceView,
      }),
    ),
  })
  .meta({ id: 'SeriesPreview' })
