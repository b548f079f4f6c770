/** Small labels: a count, a mark, a state. The words say it; the colour only helps. */
import type { ReactNode } from 'react'
import type { Tone } from '../tones.ts'

export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`badge tone-${tone}`}>{children}</span>
)

type StatusBadgeProps<Status extends string> = {
  status: Status
  /** A tone for each state, declared once beside the states. */
  tones: Record<Status, Tone>
  /** The state in the reader's words. */
  label: string
}

export const StatusBadge = <Status extends string>({ status, tones, label }: StatusBadgeProps<Status>) => (
  <span className={`badge badge-status tone-${tones[status]}`}>{label}</span>
)
