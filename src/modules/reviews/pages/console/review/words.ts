/** How reviews look by their status, and the tabs they lie in. */
import type { Tone } from '../../../../../ui/tones.ts'
import type { reviewStatuses } from '../../../shapes.ts'

export const reviewTones = {
  pending: 'warn',
  published: 'good',
  refused: 'neutral',
} as const satisfies Record<(typeof reviewStatuses)[number], Tone>
