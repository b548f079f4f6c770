/** What must be right for this process to serve: the database, its migrations, the job queue, and room on the disk. */
import { globSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { migrationsFolder } from '../database/migrate.ts'
import type { Services } from '../tenancy/context.ts'

export type Check = {
  isRight: boolean
  ms: number
  /** Why not, for administrators; never shown to strangers. */
  reason?: string
}
export const checkNames = ['database', 'migrations', 'jobs', 'disk'] as const
export type Checks = Record<(typeof checkNames)[number], Check>

const patienceMs = 2_000
/** Below this uploads and the embedded database are in danger. */
const leastFreeBytes = 200_000_000

export async function runChecks(services: Services): Promise<Checks> {
  const [database, migrations, jobs, disk] = await Promise.all([
    check(() => services.database.app.query('select 1')),
    check(() => requireMigrated(services)),
    check(() => services.database.app.query('select 1 from pgboss.version')),
    check(() => requireRoom(services)),
  ])
  return { database, migrations, jobs, disk }
}

async function check(work: () => Promise<unknown>): Promise<Check> {
  const started = performance.now()
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`No answer within ${patienceMs} ms.`)), patienceMs)
  try {
    await Promise.race([work(), late])
    return { isRight: true, ms: Math.round(performance.now() - started) }
  } catch (error) {
    return { isRight: false, ms: Math.round(performance.now() - started), reason: (error as Error).message }
  } finally {
    clearTimeout(timer)
  }
}

/** Every migration of this version has been applied. The database may be ahead of us: another version is starting. */
async function requireMigrated({ database }: Services): Promise<void> {
  const own = globSync('*/migration.sql', { cwd: migrationsFolder }).map((file) => path.dirname(file))
  const { rows } = await database.app.query<{ name: string }>('select name from drizzle.__drizzle_migrations')
  const applied = new Set(rows.map((row) => row.name))
  const missing = own.filter((name) => !applied.has(name))
  if (missing.length > 0) throw new Error(`Not applied: ${missing.join(', ')}.`)
}

async function requireRoom({ env }: Services): Promise<void> {
  const free = await freeBytes(env.dataDir)
  if (free !== null && free < leastFreeBytes)
    throw new Error(`Only ${Math.round(free / 1_000_000)} MB are free.`)
}

/** The room where the data directory is; null when there is none, as with everything elsewhere. */
export async function freeBytes(directory: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(directory)
    return bavail * bsize
  } catch {
    return null
  }
}
