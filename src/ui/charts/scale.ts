/** Round numbers for an axis: from zero, or from below it when there are negative values. */

export type Scale = {
  min: number
  max: number
  ticks: readonly number[]
  /** The height of a value in percent, 0 at the bottom. */ at: (value: number) => number
}

export function scaleOf(values: readonly number[], wanted = 4): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const step = roundStep((high - low || 1) / wanted)
  const min = Math.floor(low / step) * step
  const max = Math.max(Math.ceil(high / step) * step, min + step)
  const count = Math.round((max - min) / step)
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((min + index * step).toPrecision(12)))
  return { min, max, ticks, at: (value) => round((100 * (value - min)) / (max - min)) }
}

/** 1, 2, 2.5 or 5 times a power of ten, not below the wish. */
function roundStep(wish: number): number {
  const power = 10 ** Math.floor(Math.log10(wish))
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= wish * 0.999) ?? 10) * power
}

/** Short coordinates keep the page small. */
export const round = (value: number): number => Math.round(value * 100) / 100
