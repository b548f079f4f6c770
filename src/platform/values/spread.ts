/** Dividing an amount into whole parts that add up to it again, by largest remainder, ties to the earlier part. */
import { invalid } from '../http/app-error.ts'

export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
const negated = (values: readonly bigint[]) => values.map((value) => -value)
const descending = (a: bigint, b: bigint) => (a === b ? 0 : a < b ? 1 : -1)

/**
 * Whole parts of `total`, each within one unit of its exact share `numerators[i] ÷ denominator`.
 * Each share is rounded down; the units left over go to those who lost most. The shares' own sum must round to `total`.
 * A negative total is the mirror image of the positive one: a credit note undoes its invoice line by line.
 */
export function largestRemainder(
  total: bigint,
  numerators: readonly bigint[],
  denominator: bigint,
): bigint[] {
  if (total < 0n) return negated(largestRemainder(-total, negated(numerators), denominator))

  const remainders: bigint[] = []
  const parts = numerators.map((numerator) => {
    const remainder = ((numerator % denominator) + denominator) % denominator
    remainders.push(remainder)
    return (numerator - remainder) / denominator
  })

  const left = Number(total - sum(parts))
  if (left === 0) return parts
  // The sort is stable: among equal remainders the earlier part stays first.
  const order = parts.map((_, i) => i).toSorted((a, b) => descending(remainders[a]!, remainders[b]!))
  for (const i of order.slice(0, left)) parts[i]! += 1n
  return parts
}

/**
 * Divides `total` in proportion to `weights` (none below zero), equally when they are all zero.
 * A part never exceeds its weight while `total` does not exceed their sum, so a discount cannot push a line below zero.
 */
export function spread(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw invalid('A weight cannot be below zero.')
  if (total === 0n) return weights.map(() => 0n)
  if (weights.length === 0) throw invalid('There is nothing to spread the amount over.')

  const sumOfWeights = sum(weights)
  if (sumOfWeights === 0n)
    return spread(
      total,
      weights.map(() => 1n),
    )
  return largestRemainder(
    total,
    weights.map((weight) => total * weight),
    sumOfWeights,
  )
}
