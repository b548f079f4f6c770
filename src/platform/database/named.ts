/** Queries that are prepared once on each connection: for the hot paths, where planning costs more than running. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Tx } from './connect.ts'

/** A connection keeps its prepared statements for life, so only so many texts get a name; the rest run without. */
const mostNames = 400
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
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = `stoa_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}
