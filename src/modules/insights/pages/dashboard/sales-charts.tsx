/** Sales and orders by day, with the days before behind them, and where the orders stand. */
import { Chart } from '../../../../ui/charts/chart.tsx'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { partStatuses } from '../../../orders/values.ts'
import type { Insights } from '../../insights.ts'

export function SalesCharts({ insights }: { insights: Insights }) {
  const t = useT()
  const { money, number, date } = useFormat()
  const { days, before, currency, statuses } = insights
  const shared = { labelsTitle: t('insights.day'), labels: days.map(({ day }) => date(day, 'dayMonth')) }
  const names = { now: t('insights.thisPeriod'), before: t('insights.before') }
  const known = partStatuses.flatMap((status) => {
    const found = statuses.find((one) => one.status === status)
    return found ? [{ label: t(`orders.status_${status}`), count: found.count }] : []
  })
  return (
    <>
      <Card>
        <Chart
          {...shared}
          kind="line"
          title={t('insights.salesByDay')}
          text={t('insights.salesText')}
          series={[
            { key: 'now', label: names.now, values: days.map(({ revenue }) => Number(revenue)) },
            { key: 'before', label: names.before, values: before.map(({ revenue }) => Number(revenue)) },
          ]}
          format={(value) => money({ amount: value.toFixed(2), currency })}
          formatAxis={(value) => number(value, { notation: 'compact' })}
        />
      </Card>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card>
          <Chart
            {...shared}
            kind="bar"
            title={t('insights.ordersByDay')}
            series={[
              { key: 'now', label: names.now, values: days.map(({ orders }) => orders) },
              { key: 'before', label: names.before, values: before.map(({ orders }) => orders) },
            ]}
            format={(value) => number(value)}
          />
        </Card>
        <Card>
          <Chart
            kind="donut"
            title={t('insights.statuses')}
            text={t('insights.statusesText')}
            labelsTitle={t('insights.status')}
            labels={known.map(({ label }) => label)}
            series={[
              {
                key: 'parts',
                label: t('insights.number'),
                values: known.length > 0 ? known.map(({ count }) => count) : [null],
              },
            ]}
            format={(value) => number(value)}
          />
        </Card>
      </div>
    </>
  )
}
