/** How applications and producers look by their status. */
import type { Tone } from '../../../../ui/tones.ts'

export const applicationStatuses = ['pending', 'approved', 'refused'] as const

export const applicationTones = {
  pending: 'warn',
  approved: 'good',
  refused: 'neutral',
} as const satisfies Record<(typeof applicationStatuses)[number], Tone>

export const producerStatuses = ['active', 'paused'] as const

export const producerTones = {
  active: 'good',
  paused: 'warn',
} as const satisfies Record<(typeof producerStatuses)[number], Tone>
