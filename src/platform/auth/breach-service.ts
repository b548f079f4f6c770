/** Asks "Have I been Pwned" whether a password is in a known breach. Only five characters of its SHA-1 leave the house. */
import { createHash } from 'node:crypto'

export const breachServiceUrl = 'https://api.pwnedpasswords.com'
const patienceMs = 3_000

/**
 * The k-anonymity range protocol (https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange), padded.
 * A service that is slow, away or talks nonsense answers false: it must never keep people from their account.
 */
export async function isBreached(password: string, serviceUrl = breachServiceUrl): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  try {
    const response = await fetch(`${serviceUrl}/range/${hash.slice(0, 5)}`, {
      headers: { 'Add-Padding': 'true', 'User-Agent': 'Stoa' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    return response.ok && timesSeen(await response.text(), hash.slice(5)) > 0
  } catch {
    return false
  }
}

/** Lines of `SUFFIX:COUNT`; those that only pad the answer have a count of 0. */
function timesSeen(answer: string, suffix: string): number {
  const line = answer.split(/\r?\n/).find((line) => line.toUpperCase().startsWith(`${suffix}:`))
  return Number(line?.slice(suffix.length + 1) ?? 0) || 0
}
