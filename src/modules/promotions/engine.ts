/**
 * The promotion engine: which promotions apply to a cart, what each takes off which line, and why a code was refused.
 * Pure, and independent of the order in which codes are typed. A discount never takes a line or the shipping below zero.
 */
import { invalid } from '../../platform/http/app-error.ts'
import { sum } from '../../platform/values/spread.ts'
import { lineDiscounts } from './discounts.ts'
import { coversLine, refusalOf } from './refusals.ts'
import type { Discounted, PromotionCart, PromotionOutcome, PromotionRule, RefusalReason } from './rule.ts'

export function applyPromotions(cart: PromotionCart): PromotionOutcome {
  if (cart.shipping < 0n || cart.lines.some((line) => line.total < 0n)) {
    throw invalid('A cart cannot hold amounts below zero.')
  }

  const { eligible, refusals } = sift(cart)
  const best = bestOf(combinations(eligible).map((rules) => run(rules, cart)))

  const applied = new Set(best.applied.map(({ promotionId }) => promotionId))
  for (const rule of eligible) {
    if (rule.code === null || applied.has(rule.id)) continue
    refusals.set(rule.code, best.tried.includes(rule) ? 'not_applicable' : 'not_combinable')
  }
  const { lines, shipping, applied: promotions } = best
  return {
    lines,
    shipping,
    applied: promotions,
    refused: [...refusals].map(([code, reason]) => ({ code, reason })),
  }
}

export const foldCode = (code: string): string => code.trim().toUpperCase()

/** The automatic promotions and those whose code was given, without the ones that may not apply. */
function sift(cart: PromotionCart) {
  const byCode = new Map(cart.promotions.map((rule) => [rule.code, rule]))
  const refusals = new Map<string, RefusalReason>()
  const eligible = cart.promotions.filter((rule) => rule.code === null && !refusalOf(rule, cart))

  for (const code of new Set(cart.codes.map(foldCode))) {
    const rule = byCode.get(code)
    const refusal = rule ? refusalOf(rule, cart) : 'unknown'
    if (refusal) refusals.set(code, refusal)
    else eligible.push(rule!)
  }
  return { eligible: eligible.toSorted(byPrecedence), refusals }
}

// Among equals free units go first, for they are counted in whole prices, and percentages before amounts of money.
const kindOrder = ['buyXGetY', 'percent', 'fixed', 'freeShipping'] as const satisfies PromotionRule['kind'][]

const byPrecedence = (a: PromotionRule, b: PromotionRule) =>
  a.priority - b.priority || kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.id < b.id ? -1 : 1)

/** All that stack, together; and each that does not, alone. */
function combinations(eligible: readonly PromotionRule[]): PromotionRule[][] {
  const together = eligible.filter((rule) => rule.isStackable)
  const alone = eligible.filter((rule) => !rule.isStackable).map((rule) => [rule])
  return together.length > 0 || alone.length === 0 ? [together, ...alone] : alone
}

type Run = Omit<PromotionOutcome, 'refused'> & { tried: readonly PromotionRule[]; saved: bigint }

/** What saves the customer most; the earlier one of equals. */
const bestOf = (runs: readonly Run[]): Run =>
  runs.reduce((best, run) => (run.saved > best.saved ? run : best))

/** Applies the rules one after the other, each to what the ones before it left. */
function run(rules: readonly PromotionRule[], cart: PromotionCart): Run {
  const lines = cart.lines.map(undiscounted)
  const shipping = undiscounted()
  const applied: Run['applied'] = []

  for (const rule of rules) {
    const covered = cart.lines.flatMap((line, i) => (coversLine(rule, line) ? [i] : []))
    const open = covered.map((i) => ({
      quantity: cart.lines[i]!.quantity,
      left: cart.lines[i]!.total - lines[i]!.discount,
    }))
    const amounts = lineDiscounts[rule.kind](rule, open, cart.currency)
    const offShipping = rule.kind === 'freeShipping' ? cart.shipping - shipping.discount : 0n

    covered.forEach((i, at) => takeOff(lines[i]!, rule, amounts[at]!))
    takeOff(shipping, rule, offShipping)

    const amount = sum(amounts) + offShipping
    // While no shipping is chosen there is nothing to make free yet: the code is kept, not refused.
    const isWaiting = rule.kind === 'freeShipping' && cart.shipping === 0n
    if (amount > 0n || isWaiting)
      applied.push({ promotionId: rule.id, code: rule.code, kind: rule.kind, amount })
  }
  return { lines, shipping, applied, tried: rules, saved: sum(applied.map(({ amount }) => amount)) }
}

const undiscounted = (): Discounted => ({ discount: 0n, discounts: [] })

function takeOff(target: Discounted, { id, code }: PromotionRule, amount: bigint) {
  if (amount === 0n) return
  target.discount += amount
  target.discounts.push({ promotionId: id, code, amount })
}
