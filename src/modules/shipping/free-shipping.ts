/** From which sum of goods the shop sends for nothing, so that it can be said before the checkout. */
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { whileUnchanged } from '../../platform/tenancy/unchanged.ts'
import { compare } from '../../platform/values/decimal.ts'
import { offeredMethods, type ShippingMethod } from './methods.ts'

/** The least threshold of a whole order to the country; null where nothing is ever sent for nothing. */
export function leastFreeFrom(methods: readonly ShippingMethod[], country: string): string | null {
  const thresholds = methods
    .filter(
      ({ charge, countries }) =>
        charge === 'perOrder' && (countries.length === 0 || countries.includes(country)),
    )
    .flatMap(({ freeFrom }) => freeFrom ?? [])
  return thresholds.toSorted(compare)[0] ?? null
}

/** For somebody whose address is not known yet: as in the shop's own country. */
export async function freeShippingFrom(ctx: Context): Promise<{ amount: string; currency: string } | null> {
  const { country, currency } = ctx.organization
  const amount = await whileUnchanged(ctx, 'free shipping', () =>
    read(ctx, async (ctx) => leastFreeFrom(await offeredMethods(ctx), country)),
  )
  return amount === null ? null : { amount, currency }
}
