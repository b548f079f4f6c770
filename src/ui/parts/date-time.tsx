/** A time or a day in the reader's language and the organisation's time zone. */
import { type DateStyle, formatRelative } from '../../platform/i18n/format.ts'
import { useFormat, useI18n } from '../i18n.tsx'

type DateTimeProps = {
  /** An RFC 3339 instant or a day `YYYY-MM-DD`. */
  at: string
  format?: DateStyle
  /** Another zone than the organisation's; its name is then shown. */
  timeZone?: string
}

export function DateTime({ at, format = 'date', timeZone }: DateTimeProps) {
  const { date } = useFormat()
  const own = useI18n().timeZone
  return (
    <time dateTime={at} suppressHydrationWarning>
      {date(at, format, timeZone)}
      {timeZone && timeZone !== own && ` (${timeZone.split('/').pop()!.replaceAll('_', ' ')})`}
    </time>
  )
}

/** "3 hours ago", with the full time as a tip. `now` comes from the loader, so that both sides agree. */
export function TimeAgo({ at, now }: { at: string; now: string }) {
  const { date } = useFormat()
  const { locale } = useI18n()
  return (
    <time dateTime={at} title={date(at, 'dateTime')} suppressHydrationWarning>
      {formatRelative(locale, at, Date.parse(now))}
    </time>
  )
}
