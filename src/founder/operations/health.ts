/** Whether an installation can work, each check with its reason; for people and for scripts that look at the exit code. */
import type { Client } from 'pg'
import { readStatus } from './status.ts'

export type Check = { name: string; isGood: boolean; says: string }

/** An outbox that stands still for so long means that no worker runs. */
const mostLagSeconds = 60

export async function checkHealth(owner: Client, known: readonly string[], url: string): Promise<Check[]> {
  const status = await readStatus(owner, known)
  const { missing, unknown } = status.migrations
  const lag = Math.max(0, ...status.outbox.map(({ seconds }) => seconds))
  const dead = status.jobs['failed'] ?? 0
  const server = await answer(url)
  return [
    { name: 'database', isGood: true, says: `PostgreSQL ${status.database.version}` },
    {
      name: 'migrations',
      isGood: missing.length === 0 && unknown.length === 0,
      says: unknown.length
        ? `the database is of a newer version (${unknown.join(', ')})`
        : missing.length
          ? `to come at the next start: ${missing.join(', ')}`
          : 'up to date',
    },
    server,
    // Without a server nobody reads the outbox, and nobody is surprised.
    {
      name: 'outbox',
      isGood: !server.isGood || lag < mostLagSeconds,
      says: lag ? `the oldest entry waits for ${lag} s` : 'read to the end',
    },
    {
      name: 'jobs',
      isGood: true,
      says: dead ? `${dead} failed for good: stoa jobs failed` : 'none failed for good',
    },
  ]
}

async function answer(url: string): Promise<Check> {
  const name = 'server'
  try {
    const response = await fetch(`${url}/api/v1/openapi.json`, {
      method: 'GET',
      signal: AbortSignal.timeout(5_000),
    })
    await response.body?.cancel()
    return { name, isGood: response.ok, says: `${url} answers ${response.status}` }
  } catch {
    return {
      name,
      isGood: false,
      says: `nobody answers at ${url} (set PORT or STOA_URL as the server has them)`,
    }
  }
}
