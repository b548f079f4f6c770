/** Who can do a visit: each member by themselves, all of them together, or the service where nobody is named; and when they work. */
import { dayMs } from '../../services/calendar/days.ts'
import { common, type Interval, joined } from '../../services/calendar/intervals.ts'
import {
  exceptionsAlone,
  onlyExceptions,
  openings,
  type Plan,
  planOf,
} from '../../services/calendar/openings.ts'
import type { ZoneClock } from '../../services/calendar/zone-clock.ts'
import type { Inputs, MemberRules } from './inputs.ts'

export type Unit = {
  members: readonly MemberRules[]
  /** What a visit of theirs takes up beside rooms and the like. */
  resourceIds: readonly string[]
  windows: readonly Interval[]
  /** Their time off: a visit may end when it begins, whatever its buffer. */
  away: readonly Interval[]
}

type ClockOf = (timeZone: string) => ZoneClock

export function unitsOf(
  { service, members, closedDays }: Inputs,
  stretch: Interval,
  memberId: string | null,
  clockOf: ClockOf,
): Unit[] {
  const plan = planOf({ ...service, closedDays })
  const own = openings(plan, stretch, clockOf)
  if (members.length === 0)
    return memberId ? [] : [{ members: [], resourceIds: [service.id], windows: own, away: [] }]

  const allowed = service.memberHours === 'within' ? own : openings(onlyExceptions(plan), stretch, clockOf)
  const alone = members.map((member): Unit => {
    const windows = windowsOf(member, plan, { own, allowed }, stretch, clockOf)
    return { members: [member], resourceIds: [member.id], windows, away: awayOf([member]) }
  })
  if (service.assignment === 'any')
    return memberId ? alone.filter((unit) => unit.members[0]!.id === memberId) : alone
  if (memberId && !members.some(({ id }) => id === memberId)) return []
  return [
    {
      members,
      resourceIds: members.map(({ id }) => id),
      windows: alone.map((unit) => unit.windows).reduce(common),
      away: awayOf(members),
    },
  ]
}

/** A member's own hours, or the service's where they have none. What closes the service closes it for everybody. */
function windowsOf(
  member: MemberRules,
  service: Plan,
  { own, allowed }: { own: readonly Interval[]; allowed: readonly Interval[] },
  stretch: Interval,
  clockOf: ClockOf,
): Interval[] {
  const plan = planOf({ ...member, timeZone: member.timeZone ?? service.timeZone })
  if (member.hours) return common(openings(plan, stretch, clockOf), allowed)
  if (plan.days.size === 0) return [...own]
  const kept = common(own, openings(onlyExceptions(plan), stretch, clockOf))
  const special = common(openings(exceptionsAlone(plan), stretch, clockOf), allowed)
  return joined([...kept, ...special])
}

const awayOf = (members: readonly MemberRules[]): Interval[] =>
  joined(
    members.flatMap(({ timeOff }) =>
      timeOff.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
    ),
  )

/**
 * The starts of the grid within `ask`, each with whether a visit fits into the window from it. The grid begins at each
 * window's opening; a window around the clock begins anew at each local midnight of the service.
 */
export function gridOf(
  windows: readonly Interval[],
  ask: Interval,
  { step, length }: { step: number; length: number },
  home: ZoneClock,
): number[] {
  const starts: number[] = []
  for (const window of windows) {
    if (window.to <= ask.from || window.from >= ask.to) continue
    const anchors = anchorsOf(window, home)
    anchors.forEach((anchor, at) => {
      const end = Math.min(anchors[at + 1] ?? Infinity, window.to - length + 1, ask.to)
      const skipped = Math.max(0, Math.ceil((ask.from - anchor) / step))
      for (let start = anchor + skipped * step; start < end; start += step) starts.push(start)
    })
  }
  return starts
}

/** The opening, and every local midnight that begins a day open from end to end. */
function anchorsOf({ from, to }: Interval, home: ZoneClock): number[] {
  const anchors = [from]
  if (to - from < dayMs - 3 * 3_600_000) return anchors
  let day = Math.floor(home.localOf(from) / dayMs)
  for (;;) {
    const midnight = home.instantOf(day * dayMs)
    const next = home.instantOf((day + 1) * dayMs)
    if (next > to) return anchors
    if (midnight > from) anchors.push(midnight)
    day++
  }
}
