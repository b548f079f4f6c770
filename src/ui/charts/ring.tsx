/** Parts of a whole as a ring, each named with its figure and share. */
import { useFormat } from '../i18n.tsx'
import type { ChartData } from './chart.tsx'
import { round } from './scale.ts'

export function Ring({ labels, series, format }: ChartData) {
  const { percent } = useFormat()
  const values = labels.map((_, index) => Math.max(0, series[0]?.values[index] ?? 0))
  const total = values.reduce((sum, value) => sum + value, 0)
  const share = (value: number) => (total ? (100 * value) / total : 0)
  const start = (index: number) => share(values.slice(0, index).reduce((sum, value) => sum + value, 0))
  return (
    <div className="donut" aria-hidden="true">
      <svg viewBox="0 0 40 40" className="donut-drawing">
        <circle cx="20" cy="20" r="15.5" className="donut-ground" />
        {values.map((value, index) => (
          <circle
            key={labels[index]}
            cx="20"
            cy="20"
            r="15.5"
            pathLength="100"
            // A hair of ground between the parts.
            strokeDasharray={`${Math.max(0, round(share(value) - 0.8))} 100`}
            strokeDashoffset={-round(start(index))}
            className={`series-${(index % 7) + 1} donut-part`}
          />
        ))}
        <text x="20" y="21.5" textAnchor="middle" className="donut-total">
          {format(total)}
        </text>
      </svg>
      <ul className="donut-legend">
        {labels.map((label, index) => (
          <li key={label} className={`series-${(index % 7) + 1}`}>
            <svg className="legend-mark" width="12" height="12">
              <rect width="12" height="12" rx="3" className="series-fill" />
            </svg>
            <span>{label}</span>
            <span className="donut-value">{format(values[index]!)}</span>
            <span className="donut-share">{percent(Math.round(share(values[index]!)))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
