/** Where the allowances and charges of a whole document belong: to one VAT group each, whole or in shares. */
import { invalidField } from '../http/app-error.ts'
import { parseDecimal, percentOf, trimZeros, unitsAt } from './decimal.ts'
import type { Adjustment, DocumentAdjustment } from './document.ts'
import { spread, sum } from './spread.ts'
import type { Part } from './vat-groups.ts'

/** The part of the adjustment at `index` that falls into one VAT group; its value is above zero also for an allowance. */
export type AdjustmentPart = Part & { index: number }

/** What an adjustment comes to beside an amount in minor units, rounded on its own. */
export const adjustmentOf = (adjustment: Adjustment, beside: bigint, scale: number): bigint =>
  adjustment.percent === undefined
    ? unitsAt(parseDecimal(adjustment.amount), scale)
    : percentOf(beside, parseDecimal(adjustment.percent))

export const vatKey = (rate: string, category?: string): { rate: string; category: string } => {
  const trimmed = trimZeros(rate)
  return { rate: trimmed, category: category ?? (trimmed === '0' ? 'Z' : 'S') }
}

/** The parts of a document's allowances. Those without a VAT rate take from each line in turn, never below zero. */
export function allowanceParts(
  allowances: readonly DocumentAdjustment[],
  lines: readonly Part[],
  scale: number,
): AdjustmentPart[] {
  const left = lines.map(({ value }) => (value > 0n ? value : 0n))
  return allowances.flatMap((allowance, index) => {
    if (allowance.vatRate !== undefined) return [partInGroup(allowance, index, lines, scale)]

    const wanted = adjustmentOf(allowance, valueOf(lines), scale)
    const available = sum(left)
    const shares = spread(wanted < available ? wanted : available, left)
    shares.forEach((share, i) => (left[i]! -= share))
    return byGroup(shares, lines, index)
  })
}

/** The parts of a document's charges. Those without a VAT rate are borne by the lines in proportion to their value. */
export function chargeParts(
  charges: readonly DocumentAdjustment[],
  lines: readonly Part[],
  scale: number,
): AdjustmentPart[] {
  const weights = lines.map(({ value }) => (value > 0n ? value : 0n))
  return charges.flatMap((charge, index) => {
    if (charge.vatRate !== undefined) return [partInGroup(charge, index, lines, scale)]
    if (lines.length === 0)
      throw invalidField(`/charges/${index}/vatRate`, 'Needs a VAT rate: there are no lines.')
    return byGroup(spread(adjustmentOf(charge, valueOf(lines), scale), weights), lines, index)
  })
}

const valueOf = (lines: readonly Part[]) => sum(lines.map(({ value }) => value))

function partInGroup(
  adjustment: DocumentAdjustment,
  index: number,
  lines: readonly Part[],
  scale: number,
): AdjustmentPart {
  const key = vatKey(adjustment.vatRate!, adjustment.vatCategory)
  const group = lines.filter(({ rate, category }) => rate === key.rate && category === key.category)
  return { ...key, index, value: adjustmentOf(adjustment, valueOf(group), scale) }
}

function byGroup(shares: readonly bigint[], lines: readonly Part[], index: number): AdjustmentPart[] {
  const groups = new Map<string, AdjustmentPart>()
  lines.forEach(({ rate, category }, i) => {
    const key = `${category} ${rate}`
    const group = groups.get(key) ?? { rate, category, index, value: 0n }
    group.value += shares[i]!
    groups.set(key, group)
  })
  return [...groups.values()].filter(({ value }) => value !== 0n)
}
