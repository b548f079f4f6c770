/** A call to a service outside: bounded in time, tried again when that is safe, and a plain 503 when it stays away. */
import { unavailable } from './app-error.ts'

export type Outgoing = {
  /** The service's name, for the sentence that people read: "Stripe". */
  service: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  /** For one attempt, in milliseconds. */
  timeoutMs?: number
  /**
   * How often to try in all when the work may have been done and only the answer was lost. More than one only
   * for what may happen twice without harm: a reading, or a writing that carries an idempotency key.
   */
  attempts?: number
  /** Statuses of this service, besides 429, that say it has not begun: tried again three times in any case. */
  notBegun?: number[]
  /** The first pause between attempts, in milliseconds; each further one is twice as long. */
  pauseMs?: number
}

export type Answer = { status: number; headers: Headers; text: string }

const longestPauseMs = 8_000

/**
 * The service's answer, unless it is one that passes with time (429, 5xx and what `notBegun` names). Throws
 * AppError `unavailable`, code `service_unavailable`, when those, timeouts or broken connections do not end.
 */
export async function callOut(call: Outgoing): Promise<Answer> {
  const attempts = call.attempts ?? 1
  for (let attempt = 1; ; attempt++) {
    const met = await tryOnce(call)
    if (!(met instanceof Error) && !isPassing(call, met)) return met

    const isBegun = met instanceof Error || !isNotBegun(call, met)
    if (attempt >= (isBegun ? attempts : Math.max(attempts, 3))) {
      throw away(call, met instanceof Error ? met.message : `it answered ${met.status}`)
    }
    await pause(call, attempt, met instanceof Error ? null : met.headers.get('retry-after'))
  }
}

async function tryOnce(call: Outgoing): Promise<Answer | Error> {
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: call.headers,
      body: call.body,
      // Credentials travel with the call: no answer may send them elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(call.timeoutMs ?? 15_000),
    })
    return {
      status: response.status,
      headers: response.headers,
      text: decode(response.headers, await response.arrayBuffer()),
    }
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** By the charset that the service names: not all Greek services have arrived at UTF-8. */
function decode(headers: Headers, bytes: ArrayBuffer): string {
  const charset = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const isNotBegun = (call: Outgoing, { status }: Answer) =>
  status === 429 || call.notBegun?.includes(status) === true
const isPassing = (call: Outgoing, answer: Answer) => answer.status >= 500 || isNotBegun(call, answer)

function pause(call: Outgoing, attempt: number, retryAfter?: string | null): Promise<void> {
  const growing = (call.pauseMs ?? 300) * 2 ** (attempt - 1)
  // Half of it is chance, so that many waiters do not return at the same moment.
  const spread = growing / 2 + (Math.random() * growing) / 2
  const asked = retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : 0
  return new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(spread, asked), longestPauseMs)))
}

const away = (call: Outgoing, reason: string) =>
  unavailable(`${call.service} cannot be reached at the moment. Please try again shortly.`, {
    code: 'service_unavailable',
    details: { service: call.service, reason },
    headers: { 'Retry-After': '30' },
  })
