/** What the availability engine is given and what it answers. Instants are epoch milliseconds; stretches are half-open. */
import type {
  Assignment,
  DayHours,
  Horizon,
  Limits,
  MemberHours,
  ResourceGroups,
  TimeOff,
  Travel,
  WeeklyHours,
} from '../../services/values.ts'

/** A service's row has all of this and more. */
export type ServiceRules = Limits & {
  id: string
  timeZone: string
  hours: readonly WeeklyHours[] | null
  overrides: readonly DayHours[]
  memberHours: MemberHours
  assignment: Assignment
  resources: ResourceGroups
  slotStepMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  minimumNoticeMinutes: number
  horizon: Horizon | null
  capacity: number
}

/** A team member's row has all of this and more. */
export type MemberRules = Limits & {
  id: string
  timeZone: string | null
  hours: readonly WeeklyHours[] | null
  overrides: readonly DayHours[]
  timeOff: readonly TimeOff[]
  travel: readonly Travel[]
}

/** One resource taken up by one visit; a visit of two members is two of these. `from` and `to` include the buffers. */
export type Taken = {
  visitId: string
  serviceId: string
  resourceId: string
  start: number
  end: number
  from: number
  to: number
  seats: number
  capacity: number
}

export type Inputs = {
  service: ServiceRules
  /** In the order in which they are asked; none: the service itself is what is taken up. */
  members: readonly MemberRules[]
  /** Of the service, its members and its resources, for whole weeks around what is asked. Pending bookings and live holds too. */
  taken: readonly Taken[]
  /** Members' outside calendars. */
  busy: readonly { memberId: string; from: number; to: number }[]
  /** Local days on which the service is closed unless an override opens it. */
  closedDays: Iterable<string>
}

export type Ask = {
  from: number
  to: number
  durationMinutes: number
  /** Only with this member. */
  memberId?: string | null
}

/** Why a start is not offered, the most telling last: of several members' reasons the later one is told. */
export const reasons = [
  'outside_hours',
  'member_away',
  'limit_reached',
  'slot_taken',
  'beyond_horizon',
  'notice_too_short',
] as const
export type Reason = (typeof reasons)[number]

export type Choice = {
  /** One of `assignment: any`, all of `all`, none of a service without members. */
  memberIds: readonly string[]
  /** What else is taken up; empty when the visit is there already. */
  resourceIds: readonly string[]
  /** The group visit that is joined. */
  visitId: string | null
  /** How many can still come this way. */
  seats: number
  /** What they have on that day already, and how many such visits the rooms would do for at once. */
  visits: number
  rooms: number
}

export type Offer = {
  start: number
  end: number
  /** Everybody it could be with. */
  memberIds: readonly string[]
  /** How many more bookings this start takes. */
  remaining: number
  /** The ways to do it, the preferred first: with whom the day is emptiest. */
  choices: readonly Choice[]
}

export type Explanation = { offers: Offer[]; refused: { start: number; reason: Reason }[] }
