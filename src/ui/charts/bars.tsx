/** Bars beside or on top of each other. */
import { Axes, Slot } from './axes.tsx'
import type { ChartData } from './chart.tsx'
import { tips } from './lines.tsx'
import { round, scaleOf } from './scale.ts'

export function Bars({
  labels,
  series,
  format,
  formatAxis = format,
  isStacked,
}: ChartData & { isStacked: boolean }) {
  const numbers = (index: number) => series.map((one) => one.values[index] ?? 0)
  const sums = labels.map((_, index) => sum(numbers(index).filter((value) => value > 0)))
  const depths = labels.map((_, index) => sum(numbers(index).filter((value) => value < 0)))
  const scale = scaleOf(isStacked ? [...sums, ...depths] : labels.flatMap((_, index) => numbers(index)))
  const slot = 100 / labels.length
  const room = slot * (labels.length > 20 ? 0.8 : 0.64)
  return (
    <Axes scale={scale} labels={labels} format={formatAxis}>
      {labels.map((label, index) => {
        const values = numbers(index)
        const total = isStacked && series.length > 1 ? [format(sum(values))] : []
        return (
          <Slot
            key={label}
            index={index}
            count={labels.length}
            lines={[label, ...tips(series, index, format), ...total]}
          >
            {values.map((value, place) => {
              // Positive parts grow up from zero, negative ones down.
              const below = values.slice(0, place).filter((other) => Math.sign(other) === Math.sign(value))
              const from = scale.at(isStacked ? sum(below) : 0)
              const to = scale.at(isStacked ? sum(below) + value : value)
              const width = isStacked ? room : room / series.length
              const left = slot * index + (slot - room) / 2 + (isStacked ? 0 : width * place)
              return (
                <rect
                  key={series[place]!.key}
                  x={`${round(left)}%`}
                  y={`${round(100 - Math.max(from, to))}%`}
                  width={`${round(width * (isStacked || series.length === 1 ? 1 : 0.92))}%`}
                  height={`${round(Math.abs(to - from))}%`}
                  rx={isStacked ? 1 : 3}
                  className={`series-${place + 1} series-fill`}
                />
              )
            })}
          </Slot>
        )
      })}
    </Axes>
  )
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
