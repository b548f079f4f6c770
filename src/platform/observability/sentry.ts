/**
 * Sends errors to a Sentry-compatible tracker by its envelope protocol (develop.sentry.dev/sdk/data-model/envelopes).
 * It never waits, never throws, and stays within a few reports a minute, whatever breaks.
 */
import { randomUUID } from 'node:crypto'
import type { ErrorFacts } from './errors.ts'
import { errorFacts } from './errors.ts'
import type { Reported } from './log.ts'

export type Tracker = {
  report(reported: Reported): void
  /** Resolves when what was reported is sent or given up; for shutting down. */
  flush(): Promise<void>
}

export type TrackerOptions = {
  /** `https://<key>@<host>/<project>` */
  dsn: string
  environment: string
  release: string
}

const mostPerMinute = 30
const timeoutMs = 5_000

/** Throws when the DSN cannot be one. */
export function createTracker({ dsn, environment, release }: TrackerOptions): Tracker {
  const { url, key } = readDsn(dsn)
  const underWay = new Set<Promise<void>>()
  let sent: number[] = []
  let silentUntil = 0

  async function send(event: object, id: string): Promise<void> {
    const envelope = [{ event_id: id, sent_at: new Date().toISOString(), dsn }, { type: 'event' }, event]
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-sentry-envelope',
          'X-Sentry-Auth': `Sentry sentry_version=7, sentry_client=stoa/${release}, sentry_key=${key}`,
        },
        body: envelope.map((line) => JSON.stringify(line)).join('\n'),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      await response.body?.cancel()
      if (response.status === 429) {
        silentUntil = Date.now() + Number(response.headers.get('retry-after') ?? 60) * 1_000
      }
    } catch {
      // A tracker that is away must not become an error of its own.
    }
  }

  return {
    report({ error, level, message, facts }) {
      const now = Date.now()
      sent = sent.filter((at) => at > now - 60_000)
      if (now < silentUntil || sent.length >= mostPerMinute) return
      sent.push(now)
      const id = randomUUID().replaceAll('-', '')
      const { requestId, tenantId, job, ...extra } = facts
      const event = {
        event_id: id,
        timestamp: now / 1_000,
        platform: 'node',
        level,
        environment,
        release,
        logger: 'stoa',
        message,
        exception: { values: exceptionsOf(errorFacts(error)) },
        tags: tagsOf({ requestId, tenantId, job }),
        extra,
      }
      const sending = send(event, id)
      underWay.add(sending)
      void sending.finally(() => underWay.delete(sending))
    },
    flush: async () => {
      await Promise.all(underWay)
    },
  }
}

function readDsn(dsn: string): { url: string; key: string } {
  const { protocol, host, pathname, username } = new URL(dsn)
  const match = /^(.*)\/(\w+)$/.exec(pathname)
  if (!username || !match) throw new Error('SENTRY_DSN must look like https://<key>@<host>/<project>.')
  return { url: `${protocol}//${host}${match[1]}/api/${match[2]}/envelope/`, key: username }
}

const tagsOf = (tags: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))

/** The innermost cause first, as the protocol has it. */
function exceptionsOf({ type, message, stack, code, cause }: ErrorFacts): object[] {
  const own = {
    type,
    value: code ? `${message} (${code})` : message,
    stacktrace: { frames: framesOf(stack ?? '') },
  }
  return [...(cause ? exceptionsOf(cause) : []), own]
}

/** The outermost call first. */
function framesOf(stack: string): object[] {
  return [...stack.matchAll(/^\s+at (?:(.+?) \()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/gm)]
    .map(([, name, file, line, column]) => ({
      function: name ?? '<anonymous>',
      filename: file,
      lineno: Number(line),
      colno: Number(column),
      in_app: !/node_modules|^node:/.test(file!),
    }))
    .toReversed()
}
