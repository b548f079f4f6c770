/** Between instants and the local times that people type into a field: `YYYY-MM-DDTHH:MM` in a time zone. */

/** In an hour that the clocks skip or repeat: what an unchanged clock would show. What is no time is answered as it came, to be refused by its field. */
export function localToInstant(local: string, timeZone: string): string {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString()
  } catch {
    return local
  }
}

export const instantToLocal = (instant: string | Date, timeZone: string): string =>
  Temporal.Instant.from(instant instanceof Date ? instant.toISOString() : instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
