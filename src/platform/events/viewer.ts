/** One open event stream: what its person may hear, what they asked for, and how far they have been told. */
import { type Actor, audiencesOf } from '../access/actor.ts'
import type { Credential } from '../auth/credential.ts'
import { comparePositions, type Position, showPosition } from './position.ts'
import { isAbout, type Topics } from './topics.ts'

export type LiveEvent = Position & {
  tenantId: string
  name: string
  entity: string
  entityId: string
  audience: string[]
  data: Record<string, unknown>
  at: Date
}

export type Listener = {
  tenantId: string
  actor: Actor
  /** What to check their rights by while the stream is open; null for guests, who have none to lose. */
  credential: Credential | null
  /** Whom the stream is counted under: the user or the address. */
  countedAs: string
  topics: Topics
  /** What the reader saw last, as they say. */
  lastEventId: string | null
}

/**
 * What may wait for a slow reader: so much for a while, and never more than the most. Then it is cut off, and resumes
 * where it was when it returns.
 */
const patienceBytes = 256 * 1024
const patienceMs = 10_000
const mostBytes = 1024 * 1024
const encoder = new TextEncoder()

export class Viewer {
  readonly listener: Listener
  readonly stream: ReadableStream<Uint8Array>
  #position: Position = { xid: '0', ordinal: 0 }
  #audiences: ReadonlySet<string>
  #controller!: ReadableStreamDefaultController<Uint8Array>
  #isOpen = true
  /** Events that come while the past is still being read; null once that has been told. */
  #waiting: LiveEvent[] | null = []
  #fullSince: number | null = null
  readonly #onClose: (viewer: Viewer) => void

  constructor(listener: Listener, onClose: (viewer: Viewer) => void) {
    this.listener = listener
    this.#audiences = new Set(audiencesOf(listener.actor))
    this.#onClose = onClose
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        cancel: () => this.#closed(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: patienceBytes }),
    )
  }

  /** Tells an event of the viewer's tenant when it is for this person: each at most once, in order. */
  tell(event: LiveEvent): void {
    if (this.#waiting) this.#waiting.push(event)
    else this.#tellNow(event)
  }

  /** Begins the stream after `from`, with what was missed since, and goes on with what came meanwhile. */
  begin(from: Position, missed: readonly LiveEvent[] = []): void {
    this.#position = from
    this.#write(`retry: 2000\nid: ${showPosition(from)}\n\n`)
    this.#goOn(missed)
  }

  /** Begins after `from`, saying that what the reader shows must be loaded anew: where they were is not known. */
  beginAnew(from: Position): void {
    this.#position = from
    this.#write(`retry: 2000\nid: ${showPosition(from)}\nevent: reset\ndata: {}\n\n`)
    this.#goOn([])
  }

  /** A comment keeps the line open; an id without data moves the reader's Last-Event-ID without an event. */
  beat(position: Position): void {
    if (this.#waiting) return
    if (comparePositions(this.#position, position) < 0) this.#position = position
    this.#write(`: heartbeat\nid: ${showPosition(this.#position)}\n\n`)
  }

  /** Their rights as they are now. */
  update(actor: Actor): void {
    this.#audiences = new Set(audiencesOf(actor))
  }

  end(): void {
    if (!this.#isOpen) return
    this.#closed()
    this.#controller.close()
  }

  #goOn(missed: readonly LiveEvent[]): void {
    for (const event of missed) this.#tellNow(event)
    const waited = this.#waiting ?? []
    this.#waiting = null
    for (const event of waited) this.#tellNow(event)
  }

  #tellNow(event: LiveEvent): void {
    if (comparePositions(event, this.#position) <= 0) return
    this.#position = { xid: event.xid, ordinal: event.ordinal }
    if (!isAbout(this.listener.topics, event)) return
    if (!event.audience.some((name) => this.#audiences.has(name))) return
    const data = {
      ...event.data,
      entity: { kind: event.entity, id: event.entityId },
      at: event.at.toISOString(),
    }
    this.#write(`id: ${showPosition(event)}\nevent: ${event.name}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  #write(text: string): void {
    if (!this.#isOpen) return
    const room = this.#controller.desiredSize ?? 0
    if (room > 0) this.#fullSince = null
    else this.#fullSince ??= Date.now()
    const isTooSlow = this.#fullSince !== null && Date.now() - this.#fullSince > patienceMs
    if (isTooSlow || patienceBytes - room > mostBytes) {
      this.#closed()
      this.#controller.error(new Error('The reader is too slow.'))
      return
    }
    this.#controller.enqueue(encoder.encode(text))
  }

  #closed(): void {
    this.#isOpen = false
    this.#waiting = null
    this.#onClose(this)
  }
}
