/** The colours of the states of orders, parts, returns and money: declared once for every screen that shows one. */
import type { Tone } from '../../ui/tones.ts'
import type { OrderStatus, PartStatus, returnStatuses } from './values.ts'

export const orderTones = {
  pending: 'warn',
  paid: 'olive',
  packed: 'info',
  shipped: 'info',
  delivered: 'good',
  cancelled: 'neutral',
  returned: 'bad',
} as const satisfies Record<OrderStatus, Tone>

export const partTones = {
  ...orderTones,
  pending: 'warn',
  accepted: 'olive',
} as const satisfies Record<PartStatus, Tone>

export const returnTones = {
  requested: 'warn',
  approved: 'info',
  refused: 'neutral',
  received: 'good',
} as const satisfies Record<(typeof returnStatuses)[number], Tone>

export const paymentTones = {
  started: 'warn',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'neutral',
} as const satisfies Record<string, Tone>

export const refundTones = {
  queued: 'warn',
  succeeded: 'good',
  failed: 'bad',
} as const satisfies Record<string, Tone>
