import { expect, test } from 'vitest'
import { parseDecimal, typedDecimal } from './decimal.ts'

test.each([
  ['12,50', '12.50', '12.50'],
  ['12.50', '12.50', '12.50'],
  ['1.234,50', '1234.50', '1234.50'],
  ['1,234.50', '1234.50', '1234.50'],
  ['1.234', '1234', '1.234'],
  ['1,234', '1.234', '1234'],
  ['1.234.567', '1234567', '1234567'],
  ['0.125', '0.125', '0.125'],
  ['0,125', '0.125', '0.125'],
  [' 1 200 ', '1200', '1200'],
  ['€ 7', '7', '7'],
  ['−3,5', '-3.5', '-3.5'],
  ['007', '7', '7'],
  [',5', '0.5', '0.5'],
])('"%s" is %s in Greek and %s in English', (text, greek, english) => {
  expect(parseDecimal(text, 'el')).toBe(greek)
  expect(parseDecimal(text, 'en')).toBe(english)
})

test.each(['', 'abc', '1,2,3', '1.23.4', '12,34.5', '--1', '1-2', '.', '1e5', 'NaN', '1.2.3,4', '1,,2'])(
  '"%s" is no number',
  (text) => {
    expect(parseDecimal(text, 'el')).toBeNull()
    expect(parseDecimal(text, 'en')).toBeNull()
  },
)

test('a stored number is shown as the language types it, and read back the same', () => {
  expect(typedDecimal('12.50', 'el')).toBe('12,50')
  expect(parseDecimal(typedDecimal('1234.567', 'el'), 'el')).toBe('1234.567')
})
