/**
 * Stripe's webhook signature: `Stripe-Signature: t=<seconds>,v1=<hex>[,v1=…]`, HMAC-SHA-256 of `<t>.<body>`.
 * Source: docs.stripe.com/webhooks/signature (manual verification).
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { unauthorized } from '../../../platform/http/app-error.ts'

/** Older or more future than this, in seconds, is a replay or a wrong clock. Stripe's libraries use the same. */
export const toleranceSeconds = 300

export function signStripe(body: Uint8Array | string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},v1=${digest(body, secret, String(seconds)).toString('hex')}`
}

/**
 * Passes when any of the header's v1 signatures was made with any of our secrets (both sides rotate).
 * AppError `unauthorized` otherwise, with one sentence for every cause, so that nothing is learnt from it.
 */
export function verifyStripe(header: string | null, body: Uint8Array, secrets: string[], now: Date): void {
  const { seconds, signatures } = readHeader(header ?? '')
  const isGenuine = secrets.some((secret) => {
    const expected = digest(body, secret, seconds)
    return signatures.some((each) => each.length === expected.length && timingSafeEqual(each, expected))
  })
  const age = Math.abs(now.getTime() / 1000 - Number(seconds))
  // The comparison also refuses NaN.
  if (!isGenuine || !(age <= toleranceSeconds)) throw unauthorized('The webhook signature is not valid.')
}

function readHeader(header: string): { seconds: string; signatures: Buffer[] } {
  const parts = header.split(',').map((part) => part.trim().split('=', 2))
  const seconds = parts.find(([name]) => name === 't')?.[1] ?? ''
  const signatures = parts
    .filter(([name, value]) => name === 'v1' && /^[0-9a-f]{64}$/.test(value ?? ''))
    .map(([, value]) => Buffer.from(value ?? '', 'hex'))
  return { seconds: /^\d{1,12}$/.test(seconds) ? seconds : '', signatures }
}

const digest = (body: Uint8Array | string, secret: string, seconds: string): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest()
