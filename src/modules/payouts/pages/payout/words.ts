/** What the kinds of entries are called, and the colours of a payout's states. */
import type { Translate } from '../../../../ui/i18n.tsx'
import type { Tone } from '../../../../ui/tones.ts'
import { earningKinds } from '../../values.ts'

export function kindName(t: Translate, kind: string): string {
  const known = earningKinds.find((one) => one === kind)
  return known ? t(`payouts.k_${known}`) : kind
}

export const payoutTones = {
  draft: 'warn',
  exported: 'info',
  paid: 'good',
  cancelled: 'neutral',
} as const satisfies Record<string, Tone>
