import { expect, test } from 'vitest'
import { accessTokenSeconds, issueAccessToken, readAccessToken } from './access-token.ts'

const now = Date.parse('2026-06-13T14:00:00Z')
const claims = { tenantId: 'tenant', keyId: 'key' }

test('a token says whose it is until it expires, also after the secret was rotated', () => {
  const token = issueAccessToken(['old-secret'], claims, now)
  expect(readAccessToken(token, ['old-secret'], now)).toEqual(claims)
  expect(readAccessToken(token, ['new-secret', 'old-secret'], now)).toEqual(claims)
  expect(readAccessToken(token, ['old-secret'], now + accessTokenSeconds * 1000)).toBeNull()
  expect(readAccessToken(token, ['new-secret'], now)).toBeNull()
})

test('a token that was changed, unsigned or signed for another use is nothing', () => {
  const token = issueAccessToken(['secret'], claims, now)
  const [header, , signature] = token.split('.')
  const forged = Buffer.from(JSON.stringify({ aud: 'tenant', sub: 'other', exp: now })).toString('base64url')
  const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')
  for (const bad of [
    `${header}.${forged}.${signature}`,
    `${unsigned}.${forged}.`,
    `${header}.${forged}`,
    '..',
    '',
    `${token}x`.slice(0, -3),
  ]) {
    expect(readAccessToken(bad, ['secret'], now)).toBeNull()
  }
})
