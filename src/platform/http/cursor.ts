/** Keyset cursors: the sort key of the last row, opaque to whoever carries it. */
import { invalidField } from './app-error.ts'

export const encodeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key that `encodeCursor` was given, or null without a cursor; anything else is refused. */
export function decodeCursor(cursor: string | undefined, length: number): string[] | null {
  if (!cursor) return null
  const refusal = () => invalidField('?cursor', 'This cursor is not one of ours.')
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      !Array.isArray(key) ||
      key.length !== length ||
      key.some((part) => typeof part === 'object' && part !== null)
    )
      throw refusal()
    return key.map(String)
  } catch {
    throw refusal()
  }
}
