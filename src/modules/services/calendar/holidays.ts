/** Public holidays by country and region, from a maintained library that is loaded when it is first asked. */
import type { HolidayRule } from '../values.ts'

const known = new Map<string, readonly string[]>()

/** The days from one year to another on which a country (or region of it) rests, `YYYY-MM-DD`. */
export async function publicHolidays(
  { country, region }: Pick<HolidayRule, 'country' | 'region'>,
  years: { from: number; to: number },
): Promise<string[]> {
  const days: string[] = []
  for (let year = years.from; year <= years.to; year++) days.push(...(await ofYear(country, region, year)))
  return days
}

async function ofYear(country: string, region: string | undefined, year: number): Promise<readonly string[]> {
  const key = `${country} ${region ?? ''} ${year}`
  const kept = known.get(key)
  if (kept) return kept
  const calendar = await calendarOf(country, region)
  const days = calendar.getHolidays(year).flatMap(({ type, date, start, end }) =>
    // Eves and afternoons leave the day a working day.
    type === 'public' && end.getTime() - start.getTime() >= 20 * 3_600_000 ? [date.slice(0, 10)] : [],
  )
  if (known.size > 2_000) known.clear()
  known.set(key, days)
  return days
}

async function calendarOf(country: string, region: string | undefined) {
  const { default: Holidays } = await import('date-holidays')
  return region ? new Holidays(country, region) : new Holidays(country)
}

/** Whether the library knows the country, and the region of it when one is named. */
export async function knowsHolidays(country: string, region?: string): Promise<boolean> {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays()
  if (!Object.hasOwn(calendar.getCountries(), country)) return false
  return (
    !region ||
    Object.hasOwn(calendar.getStates(country) ?? {}, region.toLowerCase()) ||
    Object.hasOwn(calendar.getStates(country) ?? {}, region.toUpperCase())
  )
}
