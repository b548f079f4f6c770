/** Clock changes of the world's zones: a sample of those of the next five years; `npm run proof` takes all. */
import { expect, test } from 'vitest'
import { dayMs } from './days.ts'
import { changesOf, clockDifference, differenceAround } from './zones.fixture.ts'

const from = Date.parse('2026-01-01T00:00Z')
const zones = Intl.supportedValuesOf('timeZone')

test('the windows around a clock change are those that Temporal gives', () => {
  const changing = zones.filter((zone) => changesOf(zone, from, from + 366 * dayMs).length > 0)
  expect(changing.length).toBeGreaterThan(100)
  const sample = changing.filter((_, n) => n % 8 === 0)
  for (const zone of [
    ...sample,
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/Havana',
    'Asia/Beirut',
    'Antarctica/Troll',
  ])
    for (const at of changesOf(zone, from, from + 366 * dayMs))
      expect(differenceAround(zone, at) + clockDifference(zone, at)).toBe('')
})
