/** What each kind of promotion takes off the lines it applies to, given what is left to pay for them. Never more than that. */
import { currencyScale } from '../../platform/values/currencies.ts'
import { divideRounded, parseDecimal, percentOf, unitsAt } from '../../platform/values/decimal.ts'
import { spread, sum } from '../../platform/values/spread.ts'
import type { PromotionRule } from './rule.ts'

/** `left` is in minor units. */
export type OpenLine = { quantity: string; left: bigint }

type Kind = (rule: PromotionRule, lines: readonly OpenLine[], currency: string) => bigint[]

/** The discount of each line, in the order given. Shipping is not theirs to touch. */
export const lineDiscounts = {
  percent: ({ value }, lines) => {
    const percent = parseDecimal(value ?? '0')
    return lines.map(({ left }) => atMost(left, percentOf(left, percent)))
  },

  fixed: ({ value }, lines, currency) => {
    const left = lines.map((line) => line.left)
    const amount = unitsAt(parseDecimal(value ?? '0'), currencyScale(currency))
    return spread(atMost(sum(left), amount), left)
  },

  /** Of every buy + get units the `get` cheapest are free; what does not fill a set is paid. */
  buyXGetY: ({ buyQuantity, getQuantity }, lines) => {
    const units = lines.map(({ quantity, left }) => (left > 0n ? wholeUnits(quantity) : 0))
    const setSize = (buyQuantity ?? 1) + (getQuantity ?? 1)
    const count = units.reduce((total, quantity) => total + quantity, 0)
    let free = Math.floor(count / setSize) * (getQuantity ?? 1)

    const discounts = lines.map(() => 0n)
    for (const i of cheapestFirst(lines)) {
      const taken = Math.min(free, units[i]!)
      free -= taken
      discounts[i] = shareOf(lines[i]!, taken)
    }
    return discounts
  },

  freeShipping: (_, lines) => lines.map(() => 0n),
} as const satisfies Record<PromotionRule['kind'], Kind>

const atMost = (limit: bigint, amount: bigint) => (amount < limit ? amount : limit)

/** What `units` of the line's quantity cost, by what is left to pay for it. */
function shareOf({ quantity, left }: OpenLine, units: number): bigint {
  if (units === 0) return 0n
  return divideRounded(left * BigInt(units) * 1_000_000n, millionths(quantity))
}

const wholeUnits = (quantity: string) => Number(millionths(quantity) / 1_000_000n)
const millionths = (quantity: string) => unitsAt(parseDecimal(quantity), 6)

/** Indexes by price per unit, the earlier line first among equals. */
function cheapestFirst(lines: readonly OpenLine[]): number[] {
  const quantities = lines.map(({ quantity }) => millionths(quantity))
  return lines
    .map((_, i) => i)
    .toSorted((a, b) => {
      const difference = lines[a]!.left * quantities[b]! - lines[b]!.left * quantities[a]!
      return difference < 0n ? -1 : difference > 0n ? 1 : 0
    })
}
