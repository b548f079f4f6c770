/** Stripe's events as ours. Source of the event types: docs.stripe.com/api/events/types */
import type { z } from 'zod'
import { invalid } from '../../../platform/http/app-error.ts'
import type { EventKind, ProviderEvent } from './provider.ts'
import { fromStripe } from './stripe-money.ts'
import { Charge, PaymentIntent, Refund, refundState, Session, type StripeEvent } from './stripe-shapes.ts'

/** What an event does not carry and has to be asked for. */
export type StripeLookups = {
  sessionOf(paymentIntentId: string): Promise<string | null>
  refundsOf(paymentIntentId: string): Promise<Refund[]>
}

export async function readStripeEvent(event: StripeEvent, lookups: StripeLookups): Promise<ProviderEvent[]> {
  switch (event.type) {
    case 'checkout.session.completed':
      return [
        sessionFact(event, (session) => (session.payment_status === 'unpaid' ? 'pending' : 'succeeded')),
      ]
    case 'checkout.session.async_payment_succeeded':
      return [sessionFact(event, () => 'succeeded')]
    case 'checkout.session.async_payment_failed':
      return [sessionFact(event, () => 'failed', 'The bank did not pay.')]
    case 'checkout.session.expired':
      return [sessionFact(event, () => 'cancelled')]
    case 'payment_intent.payment_failed':
      return [await failedAttempt(event, lookups)]
    case 'charge.refunded':
      return refundsOfCharge(event, lookups)
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed': {
      const refund = objectOf(event, Refund)
      return [refundFact(event, refund, await sessionOf(refund, lookups), refund.id)]
    }
    default:
      return [{ ...bare(event), kind: 'ignored' }]
  }
}

function sessionFact(
  event: StripeEvent,
  kind: (session: Session) => EventKind,
  reason?: string,
): ProviderEvent {
  const session = objectOf(event, Session)
  return {
    ...bare(event),
    kind: kind(session),
    providerReference: session.id,
    transactionId: session.payment_intent ?? null,
    amount: fromStripe(session.amount_total, session.currency),
    reason: reason ?? null,
  }
}

async function failedAttempt(event: StripeEvent, lookups: StripeLookups): Promise<ProviderEvent> {
  const intent = objectOf(event, PaymentIntent)
  return {
    ...bare(event),
    kind: 'failed',
    providerReference: await lookups.sessionOf(intent.id),
    transactionId: intent.id,
    amount: fromStripe(intent.amount, intent.currency),
    reason: intent.last_payment_error?.message ?? intent.last_payment_error?.code ?? null,
  }
}

// The charge only says how much has been refunded in all, so the refunds themselves are asked for: each then
// counts once by its own id, whichever event told of it first.
async function refundsOfCharge(event: StripeEvent, lookups: StripeLookups): Promise<ProviderEvent[]> {
  const intentId = objectOf(event, Charge).payment_intent
  if (!intentId) return [{ ...bare(event), kind: 'ignored' }]
  const session = await lookups.sessionOf(intentId)
  const refunds = await lookups.refundsOf(intentId)
  return refunds.map((refund) => refundFact(event, refund, session, refund.id))
}

function refundFact(
  event: StripeEvent,
  refund: Refund,
  session: string | null,
  eventPart: string,
): ProviderEvent {
  const state = refundState(refund.status)
  return {
    ...bare(event),
    eventId: `${event.id}/${eventPart}`,
    kind: state === 'succeeded' ? 'refunded' : state === 'failed' ? 'refund_failed' : 'ignored',
    providerReference: session,
    transactionId: refund.id,
    ofTransactionId: refund.payment_intent ?? null,
    refundId: refund.metadata?.refund_id ?? null,
    amount: fromStripe(refund.amount, refund.currency),
    reason: refund.failure_reason ?? null,
  }
}

const sessionOf = async (refund: Refund, lookups: StripeLookups) =>
  refund.payment_intent ? lookups.sessionOf(refund.payment_intent) : null

const bare = (event: StripeEvent) => ({
  eventId: event.id,
  type: event.type,
  providerReference: null,
  transactionId: null,
  ofTransactionId: null,
  refundId: null,
  amount: null,
  at: new Date(event.created * 1000).toISOString(),
  reason: null,
  raw: event,
})

function objectOf<T>(event: StripeEvent, shape: z.ZodType<T>): T {
  const read = shape.safeParse(event.data.object)
  if (!read.success) throw invalid(`The Stripe event ${event.id} cannot be understood.`)
  return read.data
}
