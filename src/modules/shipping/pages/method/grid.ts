/**
 * A rate table as a grid of zones and weights, as people fill it in, and back. Weights are the columns for all zones;
 * a zone leaves empty what it has no price for. Shared by the form and the action, and pure.
 */
import type { ZoneRate } from '../../schema.ts'
import { type ZoneCode, zoneCodes } from '../../zones.ts'

export type Grid = {
  /** Upper limits in kilograms, rising: "2", "0.5". */
  weights: string[]
  rows: { zone: ZoneCode; prices: string[]; extra: string }[]
}

const kilograms = (grams: number): string => String(grams / 1000)

export function gridOf(rates: readonly ZoneRate[]): Grid {
  const limits = [...new Set(rates.flatMap(({ brackets }) => brackets.map(({ upToGrams }) => upToGrams)))]
  const weights = limits.toSorted((a, b) => a - b)
  return {
    weights: weights.map(kilograms),
    rows: zoneCodes.map((zone) => {
      const rate = rates.find((one) => one.zone === zone)
      const priceUpTo = (limit: number) => rate?.brackets.find(({ upToGrams }) => upToGrams === limit)?.price
      return {
        zone,
        prices: weights.map((limit) => priceUpTo(limit) ?? ''),
        extra: rate?.perExtraKg ?? '',
      }
    }),
  }
}

type Cells = {
  /** Decimal strings, `` where nothing was typed. */
  weights: readonly string[]
  price: (zone: string, column: number) => string
  extra: (zone: string) => string
}

/** The table that was typed: columns without a weight and zones without a price fall out. */
export function ratesOf({ weights, price, extra }: Cells): ZoneRate[] {
  const columns = weights
    .map((weight, column) => ({ column, upToGrams: weight === '' ? 0 : Math.round(Number(weight) * 1000) }))
    .filter(({ upToGrams }) => upToGrams !== 0)
    .toSorted((a, b) => a.upToGrams - b.upToGrams)
  return zoneCodes.flatMap((zone) => {
    const brackets = columns
      .map(({ column, upToGrams }) => ({ upToGrams, price: price(zone, column) }))
      .filter((bracket) => bracket.price !== '')
    if (brackets.length === 0) return []
    const perExtraKg = extra(zone)
    return [{ zone, brackets, ...(perExtraKg && { perExtraKg }) }]
  })
}
