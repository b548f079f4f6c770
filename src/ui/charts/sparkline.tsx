/** How a figure moved, small enough to stand beside it. */
import { round } from './scale.ts'

/** `label` says in words what it shows; without it the line only decorates. */
export function Sparkline({ values, label }: { values: readonly number[]; label?: string }) {
  if (values.length < 2) return null
  const low = Math.min(...values)
  const height = Math.max(...values) - low || 1
  const points = values.map(
    (value, index) =>
      `${round((100 * index) / (values.length - 1))} ${round(28 - (26 * (value - low)) / height)}`,
  )
  return (
    <svg
      className="sparkline"
      viewBox="0 0 100 30"
      preserveAspectRatio="none"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={`M${points.join('L')}L100 30L0 30Z`} className="sparkline-area" />
      <path d={`M${points.join('L')}`} className="sparkline-line" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
