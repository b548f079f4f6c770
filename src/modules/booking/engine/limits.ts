/** Visits and booked minutes of local days and weeks, and whether one more is within the limits. */
import { minuteMs, weekOf } from '../../services/calendar/days.ts'
import type { Limits } from '../../services/values.ts'
import type { Taken } from './inputs.ts'

export type Tally = {
  /** How many more visits of this length the day takes; Infinity without limits. */
  left: (day: number, minutes: number) => number
  visitsOn: (day: number) => number
}

/** Counts each visit once, on the day it begins. `dayOf` is the service's local day. */
export function tallyOf(limits: Limits, taken: readonly Taken[], dayOf: (instant: number) => number): Tally {
  const { dailyLimit, dailyMinutesLimit, weeklyLimit } = limits
  const visits = new Map<number, number>()
  const minutes = new Map<number, number>()
  const weeks = new Map<number, number>()
  const seen = new Set<string>()
  for (const { visitId, start, end } of taken) {
    if (seen.has(visitId)) continue
    seen.add(visitId)
    const day = dayOf(start)
    add(visits, day, 1)
    add(minutes, day, (end - start) / minuteMs)
    add(weeks, weekOf(day), 1)
  }
  return {
    visitsOn: (day) => visits.get(day) ?? 0,
    left: (day, length) =>
      Math.max(
        0,
        Math.min(
          (dailyLimit ?? Infinity) - (visits.get(day) ?? 0),
          (weeklyLimit ?? Infinity) - (weeks.get(weekOf(day)) ?? 0),
          dailyMinutesLimit === null
            ? Infinity
            : Math.floor((dailyMinutesLimit - (minutes.get(day) ?? 0)) / length),
        ),
      ),
  }
}

const add = (counts: Map<number, number>, key: number, amount: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + amount)
