/** A start kept free for some minutes, for whoever is still filling in the rest. */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField, notFound } from '../../platform/http/app-error.ts'
import { announced, change, unrecorded } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { loadService, loadWorld } from './load.ts'
import { lockSlots, slotIds } from './locks.ts'
import { durationFor, offerFor, refuseStart } from './place.ts'
import { toldPrice } from './quotes.ts'
import { bookingHolds, bookingQuotes } from './schema.ts'
import { dropExpired, giveBack, sweepExpired, takeSeat } from './seats.ts'
import { CreateHold } from './shapes.ts'
import { freeTimesTold } from './told.ts'
import { availabilityTold } from '../services/availability-told.ts'

export type Hold = typeof bookingHolds.$inferSelect

export const holdMinutes = 10
const aroundMs = 7 * 86_400_000

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Keeps one seat of a start. The token is told once and proves it; the price told is kept as long as the hold. */
export async function createHold(
  ctx: Context,
  input: z.input<typeof CreateHold>,
): Promise<{ hold: Hold; token: string }> {
  const { serviceId, start, memberId, durationMinutes, postalCode, promotionCodes } = CreateHold.parse(input)
  return change(ctx, 'bookingHold.create', async (ctx) => {
    const found = await loadService(ctx, serviceId)
    const { service, members } = found
    const at = Date.parse(start)
    const minutes = durationFor(service, durationMinutes)
    await lockSlots(ctx, service, members)
    await dropExpired(ctx, slotIds(service, members))
    const world = await loadWorld(ctx, { from: at - aroundMs, to: at + aroundMs }, found, {
      postalCode,
      promotionCodes,
      email: ctx.actor.email,
    })
    const wish = { start: at, durationMinutes: minutes, memberId }
    const offer = offerFor(ctx, world, wish)
    if (typeof offer === 'string') throw refuseStart(ctx, world, wish, offer)
    const token = randomBytes(24).toString('base64url')
    const expiresAt = new Date(ctx.now.getTime() + holdMinutes * 60_000)
    const [choice] = offer.choices
    const id = newId()
    const visitId = await takeSeat(
      ctx,
      service,
      { start: at, end: offer.end, choice: choice! },
      { holderId: id, expiresAt },
    )
    if (!visitId) throw refuseStart(ctx, world, wish, 'slot_taken')
    const [hold] = await ctx.db
      .insert(bookingHolds)
      .values({
        tenantId: ctx.tenantId,
        id,
        serviceId,
        tokenHash: hashOf(token),
        userId: ctx.actor.userId,
        startsAt: new Date(at),
        endsAt: new Date(offer.end),
        memberIds: [...choice!.memberIds],
        resourceIds: [...choice!.resourceIds],
        price: toldPrice(world.price(at, minutes)),
        expiresAt,
        createdAt: ctx.now,
      })
      .returning()
    return announced({ hold: hold!, token }, await freeTimesTold(ctx, [hold!]))
  })
}

/** Lets it go before its time. Twice is once. */
export async function releaseHold(
  ctx: Context,
  input: { holdId: string; token: string | null },
): Promise<void> {
  await change(ctx, 'bookingHold.remove', async (ctx) => {
    const hold = await lockHold(ctx, input.holdId, input.token)
    if (hold.requestId || hold.expiresAt <= ctx.now) return unrecorded(null)
    await giveBack(ctx, [hold.id])
    await write(ctx, hold.id, { expiresAt: ctx.now })
    return announced(null, await freeTimesTold(ctx, [hold]))
  })
}

/** The hold of whoever made it: by its token or by their account. @throws not_found */
export async function lockHold(ctx: Inside, holdId: string, token: string | null): Promise<Hold> {
  const [hold] = await ctx.db
    .select()
    .from(bookingHolds)
    .where(and(eq(bookingHolds.tenantId, ctx.tenantId), eq(bookingHolds.id, holdId)))
    .for('update')
  const isTheirs =
    hold &&
    ((token !== null && hashOf(token) === hold.tokenHash) ||
      (hold.userId !== null && hold.userId === ctx.actor.userId))
  if (!isTheirs) throw notFound('hold')
  return hold
}

/** The hold that a booking names, if it still keeps its seat. @throws invalid when it is of something else */
export async function holdFor(
  ctx: Inside,
  input: { holdId: string; token: string | null; serviceId: string; start: number },
): Promise<Hold | null> {
  const hold = await lockHold(ctx, input.holdId, input.token)
  if (hold.serviceId !== input.serviceId || hold.startsAt.getTime() !== input.start)
    throw invalidField('/holdId', 'This hold is of another start.')
  if (hold.requestId)
    throw conflict('This hold has become a booking already.', {
      code: 'hold_used',
      details: { bookingId: hold.requestId, alternatives: [] },
    })
  return hold.expiresAt > ctx.now ? hold : null
}

export const markUsed = (ctx: Inside, holdId: string, requestId: string) => write(ctx, holdId, { requestId })

const write = (ctx: Inside, holdId: string, values: Partial<Hold>) =>
  ctx.db
    .update(bookingHolds)
    .set(values)
    .where(and(eq(bookingHolds.tenantId, ctx.tenantId), eq(bookingHolds.id, holdId)))

const keptDays = 30

/** Frees what has expired, tells whoever looks, and forgets what was long ago. */
export async function sweepHolds(ctx: Context): Promise<void> {
  await change(ctx, 'bookingHold.expire', async (ctx) => {
    const serviceIds = await sweepExpired(ctx)
    const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
    await ctx.db
      .delete(bookingHolds)
      .where(and(eq(bookingHolds.tenantId, ctx.tenantId), lt(bookingHolds.expiresAt, before)))
    await ctx.db
      .delete(bookingQuotes)
      .where(and(eq(bookingQuotes.tenantId, ctx.tenantId), lt(bookingQuotes.createdAt, before)))
    return announced(
      null,
      serviceIds.map((id) => availabilityTold(id)),
    )
  })
}
