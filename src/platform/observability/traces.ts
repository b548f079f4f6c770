/**
 * Traces by OpenTelemetry's protocol (OTLP over HTTP, as JSON): a span for each request, change and job, parted as the
 * caller asks (W3C traceparent). Without a collector in the settings a span costs one comparison.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

export type SpanKind = 'internal' | 'server' | 'consumer'
type Value = string | number | boolean
export type Attributes = Record<string, Value | null | undefined>

type Place = { traceId: string; spanId: string; isSampled: boolean }
type Span = Place & {
  parentId: string | null
  name: string
  kind: SpanKind
  start: bigint
  end: bigint
  attributes: Attributes
  failure: string | null
}

type Tracer = { here: AsyncLocalStorage<Place>; finish: (span: Span) => void }

// The built pages and the server's sources are two copies of this file, and must know the same tracer.
const key = Symbol.for('stoa.tracer')
const shared = globalThis as unknown as Record<symbol, Tracer | undefined>

/** What the span's work may add to it. */
export type SpanNote = (attributes: Attributes, name?: string) => void

/** Does the work within a span of its own, beneath the one it is called in, or beneath `traceparent`. */
export async function span<T>(
  name: string,
  kind: SpanKind,
  attributes: Attributes,
  work: (note: SpanNote) => Promise<T>,
  traceparent?: string | null,
): Promise<T> {
  const tracer = shared[key]
  if (!tracer) return work(() => {})
  const parent = traceparent === undefined ? tracer.here.getStore() : readTraceparent(traceparent)
  const made: Span = {
    traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    parentId: parent?.spanId ?? null,
    isSampled: parent?.isSampled ?? true,
    name,
    kind,
    start: now(),
    end: 0n,
    attributes: { ...attributes },
    failure: null,
  }
  try {
    return await tracer.here.run(made, () =>
      work((more, rename) => {
        Object.assign(made.attributes, more)
        if (rename) made.name = rename
      }),
    )
  } catch (error) {
    made.failure = error instanceof Error ? error.name : 'Error'
    throw error
  } finally {
    made.end = now()
    if (made.isSampled) tracer.finish(made)
  }
}

/** The trace that the current work belongs to, for the log; null without one. */
export const traceIdHere = (): string | null => shared[key]?.here.getStore()?.traceId ?? null

const clockOffset = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint()
const now = (): bigint => clockOffset + process.hrtime.bigint()

/** https://www.w3.org/TR/trace-context/#traceparent-header */
export function readTraceparent(header: string | null): Place | undefined {
  const match = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/.exec(header ?? '')
  if (!match || /^0+$/.test(match[1]!) || /^0+$/.test(match[2]!)) return undefined
  return { traceId: match[1]!, spanId: match[2]!, isSampled: (parseInt(match[3]!, 16) & 1) === 1 }
}

export type TraceOptions = {
  endpoint: string
  release: string
  everyMs?: number
  onFailure?: (error: unknown) => void
}

const mostWaiting = 2_048
const batchSize = 512

/** Begins to trace; answers how to end it, which sends what is left. */
export function startTracing({
  endpoint,
  release,
  everyMs = 5_000,
  onFailure,
}: TraceOptions): () => Promise<void> {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`
  let waiting: Span[] = []

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchSize)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(exportOf(batch, release)),
        signal: AbortSignal.timeout(5_000),
      })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`The collector answered ${response.status}.`)
    }
  }
  const trySending = () => send().catch((error: unknown) => onFailure?.(error))
  const timer = setInterval(() => void trySending(), everyMs)
  timer.unref()
  shared[key] = {
    here: new AsyncLocalStorage(),
    finish: (span) => {
      // When the collector is away the oldest are lost, not the memory.
      if (waiting.length >= mostWaiting) waiting = waiting.slice(batchSize)
      waiting.push(span)
    },
  }
  return async () => {
    clearInterval(timer)
    shared[key] = undefined
    await trySending()
  }
}

const kinds: Record<SpanKind, number> = { internal: 1, server: 2, consumer: 5 }

function exportOf(spans: readonly Span[], release: string) {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': 'stoa', 'service.version': release }) },
        scopeSpans: [
          {
            scope: { name: 'stoa', version: release },
            spans: spans.map((span) => ({
              traceId: span.traceId,
              spanId: span.spanId,
              ...(span.parentId ? { parentSpanId: span.parentId } : {}),
              name: span.name,
              kind: kinds[span.kind],
              startTimeUnixNano: String(span.start),
              endTimeUnixNano: String(span.end),
              attributes: attributesOf(span.attributes),
              status: span.failure ? { code: 2, message: span.failure } : {},
            })),
          },
        ],
      },
    ],
  }
}

const attributesOf = (attributes: Attributes) =>
  Object.entries(attributes).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [{ key: name, value: valueOf(value) }],
  )

function valueOf(value: Value) {
  if (typeof value === 'boolean') return { boolValue: value }
  if (typeof value === 'number')
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value }
  return { stringValue: value }
}
