/** A process of its own that takes a job and never ends it, to be killed; for tests. */
import { startJobs } from './boss.ts'
import type { Services } from '../tenancy/context.ts'

const [, , url] = process.argv
const definition = {
  name: 'test.cut',
  handle: () => new Promise<void>(() => process.stdout.write('at work\n')),
}
const jobs = await startJobs(url!, [definition], true)
const { Pool } = await import('pg')
const database = { app: new Pool({ connectionString: url! }) }
await jobs.work({ database, log: console } as unknown as Services)
