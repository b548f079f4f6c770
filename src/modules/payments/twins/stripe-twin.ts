/** A local stand-in for Stripe: enough of its API, payment page and webhooks for the whole journey, no account. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { addControl } from '../../../platform/twins/control.ts'
import { type Deliveries, makeDeliveries } from '../../../platform/twins/deliveries.ts'
import { type Faults, makeFaults } from '../../../platform/twins/faults.ts'
import { remember } from '../../../platform/twins/memory.ts'
import { serveTwin } from '../../../platform/twins/serve.ts'
import { type StripeSettings, stripeVersion } from '../providers/stripe-api.ts'
import { signStripe } from '../providers/stripe-signature.ts'
import { stripeApiRoutes } from './stripe-api-routes.ts'
import { stripePage } from './stripe-page.ts'
import { emptyStripeState, makeStripeWorld, type StripeWorld } from './stripe-world.ts'

export type StripeTwinOptions = {
  /** 0, the default, takes a free one. */
  port?: number
  /** Where events go; null keeps them unsent until `control.deliveries.set({url})`. */
  webhookUrl: string | null
  secretKey?: string
  webhookSecret?: string
  /** A JSON file, for a memory that outlives a restart. */
  file?: string
  /** When a payment "to be confirmed later" succeeds by itself; null: only by `control.world.settle`. */
  settleAfterMs?: number | null
  retryPausesMs?: number[]
  now?: () => Date
}

export type StripeTwin = {
  url: string
  /** What `stripe()` needs to speak to this twin. */
  settings: StripeSettings
  control: { world: StripeWorld; deliveries: Deliveries; faults: Faults }
  stop(): Promise<void>
}

export async function startStripeTwin(options: StripeTwinOptions): Promise<StripeTwin> {
  const secretKey = options.secretKey ?? 'sk_test_twin'
  const webhookSecret = options.webhookSecret ?? 'whsec_twin'
  const now = options.now ?? (() => new Date())
  const faults = makeFaults()
  const deliveries = makeDeliveries({
    url: options.webhookUrl,
    headers: ({ body }) => ({ 'Stripe-Signature': signStripe(body, webhookSecret, now()) }),
    retryPausesMs: options.retryPausesMs,
  })
  const world = makeStripeWorld(
    remember(emptyStripeState(), options.file),
    (type, object) => deliveries.send(stripeEvent(type, object, now())),
    now,
  )
  const timers = new Set<NodeJS.Timeout>()
  const settleLater = (sessionId: string) => {
    if (options.settleAfterMs === null) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      world.settle(sessionId, 'succeeded')
    }, options.settleAfterMs ?? 10_000)
    timers.add(timer.unref())
  }

  const server = await serveTwin(options.port ?? 0, (url) => {
    const app = new Hono()
    addControl(app, deliveries, faults)
    app.route('/', stripeApiRoutes(world, secretKey, url))
    app.route('/', stripePage(world, settleLater))
    return (request) => faults.around(request, async () => app.fetch(request))
  })
  return {
    url: server.url,
    settings: { secretKey, webhookSecrets: [webhookSecret], baseUrl: server.url },
    control: { world, deliveries, faults },
    stop() {
      timers.forEach((timer) => clearTimeout(timer))
      deliveries.stop()
      return server.stop()
    },
  }
}

function stripeEvent(type: string, object: unknown, at: Date) {
  const id = `evt_${randomUUID().replaceAll('-', '')}`
  const body = JSON.stringify({
    id,
    object: 'event',
    api_version: stripeVersion,
    created: Math.floor(at.getTime() / 1000),
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
  })
  return { id, type, body }
}
