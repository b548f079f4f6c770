/**
 * A time zone over a stretch of time as plain numbers: its clock changes are asked of Temporal once, the rest is
 * arithmetic. A local time that occurs twice is the first; one that is missing is read with the offset before the gap
 * (RFC 5545 3.3.5; Temporal's `compatible`).
 */
import { dayMs } from './days.ts'

export type ZoneClock = {
  /** The instant (epoch milliseconds) at which the wall shows this. */
  instantOf: (local: number) => number
  /** What the wall shows, as milliseconds from 1970-01-01T00:00 of the wall. */
  localOf: (instant: number) => number
}

/** Right from two days before `from` to two days after `to`. Throws RangeError for what is no time zone. */
export function zoneClock(timeZone: string, from: number, to: number): ZoneClock {
  const starts = [-Infinity]
  let at = Temporal.Instant.fromEpochMilliseconds(from - 2 * dayMs).toZonedDateTimeISO(timeZone)
  const offsets = [offsetOf(at)]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds > to + 2 * dayMs) break
    starts.push(next.epochMilliseconds)
    offsets.push(offsetOf(next))
    at = next
  }
  const last = starts.length - 1
  return {
    instantOf: (local) => {
      for (let i = 0; i < last; i++) {
        const instant = local - offsets[i]!
        if (instant >= starts[i + 1]!) continue
        // Before the change to these hours and after the one from the hours before: in the gap between them.
        return instant >= starts[i]! ? instant : local - offsets[i - 1]!
      }
      const instant = local - offsets[last]!
      return instant >= starts[last]! ? instant : local - offsets[last - 1]!
    },
    localOf: (instant) => {
      let i = last
      while (instant < starts[i]!) i--
      return instant + offsets[i]!
    },
  }
}

const offsetOf = (at: Temporal.ZonedDateTime): number => Math.round(at.offsetNanoseconds / 1e6)

/** Clocks for one stretch of time, each zone's made when it is first asked for. */
export function clocksFor(from: number, to: number): (timeZone: string) => ZoneClock {
  const made = new Map<string, ZoneClock>()
  return (timeZone) => {
    let clock = made.get(timeZone)
    if (!clock) made.set(timeZone, (clock = zoneClock(timeZone, from, to)))
    return clock
  }
}
