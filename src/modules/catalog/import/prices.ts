/** Which of a product's prices is asked today and which is shown struck through. Amounts are strings with two decimals. */
import type { ProblemCode } from './problem-texts.ts'

type Note = (code: ProblemCode) => void

/** Exact for amounts with two decimals. */
export const cents = (amount: string): bigint => BigInt(amount.replace('.', ''))

/** The former price when it is above the price; zero is how some shops write "none". */
export function formerPrice(price: string, compareAt: string | null, note: Note): string | null {
  if (compareAt === null || cents(compareAt) === 0n) return null
  if (cents(compareAt) > cents(price)) return compareAt
  note('compare_at_not_higher')
  return null
}

/** WooCommerce keeps the regular price and, beside it, a lower one for a sale. */
export function salePrices(regular: string, sale: string | null, note: Note) {
  if (sale === null) return { price: regular, compareAt: null }
  if (cents(sale) < cents(regular)) return { price: sale, compareAt: regular }
  note('sale_not_lower')
  return { price: regular, compareAt: null }
}
