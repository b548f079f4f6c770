/** What every verb is given: whose house it is, who asks, in which language, at what time, with which services. */
import type { Logger } from 'pino'
import type { Env } from '../../env.ts'
import type { Actor } from '../access/actor.ts'
import type { Database, Tx } from '../database/connect.ts'
import type { FileStore } from '../files/store.ts'
import type { JobQueue } from '../jobs/queue.ts'
import type { Locale } from '../values/shapes.ts'
import type { organizations } from './schema.ts'

export type Organization = typeof organizations.$inferSelect

/** Made once at start and shared by all requests. */
export type Services = {
  env: Env
  /** The address people reach this server at, without a trailing slash. */
  url: string
  secrets: readonly string[]
  database: Database
  jobs: JobQueue
  files: FileStore
  /** Settings of the local twins that stand in for outside services without an account, by service. */
  twins?: Readonly<Record<string, unknown>>
  log: Logger
}

export type Context = {
  tenantId: string
  organization: Organization
  actor: Actor
  locale: Locale
  timeZone: string
  now: Date
  requestId: string
  /** The address the request came from; null for jobs and the command line. */
  address: string | null
  services: Services
  /** Only inside `read` and `change`: the transaction. */
  db?: Tx
  /** Only inside `change`: what the commit will announce. */
  pending?: Pending
}

export type Pending = {
  ordinal: number
  events: number
  isReadOnly: boolean
  /** The queues that were given work. */
  jobs?: Set<string>
}

/** A context inside a transaction; queries are made through `ctx.db` and nowhere else. */
export type Inside = Context & { db: Tx; pending: Pending }
