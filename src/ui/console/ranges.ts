/** The ranges of days that people ask for most, counted from a given today; both ends included. */

export type Range = { from: string; to: string }

export const rangeNames = ['today', 'week', 'thisMonth', 'lastMonth', 'quarter', 'year'] as const
export type RangeName = (typeof rangeNames)[number]

// Days are counted in UTC, where each has 24 hours.
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const dayLength = 86_400_000

export function rangeOf(name: RangeName, today: string): Range {
  const now = Date.parse(today)
  const [year, month] = today.split('-').map(Number) as [number, number]
  const ranges: Record<RangeName, () => Range> = {
    today: () => ({ from: today, to: today }),
    week: () => ({ from: dayOf(now - 6 * dayLength), to: today }),
    thisMonth: () => ({ from: dayOf(Date.UTC(year, month - 1, 1)), to: today }),
    lastMonth: () => ({ from: dayOf(Date.UTC(year, month - 2, 1)), to: dayOf(Date.UTC(year, month - 1, 0)) }),
    quarter: () => ({ from: dayOf(now - 89 * dayLength), to: today }),
    year: () => ({ from: `${year}-01-01`, to: today }),
  }
  return ranges[name]()
}

/** The range of the same length just before, for comparing. */
export function rangeBefore({ from, to }: Range): Range {
  const length = Date.parse(to) - Date.parse(from) + dayLength
  return { from: dayOf(Date.parse(from) - length), to: dayOf(Date.parse(to) - length) }
}
