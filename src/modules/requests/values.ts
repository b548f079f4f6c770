/** The states of requests and bookings: one list, for a booking is a request that has a time. */

/** Of a request without a time. */
export const deskStatuses = ['new', 'open', 'waiting', 'solved', 'closed'] as const
/** Of one with a time. */
export const bookingStatuses = [
  'pending',
  'confirmed',
  'rejected',
  'cancelled',
  'completed',
  'no_show',
] as const
export const requestStatuses = [...deskStatuses, ...bookingStatuses] as const
export type RequestStatus = (typeof requestStatuses)[number]
export type BookingStatus = (typeof bookingStatuses)[number]

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

/** A price as it was told: the lines of it and their sum, in the organisation's kind of prices. */
export type PriceLine = { kind: string; label?: Record<string, string>; amount: string; code?: string }
export type ToldPrice = { currency: string; total: string; lines: readonly PriceLine[] }

/** What somebody answered to a service's questions, by the question's key. */
export type Answers = Record<string, string | number | boolean>
