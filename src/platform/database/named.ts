/** Statements prepared once per connection, for hot paths where building and planning would cost more than running. */
import type pg from 'pg'
import type { Tx } from './connect.ts'

/** A connection keeps its prepared statements for life, so only so many texts get a name; the rest run without. */
const mostNames = 400
const names = new Map<string, string>()

/** Runs `text` with `$1`-style values in the transaction; timestamps come as Date, numerics as strings, JSON parsed. */
export async function named<Row extends pg.QueryResultRow>(
  db: Tx,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = (db as Tx & { $client: pg.PoolClient }).$client
  const { rows } = await client.query<Row>({ name: nameOf(text), text, values: [...values] })
  return rows
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = `stoa_${names.size + 1}`
  names.set(text, name)
  return name
}
