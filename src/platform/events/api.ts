/** `GET /events`: what happens, as it happens, to those who may hear of it. */
import { z } from 'zod'
import { credentialOf } from '../auth/credential.ts'
import { endpoint, type Endpoint, respond } from '../http/endpoint.ts'
import type { Services } from '../tenancy/context.ts'
import { createLiveHub, type LiveHub } from './live.ts'
import { readTopics } from './topics.ts'

// The built pages and the server's sources are two copies of this file, and share one hub.
const key = Symbol.for('stoa.liveHubs')
const shared = globalThis as unknown as Record<symbol, WeakMap<Services['database'], LiveHub> | undefined>
const hubs = (shared[key] ??= new WeakMap())

/** The hub of this process, made when the first one listens. */
export function liveHub(services: Services): LiveHub {
  let hub = hubs.get(services.database)
  if (!hub) hubs.set(services.database, (hub = createLiveHub(services)))
  return hub
}

/** Ends all streams; for shutting down. */
export async function stopLive(services: Services): Promise<void> {
  const hub = hubs.get(services.database)
  hubs.delete(services.database)
  await hub?.stop()
}

const Topic = /^[A-Za-z][\w-]{0,63}(:[\w-]{1,64})?$/

const Query = z.strictObject({
  topics: z
    .string()
    .max(2_000)
    .refine(
      (list) => list === '' || list.split(',').every((name) => Topic.test(name.trim())),
      'Must be names such as orders,products or availability:<id>, separated by commas.',
    )
    .refine((list) => list.split(',').length <= 50, 'At most 50 topics.')
    .optional()
    .meta({ description: 'Entities in the plural, `orders,products`, or one record: `availability:<id>`.' }),
  lastEventId: z.string().max(64).optional().meta({ description: 'Like the header Last-Event-ID.' }),
})

export const eventsApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/events',
    tag: 'Events',
    summary: 'Listens to what happens, as server-sent events',
    description:
      'Each event has an id, a name such as `order.placed`, and data `{entity:{kind,id},at,…}`. The header Last-Event-ID resumes after that event; when it is unknown or too old there is one `reset` event instead.',
    access: 'public',
    query: Query,
    produces: 'text/event-stream',
    handle: async (ctx, { query, request }) => {
      const stream = await liveHub(ctx.services).listen({
        tenantId: ctx.tenantId,
        actor: ctx.actor,
        credential: ctx.actor.userId ? credentialOf(request.headers, ctx.services) : null,
        countedAs: ctx.actor.userId ? `user:${ctx.actor.userId}` : `address:${ctx.address}`,
        topics: readTopics(query.topics),
        lastEventId: request.headers.get('last-event-id') ?? query.lastEventId ?? null,
      })
      return respond(stream, {
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-cache, no-transform',
          // Proxies would gather the events before passing them on.
          'X-Accel-Buffering': 'no',
        },
      })
    },
  }),
]
