/** Everything that watches the program, begun and ended together: the log, the error tracker, the traces. */
import type { Logger } from 'pino'
import type { Env } from '../../env.ts'
import { createLogger } from './log.ts'
import { release } from './release.ts'
import { createTracker } from './sentry.ts'
import { startTracing } from './traces.ts'

export type Observation = {
  log: Logger
  /** Sends what has not been sent yet. */
  stop: () => Promise<void>
}

/** Call it first of all; `log` is the one for `Services`. */
export function startObservation(env: Env): Observation {
  const tracker = env.SENTRY_DSN
    ? createTracker({ dsn: env.SENTRY_DSN, environment: env.NODE_ENV, release })
    : null
  const log = createLogger(env, tracker ? { report: tracker.report } : {})
  const endTracing = env.OTEL_EXPORTER_OTLP_ENDPOINT
    ? startTracing({
        endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
        release,
        // A warning, for an error would be reported, and traced, and fail again.
        onFailure: (error) => log.warn({ err: error }, 'traces could not be sent'),
      })
    : null
  return {
    log,
    stop: async () => {
      await Promise.all([tracker?.flush(), endTracing?.()])
    },
  }
}
