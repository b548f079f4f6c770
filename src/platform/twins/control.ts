/** The control API that every twin with webhooks has, below `/_twin`: for browser tests and for people with curl. */
import type { Hono } from 'hono'
import { z } from 'zod'
import type { Deliveries } from './deliveries.ts'
import type { Faults } from './faults.ts'

const Mode = z.strictObject({
  copies: z.number().int().min(1).max(10).optional(),
  delayMs: z.number().int().min(0).max(600_000).optional(),
  drop: z.number().int().min(0).optional(),
  hold: z.boolean().optional(),
  url: z.url().nullable().optional(),
})
const Release = z.strictObject({ order: z.enum(['forward', 'backward']).default('forward') })
const FaultAsked = z.strictObject({
  path: z.string().optional(),
  answer: z.union([z.literal('silence'), z.number().int().min(400).max(599)]),
  times: z.number().int().min(1).max(1_000).default(1),
  afterWork: z.boolean().optional(),
})

/**
 * `POST /_twin/webhooks {copies,delayMs,drop,hold,url}`, `POST /_twin/webhooks/release {order}`,
 * `POST /_twin/webhooks/again/:id`, `GET /_twin/webhooks`, `POST /_twin/faults {path,answer,times,afterWork}`.
 */
export function addControl(app: Hono, deliveries: Deliveries, faults: Faults): void {
  addFaultControl(app, faults)
  app.post('/_twin/webhooks', async (c) => {
    deliveries.set(Mode.parse(await c.req.json()))
    return c.body(null, 204)
  })
  app.post('/_twin/webhooks/release', async (c) => {
    await deliveries.release(Release.parse(await c.req.json().catch(() => ({}))).order)
    return c.body(null, 204)
  })
  app.post('/_twin/webhooks/again/:id', async (c) => {
    await deliveries.again(c.req.param('id'))
    return c.body(null, 204)
  })
  app.get('/_twin/webhooks', (c) => c.json({ sent: deliveries.sent, attempts: deliveries.attempts }))
}

/** Only `POST /_twin/faults`, for twins without webhooks. */
export function addFaultControl(app: Hono, faults: Faults): void {
  app.onError((error, c) =>
    error instanceof z.ZodError
      ? c.json({ error: z.prettifyError(error) }, 422)
      : c.json({ error: error.message }, 500),
  )
  app.post('/_twin/faults', async (c) => {
    faults.add(FaultAsked.parse(await c.req.json()))
    return c.body(null, 204)
  })
}
