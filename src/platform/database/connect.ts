/** The two ways into the database: as the application, bound to one tenant per transaction, and as the relay. */
import { type NodePgDatabase, drizzle } from 'drizzle-orm/node-postgres'
import { types } from 'pg'
import pg from 'pg'

export type Tx = NodePgDatabase

export type Database = {
  /** Works as `stoa_app`: subject to row-level security, sees nothing until a tenant is set. */
  app: pg.Pool
  /** Works as `stoa_relay`: reads the outbox and the audit log of every tenant, writes neither. */
  relay: pg.Pool
  close: () => Promise<void>
}

// A count is a number here: none that we make comes near 2^53.
types.setTypeParser(types.builtins.INT8, Number)

// random_page_cost: the working set lies in memory or on flash; the default, made for turning disks, would rather
// read a whole table than use the index of the words.
const limits =
  '-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s -c TimeZone=UTC -c jit=off -c random_page_cost=1.1'

export function connect(urls: { app: string; relay: string }, size = 16): Database {
  const app = new pg.Pool({
    connectionString: urls.app,
    max: size,
    options: limits,
    application_name: 'stoa',
    pipeline: true,
  })
  const relay = new pg.Pool({
    connectionString: urls.relay,
    max: 3,
    options: limits,
    application_name: 'stoa-relay',
  })
  // A connection that breaks is replaced by the pool, and its query fails by itself; but without a listener, on the
  // pool for idle ones and on each for those at work, one cut connection would end the process.
  for (const pool of [app, relay]) {
    pool.on('error', () => {})
    pool.on('connect', (client) => void client.on('error', () => {}))
  }
  return {
    app,
    relay,
    close: async () => {
      await Promise.all([app.end(), relay.end()])
    },
  }
}

/**
 * A query builder for as long as its transaction lasts. A query that comes later (of a promise nobody waited for)
 * must not run on the connection's next user, in another tenant's transaction: it fails instead.
 */
function leased(client: pg.PoolClient): { db: Tx; end: () => void } {
  let isOver = false
  const query = (...request: Parameters<pg.PoolClient['query']>) =>
    isOver ? Promise.reject(new Error('This transaction is over.')) : client.query(...request)
  return {
    db: drizzle({ client: Object.create(client, { query: { value: query } }) as pg.PoolClient }),
    end: () => {
      isOver = true
    },
  }
}

/**
 * Runs `work` in one transaction in which only the rows of `tenant` exist. The setting is local to the transaction,
 * so a pooled connection carries nothing over to its next user, also after an error.
 */
export async function transact<T>(
  pool: pg.Pool,
  tenant: string,
  mode: 'read write' | 'read only',
  work: (db: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const { db, end } = leased(client)
  let broken: Error | undefined
  try {
    // Pipelined: both are on their way before the first statement of `work`, in one round trip with it.
    const opened = Promise.all([
      client.query(`begin ${mode}`),
      client.query({
        name: 'set_tenant',
        text: "select set_config('app.tenant_id', $1, true)",
        values: [tenant],
      }),
    ])
    opened.catch(() => {})
    const result = await work(db)
    await opened
    end()
    await client.query('commit')
    return result
  } catch (error) {
    end()
    await client.query('rollback').catch((fault: Error) => (broken = fault))
    throw error
  } finally {
    client.release(broken)
  }
}
