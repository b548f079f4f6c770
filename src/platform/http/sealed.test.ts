import { expect, test } from 'vitest'
import { seal, unseal } from './sealed.ts'

const [older, newer] = [
  'a-secret-that-only-tests-use-0123456789',
  'another-secret-that-only-tests-use-012345',
]

test('what is sealed opens in its own place, also after the secret was rotated', () => {
  const sealed = seal([older], 'here', 'Ένα κλειδί')
  expect(unseal([older], 'here', sealed)).toBe('Ένα κλειδί')
  expect(unseal([newer, older], 'here', sealed)).toBe('Ένα κλειδί')
  expect(seal([older], 'here', 'Ένα κλειδί')).not.toBe(sealed)
})

test('elsewhere, changed, cut, or without its secret it stays closed', () => {
  const sealed = seal([older], 'here', 'text')
  const flipped = Buffer.from(sealed, 'base64')
  flipped[flipped.length - 1]! ^= 1
  expect(unseal([older], 'there', sealed)).toBeNull()
  expect(unseal([newer], 'here', sealed)).toBeNull()
  expect(unseal([older], 'here', flipped.toString('base64'))).toBeNull()
  expect(unseal([older], 'here', sealed.slice(0, 12))).toBeNull()
  expect(unseal([older], 'here', '')).toBeNull()
})
