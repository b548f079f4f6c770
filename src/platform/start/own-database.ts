/** The database inside our own PostgreSQL: made on the first start. */
import pg from 'pg'
import type { PostgresServer } from '../database/postgres.ts'

const name = 'stoa'

export async function ownDatabase(postgres: PostgresServer): Promise<string> {
  const admin = new pg.Client({ connectionString: postgres.url('postgres') })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await admin.query(`create database ${name}`)
  } finally {
    await admin.end()
  }
  return postgres.url(name)
}
