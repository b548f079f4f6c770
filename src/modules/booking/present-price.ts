/** Instants and prices as the API shows them. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { inLocale, Money } from '../../platform/values/shapes.ts'
import type { ToldPrice } from '../requests/values.ts'

export const showInstant = (at: number | Date): string => new Date(at).toISOString().replace('.000Z', 'Z')

export const PriceView = z
  .object({
    total: Money,
    lines: z.array(
      z.object({
        kind: z.string(),
        label: z.string().optional(),
        code: z.string().optional(),
        amount: Money,
      }),
    ),
  })
  .meta({ id: 'BookingPrice' })

export function presentPrice(
  ctx: Context,
  { currency, total, lines }: ToldPrice,
): z.output<typeof PriceView> {
  return {
    total: { amount: total, currency },
    lines: lines.map(({ kind, label, code, amount }) => ({
      kind,
      ...(label ? { label: inLocale(label, ctx.locale, ctx.organization.defaultLocale) } : {}),
      ...(code ? { code } : {}),
      amount: { amount, currency },
    })),
  }
}
