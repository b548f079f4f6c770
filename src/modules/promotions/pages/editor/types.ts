/** A promotion as the API answers it. */
import type { presentPromotion } from '../../present.ts'

export type PromotionView = ReturnType<typeof presentPromotion>
