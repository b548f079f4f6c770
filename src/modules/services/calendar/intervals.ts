/** Half-open stretches of numbers, in order and apart: joined, cut with each other, and searched. */

export type Interval = { readonly from: number; readonly to: number }

/** In order, with those that touch or overlap made one, and without empty ones. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const made: { from: number; to: number }[] = []
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    if (to <= from) continue
    const last = made.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else made.push({ from, to })
  }
  return made
}

/** What both hold; each in order and apart. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const made: Interval[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const from = Math.max(a[i]!.from, b[j]!.from)
    const to = Math.min(a[i]!.to, b[j]!.to)
    if (from < to) made.push({ from, to })
    if (a[i]!.to < b[j]!.to) i++
    else j++
  }
  return made
}

/**
 * Asks about rising stretches in turn, and so walks the list once: the first of the intervals that overlaps, or null.
 * They must be in order and apart.
 */
export function sweep<I extends Interval>(intervals: readonly I[]): (from: number, to: number) => I | null {
  let at = 0
  return (from, to) => {
    while (at < intervals.length && intervals[at]!.to <= from) at++
    const next = intervals[at]
    return next && next.from < to ? next : null
  }
}
