/** A series before it is booked: which of its dates would work, and why the others would not. */
import type { z } from 'zod'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { visitsOf } from './engine/recurrence.ts'
import { loadService, loadWorld } from './load.ts'
import { codeOf, countIn, durationFor, offerFor } from './place.ts'
import type { ToldPrice } from '../requests/values.ts'
import { PreviewSeries } from './shapes.ts'

export type PreviewedVisit = { start: Date; end: Date; reason: string | null; price: ToldPrice }

export async function previewSeries(
  ctx: Context,
  input: z.input<typeof PreviewSeries>,
): Promise<PreviewedVisit[]> {
  const given = PreviewSeries.parse(input)
  return read(ctx, async (ctx) => {
    const found = await loadService(ctx, given.serviceId)
    const { timeZone } = found.service
    const durationMinutes = durationFor(found.service, given.durationMinutes)
    const starts = visitsOf({
      rule: given.recurrence,
      start: Date.parse(given.start),
      timeZone,
      except: given.exceptDates,
    })
    const world = await loadWorld(ctx, { from: starts[0]!, to: starts.at(-1)! }, found, {
      postalCode: given.postalCode,
    })
    return starts.map((start): PreviewedVisit => {
      const offer = offerFor(ctx, world, { start, durationMinutes, memberId: given.memberId })
      if (typeof offer !== 'string') countIn(world, { start, end: offer.end, choice: offer.choices[0]! })
      return {
        start: new Date(start),
        end: new Date(start + durationMinutes * 60_000),
        reason: typeof offer === 'string' ? codeOf(offer) : null,
        price: world.price(start, durationMinutes),
      }
    })
  })
}
