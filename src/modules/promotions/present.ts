/** Promotions as the API shows them. */
import { z } from 'zod'
import { Id, inLocale, Instant } from '../../platform/values/shapes.ts'
import type { Promotion } from './promotions.ts'
import { promotionKinds, promotionScopes } from './schema.ts'

export const PromotionView = z
  .object({
    id: Id,
    name: z.string(),
    code: z.string().nullable(),
    kind: z.enum(promotionKinds),
    value: z.string().nullable(),
    buyQuantity: z.int().nullable(),
    getQuantity: z.int().nullable(),
    appliesTo: z.enum(promotionScopes),
    productIds: z.array(Id),
    categoryIds: z.array(Id),
    producerIds: z.array(Id),
    minimumTotal: z.string().nullable(),
    usageLimit: z.int().nullable(),
    usageLimitPerCustomer: z.int().nullable(),
    usedCount: z.int(),
    isStackable: z.boolean(),
    priority: z.int(),
    isPaused: z.boolean(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Promotion' })

export function presentPromotion(row: Promotion, locale: string): z.output<typeof PromotionView> {
  const { tenantId: _, createdAt: __, updatedAt: ___, pausedAt, name, startsAt, endsAt, value, ...rest } = row
  return {
    ...rest,
    name: inLocale(name, locale),
    value: value === null ? null : trimZeros(value),
    isPaused: pausedAt !== null,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
  }
}

const trimZeros = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)
