/** The range once the page is awake: typed in parts, or taken from a calendar, or one of the usual ones. */
import { parseDate } from '@internationalized/date'
import CalendarDays from 'lucide-react/icons/calendar-days'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DateRangePicker } from 'react-aria-components/DateRangePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { CalendarCell, CalendarGrid, RangeCalendar } from 'react-aria-components/RangeCalendar'
import { localeTags } from '../../platform/i18n/locales.ts'
import { useI18n } from '../i18n.tsx'
import type { DateRangeProps } from './date-range.tsx'
import { type Range, rangeNames, rangeOf } from './ranges.ts'

export default function LiveDateRange({ label, names, from, to, today, onChange }: DateRangeProps) {
  const { locale, t } = useI18n()
  const [range, setRange] = useState<Range | null>(from && to ? { from, to } : null)
  const [isOpen, setOpen] = useState(false)
  const choose = (next: Range) => {
    setRange(next)
    onChange?.(next.from, next.to)
  }
  const texts = {
    today: t('ui.rangeToday'),
    week: t('ui.rangeWeek'),
    thisMonth: t('ui.rangeThisMonth'),
    lastMonth: t('ui.rangeLastMonth'),
    quarter: t('ui.rangeQuarter'),
    year: t('ui.rangeYear'),
  }
  return (
    <I18nProvider locale={localeTags[locale]}>
      <DateRangePicker
        className="field"
        startName={names?.[0]}
        endName={names?.[1]}
        value={range && { start: parseDate(range.from), end: parseDate(range.to) }}
        onChange={(value) => value && choose({ from: value.start.toString(), to: value.end.toString() })}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <Label className="field-label">{label}</Label>
        <Group className="input-frame date-range">
          <DateInput slot="start" className="date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          <span aria-hidden="true">–</span>
          <DateInput slot="end" className="date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          <Button className="input-side combobox-open" aria-label={t('ui.rangeChoose')}>
            <CalendarDays aria-hidden />
          </Button>
        </Group>
        <Popover className="popover">
          <Dialog className="range-dialog" aria-label={t('ui.rangeChoose')}>
            <ul className="range-presets">
              {rangeNames.map((name) => (
                <li key={name}>
                  <Button
                    className="menu-item"
                    onPress={() => {
                      choose(rangeOf(name, today))
                      setOpen(false)
                    }}
                  >
                    {texts[name]}
                  </Button>
                </li>
              ))}
            </ul>
            <RangeCalendar className="calendar">
              <header>
                <Button
                  slot="previous"
                  className="btn btn-ghost btn-icon btn-small"
                  aria-label={t('ui.rangePrevious')}
                >
                  <ChevronLeft aria-hidden />
                </Button>
                <Heading className="calendar-title" />
                <Button
                  slot="next"
                  className="btn btn-ghost btn-icon btn-small"
                  aria-label={t('ui.rangeNext')}
                >
                  <ChevronRight aria-hidden />
                </Button>
              </header>
              <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGrid>
            </RangeCalendar>
          </Dialog>
        </Popover>
      </DateRangePicker>
    </I18nProvider>
  )
}
