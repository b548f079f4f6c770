/** Series: the hour on the wall stays, and rules that are none are refused. */
import { expect, test } from 'vitest'
import { shown } from './inputs.fixture.ts'
import { visitsOf } from './recurrence.ts'

const newYork = (rule: string, start: string, except?: string[]) =>
  visitsOf({ rule, start: Date.parse(start), timeZone: 'America/New_York', except }).map(shown)

test('56: weekly across the end of summer time', () => {
  const visits = newYork('FREQ=WEEKLY;COUNT=10', '1997-09-02T13:00Z')
  expect(visits).toEqual([
    ...['09-02', '09-09', '09-16', '09-23', '09-30', '10-07', '10-14', '10-21'].map(
      (day) => `1997-${day}T13:00Z`,
    ),
    '1997-10-28T14:00Z',
    '1997-11-04T14:00Z',
  ])
})

test('58: the first Friday', () => {
  const days = newYork('RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05T13:00Z').map((one) =>
    one.slice(5, 10),
  )
  expect(days).toEqual([
    '09-05',
    '10-03',
    '11-07',
    '12-05',
    '01-02',
    '02-06',
    '03-06',
    '04-03',
    '05-01',
    '06-05',
  ])
})

test('60: days that are left out still count', () => {
  const days = newYork('FREQ=MONTHLY;BYMONTHDAY=10;COUNT=5', '2004-01-10T15:00Z', [
    '2004-02-10',
    '2004-04-10',
  ])
  expect(days.map((one) => one.slice(5, 10))).toEqual(['01-10', '03-10', '05-10'])
})

test('an hour that is missing moves that one visit alone', () => {
  expect(newYork('FREQ=DAILY;COUNT=3', '2026-03-07T07:30Z')).toEqual([
    '2026-03-07T07:30Z',
    '2026-03-08T07:30Z',
    '2026-03-09T06:30Z',
  ])
})

test('an hour that occurs twice is the first', () => {
  expect(newYork('FREQ=DAILY;COUNT=3', '2026-10-31T05:30Z')).toEqual([
    '2026-10-31T05:30Z',
    '2026-11-01T05:30Z',
    '2026-11-02T06:30Z',
  ])
})

test('UNTIL is a day, a local time or an instant, each included', () => {
  const until = (value: string) => newYork(`FREQ=DAILY;UNTIL=${value}`, '2026-06-01T13:00Z').length
  expect(until('20260603')).toBe(3)
  expect(until('20260603T090000')).toBe(3)
  expect(until('20260603T085959')).toBe(2)
  expect(until('20260603T130000Z')).toBe(3)
  expect(until('20260603T125959Z')).toBe(2)
})

test.each([
  '',
  'FREQ=WEEKLY',
  'FREQ=HOURLY;COUNT=3',
  'FREQ=WEEKLY;COUNT=0',
  'FREQ=WEEKLY;COUNT=367',
  'FREQ=DAILY;UNTIL=20991231',
  'FREQ=WEEKLY;COUNT=2;UNTIL=20991231',
  'FREQ=WEEKLY;COUNT=2;COUNT=3',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3',
  'FREQ=MONTHLY;BYDAY=XX;COUNT=3',
  'FREQ=MONTHLY;BYMONTH=99;COUNT=3',
  'FREQ=WEEKLY;COUNT=2\nEXDATE:20260101',
  'FREQ=DAILY;INTERVAL=99999;COUNT=2',
])('%s is refused', (rule) => {
  const began = performance.now()
  expect(() => newYork(rule, '2026-06-01T13:00Z')).toThrow(expect.objectContaining({ kind: 'invalid' }))
  expect(performance.now() - began).toBeLessThan(1_000)
})
