/** One running Stoa: the database is woken first, and the rest of the program is read while it wakes. */
import path from 'node:path'
import type { ServerBuild } from 'react-router'
import type { Env } from './env.ts'
import { startPostgres } from './platform/database/postgres.ts'
import { readSecrets } from './platform/start/secrets.ts'
import type { Services } from './platform/tenancy/context.ts'

export type Running = { url: string; services: Services; hasDemo: boolean; stop: () => Promise<void> }

/** Loads the built pages; null in development, where they come from Vite. */
export type LoadPages = (() => Promise<ServerBuild>) | null

export async function startServer(env: Env, loadPages: LoadPages): Promise<Running> {
  const secrets = readSecrets(env)
  const [postgres, { serve }, pages] = await Promise.all([
    env.DATABASE_URL
      ? null
      : startPostgres({ directory: path.join(env.dataDir, 'postgres'), password: secrets.postgres }),
    import('./serve.ts'),
    env.STOA_WORKER === 'only' ? null : loadPages?.(),
  ])
  try {
    return await serve({ env, secrets, postgres, pages: pages ?? null, isDevelopment: !loadPages })
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}
