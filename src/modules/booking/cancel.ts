/** Cancelling: by the customer within the policy, by the house at any time; one visit of a series, those from it on, or all. */
import type { z } from 'zod'
import { conflict, notFound } from '../../platform/http/app-error.ts'
import { percentOf, parseDecimal } from '../../platform/values/decimal.ts'
import { amountOf, minorUnits } from '../../platform/values/money.ts'
import { change, changedMany, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { returnUses } from '../promotions/uses.ts'
import { lockRequest, lockSeries, type Request, writeRequest } from '../requests/requests.ts'
import { isCustomerOf, termsOf } from './find.ts'
import { lockIds } from './locks.ts'
import { feePercent, isOpen, mayCancel, maySeeAll } from './policy.ts'
import { giveBack } from './seats.ts'
import { CancelBooking, type scopes } from './shapes.ts'
import { takenBy, wrongState } from './status.ts'
import { freeTimesTold, heardOf } from './told.ts'

type Scope = (typeof scopes)[number]

/** Gives the time back; late cancelling costs what the policy says. Twice is once. @throws conflict `too_late` */
export async function cancelBooking(
  ctx: Context,
  input: { bookingId: string; access?: string | null } & z.input<typeof CancelBooking>,
): Promise<Request> {
  const { bookingId, access, ...rest } = input
  const { reason = null, scope } = CancelBooking.parse(rest)
  return change(ctx, 'booking.cancel', async (ctx) => {
    const named = await lockRequest(ctx, bookingId)
    const { userId, policy } = await termsOf(ctx, named)
    const isCustomer = isCustomerOf(ctx, { ...named, userId }, access)
    if (!isCustomer && !maySeeAll(ctx.actor)) throw notFound('booking')
    const terms = { isCustomer, policy, now: ctx.now }
    const targets = await inScope(ctx, named, scope)
    if (targets.length === 0) {
      if (named.status === 'cancelled') return unchanged(named)
      throw wrongState(named, 'cancelled')
    }
    if (targets.some((one) => !mayCancel(ctx.actor, one, terms)))
      throw conflict('It is too late to cancel this. Ask the house.', { code: 'too_late' })
    await lockIds(ctx, [...new Set(targets.flatMap(takenBy))])
    await giveBack(
      ctx,
      targets.map(({ id }) => id),
    )
    const told = await freeTimesTold(ctx, targets)
    const pairs = []
    for (const before of targets) {
      const after = await writeRequest(ctx, before.id, {
        status: 'cancelled',
        cancelledAt: ctx.now,
        endedBy: ctx.actor.userId,
        endReason: reason,
        cancellationFee: feeOf(before, feePercent(ctx.actor, before, terms)),
        sequence: before.sequence + 1,
      })
      if (before.promotionCodes.length > 0) await returnUses(ctx, before.id)
      pairs.push({ before, after, options: heardOf(after, userId, pairs.length === 0 ? told : []) })
    }
    return changedMany(pairs.find(({ after }) => after.id === named.id)?.after ?? named, pairs)
  })
}

/** The open visits that are meant, locked: of a series the later ones, or all that have not begun. */
export async function inScope(ctx: Inside, named: Request, scope: Scope): Promise<Request[]> {
  if (scope === 'this' || !named.seriesId) return isOpen(named) ? [named] : []
  const from = scope === 'following' ? named.startsAt! : ctx.now
  return lockSeries(ctx, { seriesId: named.seriesId, from, statuses: ['pending', 'confirmed'] })
}

function feeOf({ total, currency }: Request, percent: string): string {
  if (!total || !currency) return '0'
  return amountOf(percentOf(minorUnits(total, currency), parseDecimal(percent)), currency)
}
