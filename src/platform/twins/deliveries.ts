/** Sends a twin's webhooks as the real service would: signed at each attempt, retried until a 2xx, at least once. */

export type Delivery = { id: string; type: string; body: string }

export type DeliverySettings = {
  /** Where to; null keeps events unsent (they stay in the log). */
  url: string | null
  /** Headers of one attempt, made anew each time because a signature carries the time. */
  headers?: (delivery: Delivery) => Record<string, string>
  /** Pauses before the second, third … attempt. After the last the event is given up. */
  retryPausesMs?: number[]
}

/** How the next events travel. */
export type DeliveryMode = {
  /** Each event this many times at once: 2 makes duplicates. */
  copies: number
  delayMs: number
  /** This many of the next events never leave. */
  drop: number
  /** Events wait for `release`. */
  hold: boolean
}

export type Attempt = { id: string; type: string; status: number | 'failed'; at: string }

export type Deliveries = {
  send(delivery: Delivery): void
  set(mode: Partial<DeliveryMode> & { url?: string | null }): void
  /** Sends what was held, in the order in which it came or backwards, one after the other. */
  release(order?: 'forward' | 'backward'): Promise<void>
  /** Sends an event of the past again, as a person may ask the real service to. */
  again(id: string): Promise<void>
  /** Resolves when nothing is under way any more: delivered, dropped, held or given up. */
  settled(): Promise<void>
  readonly attempts: readonly Attempt[]
  readonly sent: readonly Delivery[]
  stop(): void
}

const defaultPausesMs = [300, 1_000, 3_000, 10_000, 30_000, 60_000]

export function makeDeliveries(settings: DeliverySettings): Deliveries {
  const mode: DeliveryMode = { copies: 1, delayMs: 0, drop: 0, hold: false }
  const attempts: Attempt[] = []
  const sent: Delivery[] = []
  const underWay = new Set<Promise<void>>()
  const stopped = new AbortController()
  let url = settings.url
  let held: Delivery[] = []

  const follow = (work: Promise<void>) => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  async function carry(delivery: Delivery, delayMs: number): Promise<void> {
    if (delayMs > 0) await sleep(delayMs, stopped.signal)
    for (const pauseMs of [...(settings.retryPausesMs ?? defaultPausesMs), null]) {
      if (stopped.signal.aborted || (await attempt(delivery)) || pauseMs === null) return
      await sleep(pauseMs, stopped.signal)
    }
  }

  async function attempt(delivery: Delivery): Promise<boolean> {
    if (!url) return true
    const status = await post(url, delivery, settings.headers?.(delivery) ?? {}, stopped.signal)
    attempts.push({ id: delivery.id, type: delivery.type, status, at: new Date().toISOString() })
    return typeof status === 'number' && status >= 200 && status < 300
  }

  return {
    send(delivery) {
      sent.push(delivery)
      if (mode.drop > 0) mode.drop--
      else if (mode.hold) held.push(delivery)
      else for (let copy = 0; copy < mode.copies; copy++) follow(carry(delivery, mode.delayMs))
    },
    set({ url: newUrl, ...changes }) {
      if (newUrl !== undefined) url = newUrl
      Object.assign(mode, changes)
    },
    async release(order = 'forward') {
      const queue = order === 'forward' ? held : held.toReversed()
      held = []
      mode.hold = false
      for (const delivery of queue) for (let copy = 0; copy < mode.copies; copy++) await carry(delivery, 0)
    },
    async again(id) {
      const delivery = sent.find((each) => each.id === id)
      if (delivery) await carry(delivery, 0)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    attempts,
    sent,
    stop: () => stopped.abort(),
  }
}

async function post(
  url: string,
  delivery: Delivery,
  headers: Record<string, string>,
  stop: AbortSignal,
): Promise<number | 'failed'> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
      body: delivery.body,
      signal: AbortSignal.any([stop, AbortSignal.timeout(10_000)]),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 'failed'
  }
}

/** A stopped sleep ends at once, and does not hold the process alive. */
function sleep(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    timer.unref()
    stop.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
