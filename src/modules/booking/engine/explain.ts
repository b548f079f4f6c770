/**
 * Availability: every start that is offered, and why the others are not. Pure. The list asks it for a month, the write
 * for one start within its transaction, so that what was offered can only be lost to somebody faster.
 */
import { dayMs, dayOf as localDay, minuteMs } from '../../services/calendar/days.ts'
import { clocksFor } from '../../services/calendar/zone-clock.ts'
import { buffersOf, type Judge, judgeOf } from './judge.ts'
import { bookableDays, horizonDays } from './horizon.ts'
import type { Ask, Choice, Explanation, Inputs, Offer, Reason } from './inputs.ts'
import { reasons } from './inputs.ts'
import { tallyOf } from './limits.ts'
import { roomFinder } from './taken.ts'
import { gridOf, unitsOf } from './units.ts'

/** A window that is open around the clock is known by the whole days before what is asked. */
const marginMs = 3 * dayMs

export function explain(inputs: Inputs, ask: Ask, now: number): Explanation {
  const counted = bookableDays(inputs.service.horizon)
  if (counted === null) return explainStretch(inputs, ask, now)
  // Which days count depends on all days before them.
  const whole = explainStretch(inputs, { ...ask, from: Math.min(now, ask.from) }, now)
  return withinBookable(whole, counted, ask, dayOfService(inputs, now, ask.to))
}

function dayOfService({ service }: Inputs, from: number, to: number): (instant: number) => number {
  const home = clocksFor(from - marginMs, to + marginMs)(service.timeZone)
  return (instant) => localDay(home.localOf(instant))
}

function withinBookable(
  { offers, refused }: Explanation,
  count: number,
  ask: Ask,
  dayOf: (instant: number) => number,
): Explanation {
  const days = [...new Set(offers.map(({ start }) => dayOf(start)))].slice(0, count)
  const last = days.length < count ? Infinity : days.at(-1)!
  const isAsked = ({ start }: { start: number }) => start >= ask.from && start < ask.to
  const isWithin = ({ start }: { start: number }) => dayOf(start) <= last
  const beyond = (start: number): Explanation['refused'][number] => ({ start, reason: 'beyond_horizon' })
  return {
    offers: offers.filter((offer) => isAsked(offer) && isWithin(offer)),
    refused: [
      ...refused.map((one) => (isWithin(one) ? one : beyond(one.start))),
      ...offers.filter((offer) => !isWithin(offer)).map(({ start }) => beyond(start)),
    ]
      .filter(isAsked)
      .toSorted((a, b) => a.start - b.start),
  }
}

function explainStretch(inputs: Inputs, ask: Ask, now: number): Explanation {
  const { service, taken } = inputs
  const takenBy = Map.groupBy(taken, ({ resourceId }) => resourceId)
  const length = ask.durationMinutes * minuteMs
  const stretch = { from: ask.from - marginMs, to: ask.to + length + marginMs }
  const clockOf = clocksFor(Math.min(now, stretch.from), Math.max(now, stretch.to))
  const home = clockOf(service.timeZone)
  const dayOf = (instant: number) => localDay(home.localOf(instant))
  const horizon = horizonDays(service.horizon, dayOf(now))
  const tally = tallyOf(
    service,
    taken.filter(({ serviceId }) => serviceId === service.id),
    dayOf,
  )
  const findRooms = roomFinder(inputs, takenBy, buffersOf(inputs))

  const chances = unitsOf(inputs, stretch, ask.memberId ?? null, clockOf).map((unit) => {
    const judge = judgeOf(inputs, unit, { length, dayOf, findRooms, takenBy })
    const grid = gridOf(unit.windows, ask, { step: service.slotStepMinutes * minuteMs, length }, home)
    return { judge, grid }
  })
  const made: Explanation = { offers: [], refused: [] }
  for (const [start, judges] of byStart(chances)) {
    const day = dayOf(start)
    const reason =
      start <= now || start < now + service.minimumNoticeMinutes * minuteMs
        ? 'notice_too_short'
        : day < horizon.first || day > horizon.last
          ? 'beyond_horizon'
          : null
    if (reason) {
      made.refused.push({ start, reason })
      continue
    }
    const newVisits = tally.left(day, ask.durationMinutes)
    const offer = offerOf(start, length, judges, day, { newVisits, capacity: service.capacity })
    if (typeof offer === 'string') made.refused.push({ start, reason: offer })
    else made.offers.push(offer)
  }
  return made
}

/** All starts in order, each with those who have it in their grid. */
function byStart(chances: readonly { judge: Judge; grid: readonly number[] }[]): [number, Judge[]][] {
  const starts = new Map<number, Judge[]>()
  for (const { judge, grid } of chances) {
    for (const start of grid) {
      const judges = starts.get(start)
      if (judges) judges.push(judge)
      else starts.set(start, [judge])
    }
  }
  return [...starts].sort(([a], [b]) => a - b)
}

/** Joined visits first, so that groups fill up; then whoever has the fewest visits that day, in the service's order. */
function offerOf(
  start: number,
  length: number,
  judges: readonly Judge[],
  day: number,
  { newVisits, capacity }: { newVisits: number; capacity: number },
): Offer | Reason {
  const choices: Choice[] = []
  let told: Reason = reasons[0]
  let [joins, joinable] = [0, 0]
  for (const judge of judges) {
    const answer = judge(start, day)
    if (typeof answer === 'string') told = moreTelling(told, answer)
    else if (answer.visitId !== null) {
      choices.splice(joins++, 0, answer)
      joinable += answer.seats
    } else if (newVisits > 0) insertByVisits(choices, joins, answer)
    else told = moreTelling(told, 'limit_reached')
  }
  if (choices.length === 0) return told
  const fresh = choices.length - joins
  return {
    start,
    end: start + length,
    memberIds: choices.length === 1 ? choices[0]!.memberIds : choices.flatMap(({ memberIds }) => memberIds),
    remaining: joinable + Math.min(fresh, newVisits, choices.at(-1)!.rooms) * capacity,
    choices,
  }
}

const moreTelling = (a: Reason, b: Reason): Reason => (reasons.indexOf(a) >= reasons.indexOf(b) ? a : b)

/** Behind those with as many visits: among equals the service's order stands. */
function insertByVisits(choices: Choice[], from: number, choice: Choice): void {
  let at = choices.length
  while (at > from && choices[at - 1]!.visits > choice.visits) at--
  choices.splice(at, 0, choice)
}
