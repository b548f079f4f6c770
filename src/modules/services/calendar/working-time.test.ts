/** Promises in working time. */
import { expect, test } from 'vitest'
import { weekdays } from '../values.ts'
import { planOf } from './openings.ts'
import { afterWorkingMinutes, workingMinutesBetween } from './working-time.ts'

const at = (instant: string) => Date.parse(instant)
const shown = (instant: number | null) => instant && new Date(instant).toISOString()

const berlin = planOf({
  timeZone: 'Europe/Berlin',
  hours: [{ days: weekdays.slice(0, 5), from: '08:00', to: '18:00' }],
})

test('75: due within a working day', () => {
  const due = (minutes: number) => shown(afterWorkingMinutes(berlin, at('2013-03-21T09:30Z'), minutes))
  expect([due(60), due(120), due(180)]).toEqual([
    '2013-03-21T10:30:00.000Z',
    '2013-03-21T11:30:00.000Z',
    '2013-03-21T12:30:00.000Z',
  ])
})

test('due over a weekend and a clock change', () => {
  // Friday 17:30 in Berlin; Monday after the clocks went forward.
  expect(shown(afterWorkingMinutes(berlin, at('2013-03-29T16:30Z'), 60))).toBe('2013-04-01T06:30:00.000Z')
  expect(shown(afterWorkingMinutes(berlin, at('2013-03-30T12:00Z'), 0))).toBe('2013-03-30T12:00:00.000Z')
})

test('a calendar that never opens promises nothing', () => {
  expect(afterWorkingMinutes(planOf({ timeZone: 'UTC', hours: [] }), at('2013-03-21T09:30Z'), 1)).toBeNull()
})

test('77: pauses do not count', () => {
  const plan = planOf({ timeZone: 'UTC', hours: [{ days: weekdays, from: '07:00', to: '16:00' }] })
  const pauses = [{ from: at('2026-06-01T10:00Z'), to: at('2026-06-01T10:30Z') }]
  const took = (until: string) => workingMinutesBetween(plan, at('2026-06-01T09:00Z'), at(until), pauses)
  const [answer, solution] = [took('2026-06-01T10:45Z'), took('2026-06-01T12:00Z')]
  expect([answer, 120 - answer, solution, 250 - solution]).toEqual([75, 45, 150, 100])
})
