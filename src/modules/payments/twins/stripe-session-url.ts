/** The address of a twin's payment page carries the session, so that a link outlives the twin's memory. */
import type { StripeWorld, TwinSession } from './stripe-world.ts'

export const sessionUrl = (publicUrl: string, session: TwinSession): string =>
  `${publicUrl}/c/pay/${session.id}?s=${Buffer.from(JSON.stringify(session)).toString('base64url')}`

/**
 * A session of the twin's own making that it no longer knows: open again, from its address where there is one,
 * else with the amount and currency that its id names.
 */
export function restoreSession(world: StripeWorld, id: string, carried?: string): TwinSession | undefined {
  const named = /^cs_test_([a-z]{3})(\d{1,12})_twin[0-9a-f]{24}$/.exec(id)
  if (!named) return undefined
  const session: TwinSession = {
    id,
    object: 'checkout.session',
    created: world.seconds(),
    expires_at: world.seconds() + 3600,
    url: null,
    client_reference_id: null,
    customer_email: null,
    success_url: '',
    cancel_url: null,
    locale: null,
    description: '',
    ...read(carried),
    metadata: { ...read(carried).metadata },
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    amount_total: Number(named[2]),
    currency: named[1] ?? 'eur',
    livemode: false,
  }
  if (session.id !== id) return undefined
  // From the id alone there is no page to return to: such a session can be looked up, but is not kept.
  if (session.success_url) world.state.sessions[id] = session
  return session
}

function read(carried: string | undefined): Partial<TwinSession> {
  try {
    const found: unknown = JSON.parse(Buffer.from(carried ?? '', 'base64url').toString('utf8'))
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    return {}
  }
}
