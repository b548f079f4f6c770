/** A VTIMEZONE (RFC 5545 3.6.5) from the zone data at hand: the clock changes around a visit, each by its date. */

const aroundMs = 400 * 86_400_000

/** The component's text for the stretch between two instants; calendars without our zone data read times by it. */
export function vtimezone(timeZone: string, from: Date, to: Date): string {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime() - aroundMs).toZonedDateTimeISO(timeZone)
  const end = to.getTime() + aroundMs
  const observances: string[] = []
  let at = start
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds > end) break
    observances.push(...observance(next, at.offset))
    at = next
  }
  // A zone without changes still needs one observance.
  if (observances.length === 0) observances.push(...observance(start.startOfDay(), start.offset))
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n')
}

function observance(at: Temporal.ZonedDateTime, before: string): string[] {
  const kind = minutesOf(at.offset) > minutesOf(before) ? 'DAYLIGHT' : 'STANDARD'
  // The onset is told by the clock as it was before the change (3.6.5).
  const onset = at.toInstant().toZonedDateTimeISO(before).toPlainDateTime()
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onset.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(at.offset)}`,
    `END:${kind}`,
  ]
}

const minutesOf = (offset: string): number => {
  const [hours, minutes] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours! * 60 + minutes!)
}

const offsetText = (offset: string): string => offset.slice(0, 6).replace(':', '')
