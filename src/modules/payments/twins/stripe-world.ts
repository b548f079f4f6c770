/** What the Stripe twin knows and what may happen in it: sessions are paid, refused, left; refunds go back. */
import { randomBytes } from 'node:crypto'
import type { Memory } from '../../../platform/twins/memory.ts'

export type TwinSession = {
  id: string
  object: 'checkout.session'
  created: number
  expires_at: number
  url: string | null
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid'
  amount_total: number
  currency: string
  payment_intent: string | null
  client_reference_id: string | null
  customer_email: string | null
  metadata: Record<string, string>
  success_url: string
  cancel_url: string | null
  locale: string | null
  description: string
  livemode: false
}

export type TwinIntent = {
  id: string
  object: 'payment_intent'
  created: number
  amount: number
  amount_received: number
  currency: string
  status: 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled'
  latest_charge: string | null
  metadata: Record<string, string>
  last_payment_error: { type: string; code: string; decline_code?: string; message: string } | null
  livemode: false
}

export type TwinRefund = {
  id: string
  object: 'refund'
  created: number
  amount: number
  currency: string
  payment_intent: string
  charge: string
  status: 'pending' | 'succeeded' | 'failed'
  failure_reason?: string
  metadata: Record<string, string>
}

export type StripeState = {
  sessions: Record<string, TwinSession>
  intents: Record<string, TwinIntent>
  refunds: Record<string, TwinRefund>
  keys: Record<string, { fingerprint: string; status: number; body: string }>
}

export const emptyStripeState = (): StripeState => ({ sessions: {}, intents: {}, refunds: {}, keys: {} })

export type Emit = (type: string, object: unknown) => void

export type StripeWorld = ReturnType<typeof makeStripeWorld>

export function makeStripeWorld({ state, save }: Memory<StripeState>, emit: Emit, now: () => Date) {
  let nextRefund: TwinRefund['status'] = 'succeeded'
  const seconds = () => Math.floor(now().getTime() / 1000)
  const newId = (prefix: string) => `${prefix}_twin${randomBytes(12).toString('hex')}`

  /** What Stripe's charge object says of a paid intent. */
  function chargeOf(intent: TwinIntent) {
    const refunded = sumOfRefunds(intent.id)
    return {
      id: intent.latest_charge,
      object: 'charge',
      amount: intent.amount,
      amount_refunded: refunded,
      currency: intent.currency,
      payment_intent: intent.id,
      refunded: refunded >= intent.amount,
      disputed: false,
      status: 'succeeded',
      metadata: intent.metadata,
    }
  }

  const sumOfRefunds = (intentId: string) =>
    Object.values(state.refunds)
      .filter((refund) => refund.payment_intent === intentId && refund.status !== 'failed')
      .reduce((sum, refund) => sum + refund.amount, 0)

  function intentOf(session: TwinSession): TwinIntent {
    const known = session.payment_intent ? state.intents[session.payment_intent] : undefined
    const intent = known ?? {
      id: newId('pi'),
      object: 'payment_intent',
      created: seconds(),
      amount: session.amount_total,
      amount_received: 0,
      currency: session.currency,
      status: 'requires_payment_method',
      latest_charge: null,
      metadata: session.metadata,
      last_payment_error: null,
      livemode: false,
    }
    state.intents[intent.id] = intent
    session.payment_intent = intent.id
    return intent
  }

  function takeMoney(intent: TwinIntent): void {
    Object.assign(intent, {
      status: 'succeeded',
      amount_received: intent.amount,
      latest_charge: newId('ch'),
      last_payment_error: null,
    })
    emit('payment_intent.succeeded', intent)
  }

  return {
    state,
    save,
    seconds,
    newId,
    chargeOf,
    sumOfRefunds,

    /** The session, ended first when its time is over. */
    session(id: string): TwinSession | undefined {
      const session = state.sessions[id]
      if (session?.status === 'open' && session.expires_at <= seconds()) this.expire(id)
      return session
    },

    pay(id: string): void {
      const session = openSession(state, id)
      takeMoney(intentOf(session))
      Object.assign(session, { status: 'complete', payment_status: 'paid', url: null })
      save()
      emit('checkout.session.completed', session)
    },

    /** The bank refuses the card; the customer may try again in the same session. */
    decline(id: string): void {
      const intent = intentOf(openSession(state, id))
      intent.last_payment_error = {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'generic_decline',
        message: 'Your card was declined.',
      }
      save()
      emit('payment_intent.payment_failed', intent)
    },

    /** A way of paying whose bank answers later: the session is complete, the money is not there. */
    payLater(id: string): void {
      const session = openSession(state, id)
      intentOf(session).status = 'processing'
      Object.assign(session, { status: 'complete', payment_status: 'unpaid', url: null })
      save()
      emit('checkout.session.completed', session)
    },

    settle(id: string, outcome: 'succeeded' | 'failed'): void {
      const session = state.sessions[id]
      const intent = session && state.intents[session.payment_intent ?? '']
      if (!session || intent?.status !== 'processing') return
      if (outcome === 'succeeded') {
        takeMoney(intent)
        session.payment_status = 'paid'
      } else intent.status = 'requires_payment_method'
      save()
      emit(`checkout.session.async_payment_${outcome}`, session)
    },

    expire(id: string): void {
      const session = state.sessions[id]
      if (session?.status !== 'open') return
      Object.assign(session, { status: 'expired', url: null })
      save()
      emit('checkout.session.expired', session)
    },

    refund(intent: TwinIntent, amount: number, metadata: Record<string, string>): TwinRefund {
      const refund: TwinRefund = {
        id: newId('re'),
        object: 'refund',
        created: seconds(),
        amount,
        currency: intent.currency,
        payment_intent: intent.id,
        charge: intent.latest_charge ?? '',
        status: nextRefund,
        metadata,
      }
      nextRefund = 'succeeded'
      if (refund.status === 'failed') refund.failure_reason = 'expired_or_canceled_card'
      state.refunds[refund.id] = refund
      save()
      emit('refund.created', refund)
      emit(
        refund.status === 'failed' ? 'refund.failed' : 'charge.refunded',
        refund.status === 'failed' ? refund : chargeOf(intent),
      )
      return refund
    },

    /** How the next refund turns out at once. */
    setNextRefund(status: TwinRefund['status']): void {
      nextRefund = status
    },

    settleRefund(id: string, status: 'succeeded' | 'failed'): void {
      const refund = state.refunds[id]
      if (refund?.status !== 'pending') return
      refund.status = status
      if (status === 'failed') refund.failure_reason = 'expired_or_canceled_card'
      save()
      emit(status === 'failed' ? 'refund.failed' : 'refund.updated', refund)
    },
  }
}

function openSession(state: StripeState, id: string): TwinSession {
  const session = state.sessions[id]
  if (session?.status !== 'open') throw new Error(`The session ${id} is not open.`)
  return session
}
