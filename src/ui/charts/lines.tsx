/** One or more lines over time; where nothing is known the line is interrupted. */
import { Axes, Slot } from './axes.tsx'
import type { ChartData, Series } from './chart.tsx'
import { round, type Scale, scaleOf } from './scale.ts'

export function Lines({ labels, series, format, formatAxis = format }: ChartData) {
  const scale = scaleOf(series.flatMap((one) => one.values.filter((value) => value !== null)))
  const x = (index: number) => round((100 * (index + 0.5)) / labels.length)
  return (
    <Axes scale={scale} labels={labels} format={formatAxis}>
      {/* Only the lines are stretched to the frame; words and dots keep their shape. */}
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        className="chart-stretch"
      >
        {series.length === 1 && <path d={areaOf(series[0]!, x, scale)} className="series-1 series-area" />}
        {series.map((one, index) => (
          <path
            key={one.key}
            d={lineOf(one, x, scale)}
            className={`series-${index + 1} series-line`}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {labels.map((label, index) => (
        <Slot key={label} index={index} count={labels.length} lines={[label, ...tips(series, index, format)]}>
          {series.map((one, place) => {
            const value = one.values[index] ?? null
            return (
              value !== null && (
                <circle
                  key={one.key}
                  cx={`${x(index)}%`}
                  cy={`${100 - scale.at(value)}%`}
                  r="4"
                  className={`series-${place + 1} series-dot`}
                />
              )
            )
          })}
        </Slot>
      ))}
    </Axes>
  )
}

/** One line of words for each series that has a figure here. */
export const tips = (series: readonly Series[], index: number, format: (value: number) => string): string[] =>
  series.flatMap((one) => {
    const value = one.values[index] ?? null
    if (value === null) return []
    return [series.length > 1 ? `${one.label}: ${format(value)}` : format(value)]
  })

function lineOf({ values }: Series, x: (index: number) => number, scale: Scale): string {
  return values
    .map((value, index) => {
      if (value === null) return ''
      const isStart = index === 0 || values[index - 1] === null
      return `${isStart ? 'M' : 'L'}${x(index)} ${round(100 - scale.at(value))}`
    })
    .join('')
}

function areaOf(series: Series, x: (index: number) => number, scale: Scale): string {
  // A line with gaps has no honest area below it.
  if (series.values.length < 2 || series.values.includes(null)) return ''
  const ground = round(100 - scale.at(0))
  return `${lineOf(series, x, scale)}L${x(series.values.length - 1)} ${ground}L${x(0)} ${ground}Z`
}
