/** What is taken already, as a unit's rising starts ask about it: refused, free, or a group visit to join. */
import { type Interval, joined, sweep } from '../../services/calendar/intervals.ts'
import type { Inputs, Taken } from './inputs.ts'

/** Another visit is in the way, nothing is, or this one has a seat left. */
export type Standing = 'taken' | 'free' | Taken

export type TakenBy = ReadonlyMap<string, readonly Taken[]>

export type Occupation = (start: number, end: number) => Standing

/** `resourceIds` are the unit's own; starts must be asked in rising order. */
export function occupationOf(
  { service, busy }: Inputs,
  takenBy: TakenBy,
  resourceIds: readonly string[],
  length: number,
  { before, after }: { before: number; after: number },
): Occupation {
  const mine = resourceIds.flatMap((id) => takenBy.get(id) ?? [])
  const joinable = joinableOf(mine, service.id, resourceIds, length)
  const own = sweep(joinable.toSorted((a, b) => a.from - b.from))
  const isJoinable = new Set(joinable.map(({ visitId }) => visitId))
  const hard = sweep(
    joined([
      ...mine.filter(({ visitId }) => !isJoinable.has(visitId)),
      ...busy.filter(({ memberId }) => resourceIds.includes(memberId)),
    ]),
  )
  return (start, end) => {
    const [from, to] = [start - before, end + after]
    if (hard(from, to)) return 'taken'
    const visit = own(from, to)
    if (!visit) return 'free'
    // One that begins with us ends with us; its neighbours keep their distance from it, and so from us.
    return visit.start === start ? visit : 'taken'
  }
}

/** Group visits of this service and length with seats left, that take up all of the unit. */
function joinableOf(
  mine: readonly Taken[],
  serviceId: string,
  resourceIds: readonly string[],
  length: number,
): Taken[] {
  const open = mine.filter(
    (one) => one.serviceId === serviceId && one.end - one.start === length && one.seats < one.capacity,
  )
  if (open.length === 0) return []
  const byVisit = Map.groupBy(open, ({ visitId }) => visitId)
  return [...byVisit.values()].flatMap((rows) => (rows.length === resourceIds.length ? [rows[0]!] : []))
}

export type Rooms = {
  /** Of each group one that is free, none twice. */
  chosen: readonly string[]
  /** How many visits at once they would do for. */
  count: number
}

/** For rooms and the like: what a visit would take up, or null when something is not to be had. */
export function roomFinder(
  { service }: Inputs,
  takenBy: TakenBy,
  { before, after }: { before: number; after: number },
): (start: number, end: number) => Rooms | null {
  const groups = service.resources
  if (groups.length === 0) return () => anyRoom
  const spans = new Map<string, Interval[]>(groups.flat().map((id) => [id, joined(takenBy.get(id) ?? [])]))
  return (start, end) => {
    const [from, to] = [start - before, end + after]
    const free = groups.map((ids) =>
      ids.filter((id) => !spans.get(id)!.some((span) => span.from < to && from < span.to)),
    )
    const chosen = oneOfEach(free, [])
    return chosen && { chosen, count: Math.min(...free.map(({ length }) => length)) }
  }
}

const anyRoom: Rooms = { chosen: [], count: Infinity }

function oneOfEach(groups: readonly (readonly string[])[], chosen: string[]): string[] | null {
  const [ids, ...rest] = groups
  if (!ids) return chosen
  for (const id of ids) {
    const found = chosen.includes(id) ? null : oneOfEach(rest, [...chosen, id])
    if (found) return found
  }
  return null
}
