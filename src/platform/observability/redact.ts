/** Keeps secrets out of logs and out of the audit log: by the name of the field, at any depth. */

const secretName =
  /pass(word)?$|secret|token|hash$|authorization|cookie|api_?key|card|cvc|totp|backup_?codes/i
/** Of a bank account the country and the last four stay, so that a change of it can be seen. */
const accountName = /iban/i
const maximumDepth = 8

/** A copy with secret fields masked and dates as instants; what cannot be serialised is left out. */
export function redact(value: unknown, depth = 0): unknown {
  if (value === null || value === undefined) return value ?? null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object') return typeof value === 'function' ? undefined : value
  if (depth >= maximumDepth) return '[deep]'
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) && inner
        ? '[redacted]'
        : accountName.test(name) && typeof inner === 'string'
          ? `${inner.slice(0, 2)}…${inner.slice(-4)}`
          : redact(inner, depth + 1),
    ]),
  )
}
