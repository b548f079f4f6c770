/** Who may do what with a booking: pure, so that the server and the buttons agree. */
import { type Actor, may } from '../../platform/access/actor.ts'
import type { RequestStatus } from '../requests/values.ts'
import type { CancellationPolicy } from '../services/values.ts'

type State = { status: RequestStatus; startsAt: Date | null }

export const isStaff = (actor: Actor): boolean => may(actor, 'bookings.manage')
export const maySeeAll = (actor: Actor): boolean => may(actor, 'bookings.read')

export const isOpen = ({ status }: State): boolean => status === 'pending' || status === 'confirmed'

export const mayDecide = (actor: Actor, booking: State): boolean =>
  isStaff(actor) && booking.status === 'pending'

/** Whether somebody came is known from the start on. */
export const mayClose = (actor: Actor, booking: State, now: Date): boolean =>
  isStaff(actor) && booking.status === 'confirmed' && booking.startsAt! <= now

const minutesUntil = ({ startsAt }: State, now: Date): number =>
  (startsAt!.getTime() - now.getTime()) / 60_000

/** `isCustomer` also for a guest with the booking's own link. Staff may at any time, customers until it is too late. */
export function mayCancel(
  actor: Actor,
  booking: State,
  { isCustomer, policy, now }: { isCustomer: boolean; policy: CancellationPolicy | null; now: Date },
): boolean {
  if (!isOpen(booking)) return false
  if (isStaff(actor)) return true
  const left = minutesUntil(booking, now)
  return isCustomer && left > 0 && left >= (policy?.latestMinutes ?? 0)
}

/** Moving is free or not at all: it must not be a way around the fee. */
export function mayMove(
  actor: Actor,
  booking: State,
  { isCustomer, policy, now }: { isCustomer: boolean; policy: CancellationPolicy | null; now: Date },
): boolean {
  if (!isOpen(booking)) return false
  if (isStaff(actor)) return true
  const left = minutesUntil(booking, now)
  return isCustomer && left > 0 && left >= Math.max(policy?.freeUntilMinutes ?? 0, policy?.latestMinutes ?? 0)
}

/** The share of the price that cancelling costs now: nothing for the house's own cancelling, and of what was never confirmed. */
export function feePercent(
  actor: Actor,
  booking: State,
  { policy, now }: { policy: CancellationPolicy | null; now: Date },
): string {
  if (isStaff(actor) || !policy || booking.status !== 'confirmed') return '0'
  return minutesUntil(booking, now) >= policy.freeUntilMinutes ? '0' : policy.feePercent
}
