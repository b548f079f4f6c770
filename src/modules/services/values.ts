/** The lists and forms of values that services, calendars, requests and bookings share. */
import type { Translated } from '../../platform/values/shapes.ts'

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof weekdays)[number]

/** Times on the wall, `09:00`; `24:00` is the end of the day. */
export type Stretch = { from: string; to: string }
export type WeeklyHours = Stretch & { days: readonly Weekday[] }
/** Replaces the whole day; no hours close it. */
export type DayHours = { date: string; hours: readonly Stretch[] }

/** How far ahead one may book: so many days of a kind from today on, or between two days. */
export type Horizon =
  | { days: number; kind: 'calendar' | 'business' | 'bookable' }
  | { from: string; to: string }

/** Public holidays of a country or one of its regions (ISO 3166); `isClosed` closes the service on them. */
export type HolidayRule = { country: string; region?: string; isClosed: boolean }

/** Visits and booked minutes that one day or week may hold; null is no limit. */
export type Limits = {
  dailyLimit: number | null
  dailyMinutesLimit: number | null
  weeklyLimit: number | null
}

/** Instants, half-open. */
export type TimeOff = { from: string; to: string; reason?: string }
/** Days, both included, that somebody spends in another time zone. */
export type Travel = { from: string; to: string; timeZone: string }

export const memberHoursModes = ['replace', 'within'] as const
export type MemberHours = (typeof memberHoursModes)[number]

export const assignments = ['any', 'all'] as const
export type Assignment = (typeof assignments)[number]

/** A surcharge is a share of what the time costs, or an amount; `label` is how it is called on the bill. */
export type Surcharge = { percent?: string; amount?: string; label?: Translated }
export type PriceRule =
  /** For each begun `perMinutes` beyond `afterMinutes`. */
  | { kind: 'overage'; afterMinutes: number; perMinutes: number; amount: string; label?: Translated }
  | ({ kind: 'peak'; days: readonly Weekday[]; from: string; to: string } & Surcharge)
  | ({ kind: 'weekend'; days?: readonly Weekday[] } & Surcharge)
  | ({ kind: 'holiday' } & Surcharge)
  /** Booked less than `withinMinutes` ahead. */
  | { kind: 'emergency'; withinMinutes: number; multiplier: string; label?: Translated }
  /** By the postal code's beginning; the longest that fits. */
  | {
      kind: 'travel'
      zones: readonly { postalCodes: readonly string[]; amount: string }[]
      label?: Translated
    }

export type ServicePrice = { base?: string; hourly?: string; rules?: readonly PriceRule[] }

/**
 * Until `freeUntilMinutes` before the start the customer cancels and moves freely; after that cancelling costs
 * `feePercent` of the price and moving is the house's to do; nearer than `latestMinutes` both are.
 */
export type CancellationPolicy = { freeUntilMinutes: number; feePercent: string; latestMinutes: number }

/** Working minutes of the service's calendar. */
export type ServiceLevels = { firstAnswerMinutes?: number; updateMinutes?: number; solutionMinutes?: number }

/** What the customer is asked when they book or ask. */
export type Question = {
  key: string
  label: Translated
  kind: 'text' | 'longText' | 'number' | 'choice' | 'yesNo' | 'date'
  isRequired: boolean
  choices?: readonly Translated[]
}

/** One of each group is needed: `[["room A","room B"],["van"]]`. */
export type ResourceGroups = readonly (readonly string[])[]
