import { expect, test } from 'vitest'
import { formatDate, formatList, formatMoney, formatPercent, formatRelative } from './format.ts'

const spaces = (text: string) => text.replace(/\s/gu, ' ')

test('writes money as the language does, and keeps the decimals of unit prices', () => {
  expect(formatMoney('en', { amount: '1234.50', currency: 'EUR' })).toBe('€1,234.50')
  expect(spaces(formatMoney('el', { amount: '1234.50', currency: 'EUR' }))).toBe('1.234,50 €')
  expect(formatMoney('en', { amount: '0.012345', currency: 'EUR' })).toBe('€0.012345')
  // A number could not hold these digits; the text is formatted exactly.
  expect(formatMoney('en', { amount: '90071992547409931.25', currency: 'EUR' })).toBe(
    '€90,071,992,547,409,931.25',
  )
  expect(formatPercent('en', '24')).toBe('24%')
})

test('writes instants in the zone, days in none', () => {
  expect(formatDate('en', '2026-06-12T22:30:00Z', 'dateTime', 'Europe/Athens')).toBe('13 Jun 2026, 01:30')
  expect(formatDate('en', '2026-06-12', 'date', 'America/New_York')).toBe('12 Jun 2026')
  expect(formatDate('el', '2026-06-12', 'longDate')).toContain('12 Ιουνίου 2026')
})

test('says how long ago in the largest unit that fits', () => {
  const now = Date.parse('2026-06-13T12:00:00Z')
  expect(formatRelative('en', '2026-06-13T09:00:00Z', now)).toBe('3 hours ago')
  expect(formatRelative('en', '2026-06-12T11:00:00Z', now)).toBe('yesterday')
  expect(formatRelative('en', '2026-06-13T11:59:40Z', now)).toBe('now')
  expect(formatRelative('el', '2026-06-15T12:00:00Z', now)).toBe('μεθαύριο')
})

test('joins for people', () => {
  expect(formatList('el', ['μέλι', 'λάδι', 'τυρί'])).toBe('μέλι, λάδι και τυρί')
})
