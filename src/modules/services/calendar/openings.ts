/** Weekly hours, exceptions and travel as windows of instants. Each local day is resolved once; what touches is one window. */
import type { DayHours, Stretch, Travel, WeeklyHours } from '../values.ts'
import { weekdays } from '../values.ts'
import { dayMs, dayNumber, dayOf, minuteMs, minutesOf, weekdayOf } from './days.ts'
import { type Interval, joined } from './intervals.ts'
import type { ZoneClock } from './zone-clock.ts'

/** When something is open, in minutes of local days. */
export type Plan = {
  timeZone: string
  /** By weekday, Monday first. */
  week: readonly (readonly Interval[])[]
  /** Days that do not follow the week; without hours they are closed. */
  days: ReadonlyMap<number, readonly Interval[]>
  travel: readonly (Interval & { timeZone: string })[]
}

type PlanSource = {
  timeZone: string
  hours: readonly WeeklyHours[] | null
  overrides?: readonly DayHours[]
  /** Days closed unless an override opens them: public holidays. */
  closedDays?: Iterable<string>
  travel?: readonly Travel[]
}

export function planOf({ timeZone, hours, overrides = [], closedDays = [], travel = [] }: PlanSource): Plan {
  const week = weekdays.map((day) =>
    joined((hours ?? []).filter(({ days }) => days.includes(day)).map(inMinutes)),
  )
  const days = new Map<number, Interval[]>()
  for (const day of closedDays) days.set(dayNumber(day), [])
  for (const { date, hours } of overrides) days.set(dayNumber(date), joined(hours.map(inMinutes)))
  return {
    timeZone,
    week,
    days,
    travel: travel.map((one) => ({
      from: dayNumber(one.from),
      to: dayNumber(one.to) + 1,
      timeZone: one.timeZone,
    })),
  }
}

const inMinutes = ({ from, to }: Stretch): Interval => ({ from: minutesOf(from), to: minutesOf(to) })

const wholeDay: readonly Interval[] = [{ from: 0, to: 24 * 60 }]
const never = weekdays.map(() => [])

/** Open but for its exceptions: what they leave of a calendar that has hours of its own. */
export const onlyExceptions = (plan: Plan): Plan => ({ ...plan, week: weekdays.map(() => wholeDay) })
/** Nothing but the hours of its exceptions. */
export const exceptionsAlone = (plan: Plan): Plan => ({ ...plan, week: never })

/** The windows of all local days that touch the stretch, in order and apart; those at its ends are whole. */
export function openings(plan: Plan, stretch: Interval, clockOf: (zone: string) => ZoneClock): Interval[] {
  const home = clockOf(plan.timeZone)
  // A day more at each side: in another zone of a journey it may be another day.
  const first = dayOf(home.localOf(stretch.from)) - 1
  const last = dayOf(home.localOf(stretch.to)) + 1
  const windows: Interval[] = []
  for (let day = first; day <= last; day++) {
    const hours = plan.days.get(day) ?? plan.week[weekdayOf(day)]!
    if (hours.length === 0) continue
    const zone = plan.travel.find(({ from, to }) => from <= day && day < to)?.timeZone
    const clock = zone ? clockOf(zone) : home
    for (const { from, to } of hours) {
      windows.push({
        from: clock.instantOf(day * dayMs + from * minuteMs),
        to: clock.instantOf(day * dayMs + to * minuteMs),
      })
    }
  }
  return joined(windows)
}
