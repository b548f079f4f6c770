/** The log: one JSON object a line, without secrets, each line of a request with its number. */
import { type Logger, type LoggerOptions, pino } from 'pino'
import type { Env } from '../../env.ts'
import { errorFacts } from './errors.ts'
import { redact } from './redact.ts'

export type Reported = {
  error: unknown
  level: 'error' | 'fatal'
  message: string
  facts: Record<string, unknown>
}

const errorLevel = 50
const fatalLevel = 60

/** `report` is told of every error that is logged; `write` takes the lines elsewhere than to standard output. */
export function createLogger(
  env: Pick<Env, 'LOG_LEVEL'>,
  options: { report?: (reported: Reported) => void; write?: (line: string) => void } = {},
): Logger {
  const settings: LoggerOptions = {
    level: env.LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    // The facts are made below; pino's own way would put causes and values back into the message.
    serializers: { err: (facts: unknown) => facts },
    formatters: { level: (label) => ({ level: label }), log: withoutSecrets },
    hooks: {
      logMethod(args, method, level) {
        const [facts, message] = args as unknown as [unknown, string | undefined]
        if (
          level >= errorLevel &&
          options.report &&
          typeof facts === 'object' &&
          facts !== null &&
          'err' in facts
        ) {
          const { err, ...rest } = facts as { err: unknown }
          const reported = { error: err, message: message ?? '', facts: withoutSecrets(rest) }
          options.report({ ...reported, level: level >= fatalLevel ? 'fatal' : 'error' })
        }
        method.apply(this, args)
      },
    },
  }
  return options.write ? pino(settings, { write: options.write }) : pino(settings)
}

function withoutSecrets({ err, ...facts }: Record<string, unknown>): Record<string, unknown> {
  const rest = redact(facts) as Record<string, unknown>
  return err === undefined ? rest : { ...rest, err: errorFacts(err) }
}
