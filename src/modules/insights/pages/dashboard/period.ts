/** Which days the dashboard shows: those in the address, else the last thirty. */
import { Day } from '../../../../platform/values/shapes.ts'
import { type Range, rangeOf } from '../../../../ui/console/ranges.ts'

const dayMs = 86_400_000
const longest = 400

export const last30 = (today: string): Range => ({
  from: new Date(Date.parse(today) - 29 * dayMs).toISOString().slice(0, 10),
  to: today,
})

export function periodOf({ searchParams }: URL, today: string): Range {
  const from = Day.safeParse(searchParams.get('from'))
  const to = Day.safeParse(searchParams.get('to'))
  if (!from.success || !to.success) return last30(today)
  const days = Math.round((Date.parse(to.data) - Date.parse(from.data)) / dayMs) + 1
  return days >= 1 && days <= longest ? { from: from.data, to: to.data } : last30(today)
}

/** The usual periods, as the links above the figures. */
export const usualPeriods = (today: string) =>
  [
    { key: 'week', range: rangeOf('week', today) },
    { key: 'days30', range: last30(today) },
    { key: 'thisMonth', range: rangeOf('thisMonth', today) },
    { key: 'lastMonth', range: rangeOf('lastMonth', today) },
    { key: 'quarter', range: rangeOf('quarter', today) },
    { key: 'year', range: rangeOf('year', today) },
  ] as const
