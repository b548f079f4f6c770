/** A booking as a calendar file: one UID for life, a SEQUENCE that rises, REQUEST while it stands and CANCEL when it does not. */
import { ICalAttendeeStatus, ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Context } from '../../platform/tenancy/context.ts'
import { inLocale } from '../../platform/values/shapes.ts'
import type { Booking } from './find.ts'
import { vtimezone } from './vtimezone.ts'

type ForCalendar = Pick<
  Booking,
  | 'id'
  | 'number'
  | 'status'
  | 'startsAt'
  | 'endsAt'
  | 'timeZone'
  | 'sequence'
  | 'serviceName'
  | 'memberNames'
  | 'contactName'
  | 'contactEmail'
  | 'address'
  | 'locale'
  | 'createdAt'
  | 'updatedAt'
>

const ended = ['cancelled', 'rejected']

/** In the customer's language. */
export function calendarFile(ctx: Pick<Context, 'organization' | 'services'>, booking: ForCalendar): string {
  const { organization } = ctx
  const isEnded = ended.includes(booking.status)
  const name = inLocale(booking.serviceName, booking.locale, organization.defaultLocale)
  const calendar = new ICalCalendar({
    prodId: { company: 'Stoa', product: 'Bookings', language: booking.locale.toUpperCase() },
    method: isEnded ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  const timeZone = booking.timeZone ?? organization.timeZone
  calendar.timezone({
    name: timeZone,
    generator: () => vtimezone(timeZone, booking.startsAt!, booking.endsAt!),
  })
  const event = calendar.createEvent({
    id: `${booking.id}@${organization.slug}.stoa`,
    sequence: booking.sequence,
    start: zoned(booking.startsAt!, timeZone),
    end: zoned(booking.endsAt!, timeZone),
    timezone: timeZone,
    stamp: booking.updatedAt,
    created: booking.createdAt,
    lastModified: booking.updatedAt,
    summary: `${name} · ${organization.name}`,
    description: [booking.number, booking.memberNames.join(', ')].filter(Boolean).join('\n'),
    location: placeOf(booking, organization.settings.address),
    status: isEnded
      ? ICalEventStatus.CANCELLED
      : booking.status === 'pending'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
    organizer: {
      name: organization.name,
      email: organization.settings.email ?? `bookings@${organization.slug}.stoa.invalid`,
    },
  })
  if (booking.contactEmail)
    event.createAttendee({
      name: booking.contactName,
      email: booking.contactEmail,
      status: ICalAttendeeStatus.ACCEPTED,
    })
  return calendar.toString()
}

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

/** At the customer's when they gave an address, else at the house. */
function placeOf({ address }: ForCalendar, house: ForCalendar['address'] | undefined): string | null {
  const place = address ?? house
  return place ? [place.line1, place.postalCode, place.city].filter(Boolean).join(', ') : null
}
