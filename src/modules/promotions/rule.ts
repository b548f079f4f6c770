/** What the promotion engine is given and what it answers. Amounts are minor units (cents); it keeps no price kind of its own. */
import type { PromotionKind, promotionScopes } from './schema.ts'

/** A promotion's row has all of this and more. Empty lists of ids mean everything. */
export type PromotionRule = {
  id: string
  /** In capitals; null applies by itself. */
  code: string | null
  kind: PromotionKind
  /** A percentage, or an amount of money; unused by the other kinds. */
  value: string | null
  buyQuantity: number | null
  getQuantity: number | null
  appliesTo: (typeof promotionScopes)[number]
  productIds: readonly string[]
  categoryIds: readonly string[]
  producerIds: readonly string[]
  /** Least total, before any discount, of the lines it applies to by kind (shop, bookings). */
  minimumTotal: string | null
  usageLimit: number | null
  usageLimitPerCustomer: number | null
  usedCount: number
  /** One that is not stackable stands alone or not at all. */
  isStackable: boolean
  /** The lowest goes first. */
  priority: number
  startsAt: Date | null
  /** From this moment on it is over. */
  endsAt: Date | null
}

export type PromotionLine = {
  id: string
  kind: 'shop' | 'bookings'
  productId: string | null
  /** The product's category and those above it. */
  categoryIds: readonly string[]
  producerId: string | null
  quantity: string
  /** Quantity × price as the customer sees it, never below zero. */
  total: bigint
}

export type PromotionCart = {
  currency: string
  lines: readonly PromotionLine[]
  /** Zero while no method is chosen. */
  shipping: bigint
  promotions: readonly PromotionRule[]
  /** As the customer typed them. */
  codes: readonly string[]
  /** How often this customer used each promotion, by its id. */
  usedByCustomer?: ReadonlyMap<string, number>
  now: Date
}

/** Why a code that was given takes nothing off. `not_combinable`: something better excludes it. */
export const refusalReasons = [
  'unknown',
  'not_started',
  'ended',
  'below_minimum',
  'used_up',
  'not_applicable',
  'not_combinable',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** One promotion's share of a line's or the shipping's discount. */
export type Discount = { promotionId: string; code: string | null; amount: bigint }
export type Discounted = { discount: bigint; discounts: Discount[] }

export type PromotionOutcome = {
  /** In the order of the cart's lines. */
  lines: Discounted[]
  shipping: Discounted
  /** In the order they were applied; `amount` is all that each took off. */
  applied: { promotionId: string; code: string | null; kind: PromotionKind; amount: bigint }[]
  refused: { code: string; reason: RefusalReason }[]
}
