/** Whether a promotion works now, and if not, why. */
import type { Tone } from '../../../../ui/tones.ts'
import type { PromotionView } from './types.ts'

export const stateTones = {
  active: 'good',
  scheduled: 'info',
  ended: 'neutral',
  paused: 'warn',
  usedUp: 'neutral',
} as const satisfies Record<string, Tone>

export function stateOf(promotion: PromotionView, now: string): keyof typeof stateTones {
  if (promotion.isPaused) return 'paused'
  if (promotion.endsAt && promotion.endsAt <= now) return 'ended'
  if (promotion.usageLimit !== null && promotion.usedCount >= promotion.usageLimit) return 'usedUp'
  return promotion.startsAt && promotion.startsAt > now ? 'scheduled' : 'active'
}
