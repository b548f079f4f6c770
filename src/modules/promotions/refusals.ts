/** Whether a promotion may apply to a cart at all: its time, its uses, its lines, its minimum. */
import { currencyScale } from '../../platform/values/currencies.ts'
import { parseDecimal, unitsAt } from '../../platform/values/decimal.ts'
import { sum } from '../../platform/values/spread.ts'
import type { PromotionCart, PromotionLine, PromotionRule, RefusalReason } from './rule.ts'

/** Null when nothing speaks against it. What no waiting and no shopping can mend is said first. */
export function refusalOf(rule: PromotionRule, cart: PromotionCart): RefusalReason | null {
  if (rule.endsAt && cart.now >= rule.endsAt) return 'ended'
  if (isUsedUp(rule, cart)) return 'used_up'
  if (rule.startsAt && cart.now < rule.startsAt) return 'not_started'
  if (!cart.lines.some((line) => coversLine(rule, line))) return 'not_applicable'
  if (isBelowMinimum(rule, cart)) return 'below_minimum'
  return null
}

/** The lines whose price the promotion may lower. */
export const coversLine = (rule: PromotionRule, line: PromotionLine): boolean =>
  coversKind(rule, line) &&
  includes(rule.productIds, line.productId) &&
  includes(rule.producerIds, line.producerId) &&
  (rule.categoryIds.length === 0 || line.categoryIds.some((id) => rule.categoryIds.includes(id)))

const coversKind = ({ appliesTo }: PromotionRule, { kind }: PromotionLine) =>
  appliesTo === 'all' || appliesTo === kind

const includes = (ids: readonly string[], id: string | null) =>
  ids.length === 0 || (id !== null && ids.includes(id))

function isUsedUp(rule: PromotionRule, { usedByCustomer }: PromotionCart): boolean {
  if (rule.usageLimit !== null && rule.usedCount >= rule.usageLimit) return true
  const used = usedByCustomer?.get(rule.id) ?? 0
  return rule.usageLimitPerCustomer !== null && used >= rule.usageLimitPerCustomer
}

function isBelowMinimum(rule: PromotionRule, { lines, currency }: PromotionCart): boolean {
  if (rule.minimumTotal === null) return false
  const total = sum(lines.filter((line) => coversKind(rule, line)).map((line) => line.total))
  return total < unitsAt(parseDecimal(rule.minimumTotal), currencyScale(currency))
}
