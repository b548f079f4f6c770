/** What or who brings the most: names with bars, and the same as a table and a file. */
import { useId } from 'react'
import { Link } from 'react-router'
import { ChartTable } from '../../../../ui/charts/chart-table.tsx'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'

export type Ranked = { id: string; name: string; revenue: string; note?: string; to?: string }

type RankingProps = {
  title: string
  /** What the names are: "Product". */
  namesTitle: string
  rows: readonly Ranked[]
  currency: string
}

export function Ranking({ title, namesTitle, rows, currency }: RankingProps) {
  const t = useT()
  const { money } = useFormat()
  const titleId = useId()
  const most = Math.max(...rows.map(({ revenue }) => Number(revenue)), 0.01)
  return (
    <Card>
      <figure className="chart" aria-labelledby={titleId}>
        <figcaption>
          <span id={titleId} className="chart-title">
            {title}
          </span>
        </figcaption>
        {rows.length === 0 ? (
          <p className="chart-empty">{t('insights.nothingYet')}</p>
        ) : (
          <>
            <ol className="mt-2 flex flex-col gap-3">
              {rows.map(({ id, name, revenue, note, to }) => (
                <li key={id}>
                  <p className="flex justify-between gap-4">
                    <span className="min-w-0">
                      {to ? (
                        <Link to={to} className="link">
                          {name}
                        </Link>
                      ) : (
                        name
                      )}
                      {note && <span className="text-sm text-ink-soft"> · {note}</span>}
                    </span>
                    <span className="flex-none font-semibold" suppressHydrationWarning>
                      {money({ amount: revenue, currency })}
                    </span>
                  </p>
                  <svg className="series-1 mt-1 block" width="100%" height="6" aria-hidden="true">
                    <rect
                      className="series-fill"
                      width={`${Math.max(1, (100 * Number(revenue)) / most).toFixed(1)}%`}
                      height="6"
                      rx="3"
                    />
                  </svg>
                </li>
              ))}
            </ol>
            <ChartTable
              title={title}
              labelsTitle={namesTitle}
              labels={rows.map(({ name }) => name)}
              series={[
                {
                  key: 'revenue',
                  label: t('insights.revenue'),
                  values: rows.map(({ revenue }) => Number(revenue)),
                },
              ]}
              format={(value) => money({ amount: value.toFixed(2), currency })}
            />
          </>
        )}
      </figure>
    </Card>
  )
}
