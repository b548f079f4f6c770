/** Working minutes of a calendar: when so many have passed, and how many lie between two moments. For promises kept in working time. */
import { dayMs, minuteMs } from './days.ts'
import { common, type Interval, joined } from './intervals.ts'
import { openings, type Plan } from './openings.ts'
import { clocksFor } from './zone-clock.ts'

const stepMs = 60 * dayMs
/** A calendar that has not opened for so long has nothing to promise. */
const mostMs = 5 * 366 * dayMs

/** The moment at which `minutes` of opening have passed since `from`; null when there are never so many. */
export function afterWorkingMinutes(plan: Plan, from: number, minutes: number): number | null {
  let left = minutes * minuteMs
  if (left === 0) return from
  for (let at = from; at < from + mostMs; at += stepMs) {
    for (const window of windowsOf(plan, { from: at, to: at + stepMs })) {
      const length = window.to - window.from
      if (length >= left) return window.from + left
      left -= length
    }
  }
  return null
}

/** Opening minutes from `from` to `to`, without those of the pauses. */
export function workingMinutesBetween(
  plan: Plan,
  from: number,
  to: number,
  pauses: readonly Interval[] = [],
): number {
  if (to <= from) return 0
  const windows = windowsOf(plan, { from, to })
  const lost = common(windows, joined(pauses))
  return Math.floor((lengthOf(windows) - lengthOf(lost)) / minuteMs)
}

const windowsOf = (plan: Plan, stretch: Interval): Interval[] =>
  common(openings(plan, stretch, clocksFor(stretch.from, stretch.to)), [stretch])

const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((total, { from, to }) => total + to - from, 0)
