/** Choosing the days: the usual ones as links, any others by two dates. */
import { Form, useSubmit } from 'react-router'
import { DateRange } from '../../../../ui/console/date-range.tsx'
import type { Range } from '../../../../ui/console/ranges.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { Button } from '../../../../ui/parts/button.tsx'
import { Tabs } from '../../../../ui/parts/tabs.tsx'
import { usualPeriods } from './period.ts'

export function PeriodBar({ period, today }: { period: Range; today: string }) {
  const t = useT()
  const submit = useSubmit()
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <Tabs
        label={t('insights.period')}
        items={usualPeriods(today).map(({ key, range }) => ({
          to: `?from=${range.from}&to=${range.to}`,
          label: t(`insights.${key}`),
          isActive: range.from === period.from && range.to === period.to,
        }))}
      />
      <Form key={period.from + period.to} className="flex items-end gap-2" preventScrollReset>
        <DateRange
          label={t('insights.period')}
          from={period.from}
          to={period.to}
          today={today}
          onChange={(from, to) => void submit({ from, to }, { preventScrollReset: true })}
        />
        <Button type="submit" className="no-js">
          {t('insights.show')}
        </Button>
      </Form>
    </div>
  )
}
