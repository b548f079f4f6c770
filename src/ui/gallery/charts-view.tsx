/** The gallery's charts. */
import { useFormat, useI18n } from '../i18n.tsx'
import { Chart } from '../charts/chart.tsx'
import { PageHeader } from '../layouts/page-header.tsx'
import { Card } from '../parts/card.tsx'
import { samples } from './samples.ts'

export function ChartsView() {
  const { locale } = useI18n()
  const { money, number, date } = useFormat()
  const { words } = samples[locale]
  const days = Array.from({ length: 30 }, (_, index) =>
    date(`2026-06-${String(index + 1).padStart(2, '0')}`, 'dayMonth'),
  )
  const wave = (shift: number, size: number) =>
    days.map((_, index) => Math.round(size * (2 + Math.sin((index + shift) / 3) + (index % 7) / 5)))
  const euro = (value: number) => money({ amount: value.toFixed(2), currency: 'EUR' })
  const axis = (value: number) => number(value, { notation: 'compact' })
  const shared = { labelsTitle: words.day, format: euro, formatAxis: axis }
  const parts = [
    { key: 'oil', label: words.oil, values: wave(0, 120) },
    { key: 'honey', label: words.honey, values: wave(4, 70) },
    { key: 'cheese', label: words.cheese, values: wave(9, 50) },
  ]
  const week = (values: readonly number[]) => values.slice(0, 7)
  return (
    <div className="stack">
      <PageHeader title={words.sales} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <Chart
            {...shared}
            kind="line"
            title={words.sales}
            text={words.courierHint}
            labels={days}
            series={parts.slice(0, 1)}
          />
        </Card>
        <Card>
          <Chart {...shared} kind="line" title={words.orders} labels={days} series={parts} />
        </Card>
        <Card>
          <Chart
            {...shared}
            kind="bar"
            title={words.stock}
            labels={days.slice(0, 7)}
            series={parts.slice(0, 2).map((one) => ({ ...one, values: week(one.values) }))}
          />
        </Card>
        <Card>
          <Chart {...shared} kind="stacked" title={words.total} labels={days} series={parts} />
        </Card>
        <Card>
          <Chart
            {...shared}
            kind="donut"
            title={words.items}
            labels={parts.map((one) => one.label)}
            series={[{ key: 'all', label: words.total, values: [4820, 2310, 1290] }]}
          />
        </Card>
        <Card>
          <Chart
            {...shared}
            kind="bar"
            title={words.notes}
            labels={days}
            series={[{ key: 'none', label: words.total, values: days.map(() => null) }]}
          />
        </Card>
      </div>
    </div>
  )
}
