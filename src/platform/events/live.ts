/**
 * Tells everyone who listens, at once, what was committed. One hub per process reads new events for all of its
 * listeners together, so the database has the same work for one as for a thousand.
 */
import type pg from 'pg'
import { identify } from '../auth/identify.ts'
import { tooMany, unavailable } from '../http/app-error.ts'
import type { Services } from '../tenancy/context.ts'
import { readMissed, readNewest, readSince } from './outbox.ts'
import { comparePositions, readPosition, type Position } from './position.ts'
import { type Listener, Viewer } from './viewer.ts'
import { type Watch, watchOutbox } from './watch.ts'

export type LiveHub = {
  /** The open stream of server-sent events. Throws 429 for too many streams, 503 when the database is away. */
  listen(listener: Listener): Promise<ReadableStream<Uint8Array>>
  /** How many streams are open. */
  size(): number
  /** Ends every stream; readers come back by themselves, to another process or to the next. */
  stop(): Promise<void>
}

export type LiveOptions = {
  heartbeatMs: number
  recheckMs: number
  mostPerPerson: number
  mostMissed: number
}

const usual: LiveOptions = { heartbeatMs: 15_000, recheckMs: 30_000, mostPerPerson: 30, mostMissed: 1_000 }
const batchSize = 1_000
const mostStreams = 5_000

export function createLiveHub(services: Services, options: Partial<LiveOptions> = {}): LiveHub {
  const { heartbeatMs, recheckMs, mostPerPerson, mostMissed } = { ...usual, ...options }
  const viewers = new ViewersByTenant()
  /** How far this hub has read, of all tenants; null while it sleeps because nobody listens. */
  let position: Position | null = null
  let arrivals: ((position: Position) => void)[] = []
  let watch: Watch | null = null
  const timers = [
    setInterval(
      () => viewers.all().forEach((viewer) => position && viewer.beat(position)),
      heartbeatMs,
    ).unref(),
    setInterval(() => void recheck(services, viewers.all()), recheckMs).unref(),
  ]

  async function turn(client: pg.Client): Promise<boolean> {
    if (viewers.size === 0) {
      position = null
      return false
    }
    position ??= await readNewest(client)
    for (const arrive of arrivals.splice(0)) arrive(position)
    const found = await readSince(client, position, batchSize)
    for (const event of found) for (const viewer of viewers.of(event.tenantId)) viewer.tell(event)
    position = found.at(-1) ?? position
    return found.length === batchSize
  }

  /** Where the hub stands, at this very moment; wakes it when it sleeps. */
  async function present(): Promise<Position> {
    watch ??= watchOutbox(services, { name: 'live', turn })
    if (position) return position
    const { promise, resolve, reject } = Promise.withResolvers<Position>()
    const patience = setTimeout(() => reject(away()), 5_000)
    arrivals.push(resolve)
    watch.nudge()
    return promise.finally(() => clearTimeout(patience))
  }

  return {
    async listen(listener) {
      if (services.env.limits) admit(viewers, listener, mostPerPerson)
      const viewer = new Viewer(listener, (closed) => viewers.remove(closed))
      // Added first, so that the hub wakes, and nothing that comes from now on is lost: it waits in the viewer.
      viewers.add(viewer)
      try {
        await begin(services, viewer, await present(), mostMissed)
      } catch (error) {
        viewer.end()
        throw error
      }
      return viewer.stream
    },
    size: () => viewers.size,
    async stop() {
      timers.forEach(clearInterval)
      viewers.all().forEach((viewer) => viewer.end())
      await watch?.stop()
    },
  }
}

function admit(viewers: ViewersByTenant, { countedAs }: Listener, mostPerPerson: number): void {
  const own = viewers.all().filter((viewer) => viewer.listener.countedAs === countedAs).length
  if (own < mostPerPerson && viewers.size < mostStreams) return
  throw tooMany('Too many pages are open at once.', { headers: { 'Retry-After': '30' } })
}

async function begin(services: Services, viewer: Viewer, now: Position, mostMissed: number): Promise<void> {
  const { lastEventId, tenantId } = viewer.listener
  if (lastEventId === null) return viewer.begin(now)
  const last = readPosition(lastEventId)
  if (!last) return viewer.beginAnew(now)
  const missed = await readMissed(services.database.relay, tenantId, last, now, mostMissed + 1)
  if (!missed.isKnown || missed.events.length > mostMissed) return viewer.beginAnew(now)
  // Another process may have told them of an event that this one has not read yet: it must not come twice.
  if (comparePositions(last, now) >= 0) return viewer.begin(last)
  viewer.begin(last, missed.events)
}

/** Ends the streams of those who were signed out, and hears with the rights that the others have now. */
async function recheck(services: Services, viewers: readonly Viewer[]): Promise<void> {
  for (const viewer of viewers) {
    const { tenantId, credential, actor } = viewer.listener
    if (!credential) continue
    // When the database is away the next round decides.
    const identity = await identify(services, tenantId, credential).catch(() => null)
    if (!identity) continue
    if (identity.actor.userId === actor.userId) viewer.update(identity.actor)
    else viewer.end()
  }
}

class ViewersByTenant {
  readonly #byTenant = new Map<string, Set<Viewer>>()
  size = 0

  add(viewer: Viewer): void {
    const { tenantId } = viewer.listener
    const own = this.#byTenant.get(tenantId) ?? new Set()
    this.#byTenant.set(tenantId, own.add(viewer))
    this.size++
  }

  remove(viewer: Viewer): void {
    const { tenantId } = viewer.listener
    const own = this.#byTenant.get(tenantId)
    if (!own?.delete(viewer)) return
    if (own.size === 0) this.#byTenant.delete(tenantId)
    this.size--
  }

  of(tenantId: string): Iterable<Viewer> {
    return this.#byTenant.get(tenantId) ?? []
  }

  all(): Viewer[] {
    return [...this.#byTenant.values()].flatMap((own) => [...own])
  }
}

const away = () =>
  unavailable('Live updates are not available at the moment.', { headers: { 'Retry-After': '5' } })
