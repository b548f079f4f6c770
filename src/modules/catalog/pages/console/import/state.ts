/** What the screens say of an import: how it stands, how far it is, and how many products go which way. */
import type { z } from 'zod'
import type { Tone } from '../../../../../ui/tones.ts'
import type { ImportView } from '../../../import/present.ts'
import type { ImportEffect } from '../../../values.ts'

export type ShownImport = z.output<typeof ImportView>
export type ImportStatus = ShownImport['status']

export const statusTones = {
  previewing: 'info',
  previewed: 'warn',
  running: 'info',
  applied: 'good',
  undoing: 'info',
  undone: 'neutral',
  failed: 'bad',
} as const satisfies Record<ImportStatus, Tone>

export const effectTones = {
  create: 'good',
  change: 'info',
  same: 'neutral',
  refuse: 'bad',
} as const satisfies Record<ImportEffect, Tone>

/** Something is going on, and goes on whoever looks. */
export const isWorking = (status: ImportStatus): boolean =>
  status === 'previewing' || status === 'running' || status === 'undoing'

/** Was carried out, at least in part. */
export const isDone = (status: ImportStatus): boolean =>
  status === 'running' || status === 'applied' || status === 'undoing' || status === 'undone'

type Counted = Pick<ShownImport, 'status' | 'counts'>

/** Products by what becomes of them: as planned, or once it is done as it came out. */
export function tallyOf({ status, counts }: Counted): Record<ImportEffect, number> {
  const of = (planned: string, done: string) =>
    (status === 'applied' || status === 'undoing' || status === 'undone' ? counts[done] : undefined) ??
    counts[planned] ??
    0
  return {
    create: of('create', 'created'),
    change: of('change', 'changed'),
    same: of('same', 'unchanged'),
    refuse: of('refuse', 'refused'),
  }
}

/** How much of the work is behind it; `of` is null while nobody knows yet. */
export function progressOf({ status, counts }: Counted): { done: number; of: number | null } {
  const { products = 0, position = 0, undone = 0, kept = 0, created = 0, changed = 0 } = counts
  if (status === 'running') return { done: position, of: products || null }
  if (status === 'undoing') return { done: undone + kept, of: created + changed || null }
  return { done: products, of: null }
}

/** Nothing in the file differs from what is there. */
export const changesNothing = (row: Counted): boolean => {
  const { create, change, refuse, same } = tallyOf(row)
  return row.status === 'previewed' && create + change === 0 && refuse === 0 && same > 0
}
