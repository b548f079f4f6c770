/** The lines behind a drawing with their figures, and the words below it. */
import type { ReactNode } from 'react'
import type { Scale } from './scale.ts'

type AxesProps = {
  scale: Scale
  labels: readonly string[]
  format: (value: number) => string
  children: ReactNode
}

export function Axes({ scale, labels, format, children }: AxesProps) {
  const slot = 100 / labels.length
  // As many words as a phone has room for.
  const every = Math.ceil(labels.length / 7)
  const heightOf = (tick: number) => `${100 - scale.at(tick)}%`
  return (
    <div className="chart-frame" aria-hidden="true">
      <svg width="100%" height="100%">
        {scale.ticks.map((tick) => (
          <text
            key={tick}
            x="100%"
            dx="-8"
            y={heightOf(tick)}
            dy="4"
            textAnchor="end"
            className="chart-label"
          >
            {format(tick)}
          </text>
        ))}
      </svg>
      <svg width="100%" height="100%">
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            x2="100%"
            y1={heightOf(tick)}
            y2={heightOf(tick)}
            className={tick === 0 ? 'chart-zero' : 'chart-line'}
          />
        ))}
        {children}
      </svg>
      <svg className="chart-labels" width="100%" height="100%">
        {labels.map((label, index) =>
          index % every === 0 ? (
            <text
              key={label}
              x={`${slot * (index + 0.5)}%`}
              y="16"
              className="chart-label"
              textAnchor={anchorOf(index, labels.length)}
            >
              {label}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  )
}

/** The last words must not be cut off; the first have the axis beside them. */
function anchorOf(index: number, count: number): 'middle' | 'end' {
  return count > 7 && index / count > 0.93 ? 'end' : 'middle'
}

/** A column that shows its figures when pointed at. */
export function Slot({
  index,
  count,
  lines,
  children,
}: {
  index: number
  count: number
  lines: readonly string[]
  children?: ReactNode
}) {
  const width = 100 / count
  const isRight = index > count / 2
  return (
    <g className="chart-slot">
      <rect x={`${width * index}%`} y="0" width={`${width}%`} height="100%" className="chart-hit" />
      {children}
      <text className="chart-tip" textAnchor={isRight ? 'end' : 'start'}>
        {lines.map((line, place) => (
          <tspan
            key={line}
            x={`${width * (index + (isRight ? 0 : 1))}%`}
            dx={isRight ? -6 : 6}
            y={16 + 18 * place}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}
