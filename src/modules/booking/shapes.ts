/** What the bookings' verbs take. */
import { z } from 'zod'
import { Address, Day, Email, Id, Instant, Paging, text } from '../../platform/values/shapes.ts'
import { bookingStatuses } from '../requests/values.ts'
import { TimeZone } from '../services/shapes.ts'

const Duration = z.coerce.number().int().min(1).max(10_080)
const Codes = z.array(text(40)).max(10)
const Answers = z
  .record(z.string().max(40), z.union([text(4000, 0), z.number(), z.boolean()]))
  .refine((answers) => Object.keys(answers).length <= 60, 'Too many answers.')

export const Availability = z.strictObject({
  /** Days in `timeZone`, both included; at most 62. */
  from: Day,
  to: Day,
  timeZone: TimeZone.optional(),
  memberId: Id.optional(),
  durationMinutes: Duration.optional(),
  /** For the way there. */
  postalCode: text(16).optional(),
  explain: z.stringbool().optional(),
})
export type Availability = z.output<typeof Availability>

const Place = z.strictObject({
  serviceId: Id,
  start: Instant,
  memberId: Id.optional(),
  durationMinutes: z.int().min(1).max(10_080).optional(),
  postalCode: text(16).optional(),
  promotionCodes: Codes.default([]),
})

export const CreateQuote = Place.meta({ id: 'CreateBookingQuote' })
export const CreateHold = Place.meta({ id: 'CreateBookingHold' })

export const CustomerInput = z.strictObject({
  name: text(160),
  email: Email.optional(),
  phone: text(32).optional(),
})

export const CreateBooking = Place.extend({
  /** Needed of guests; who is signed in is known. Staff name it, or `customerId`. */
  customer: CustomerInput.optional(),
  customerId: Id.optional(),
  answers: Answers.default({}),
  description: text(4000).optional(),
  address: Address.optional(),
  recurrence: z.string().max(500).optional(),
  /** Local days that the series leaves out. */
  exceptDates: z.array(Day).max(366).default([]),
  onConflict: z.enum(['refuse', 'skip']).default('refuse'),
  quoteId: Id.optional(),
  holdId: Id.optional(),
  /** For staff. */
  status: z.enum(['pending', 'confirmed']).optional(),
  /** For staff: without regard to hours, notice, horizon and limits; never to what is taken. */
  override: z.boolean().default(false),
}).meta({ id: 'CreateBooking' })
export type CreateBooking = z.output<typeof CreateBooking>

export const PreviewSeries = Place.omit({ promotionCodes: true })
  .extend({ recurrence: z.string().max(500), exceptDates: z.array(Day).max(366).default([]) })
  .meta({ id: 'PreviewSeries' })

export const scopes = ['this', 'following', 'all'] as const

export const CancelBooking = z
  .strictObject({ reason: text(1000).optional(), scope: z.enum(scopes).default('this') })
  .meta({ id: 'CancelBooking' })
export const RejectBooking = z.strictObject({ reason: text(1000).optional() }).meta({ id: 'RejectBooking' })
export const RescheduleBooking = z
  .strictObject({
    start: Instant,
    memberId: Id.optional(),
    durationMinutes: z.int().min(1).max(10_080).optional(),
    scope: z.enum(scopes).default('this'),
    onConflict: z.enum(['refuse', 'skip']).default('refuse'),
    override: z.boolean().default(false),
  })
  .meta({ id: 'RescheduleBooking' })

export const ListBookings = Paging.extend({
  status: z.enum(bookingStatuses).optional(),
  serviceId: Id.optional(),
  memberId: Id.optional(),
  customerId: Id.optional(),
  seriesId: Id.optional(),
  /** Instants or days; a booking is within when it begins within. */
  from: z.union([Instant, Day]).optional(),
  to: z.union([Instant, Day]).optional(),
  q: z.string().trim().max(120).optional(),
  sort: z.enum(['start', '-start', '-createdAt']).default('-start'),
})
export type ListBookings = z.output<typeof ListBookings>
