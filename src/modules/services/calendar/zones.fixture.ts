/** A slow second opinion on opening windows: each local time is asked of Temporal by itself, zone rules and all. */
import { dayMs, dayText, minuteMs, weekdayName } from './days.ts'
import { joined } from './intervals.ts'
import { openings, planOf } from './openings.ts'
import { clocksFor } from './zone-clock.ts'
import { weekdays, type WeeklyHours } from '../values.ts'

/** The clock changes of a zone between two instants. */
export function changesOf(timeZone: string, from: number, to: number): number[] {
  const found: number[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds > to) return found
    found.push(next.epochMilliseconds)
    at = next
  }
}

const hours: WeeklyHours[] = [
  { days: weekdays, from: '00:00', to: '00:45' },
  { days: weekdays, from: '01:15', to: '02:20' },
  { days: weekdays, from: '02:30', to: '03:10' },
  { days: weekdays, from: '09:00', to: '17:00' },
  { days: ['mo', 'sa', 'su'], from: '22:30', to: '24:00' },
]

/** Where the two opinions differ around an instant, as text; empty when they agree. */
export function differenceAround(timeZone: string, instant: number): string {
  const stretch = { from: instant - 2 * dayMs, to: instant + 2 * dayMs }
  const plan = planOf({ timeZone, hours })
  const engine = openings(plan, stretch, clocksFor(stretch.from, stretch.to))
  const slow = windowsSlowly(timeZone, stretch)
  const text = (list: readonly { from: number; to: number }[]) =>
    list.map(({ from, to }) => `${new Date(from).toISOString()}/${new Date(to).toISOString()}`).join('\n')
  return text(engine) === text(slow) ? '' : `${timeZone}\nengine\n${text(engine)}\nslow\n${text(slow)}`
}

function windowsSlowly(timeZone: string, { from, to }: { from: number; to: number }) {
  const at = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  const instantOf = (day: Temporal.PlainDate, time: string) => {
    const plain = time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(time)
    return plain.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
  }
  const windows = []
  const last = at(to).add({ days: 1 })
  for (
    let day = at(from).subtract({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    for (const one of hours)
      if (one.days.includes(weekdays[day.dayOfWeek - 1]!))
        windows.push({ from: instantOf(day, one.from), to: instantOf(day, one.to) })
  return joined(windows)
}

/** Where the clock and Temporal disagree about what a wall shows, minute by minute around an instant. */
export function clockDifference(timeZone: string, instant: number): string {
  const clock = clocksFor(instant, instant)(timeZone)
  for (let at = instant - 4 * 3_600_000; at <= instant + 4 * 3_600_000; at += 7 * minuteMs) {
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime()
    const local = Date.parse(`${wall.toString({ smallestUnit: 'millisecond' })}Z`)
    if (clock.localOf(at) !== local) return `${timeZone} ${new Date(at).toISOString()}`
    if (weekdayName(Math.floor(local / dayMs)) !== weekdays[wall.dayOfWeek - 1])
      return `${timeZone} ${dayText(Math.floor(local / dayMs))} is no ${wall.dayOfWeek}`
  }
  return ''
}
