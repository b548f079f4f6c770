import { readFileSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, test } from 'vitest'

const theme = readFileSync(path.join(import.meta.dirname, 'theme.css'), 'utf8')
const colors = new Map(
  [
    ...theme
      .slice(0, theme.indexOf('@media'))
      .matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g),
  ].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]),
)

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].toSorted((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const grounds = ['paper', 'surface', 'raised', 'sunken']
const tones = ['good', 'warn', 'bad', 'info', 'olive', 'terracotta']

/** Words (4.5:1), and things that must be seen to be used (3:1). */
const words = [
  ...grounds.flatMap((ground) => ['ink', 'ink-soft', 'ink-faint'].map((ink) => [ink, ground])),
  ...tones.flatMap((tone) => [
    [`${tone}-ink`, `${tone}-wash`],
    ['ink', `${tone}-wash`],
    ...grounds.map((ground) => [`${tone}-ink`, ground]),
  ]),
  ['ink-soft', 'olive-wash'],
  ['on-olive', 'olive'],
  ['on-olive', 'olive-strong'],
  ['on-terracotta', 'terracotta'],
  ['on-terracotta', 'terracotta-strong'],
  ['on-bad', 'bad'],
  ['on-bad', 'bad-strong'],
  ['paper', 'ink'],
] as [string, string][]

const marks = [
  ...['paper', 'surface', 'raised', 'sunken'].flatMap((ground) => [
    ['line-strong', ground],
    ['focus', ground],
    ['olive', ground],
  ]),
  ...tones.slice(0, 4).flatMap((tone) => [
    [tone, 'surface'],
    [tone, `${tone}-wash`],
  ]),
  ['focus', 'olive-wash'],
  ['focus', 'bad-wash'],
  ...[1, 2, 3, 4, 5, 6].map((series) => [`series-${series}`, 'surface']),
] as [string, string][]

describe.each(['light', 'dark'] as const)('in %s', (mode) => {
  const of = (name: string) => {
    const color = colors.get(name)
    if (!color) throw new Error(`There is no colour "${name}".`)
    return color[mode]
  }

  test.each(words)('%s can be read on %s', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(marks)('%s can be seen on %s', (mark, ground) => {
    expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

test('the measure itself is right', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
