/** Keyset cursors whose parts have kinds: what a stranger puts into one is refused here, not by the database. */
import { invalidField } from './app-error.ts'
import { decodeCursor } from './cursor.ts'

const shapes = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /** As PostgreSQL writes a timestamptz in UTC, to the microsecond: a Date would lose those and skip rows. */
  instant: /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(\+00|Z)$/,
  number: /^-?\d{1,15}(\.\d{1,20})?(e-?\d{1,3})?$/,
  text: /^.{0,400}$/su,
} as const
export type KeyKind = keyof typeof shapes

/** The parts of the cursor, each of its kind; null without a cursor. */
export function decodeKey(cursor: string | undefined, kinds: readonly KeyKind[]): string[] | null {
  const parts = decodeCursor(cursor, kinds.length)
  if (
    parts?.some((part, at) => !shapes[kinds[at]!].test(part) || part.includes('\0') || !part.isWellFormed())
  )
    throw invalidField('?cursor', 'This cursor is not one of ours.')
  return parts
}
