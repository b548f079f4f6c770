/** What the house says of a booking: yes, no, it took place, nobody came. */
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { conflict } from '../../platform/http/app-error.ts'
import { change, changed, unchanged } from '../../platform/tenancy/change.ts'
import type { Action } from '../../platform/tenancy/actions.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { lockRequest, type Request, writeRequest } from '../requests/requests.ts'
import { lockIds } from './locks.ts'
import { termsOf } from './find.ts'
import { mayClose, mayDecide } from './policy.ts'
import { giveBack } from './seats.ts'
import { RejectBooking } from './shapes.ts'
import { freeTimesTold, heardOf } from './told.ts'

type Step = {
  action: Action
  status: Request['status']
  values: (ctx: Context) => Partial<Request>
  may: (ctx: Context, booking: Request) => boolean
  frees?: boolean
}

/** It is theirs: its time was taken up since it was made. Twice is once. */
export const confirmBooking = (ctx: Context, input: { bookingId: string }): Promise<Request> =>
  take(ctx, input.bookingId, {
    action: 'booking.confirm',
    status: 'confirmed',
    values: ({ now }) => ({ confirmedAt: now }),
    may: ({ actor }, booking) => mayDecide(actor, booking),
  })

/** Gives its time back. Twice is once. */
export async function rejectBooking(
  ctx: Context,
  input: { bookingId: string } & z.input<typeof RejectBooking>,
): Promise<Request> {
  const { bookingId, ...rest } = input
  const { reason = null } = RejectBooking.parse(rest)
  return take(ctx, bookingId, {
    action: 'booking.reject',
    status: 'rejected',
    values: ({ now, actor }) => ({ rejectedAt: now, endedBy: actor.userId, endReason: reason }),
    may: ({ actor }, booking) => mayDecide(actor, booking),
    frees: true,
  })
}

/** From its beginning on. Twice is once. */
export const completeBooking = (ctx: Context, input: { bookingId: string }): Promise<Request> =>
  take(ctx, input.bookingId, {
    action: 'booking.complete',
    status: 'completed',
    values: ({ now }) => ({ completedAt: now }),
    may: ({ actor, now }, booking) => mayClose(actor, booking, now),
  })

/** Nobody came; the time stays taken, for it was. Twice is once. */
export const missBooking = (ctx: Context, input: { bookingId: string }): Promise<Request> =>
  take(ctx, input.bookingId, {
    action: 'booking.miss',
    status: 'no_show',
    values: ({ now }) => ({ noShowAt: now }),
    may: ({ actor, now }, booking) => mayClose(actor, booking, now),
  })

const take = (ctx: Context, bookingId: string, step: Step): Promise<Request> =>
  change(ctx, step.action, async (ctx) => {
    requirePermission(ctx, 'bookings.manage')
    const before = await lockRequest(ctx, bookingId)
    if (before.status === step.status) return unchanged(before)
    if (!step.may(ctx, before)) throw wrongState(before, step.status)
    const after = await writeRequest(ctx, before.id, { status: step.status, ...step.values(ctx) })
    const { userId } = await termsOf(ctx, before)
    if (!step.frees) return changed(before, after, heardOf(after, userId))
    await lockIds(ctx, takenBy(before))
    await giveBack(ctx, [before.id])
    return changed(before, after, heardOf(after, userId, await freeTimesTold(ctx, [before])))
  })

/** What a booking takes up: its people and rooms, or its service where nobody is named. */
export const takenBy = ({ memberIds, resourceIds, serviceId }: Request): string[] => [
  ...(memberIds.length > 0 ? memberIds : [serviceId!]),
  ...resourceIds,
]

export const wrongState = ({ status }: Request, wanted: string) =>
  conflict(`A booking that is ${status} cannot become ${wanted} now.`, {
    code: 'wrong_state',
    details: { state: status },
  })
