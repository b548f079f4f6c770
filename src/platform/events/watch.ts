/** A connection of the relay's own that takes a turn when the outbox grew and at least once a second, and mends itself. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Services } from '../tenancy/context.ts'
import { outboxChannel } from './wake.ts'

export type Watch = {
  /** Takes a turn now. */
  nudge(): void
  /** Ends after the turn under way. */
  stop(): Promise<void>
}

export type WatchOptions = {
  /** Shown in pg_stat_activity and in the log. */
  name: string
  /** One turn of work on the connection; true when there is more to do at once. A throw replaces the connection. */
  turn: (client: Client) => Promise<boolean>
  everyMs?: number
  /** Told what each notification carries. */
  hear?: (payload: string | undefined) => void
}

const shortestPauseMs = 250
const longestPauseMs = 5_000

export function watchOutbox(services: Services, options: WatchOptions): Watch {
  const bell = new Bell()
  const stopping = new AbortController()
  const running = attend(services, options, bell, stopping.signal)
  return {
    nudge: () => bell.ring(),
    stop: async () => {
      stopping.abort()
      bell.ring()
      await running
    },
  }
}

async function attend(
  services: Services,
  options: WatchOptions,
  bell: Bell,
  stop: AbortSignal,
): Promise<void> {
  let pauseMs = shortestPauseMs
  while (!stop.aborted) {
    const client = dedicatedClient(services, options.name)
    const broken = Promise.withResolvers<never>()
    broken.promise.catch(() => bell.ring())
    client.on('error', broken.reject)
    client.on('notification', ({ payload }) => {
      options.hear?.(payload)
      bell.ring()
    })
    try {
      await client.connect()
      await client.query(`listen ${outboxChannel}`)
      while (!stop.aborted) {
        // Rung before the turn begins is answered by this turn; rung during it, by the next.
        bell.hush()
        const hasMore = await options.turn(client)
        pauseMs = shortestPauseMs
        if (!hasMore) await Promise.race([bell.wait(options.everyMs ?? 1_000), broken.promise])
      }
    } catch (error) {
      services.log.warn({ err: error, watch: options.name }, 'connection lost, trying again')
    } finally {
      await client.end().catch(() => {})
    }
    if (stop.aborted) return
    await sleep(pauseMs, undefined, { signal: stop }).catch(() => {})
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

/** Outside the pool, because it listens and may hold a lock; a dead peer is noticed within seconds. */
function dedicatedClient(services: Services, name: string): Client {
  const { connectionString, options } = services.database.relay.options
  return new Client({
    connectionString,
    options,
    application_name: `stoa-${name}`,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
  })
}

/** Wakes one sleeper; a ring while nobody sleeps is kept for the next. */
class Bell {
  #isRung = false
  #awaken: (() => void) | null = null

  ring(): void {
    this.#isRung = true
    this.#awaken?.()
  }

  hush(): void {
    this.#isRung = false
  }

  async wait(ms: number): Promise<void> {
    if (this.#isRung) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#awaken = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#awaken = null
  }
}
