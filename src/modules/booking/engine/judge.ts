/** Whether one unit can do a visit, and how: asked for its rising starts. */
import { minuteMs } from '../../services/calendar/days.ts'
import { type Interval, sweep } from '../../services/calendar/intervals.ts'
import type { Choice, Inputs, Reason } from './inputs.ts'
import { tallyOf } from './limits.ts'
import { occupationOf, type Rooms, type TakenBy } from './taken.ts'
import type { Unit } from './units.ts'

export type Judge = (start: number, day: number) => Reason | Choice

export type Shared = {
  length: number
  dayOf: (instant: number) => number
  findRooms: (start: number, end: number) => Rooms | null
  takenBy: TakenBy
}

export const buffersOf = ({ service }: Inputs) => ({
  before: service.bufferBeforeMinutes * minuteMs,
  after: service.bufferAfterMinutes * minuteMs,
})

export function judgeOf(inputs: Inputs, unit: Unit, { length, dayOf, findRooms, takenBy }: Shared): Judge {
  const occupation = occupationOf(inputs, takenBy, unit.resourceIds, length, buffersOf(inputs))
  const isAway = sweep<Interval>(unit.away)
  const ofDay = daysOf(inputs, unit, { length, dayOf, takenBy })
  return (start, day) => {
    const end = start + length
    const standing = occupation(start, end)
    if (standing === 'taken') return 'slot_taken'
    if (isAway(start, end)) return 'member_away'
    const { fresh, isFull } = ofDay(day)
    if (standing !== 'free') {
      const seats = standing.capacity - standing.seats
      return { ...fresh, visitId: standing.visitId, seats, rooms: 0 }
    }
    if (isFull) return 'limit_reached'
    const rooms = findRooms(start, end)
    if (!rooms) return 'slot_taken'
    // Without rooms, all visits of a day are alike.
    return rooms.chosen.length === 0 ? fresh : { ...fresh, resourceIds: rooms.chosen, rooms: rooms.count }
  }
}

/** What is the same for every start of a day: a visit of their own, and whether their limits allow one more. */
function daysOf(
  { service }: Inputs,
  { members }: Unit,
  { length, dayOf, takenBy }: Pick<Shared, 'length' | 'dayOf' | 'takenBy'>,
): (day: number) => { fresh: Choice; isFull: boolean } {
  const tallies = members.map((member) => tallyOf(member, takenBy.get(member.id) ?? [], dayOf))
  const memberIds = members.map(({ id }) => id)
  const known = new Map<number, { fresh: Choice; isFull: boolean }>()
  return (day) => {
    let standing = known.get(day)
    if (!standing) {
      const visits = tallies.reduce((total, one) => total + one.visitsOn(day), 0)
      standing = {
        fresh: {
          memberIds,
          resourceIds: [],
          visitId: null,
          seats: service.capacity,
          visits,
          rooms: Infinity,
        },
        isFull: tallies.some((one) => one.left(day, length / minuteMs) < 1),
      }
      known.set(day, standing)
    }
    return standing
  }
}
