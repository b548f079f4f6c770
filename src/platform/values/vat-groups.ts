/**
 * VAT on the parts of a document, by group of category and rate, and each part's own share of it.
 * The rounding law: net prices, VAT = round(group × rate); gross prices, VAT = round(G × r ÷ (100 + r)) and net = G − VAT.
 */
import { compare, divideRounded, parseDecimal, tenTo } from './decimal.ts'
import { invalid } from '../http/app-error.ts'
import { largestRemainder, spread, sum } from './spread.ts'

export type Pricing = 'net' | 'gross'

/**
 * A line, a charge, an allowance (below zero): an amount in minor units, without VAT or with it as the pricing says.
 * `rate` is a percentage without trailing zeros, for groups are told apart by it.
 */
export type Part = { value: bigint; rate: string; category: string }
/** The same in full; net + vat = gross, always. */
export type Taxed = { net: bigint; vat: bigint; gross: bigint }
export type VatGroup = { category: string; rate: string; base: bigint; amount: bigint }

/** Each part taxed, in the order given, and the groups, highest rate first. */
export function taxParts(parts: readonly Part[], pricing: Pricing): { taxed: Taxed[]; groups: VatGroup[] } {
  const members = new Map<string, number[]>()
  parts.forEach(({ category, rate }, i) => {
    const key = `${category} ${rate}`
    const group = members.get(key)
    if (group) group.push(i)
    else members.set(key, [i])
  })

  const taxed: Taxed[] = Array.from({ length: parts.length })
  const groups: VatGroup[] = []
  for (const indexes of members.values()) {
    const { rate, category } = parts[indexes[0]!]!
    const shares = taxGroup(
      indexes.map((i) => parts[i]!.value),
      rate,
      pricing,
    )
    const group = { category, rate, base: 0n, amount: 0n }
    indexes.forEach((i, at) => {
      const share = (taxed[i] = shares[at]!)
      group.base += share.net
      group.amount += share.vat
    })
    groups.push(group)
  }
  return { taxed, groups: groups.toSorted(byRate) }
}

const byRate = (a: VatGroup, b: VatGroup) => compare(b.rate, a.rate) || (a.category < b.category ? -1 : 1)

function taxGroup(values: readonly bigint[], rate: string, pricing: Pricing): Taxed[] {
  const percent = parseDecimal(rate)
  if (percent.units < 0n) throw invalid('A VAT rate cannot be below zero.')
  const hundred = 100n * tenTo(percent.scale)
  const total = sum(values)

  if (pricing === 'net') {
    const vat = divideRounded(total * percent.units, hundred)
    return apportion(vat, values, percent.units, hundred).map((vat, i) => {
      const net = values[i]!
      return { net, vat, gross: net + vat }
    })
  }

  const whole = hundred + percent.units
  const net = total - divideRounded(total * percent.units, whole)
  return apportion(net, values, hundred, whole).map((net, i) => {
    const gross = values[i]!
    return { net, vat: gross - net, gross }
  })
}

/**
 * `total` over the values by largest remainder. Beside returns and allowances the proportion of a group means nothing
 * (a group may even sum to zero), so there each part's own exact share `value × numerator ÷ denominator` is what is rounded.
 */
function apportion(
  total: bigint,
  values: readonly bigint[],
  numerator: bigint,
  denominator: bigint,
): bigint[] {
  const hasPositive = values.some((value) => value > 0n)
  const hasNegative = values.some((value) => value < 0n)
  if (!hasNegative) return spread(total, values)
  if (!hasPositive)
    return spread(
      total,
      values.map((value) => -value),
    )
  return largestRemainder(
    total,
    values.map((value) => value * numerator),
    denominator,
  )
}
