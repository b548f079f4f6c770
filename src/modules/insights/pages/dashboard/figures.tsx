/** The period in three figures, each against the period before; for a producer also what is coming to them. */
import { Sparkline } from '../../../../ui/charts/sparkline.tsx'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import { StatTile } from '../../../../ui/parts/stat-tile.tsx'
import type { Insights } from '../../insights.ts'

type FiguresProps = { insights: Insights; balance: string | null }

/** How much more than before, in percent; nothing to say where there was nothing before. */
function changeOf(now: number, before: number) {
  if (before === 0) return null
  const percent = (100 * (now - before)) / before
  return { percent, isGood: percent >= 0 }
}

export function Figures({ insights, balance }: FiguresProps) {
  const t = useT()
  const { money, number } = useFormat()
  const { currency, totals, days } = insights
  const euro = (amount: string) => ({ amount, currency })
  const averageBefore = totals.ordersBefore > 0 ? Number(totals.revenueBefore) / totals.ordersBefore : 0
  return (
    <section aria-label={t('insights.figures')} className="tiles">
      <StatTile
        label={t('insights.revenue')}
        value={<Money value={euro(totals.revenue)} />}
        change={changeOf(Number(totals.revenue), Number(totals.revenueBefore))}
        hint={t('insights.against', { value: money(euro(totals.revenueBefore)) })}
        chart={<Sparkline values={days.map((day) => Number(day.revenue))} />}
      />
      <StatTile
        label={t('insights.orders')}
        value={number(totals.orders)}
        change={changeOf(totals.orders, totals.ordersBefore)}
        hint={t('insights.against', { value: number(totals.ordersBefore) })}
        chart={<Sparkline values={days.map((day) => day.orders)} />}
      />
      <StatTile
        label={t('insights.average')}
        value={<Money value={euro(totals.average)} />}
        change={changeOf(Number(totals.average), averageBefore)}
        hint={t('insights.against', { value: money(euro(averageBefore.toFixed(2))) })}
      />
      {balance !== null && (
        <StatTile
          label={t('insights.balance')}
          value={<Money value={euro(balance)} />}
          hint={t('insights.balanceHint')}
          to="/console/statements"
        />
      )}
    </section>
  )
}
