/** Queries that are prepared once on each connection: for the hot paths, where planning costs more than running. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Tx } from './connect.ts'

const names = new Map<string, string>()

/** Runs `text` with `$1`-style values as a prepared statement of its own; answers its rows. */
export async function named<Row extends pg.QueryResultRow>(
  db: Tx,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = (db as Tx & { $client: pg.PoolClient }).$client
  const { rows } = await client.query<Row>({ name: nameOf(text), text, values: [...values] })
  return rows
}

/** By the text itself: the built pages hold a copy of this file, and share the connections with the server's. */
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) names.set(text, (name = `stoa_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`))
  return name
}
