/** Prices that were told: stored, and compared with what the same visit costs when it is booked. */
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField } from '../../platform/http/app-error.ts'
import { compare } from '../../platform/values/decimal.ts'
import { change, unrecorded } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import type { ToldPrice } from '../requests/values.ts'
import type { PricedVisit } from './engine/price.ts'
import { loadService, loadWorld } from './load.ts'
import { durationFor } from './place.ts'
import { presentPrice } from './present-price.ts'
import { bookingQuotes } from './schema.ts'
import { CreateQuote } from './shapes.ts'

export type Quote = typeof bookingQuotes.$inferSelect

/** What a visit would cost; whether it is free is another question. */
export async function createQuote(
  ctx: Context,
  input: z.input<typeof CreateQuote>,
): Promise<Quote & { refused: PricedVisit['refused'] }> {
  const { serviceId, start, durationMinutes, postalCode, promotionCodes } = CreateQuote.parse(input)
  return change(ctx, 'bookingQuote.create', async (ctx) => {
    const found = await loadService(ctx, serviceId)
    const at = Date.parse(start)
    const minutes = durationFor(found.service, durationMinutes)
    const world = await loadWorld(ctx, { from: at, to: at }, found, {
      postalCode,
      promotionCodes,
      email: ctx.actor.email,
    })
    const priced = world.price(at, minutes)
    const [row] = await ctx.db
      .insert(bookingQuotes)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        serviceId,
        startsAt: new Date(at),
        endsAt: new Date(at + minutes * 60_000),
        price: toldPrice(priced),
        createdAt: ctx.now,
      })
      .returning()
    return unrecorded({ ...row!, refused: priced.refused })
  })
}

export const toldPrice = ({ currency, total, lines }: ToldPrice): ToldPrice => ({ currency, total, lines })

type Visit = { serviceId: string; start: number; end: number }

/** @throws conflict `price_changed` when the visit costs something else now than was told; with what it costs. */
export async function requireQuoted(
  ctx: Inside,
  quoteId: string,
  visit: Visit,
  price: ToldPrice,
): Promise<void> {
  const [quote] = await ctx.db
    .select()
    .from(bookingQuotes)
    .where(and(eq(bookingQuotes.tenantId, ctx.tenantId), eq(bookingQuotes.id, quoteId)))
  const isOfThis =
    quote?.serviceId === visit.serviceId &&
    quote.startsAt.getTime() === visit.start &&
    quote.endsAt.getTime() === visit.end
  if (!quote || !isOfThis) throw invalidField('/quoteId', 'This price was told of something else.')
  if (quote.price.currency === price.currency && compare(quote.price.total, price.total) === 0) return
  throw conflict('The price has changed since it was told.', {
    code: 'price_changed',
    details: { price: presentPrice(ctx, price), quoted: presentPrice(ctx, quote.price), alternatives: [] },
  })
}
