/** Work that only one process per database may do at a time; the lock ends with its connection, so also with a killed process. */
import { Client } from 'pg'
import type { Database } from './connect.ts'

/** Waits for its turn, or answers undefined without having worked when somebody else is at it and `mayWait` is false. */
export async function alone<T>(
  { app }: Pick<Database, 'app'>,
  key: number,
  mayWait: boolean,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const client = new Client({
    connectionString: app.options.connectionString,
    application_name: 'stoa-alone',
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ got: boolean }>(
      mayWait
        ? 'select true as got from (select pg_advisory_lock($1)) waited'
        : 'select pg_try_advisory_lock($1) as got',
      [key],
    )
    return rows[0]!.got ? await work() : undefined
  } finally {
    await client.end().catch(() => {})
  }
}
