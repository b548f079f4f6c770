/** One error for everything that is refused on purpose: few codes, a sentence for people, mapped to HTTP once. */

/** What each kind of refusal is in HTTP. */
export const errorStatus = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported: 415,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
} as const

export type ErrorKind = keyof typeof errorStatus

/** One wrong field: `pointer` is an RFC 6901 JSON pointer into the body, or the name of a query parameter. */
export type FieldError = { pointer: string; message: string }

export type ErrorExtra = {
  /** The machine-readable reason, such as `out_of_stock`; the kind when absent. */
  code?: string
  errors?: FieldError[]
  /** More members of the problem document: what changed, what would work. */
  details?: Record<string, unknown>
  headers?: Record<string, string>
}

// Pages are built apart from the server's sources, so `instanceof` would not recognise the other's copy.
const mark = Symbol.for('stoa.AppError')

export class AppError extends Error {
  readonly [mark] = true
  readonly kind: ErrorKind
  readonly code: string
  readonly extra: ErrorExtra

  constructor(kind: ErrorKind, message: string, extra: ErrorExtra = {}) {
    super(message)
    this.name = 'AppError'
    this.kind = kind
    this.code = extra.code ?? kind
    this.extra = extra
  }

  get status(): number {
    return errorStatus[this.kind]
  }
}

export function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && mark in error
}

const raise = (kind: ErrorKind) => (message: string, extra?: ErrorExtra) => new AppError(kind, message, extra)

export const malformed = raise('malformed')
export const unauthorized = raise('unauthorized')
export const forbidden = raise('forbidden')
export const conflict = raise('conflict')
export const preconditionFailed = raise('precondition_failed')
export const tooLarge = raise('too_large')
export const unsupported = raise('unsupported')
export const invalid = raise('invalid')
export const tooMany = raise('too_many')
export const unavailable = raise('unavailable')

/** The same answer for what is not there and for what belongs to somebody else. */
export const notFound = (what: string) => new AppError('not_found', `There is no such ${what}.`)

/** One field is wrong: `invalidField('/price', 'Must be above zero.')`. */
export const invalidField = (pointer: string, message: string) =>
  new AppError('invalid', message, { errors: [{ pointer, message }] })
