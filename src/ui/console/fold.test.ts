import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test('case, accents and the final sigma make no difference', () => {
  expect(fold('ΕΛΑΙΌΛΑΔΟ')).toBe(fold('ελαιολαδο'))
  expect(fold('Μελισσοκόμος')).toBe(fold('ΜΕΛΙΣΣΟΚΟΜΟΣ'))
  expect(fold('Crème ')).toBe('creme')
})
