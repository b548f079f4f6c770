/** How far ahead one may book, in local days of the service. */
import { dayNumber, weekdayOf } from '../../services/calendar/days.ts'
import type { Horizon } from '../../services/values.ts'

/** The days on which one may book, both included. `bookable` days are counted as they are found (see `explain`). */
export function horizonDays(horizon: Horizon | null, today: number): { first: number; last: number } {
  if (!horizon) return { first: today, last: Infinity }
  if ('from' in horizon) return { first: dayNumber(horizon.from), last: dayNumber(horizon.to) }
  if (horizon.kind === 'calendar') return { first: today, last: today + horizon.days }
  if (horizon.kind === 'business') return { first: today, last: businessDay(today, horizon.days) }
  return { first: today, last: Infinity }
}

/** So many days from Monday to Friday after today; today is not counted. */
function businessDay(today: number, count: number): number {
  let day = today
  for (let left = count; left > 0;) if (weekdayOf(++day) < 5) left--
  return day
}

/** The number of days that have a start to be counted, or null when days are not counted so. */
export const bookableDays = (horizon: Horizon | null): number | null =>
  horizon && 'days' in horizon && horizon.kind === 'bookable' ? horizon.days : null
