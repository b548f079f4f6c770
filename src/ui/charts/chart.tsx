/**
 * Lines, bars, stacked bars or a ring, drawn on the server as plain SVG, with the same figures as a table and a file.
 * Positions are attributes in percent: the drawing needs neither measuring nor style attributes.
 */
import { type ReactNode, useId } from 'react'
import { useT } from '../i18n.tsx'
import { Bars } from './bars.tsx'
import { ChartTable } from './chart-table.tsx'
import { Lines } from './lines.tsx'
import { Ring } from './ring.tsx'

export type Series = {
  key: string
  label: string
  /** One for each label; null where nothing is known. */ values: readonly (number | null)[]
}

export type ChartData = {
  /** What stands below, already in the reader's language: "12 Jun". */
  labels: readonly string[]
  /** At most six. A ring shows the first series, each label a part. */
  series: readonly Series[]
  /** The figure in full: `(n) => money({ amount: n.toFixed(2), currency })`. */
  format: (value: number) => string
  /** Shorter, for the axis. */
  formatAxis?: (value: number) => string
}

export type ChartProps = ChartData & {
  kind: 'line' | 'bar' | 'stacked' | 'donut'
  title: string
  /** What the labels are, as the first column's head: "Day". */
  labelsTitle: string
  /** One sentence: what the picture says. */
  text?: ReactNode
  /** A file of the same figures from the server; made from the table when absent. */
  csvHref?: string
}

const drawings = { line: Lines, bar: Bars, stacked: Bars, donut: Ring } as const

export function Chart({ kind, title, labelsTitle, text, csvHref, ...data }: ChartProps) {
  const t = useT()
  const titleId = useId()
  const Drawing = drawings[kind]
  const isEmpty = data.series.every((series) => series.values.every((value) => value === null))
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <span id={titleId} className="chart-title">
          {title}
        </span>
        {text && <span className="chart-text">{text}</span>}
      </figcaption>
      {isEmpty ? (
        <p className="chart-empty">{t('ui.chartEmpty')}</p>
      ) : (
        <>
          {kind !== 'donut' && data.series.length > 1 && <Legend series={data.series} />}
          <Drawing {...data} isStacked={kind === 'stacked'} />
          <ChartTable {...data} {...{ title, labelsTitle, csvHref }} />
        </>
      )}
    </figure>
  )
}

const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul className="legend" aria-hidden="true">
    {series.map((one, index) => (
      <li key={one.key} className={`series-${index + 1}`}>
        <svg className="legend-mark" width="12" height="12">
          <rect width="12" height="12" rx="3" className="series-fill" />
        </svg>
        {one.label}
      </li>
    ))}
  </ul>
)
