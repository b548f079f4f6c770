/** The Stripe twin's API, with Stripe's own errors. Source: docs.stripe.com/api, docs.stripe.com/error-codes */
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { decodeForm, type FormNode, formText, formTexts } from './stripe-form.ts'
import { restoreSession, sessionUrl } from './stripe-session-url.ts'
import type { StripeWorld, TwinIntent, TwinSession } from './stripe-world.ts'

type Failure = { status: 400 | 401 | 404; type?: string; code?: string; message: string; param?: string }
type Outcome = object | Failure

const isFailure = (outcome: Outcome): outcome is Failure =>
  'status' in outcome && typeof outcome.status === 'number'

export function stripeApiRoutes(world: StripeWorld, secretKey: string, publicUrl: string): Hono {
  const app = new Hono()

  app.use('/v1/*', async (c, next) => {
    const key = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (key === secretKey) return next()
    return fail(c, {
      status: 401,
      message: key
        ? `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(12)}${key.slice(-4)}`
        : "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    })
  })

  app.post('/v1/checkout/sessions', (c) => once(c, world, (form) => createSession(world, publicUrl, form)))
  app.post('/v1/checkout/sessions/:id/expire', (c) =>
    once(c, world, () => {
      const session = world.session(c.req.param('id'))
      if (session?.status !== 'open') return missing('checkout.session', c.req.param('id'))
      world.expire(session.id)
      return session
    }),
  )
  app.post('/v1/refunds', (c) => once(c, world, (form) => createRefund(world, form)))

  app.get('/v1/checkout/sessions', (c) => {
    const intentId = c.req.query('payment_intent')
    return c.json(
      list(Object.values(world.state.sessions).filter((each) => each.payment_intent === intentId)),
    )
  })
  app.get('/v1/checkout/sessions/:id', (c) => {
    const id = c.req.param('id')
    const session = world.session(id) ?? restoreSession(world, id)
    return session ? c.json(session) : fail(c, missing('checkout.session', id))
  })
  app.get('/v1/payment_intents/:id', (c) => {
    const intent = world.state.intents[c.req.param('id')]
    if (!intent) return fail(c, missing('payment_intent', c.req.param('id')))
    const expands = Object.entries(c.req.query()).some(
      ([k, v]) => k.startsWith('expand[') && v === 'latest_charge',
    )
    return c.json(
      expands && intent.latest_charge ? { ...intent, latest_charge: world.chargeOf(intent) } : intent,
    )
  })
  app.get('/v1/refunds', (c) => {
    const { payment_intent: intentId, starting_after: after, limit = '10' } = c.req.query()
    const all = Object.values(world.state.refunds).filter((each) => each.payment_intent === intentId)
    const from = after ? all.findIndex((each) => each.id === after) + 1 : 0
    return c.json(list(all.slice(from, from + Number(limit)), all.length > from + Number(limit)))
  })
  app.all('/v1/*', (c) =>
    fail(c, { status: 404, message: `Unrecognized request URL (${c.req.method}: ${c.req.path}).` }),
  )
  return app
}

/** Runs a writing request once per idempotency key and tells the first answer again. */
async function once(c: Context, world: StripeWorld, work: (form: FormNode) => Outcome): Promise<Response> {
  const body = await c.req.text()
  const key = c.req.header('idempotency-key')
  const fingerprint = createHash('sha256').update(`${c.req.path}\n${body}`).digest('hex')
  const known = key ? world.state.keys[key] : undefined
  if (known && known.fingerprint !== fingerprint) {
    return fail(c, {
      status: 400,
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    })
  }
  if (known) return json(known.status, known.body, { 'Idempotent-Replayed': 'true' })

  const outcome = work(decodeForm(body))
  if (isFailure(outcome)) return fail(c, outcome)
  const answer = JSON.stringify(outcome)
  if (key) world.state.keys[key] = { fingerprint, status: 200, body: answer }
  world.save()
  return json(200, answer, {})
}

function createSession(world: StripeWorld, publicUrl: string, form: FormNode): Outcome {
  const priced = (name: string) => formText(form, 'line_items', '0', 'price_data', name)
  const amount = Number(priced('unit_amount'))
  const currency = priced('currency') ?? ''
  const successUrl = formText(form, 'success_url')
  if (formText(form, 'mode') !== 'payment') return lacking('mode')
  if (!successUrl) return lacking('success_url')
  if (!/^[a-z]{3}$/.test(currency)) return lacking('line_items[0][price_data][currency]')
  if (!Number.isSafeInteger(amount)) return lacking('line_items[0][price_data][unit_amount]')
  if (amount < 50) {
    return {
      status: 400,
      code: 'amount_too_small',
      message: "The Checkout Session's total amount must convert to at least 50 cents.",
    }
  }
  const session: TwinSession = {
    id: world.newId(`cs_test_${currency}${amount}`),
    object: 'checkout.session',
    created: world.seconds(),
    expires_at: Number(formText(form, 'expires_at') ?? world.seconds() + 24 * 3600),
    url: null,
    status: 'open',
    payment_status: 'unpaid',
    amount_total: amount,
    currency,
    payment_intent: null,
    client_reference_id: formText(form, 'client_reference_id') ?? null,
    customer_email: formText(form, 'customer_email') ?? null,
    metadata: formTexts(form, 'metadata'),
    success_url: successUrl,
    cancel_url: formText(form, 'cancel_url') ?? null,
    locale: formText(form, 'locale') ?? null,
    description:
      priced('product_data') ?? formText(form, 'line_items', '0', 'price_data', 'product_data', 'name') ?? '',
    livemode: false,
  }
  session.url = sessionUrl(publicUrl, session)
  world.state.sessions[session.id] = session
  return session
}

function createRefund(world: StripeWorld, form: FormNode): Outcome {
  const intentId = formText(form, 'payment_intent')
  if (!intentId) return lacking('payment_intent')
  const asked = formText(form, 'amount')
  const intent = world.state.intents[intentId] ?? believe(world, intentId, asked)
  if (!intent) return missing('payment_intent', intentId)
  if (intent.status !== 'succeeded') {
    return {
      status: 400,
      code: 'payment_intent_unexpected_state',
      message: 'This PaymentIntent does not have a successful charge to refund.',
    }
  }
  const left = intent.amount - world.sumOfRefunds(intent.id)
  const amount = asked === undefined ? left : Number(asked)
  if (left <= 0) {
    return {
      status: 400,
      code: 'charge_already_refunded',
      message: `Charge ${intent.latest_charge} has already been refunded.`,
    }
  }
  if (!Number.isSafeInteger(amount) || amount <= 0)
    return {
      status: 400,
      code: 'parameter_invalid_integer',
      message: 'Invalid positive integer',
      param: 'amount',
    }
  if (amount > left) {
    return {
      status: 400,
      message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      param: 'amount',
    }
  }
  return world.refund(intent, amount, formTexts(form, 'metadata'))
}

/** A payment of the twin's own making from before a restart: it is believed to have been large enough. */
function believe(world: StripeWorld, id: string, amount: string | undefined): TwinIntent | undefined {
  if (!id.startsWith('pi_twin') || !amount) return undefined
  const intent: TwinIntent = {
    id,
    object: 'payment_intent',
    created: world.seconds(),
    amount: 99_999_999,
    amount_received: 99_999_999,
    currency: 'eur',
    status: 'succeeded',
    latest_charge: world.newId('ch'),
    metadata: {},
    last_payment_error: null,
    livemode: false,
  }
  world.state.intents[id] = intent
  return intent
}

const lacking = (param: string): Failure => ({
  status: 400,
  code: 'parameter_missing',
  message: `Missing required param: ${param}.`,
  param,
})

const missing = (what: string, id: string): Failure => ({
  status: 404,
  code: 'resource_missing',
  message: `No such ${what}: '${id}'`,
  param: 'id',
})

const fail = (c: Context, { status, type = 'invalid_request_error', ...error }: Failure) =>
  c.json({ error: { type, ...error } }, status)

const list = (data: object[], hasMore = false) => ({ object: 'list', data, has_more: hasMore })

const json = (status: number, body: string, headers: Record<string, string>) =>
  new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } })
