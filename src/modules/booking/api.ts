/** /services/{id}/availability, /bookings and what comes before one: quotes, holds and previews. */
import { z } from 'zod'
import { endpoint, type Endpoint, fileAnswer, respond } from '../../platform/http/endpoint.ts'
import { writing } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import { availabilityOf } from './availability.ts'
import { cancelBooking } from './cancel.ts'
import { createBooking } from './create.ts'
import { getBooking, getBookings, listBookings } from './find.ts'
import { createHold, releaseHold } from './holds.ts'
import { calendarFile } from './ics.ts'
import {
  AvailabilityView,
  BookingView,
  HoldView,
  presentAvailability,
  presentBooking,
  PreviewView,
  QuoteView,
  RefusedView,
  SeriesView,
} from './present.ts'
import { presentPrice, showInstant } from './present-price.ts'
import { previewSeries } from './preview.ts'
import { createQuote } from './quotes.ts'
import { rescheduleBooking } from './reschedule.ts'
import {
  Availability,
  CancelBooking,
  CreateBooking,
  CreateHold,
  CreateQuote,
  ListBookings,
  PreviewSeries,
  RejectBooking,
  RescheduleBooking,
} from './shapes.ts'
import { completeBooking, confirmBooking, missBooking, rejectBooking } from './status.ts'

const params = z.strictObject({ id: Id })
const [tag, limit] = ['Bookings', { max: 120, windowSeconds: 60, by: 'actor' }] as const

/** A guest's proof of a booking, as the mail's link carries it. */
const accessOf = (request: Request): string | null => request.headers.get('stoa-booking')

const whole = async (ctx: Context, bookingId: string, access: string | null) =>
  presentBooking(ctx, await getBooking(ctx, { bookingId, access }))

const beforehand: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/services/{id}/availability',
    tag,
    access: 'public',
    summary: 'The starts that are free, each with its price',
    description:
      'Days are those of `timeZone` (the service’s when absent), both included, at most 62. `explain=true` also names why other starts of the grid are not offered.',
    params,
    query: Availability,
    answer: AvailabilityView,
    handle: async (ctx, { params, query }) =>
      presentAvailability(ctx, await availabilityOf(ctx, { ...query, serviceId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/booking-quotes',
    tag,
    access: 'public',
    summary: 'Have a price told, to be kept to',
    limit,
    body: CreateQuote,
    answer: QuoteView,
    status: 201,
    handle: async (ctx, { body }) => {
      const { id, serviceId, startsAt, endsAt, price, refused } = await createQuote(ctx, body)
      const times = { start: showInstant(startsAt), end: showInstant(endsAt) }
      return { id, serviceId, ...times, price: presentPrice(ctx, price), refused }
    },
  }),
  endpoint({
    method: 'post',
    path: '/booking-holds',
    tag,
    access: 'public',
    summary: 'Keep a start free for ten minutes',
    description:
      'The booking names it as `holdId`; a guest proves it with the header `Stoa-Hold`, its token.',
    limit,
    body: CreateHold,
    answer: HoldView,
    status: 201,
    handle: async (ctx, { body }) => {
      const { hold, token } = await createHold(ctx, body)
      const { id, serviceId, memberIds, price } = hold
      const times = { start: showInstant(hold.startsAt), end: showInstant(hold.endsAt) }
      const expiresAt = showInstant(hold.expiresAt)
      return { id, token, serviceId, ...times, memberIds, price: presentPrice(ctx, price), expiresAt }
    },
  }),
  endpoint({
    method: 'delete',
    path: '/booking-holds/{id}',
    tag,
    access: 'public',
    summary: 'Let it go before its time',
    params,
    status: 204,
    handle: (ctx, { params, request }) =>
      releaseHold(ctx, { holdId: params.id, token: request.headers.get('stoa-hold') }).then(() => null),
  }),
  endpoint({
    method: 'post',
    path: '/series-previews',
    tag,
    access: 'public',
    summary: 'Which dates of a series would work',
    limit,
    body: PreviewSeries,
    answer: PreviewView,
    handle: async (ctx, { body }) => ({
      visits: (await previewSeries(ctx, body)).map(({ start, end, reason, price }) => ({
        start: showInstant(start),
        end: showInstant(end),
        isFree: reason === null,
        reason,
        price: presentPrice(ctx, price),
      })),
    }),
  }),
]

const step = (
  name: 'confirmation' | 'completion' | 'no-show',
  summary: string,
  verb: (ctx: Context, input: { bookingId: string }) => Promise<unknown>,
): Endpoint =>
  endpoint({
    method: 'post',
    path: `/bookings/{id}/${name}`,
    tag,
    access: 'bookings.manage',
    summary,
    params,
    answer: BookingView,
    handle: (ctx, { params }) =>
      writing(ctx, async (ctx) => {
        await verb(ctx, { bookingId: params.id })
        return whole(ctx, params.id, null)
      }),
  })

const bookings: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/bookings',
    tag,
    access: 'signedIn',
    summary: 'My bookings; all of them for the house',
    query: ListBookings,
    answer: pageOf(BookingView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listBookings(ctx, query)
      return { ...rest, data: data.map((one) => presentBooking(ctx, one)) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/bookings',
    tag,
    access: 'public',
    summary: 'Book a visit, or with `recurrence` a series of them',
    description:
      '409 `slot_taken`, `limit_reached`, `outside_hours`, `beyond_horizon`, `notice_too_short` or `price_changed`, with `alternatives`. A series is made as asked or not at all; with `onConflict:"skip"` what is possible is made and the rest named.',
    body: CreateBooking,
    answer: z.union([BookingView, SeriesView]),
    status: 201,
    idempotency: 'required',
    limit,
    handle: (ctx, { body, request }) =>
      writing(ctx, async (ctx) => {
        const holdToken = request.headers.get('stoa-hold')
        const { bookings, series, refused, access } = await createBooking(ctx, { ...body, holdToken })
        const made = await getBookings(
          ctx,
          bookings.map(({ id }) => id),
        )
        const shown = made.map((one, n) =>
          presentBooking(ctx, { ...one, isCustomer: true }, n === 0 ? access : null),
        )
        return series ? { series: { id: series.id, rule: series.rule }, bookings: shown, refused } : shown[0]
      }),
  }),
  endpoint({
    method: 'get',
    path: '/bookings/{id}',
    tag,
    access: 'public',
    summary: 'One booking: the customer’s, a guest’s by `Stoa-Booking`, any for the house',
    params,
    answer: BookingView,
    handle: (ctx, { params, request }) => whole(ctx, params.id, accessOf(request)),
  }),
  endpoint({
    method: 'get',
    path: '/bookings/{id}/ics',
    tag,
    access: 'public',
    summary: 'As a calendar file',
    description: 'A guest proves it with `Stoa-Booking` or, in a link, with `access`.',
    params,
    query: z.strictObject({ access: z.string().max(200).optional() }),
    produces: 'text/calendar',
    handle: async (ctx, { params, query, request }) => {
      const access = query.access ?? accessOf(request)
      const booking = await getBooking(ctx, { bookingId: params.id, access })
      const text = calendarFile(ctx, booking)
      const method = /^METHOD:(\w+)/m.exec(text)?.[1] ?? 'REQUEST'
      return fileAnswer(text, `text/calendar; charset=utf-8; method=${method}`, `${booking.number}.ics`)
    },
  }),
  step('confirmation', 'Say yes', confirmBooking),
  step('completion', 'It took place', completeBooking),
  step('no-show', 'Nobody came', missBooking),
  endpoint({
    method: 'post',
    path: '/bookings/{id}/rejection',
    tag,
    access: 'bookings.manage',
    summary: 'Say no; the time is free again',
    params,
    body: RejectBooking,
    answer: BookingView,
    handle: (ctx, { params, body }) =>
      writing(ctx, async (ctx) => {
        await rejectBooking(ctx, { ...body, bookingId: params.id })
        return whole(ctx, params.id, null)
      }),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/{id}/cancellation',
    tag,
    access: 'public',
    summary: 'Cancel: one visit, those from it on, or all of its series',
    description:
      'Customers within the service’s policy, 409 `too_late` after that; the answer names the fee.',
    limit,
    params,
    body: CancelBooking,
    answer: BookingView,
    handle: (ctx, { params, body, request }) =>
      writing(ctx, async (ctx) => {
        const access = accessOf(request)
        await cancelBooking(ctx, { ...body, bookingId: params.id, access })
        return whole(ctx, params.id, access)
      }),
  }),
  endpoint({
    method: 'post',
    path: '/bookings/{id}/reschedule',
    tag,
    access: 'public',
    summary: 'Move to another start',
    description:
      'By the same rules as booking it. Of a series, `following` and `all` move by as much on the wall.',
    limit,
    params,
    body: RescheduleBooking,
    answer: BookingView.extend({ refused: RefusedView.optional() }).meta({ id: 'MovedBooking' }),
    handle: (ctx, { params, body, request }) =>
      writing(ctx, async (ctx) => {
        const access = accessOf(request)
        const { refused } = await rescheduleBooking(ctx, { ...body, bookingId: params.id, access })
        const shown = await whole(ctx, params.id, access)
        return respond(refused.length > 0 ? { ...shown, refused } : shown)
      }),
  }),
]

export const bookingApi: Endpoint[] = [...beforehand, ...bookings]
