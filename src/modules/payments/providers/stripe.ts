/**
 * Cards and wallets through Stripe's hosted Checkout: no card data touches us, and it works without our
 * JavaScript. Source: docs.stripe.com/api/checkout/sessions, docs.stripe.com/api/refunds
 */
import { z } from 'zod'
import { invalid } from '../../../platform/http/app-error.ts'
import type {
  PaymentProvider,
  ProviderEvent,
  ProviderPayment,
  ProviderRefund,
  RefundOutcome,
  RefundPayment,
  StartPayment,
} from './provider.ts'
import { type StripeApi, stripeApi, type StripeSettings } from './stripe-api.ts'
import { readStripeEvent } from './stripe-events.ts'
import { fromStripe, toStripe } from './stripe-money.ts'
import { listOf, PaymentIntent, Refund, refundState, Session, StripeEvent } from './stripe-shapes.ts'
import { verifyStripe } from './stripe-signature.ts'

export function stripe(settings: StripeSettings): PaymentProvider {
  const api = stripeApi(settings)
  return {
    code: 'stripe',

    async start(input) {
      const session = await api.post(
        '/v1/checkout/sessions',
        sessionForm(input),
        `start:${input.reference}`,
        Session,
      )
      if (!session.url) throw invalid('This payment can no longer be made.')
      return { kind: 'redirect', url: session.url, providerReference: session.id }
    },

    async readWebhook({ headers, body, now }) {
      verifyStripe(headers.get('stripe-signature'), body, settings.webhookSecrets, now)
      return readStripeEvent(parseEvent(body), {
        sessionOf: (intentId) => sessionOf(api, intentId),
        refundsOf: (intentId) => refundsOf(api, intentId),
      }) satisfies Promise<ProviderEvent[]>
    },

    refund: (input) => refund(api, input),
    find: (providerReference) => find(api, providerReference),
    readReturn: (url) => url.searchParams.get('session_id'),
  }
}

function sessionForm(input: StartPayment) {
  const { amount, currency } = toStripe(input.amount)
  if (amount <= 0) throw invalid('There is nothing to pay.')
  const metadata = { reference: input.reference, order_id: input.orderId, order_number: input.orderNumber }
  return {
    mode: 'payment',
    client_reference_id: input.reference,
    customer_email: input.customer.email,
    locale: input.language,
    // One line: the arithmetic of lines, discounts and VAT is ours and is not done a second time elsewhere.
    line_items: [
      {
        quantity: 1,
        price_data: { currency, unit_amount: amount, product_data: { name: input.description } },
      },
    ],
    metadata,
    payment_intent_data: { description: input.description, metadata },
    success_url: withSessionId(input.returnUrl),
    cancel_url: input.cancelUrl,
    expires_at: clampExpiry(input),
  }
}

/** Stripe replaces the placeholder, which therefore must not be percent-encoded. */
function withSessionId(returnUrl: string): string {
  const joint = returnUrl.includes('?') ? '&' : '?'
  return `${returnUrl}${joint}session_id={CHECKOUT_SESSION_ID}`
}

/** In seconds. Stripe takes 30 minutes to 24 hours from now; a minute of margin covers the journey. */
function clampExpiry({ now, expiresAt }: StartPayment): number | undefined {
  if (!expiresAt) return undefined
  const seconds = Math.floor(now.getTime() / 1000)
  return Math.min(
    Math.max(Math.floor(expiresAt.getTime() / 1000), seconds + 31 * 60),
    seconds + 24 * 3600 - 60,
  )
}

function parseEvent(body: Uint8Array) {
  try {
    return StripeEvent.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch {
    throw invalid('The webhook is not a Stripe event.')
  }
}

async function sessionOf(api: StripeApi, intentId: string): Promise<string | null> {
  const sessions = await api.get(
    '/v1/checkout/sessions',
    { payment_intent: intentId, limit: 1 },
    listOf(z.object({ id: z.string() })),
  )
  return sessions.data[0]?.id ?? null
}

/** All of them; a payment has few. */
async function refundsOf(api: StripeApi, intentId: string): Promise<Refund[]> {
  const found: Refund[] = []
  for (;;) {
    const query = { payment_intent: intentId, limit: 100, starting_after: found.at(-1)?.id }
    const page = await api.get('/v1/refunds', query, listOf(Refund))
    found.push(...page.data)
    if (!page.has_more || page.data.length === 0) return found
  }
}

async function refund(api: StripeApi, input: RefundPayment): Promise<RefundOutcome> {
  const { amount } = toStripe(input.amount)
  if (amount <= 0) throw invalid('There is nothing to refund.')
  // Stripe forgets idempotency keys after a day; our id in the metadata is there for ever.
  const earlier = (await refundsOf(api, input.transactionId)).filter(
    (each) => each.metadata?.refund_id === input.refundId,
  )
  // A refund that came back may be tried again, under a key of its own.
  const failures = earlier.filter((each) => refundState(each.status) === 'failed').length
  const made =
    earlier.find((each) => refundState(each.status) !== 'failed') ??
    (await api.post(
      '/v1/refunds',
      {
        payment_intent: input.transactionId,
        amount,
        metadata: { refund_id: input.refundId, reason: input.reason?.slice(0, 500) },
      },
      `refund:${input.refundId}:${failures}`,
      Refund,
    ))
  const money = fromStripe(made.amount, made.currency)
  const state = refundState(made.status)
  if (state !== 'failed') return { kind: state, transactionId: made.id, amount: money }
  return {
    kind: 'failed',
    transactionId: made.id,
    amount: money,
    reason: made.failure_reason ?? 'Stripe gives no reason.',
  }
}

async function find(api: StripeApi, providerReference: string): Promise<ProviderPayment> {
  const session = await api.get(`/v1/checkout/sessions/${encodeURIComponent(providerReference)}`, {}, Session)
  const intentId = session.payment_intent
  const intent = intentId
    ? await api.get(
        `/v1/payment_intents/${encodeURIComponent(intentId)}`,
        { expand: ['latest_charge'] },
        PaymentIntent,
      )
    : null
  const isPaid = session.payment_status !== 'unpaid'
  const charge = intent?.latest_charge
  return {
    providerReference: session.id,
    state: isPaid ? 'succeeded' : stateOf(session, intent?.status),
    transactionId: isPaid ? (intentId ?? null) : null,
    amount: fromStripe(session.amount_total, session.currency),
    refunds: intentId && isPaid ? (await refundsOf(api, intentId)).map(presentRefund) : [],
    isDisputed: typeof charge === 'object' && charge?.disputed === true,
  }
}

function stateOf(session: Session, intentStatus: string | undefined): ProviderPayment['state'] {
  if (session.status === 'expired') return 'cancelled'
  if (session.status === 'open') return 'open'
  // A completed session without money: a bank debit under way, or come back unpaid.
  return intentStatus === 'processing' || intentStatus === undefined ? 'pending' : 'failed'
}

const presentRefund = (made: Refund): ProviderRefund => ({
  transactionId: made.id,
  refundId: made.metadata?.refund_id ?? null,
  state: refundState(made.status),
  amount: fromStripe(made.amount, made.currency),
})
