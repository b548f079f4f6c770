/** Errors as the log and the error tracker keep them: where and why, without the data that was being worked on. */

export type ErrorFacts = {
  type: string
  message: string
  stack?: string
  /** SQLSTATE or system code. */
  code?: string
  constraint?: string
  table?: string
  cause?: ErrorFacts
}

const deepest = 3

export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, message: clean(String(error)) }
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  return {
    type: error.name,
    message: clean(error.message),
    ...(error.stack ? { stack: clean(error.stack) } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(error.cause && depth < deepest ? { cause: errorFacts(error.cause, depth + 1) } : {}),
  }
}

/** The query builder puts the values of a query that failed into its message: they are people's data. */
const clean = (text: string): string =>
  text.replaceAll(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, '\nparams: [redacted]').slice(0, 8_000)
