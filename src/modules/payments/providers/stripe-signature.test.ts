import { expect, test } from 'vitest'
import { signStripe, verifyStripe } from './stripe-signature.ts'

const now = new Date('2026-06-13T14:00:00Z')
const body = new TextEncoder().encode('{"id":"evt_1","πληρωμή":true}')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const refused = expect.objectContaining({ kind: 'unauthorized' })

test('agrees with a signature made elsewhere', () => {
  // printf '1781359200.{"id":"evt_test"}' | openssl dgst -sha256 -hmac whsec_test
  const known = 't=1781359200,v1=b8e4f61a651fd3011f79c5f1a2c8e130a7dd2cedf9af591977d33fea38532188'
  const at = new Date(1781359200_000)
  expect(signStripe('{"id":"evt_test"}', 'whsec_test', at)).toBe(known)
  expect(() =>
    verifyStripe(known, new TextEncoder().encode('{"id":"evt_test"}'), ['whsec_test'], at),
  ).not.toThrow()
})

test('passes within five minutes either way, and not after', () => {
  const header = signStripe(body, 'whsec_a', now)
  for (const at of [now, later(300), later(-300)]) verifyStripe(header, body, ['whsec_a'], at)
  for (const at of [later(301), later(-301)]) {
    expect(() => verifyStripe(header, body, ['whsec_a'], at)).toThrowError(refused)
  }
})

test('a changed body, another secret or another time is refused', () => {
  const header = signStripe(body, 'whsec_a', now)
  const tampered = body.slice()
  tampered[5] = (tampered[5] ?? 0) ^ 1
  expect(() => verifyStripe(header, tampered, ['whsec_a'], now)).toThrowError(refused)
  expect(() => verifyStripe(header, body, ['whsec_b'], now)).toThrowError(refused)
  expect(() => verifyStripe(header, body, [], now)).toThrowError(refused)
  const moved = header.replace(/t=\d+/, `t=${Math.floor(later(10).getTime() / 1000)}`)
  expect(() => verifyStripe(moved, body, ['whsec_a'], now)).toThrowError(refused)
})

test('rotation: any of our secrets with any of their signatures', () => {
  const signature = (secret: string) => signStripe(body, secret, now).split(',')[1]
  const t = signStripe(body, 'x', now).split(',')[0]
  const both = `${t},${signature('whsec_old')},${signature('whsec_new')},v0=ignored`
  verifyStripe(both, body, ['whsec_new'], now)
  verifyStripe(both, body, ['whsec_old'], now)
  verifyStripe(`${t},${signature('whsec_old')}`, body, ['whsec_new', 'whsec_old'], now)
  expect(() => verifyStripe(`${t},${signature('whsec_gone')}`, body, ['whsec_new'], now)).toThrowError(
    refused,
  )
})

test.each([
  null,
  '',
  'nonsense',
  't=,v1=',
  't=NaN,v1=00',
  `t=${now.getTime() / 1000}`,
  `v1=${'0'.repeat(64)}`,
  `t=${now.getTime() / 1000},v1=${'zz'.repeat(32)}`,
  `t=${now.getTime() / 1000},v1=${'0'.repeat(63)}`,
  `t=9999999999999999,v1=${'0'.repeat(64)}`,
  't'.repeat(10_000),
])('malformed header %s is refused, not a crash', (header) => {
  expect(() => verifyStripe(header, body, ['whsec_a'], now)).toThrowError(refused)
})
