/** A place in the stream of all events: the transaction, and the event's number within it. Shown as `<xid>-<ordinal>`. */

export type Position = { xid: string; ordinal: number }

export const showPosition = ({ xid, ordinal }: Position): string => `${xid}-${ordinal}`

/** The position that the text names, or null when it cannot be one of ours. */
export function readPosition(text: string): Position | null {
  const match = /^(\d{1,19})-(\d{1,9})$/.exec(text)
  return match ? { xid: match[1]!, ordinal: Number(match[2]) } : null
}

/** Below zero when `a` comes first. Transaction ids have 64 bits, more than a number holds. */
export function comparePositions(a: Position, b: Position): number {
  if (a.xid === b.xid) return a.ordinal - b.ordinal
  return BigInt(a.xid) < BigInt(b.xid) ? -1 : 1
}
