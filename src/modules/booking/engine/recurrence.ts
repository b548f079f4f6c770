/**
 * The visits of a series: an RFC 5545 rule expanded in local time, so that the hour on the wall stays, also across
 * clock changes. COUNT or UNTIL is required; a year of days is the most.
 */
import { RRuleTemporal } from 'rrule-temporal'
import { invalidField } from '../../../platform/http/app-error.ts'
import { zoneClock } from '../../services/calendar/zone-clock.ts'
import { dayMs, dayOf, dayText } from '../../services/calendar/days.ts'

export const mostVisits = 366
/** Rules that hardly ever come true are not followed for longer than this. */
const mostYears = 12
const mostMs = mostYears * 366 * dayMs

const parts =
  /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|WKST)=([A-Z0-9,+-]+)$/
const perYear: Readonly<Record<string, number>> = { DAILY: 366, WEEKLY: 53, MONTHLY: 12, YEARLY: 1 }

export type Recurrence = {
  rule: string
  /** The first visit; it belongs to the series when it fits the rule. */
  start: number
  timeZone: string
  /** Local days that are left out. */
  except?: readonly string[]
}

/** The starts in order. Throws `invalid` for `/recurrence` when the rule is none, never ends, or has too many visits. */
export function visitsOf({ rule, start, timeZone, except = [] }: Recurrence): number[] {
  const { text, until, count, mostPeriods } = readRule(rule)
  const clock = zoneClock(timeZone, start, start + mostMs)
  // As if the wall's time were UTC: the library then knows no gaps, and each visit is read by our own rule for them.
  const first = clock.localOf(start)
  const left = new Set(except)
  const starts: number[] = []
  let seen = 0
  asRefusal(() =>
    parseRule(text, first, mostPeriods).all((at) => {
      const local = at.epochMilliseconds
      if (local > first + mostMs || until?.(local, clock.instantOf(local))) return false
      if (++seen > mostVisits) return false
      if (!left.has(dayText(dayOf(local)))) starts.push(clock.instantOf(local))
      return count === null || seen < count
    }),
  )
  if (seen > mostVisits) throw invalidField('/recurrence', `A series has at most ${mostVisits} visits.`)
  if (starts.length === 0) throw invalidField('/recurrence', 'This rule has no visit.')
  return starts
}

function readRule(given: string) {
  const refuse = (message: string) => invalidField('/recurrence', message)
  const trimmed = given
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  const read = new Map<string, string>()
  for (const part of trimmed.split(';')) {
    const [, name, value] = parts.exec(part) ?? []
    if (!name || read.has(name)) throw refuse(`"${part.slice(0, 40)}" is not a part of a rule.`)
    if (!isInRange(name, value!)) throw refuse(`${name} cannot be ${value!.slice(0, 40)}.`)
    read.set(name, value!)
  }
  const periods = perYear[read.get('FREQ') ?? '']
  if (!periods) throw refuse(`FREQ must be one of ${Object.keys(perYear).join(', ')}.`)
  if (read.has('COUNT') === read.has('UNTIL')) throw refuse('A rule ends by COUNT or by UNTIL.')
  for (const name of ['COUNT', 'INTERVAL']) {
    const number = Number(read.get(name) ?? 1)
    if (!Number.isInteger(number) || number < 1 || number > 1_000)
      throw refuse(`${name} must be a whole number from 1 on.`)
  }
  const count = read.has('COUNT') ? Number(read.get('COUNT')) : null
  if (count !== null && count > mostVisits) throw refuse(`A series has at most ${mostVisits} visits.`)
  const until = read.has('UNTIL') ? isBeyond(read.get('UNTIL')!) : null
  if (read.has('UNTIL') && !until)
    throw refuse('UNTIL must be a day or an instant, such as 20261231 or 20261231T220000Z.')
  const kept = [...read].filter(([name]) => name !== 'UNTIL' && name !== 'COUNT')
  const text = kept.map(([name, value]) => `${name}=${value}`).join(';')
  return { text, until, count, mostPeriods: periods * (mostYears + 1) }
}

/** The library passes over numbers that are none of the calendar's. */
const greatest: Readonly<Record<string, number>> = {
  BYMONTH: 12,
  BYMONTHDAY: 31,
  BYYEARDAY: 366,
  BYWEEKNO: 53,
  BYSETPOS: 366,
}

function isInRange(name: string, value: string): boolean {
  const most = greatest[name]
  if (most === undefined) return true
  return value.split(',').every((text) => {
    const number = Number(text)
    return Number.isInteger(number) && number !== 0 && Math.abs(number) <= most
  })
}

type Beyond = (local: number, instant: number) => boolean

/** A day is counted whole, a local time by the wall, an instant as such. */
function isBeyond(until: string): Beyond | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(until)
  if (!match) return null
  const [, year, month, day, hour, minute, second, zulu] = match
  const at = Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}Z`)
  if (Number.isNaN(at)) return null
  if (hour === undefined) return (local) => local >= at + dayMs
  return zulu ? (_, instant) => instant > at : (local) => local > at
}

const parseRule = (text: string, first: number, mostPeriods: number): RRuleTemporal =>
  new RRuleTemporal({
    rruleString: text,
    dtstart: Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO('UTC'),
    strict: true,
    maxIterations: mostPeriods,
    maxCandidateEvaluations: 100_000,
  })

/** The library throws for what is no rule, and when it has sought in vain for too long. */
function asRefusal(work: () => unknown): void {
  try {
    work()
  } catch {
    throw invalidField('/recurrence', 'This is not a rule of RFC 5545 that can be followed.')
  }
}
