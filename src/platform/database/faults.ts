/** What the database's refusals mean: try again, somebody was faster, or it is away. */
import { type AppError, conflict, invalid, unavailable } from '../http/app-error.ts'

type PostgresFault = { code: string; constraint?: string; detail?: string; table?: string }

/** The SQLSTATE and constraint behind an error; the query builder keeps them in `cause`. */
export function faultOf(error: unknown): PostgresFault | null {
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 4; depth++) {
    const candidate = at as { code?: unknown; cause?: unknown; severity?: unknown }
    if (
      typeof candidate.code === 'string' &&
      /^[0-9A-Z]{5}$/.test(candidate.code) &&
      'severity' in candidate
    ) {
      return candidate as PostgresFault
    }
    at = candidate.cause
  }
  return null
}

/** Serialization failure, deadlock, lock not available: the whole transaction may be run again. */
const transient = new Set(['40001', '40P01', '55P03'])
export const isTransient = (error: unknown): boolean => transient.has(faultOf(error)?.code ?? '')

export const violates = (error: unknown, constraint: string): boolean =>
  faultOf(error)?.constraint === constraint

const away =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** The refusal to show for a database error, or null when it is a bug of ours. */
export function refusalFor(error: unknown): AppError | null {
  const fault = faultOf(error)
  if (!fault) return isAway(error) ? databaseAway() : null
  if (fault.code === '23505') return conflict('Another record already has this value.', { code: 'duplicate' })
  if (fault.code === '23P01')
    return conflict('This overlaps with something that is already there.', { code: 'overlap' })
  if (fault.code === '23503')
    return conflict('Something else still refers to this, or what it refers to is gone.', {
      code: 'reference',
    })
  if (fault.code === '23514') return conflict('This would break a rule of the records.', { code: 'rule' })
  // Class 22: a number, day or id of the right form that the database cannot hold.
  if (fault.code.startsWith('22'))
    return invalid('A value is outside of what can be kept.', { code: 'out_of_range' })
  if (transient.has(fault.code))
    return conflict('Too many people changed this at once. Try again.', {
      code: 'busy',
      headers: { 'Retry-After': '1' },
    })
  if (fault.code === '57014') return unavailable('This took too long.', { headers: { 'Retry-After': '5' } })
  if (fault.code.startsWith('57P') || fault.code.startsWith('08') || fault.code === '53300')
    return databaseAway()
  return null
}

function isAway(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; depth++, at = at.cause) {
    if (away.test(`${(at as NodeJS.ErrnoException).code ?? ''} ${at.message}`)) return true
  }
  return false
}

const databaseAway = () =>
  unavailable('The database is away. Try again in a moment.', { headers: { 'Retry-After': '5' } })
