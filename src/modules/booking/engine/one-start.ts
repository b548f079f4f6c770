/** Availability of one start, for the write; and, for the house, of any moment at all that nothing else takes up. */
import { minuteMs } from '../../services/calendar/days.ts'
import { clocksFor } from '../../services/calendar/zone-clock.ts'
import { explain } from './explain.ts'
import type { Ask, Inputs, Offer, Reason } from './inputs.ts'
import { buffersOf } from './judge.ts'
import { occupationOf, roomFinder } from './taken.ts'
import { unitsOf } from './units.ts'

type AskOne = Omit<Ask, 'from' | 'to'> & { start: number }

/** Just what the list says of this start; a moment outside of its grid is `outside_hours`. */
export function explainStart(inputs: Inputs, { start, ...ask }: AskOne, now: number): Offer | Reason {
  const { offers, refused } = explain(inputs, { ...ask, from: start, to: start + 1 }, now)
  return offers[0] ?? refused[0]?.reason ?? 'outside_hours'
}

/**
 * The same without hours, notice, horizon and limits: only that nobody and nothing is taken twice. Whoever is at work
 * then comes before whoever is not.
 */
export function squeezeStart(inputs: Inputs, { start, ...ask }: AskOne): Offer | Reason {
  const length = ask.durationMinutes * minuteMs
  const [end, buffers] = [start + length, buffersOf(inputs)]
  const stretch = { from: start, to: end }
  const units = unitsOf(inputs, stretch, ask.memberId ?? null, clocksFor(start, end))
  const takenBy = Map.groupBy(inputs.taken, ({ resourceId }) => resourceId)
  const rooms = roomFinder(inputs, takenBy, buffers)(start, end)
  const choices = units.flatMap((unit) => {
    const standing = occupationOf(inputs, takenBy, unit.resourceIds, length, buffers)(start, end)
    if (standing === 'taken' || (standing === 'free' && !rooms)) return []
    const isJoined = standing !== 'free'
    return [
      {
        memberIds: unit.members.map(({ id }) => id),
        resourceIds: isJoined ? [] : rooms!.chosen,
        visitId: isJoined ? standing.visitId : null,
        seats: isJoined ? standing.capacity - standing.seats : inputs.service.capacity,
        visits: 0,
        rooms: isJoined ? 0 : rooms!.count,
        isAtWork: unit.windows.some(({ from, to }) => from <= start && end <= to),
      },
    ]
  })
  if (choices.length === 0) return 'slot_taken'
  const ordered = choices.toSorted((a, b) => Number(b.isAtWork) - Number(a.isAtWork))
  return {
    start,
    end,
    memberIds: [...new Set(ordered.flatMap(({ memberIds }) => memberIds))],
    remaining: ordered.reduce((total, { seats }) => total + seats, 0),
    choices: ordered.map(({ isAtWork: _isAtWork, ...choice }) => choice),
  }
}
