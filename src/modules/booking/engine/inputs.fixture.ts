/** A service around the clock in UTC with nothing else said, to be varied by tests; and short ways of asking. */
import { dayMs, dayNumber, minuteMs } from '../../services/calendar/days.ts'
import { zoneClock } from '../../services/calendar/zone-clock.ts'
import { type WeeklyHours, weekdays } from '../../services/values.ts'
import { explain } from './explain.ts'
import type { Inputs, MemberRules, ServiceRules, Taken } from './inputs.ts'

export const everyDay = (from: string, to: string): WeeklyHours[] => [{ days: weekdays, from, to }]
export const workdays = (from: string, to: string): WeeklyHours[] => [
  { days: weekdays.slice(0, 5), from, to },
]

const noLimits = { dailyLimit: null, dailyMinutesLimit: null, weeklyLimit: null }

export const service = (more: Partial<ServiceRules> = {}): ServiceRules => ({
  id: 'service',
  timeZone: 'UTC',
  hours: everyDay('00:00', '24:00'),
  overrides: [],
  memberHours: 'replace',
  assignment: 'any',
  resources: [],
  slotStepMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  horizon: null,
  capacity: 1,
  ...noLimits,
  ...more,
})

export const member = (id: string, more: Partial<MemberRules> = {}): MemberRules => ({
  id,
  timeZone: null,
  hours: null,
  overrides: [],
  timeOff: [],
  travel: [],
  ...noLimits,
  ...more,
})

export const at = (instant: string): number => Date.parse(instant)

let made = 0
/** A visit that takes up one resource; its buffers are those given. */
export function visit(start: string, end: string, more: Partial<Taken> = {}, before = 0, after = 0): Taken {
  return {
    visitId: `visit-${++made}`,
    serviceId: 'service',
    resourceId: 'service',
    start: at(start),
    end: at(end),
    from: at(start) - before * minuteMs,
    to: at(end) + after * minuteMs,
    seats: 1,
    capacity: 1,
    ...more,
  }
}

export const inputs = (
  more: Partial<Omit<Inputs, 'service'>> & { service?: Partial<ServiceRules> } = {},
): Inputs => ({
  members: [],
  taken: [],
  busy: [],
  closedDays: [],
  ...more,
  service: service(more.service),
})

export type Question = {
  /** Days of the viewer's zone, both included. */
  from: string
  to?: string
  viewer?: string
  length?: number
  now?: string
  memberId?: string
}

export function asked(given: Inputs, { from, to = from, viewer, length = 60, now, memberId }: Question) {
  const zone = viewer ?? given.service.timeZone
  const clock = zoneClock(zone, at(`${from}T00:00Z`), at(`${to}T00:00Z`))
  const ask = {
    from: clock.instantOf(dayNumber(from) * dayMs),
    to: clock.instantOf((dayNumber(to) + 1) * dayMs),
    durationMinutes: length,
    memberId: memberId ?? null,
  }
  return explain(given, ask, at(now ?? '1990-01-01T00:00Z'))
}

/** `2023-06-13T14:00Z` of each start that is offered. */
export const starts = (given: Inputs, question: Question): string[] =>
  asked(given, question).offers.map(({ start }) => shown(start))

export const shown = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16)}Z`

/** The starts of a minute's grid as stretches: what is open, whatever the length of a visit. */
export function open(given: Inputs, question: Question): string[] {
  const minutely = { ...given, service: { ...given.service, slotStepMinutes: 1 } }
  const found = asked(minutely, { ...question, length: 1 }).offers
  const stretches: [number, number][] = []
  for (const { start, end } of found) {
    const last = stretches.at(-1)
    if (last && last[1] === start) last[1] = end
    else stretches.push([start, end])
  }
  return stretches.map(([from, to]) => `${shown(from)}/${shown(to)}`)
}
