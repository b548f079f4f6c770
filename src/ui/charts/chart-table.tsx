/** The figures of a chart as a table and as a file. */
import { useT } from '../i18n.tsx'
import type { ChartData } from './chart.tsx'

type ChartTableProps = ChartData & { title: string; labelsTitle: string; csvHref?: string }

export function ChartTable({ labels, series, format, title, labelsTitle, csvHref }: ChartTableProps) {
  const t = useT()
  const rows = labels.map((label, index) => ({
    label,
    values: series.map((one) => one.values[index] ?? null),
  }))
  const csv = [
    [labelsTitle, ...series.map((one) => one.label)],
    ...rows.map((row) => [row.label, ...row.values]),
  ]
  return (
    <details className="chart-data">
      <summary>{t('ui.chartAsTable')}</summary>
      {/* It scrolls, so the keyboard must be able to reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="chart-scroll" aria-label={title} tabIndex={0}>
        <table className="plain-table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{labelsTitle}</th>
              {series.map((one) => (
                <th key={one.key} scope="col" className="cell-end">
                  {one.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                {row.values.map((value, place) => (
                  <td key={series[place]!.key} className="cell-end">
                    {value === null ? '–' : format(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <a
        href={
          csvHref ??
          `data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(csv.map(csvLine).join('\r\n'))}`
        }
        download={`${title}.csv`}
      >
        {t('ui.chartCsv')}
      </a>
    </details>
  )
}

/** Quoted throughout; a text that a spreadsheet would take for a formula is kept a text. */
const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells
    .map((cell) => {
      if (cell === null) return ''
      if (typeof cell === 'number') return String(cell)
      const text = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell
      return `"${text.replaceAll('"', '""')}"`
    })
    .join(',')
