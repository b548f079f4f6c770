/** Every clock change of every zone in the next five years against a slow second opinion. */
import { expect, test } from 'vitest'
import {
  changesOf,
  clockDifference,
  differenceAround,
} from '../../src/modules/services/calendar/zones.fixture.ts'

test('all zones, five years', { timeout: 600_000 }, () => {
  const from = Date.now()
  const to = from + 5 * 366 * 86_400_000
  const wrong: string[] = []
  let changes = 0
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    for (const at of changesOf(zone, from, to)) {
      changes++
      const difference = differenceAround(zone, at) + clockDifference(zone, at)
      if (difference) wrong.push(difference)
    }
  }
  expect(wrong.slice(0, 3)).toEqual([])
  expect(changes).toBeGreaterThan(1_000)
})
