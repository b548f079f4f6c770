import { expect, test } from 'vitest'
import { instantToLocal, localToInstant } from './local-time.ts'

test('local times and instants in summer, winter and the skipped hour', () => {
  expect(localToInstant('2026-07-01T09:30', 'Europe/Athens')).toBe('2026-07-01T06:30:00Z')
  expect(localToInstant('2026-12-01T09:30', 'Europe/Athens')).toBe('2026-12-01T07:30:00Z')
  expect(localToInstant('2026-03-29T03:30', 'Europe/Athens')).toBe('2026-03-29T01:30:00Z')
  expect(instantToLocal('2026-07-01T06:30:00Z', 'Europe/Athens')).toBe('2026-07-01T09:30')
  expect(instantToLocal(new Date('2026-12-01T07:30:00Z'), 'Europe/Athens')).toBe('2026-12-01T09:30')
})

test('what is no time stays as it was typed', () => {
  expect(localToInstant('tomorrow', 'Europe/Athens')).toBe('tomorrow')
})
