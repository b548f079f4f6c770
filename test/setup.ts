/** One throw-away PostgreSQL for the whole run, with a migrated template that each test file copies. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../src/platform/database/migrate.ts'
import { startPostgres } from '../src/platform/database/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

export const testPasswords = { app: 'test-app', relay: 'test-relay' }

export default async function setup(project: TestProject) {
  const parent = mkdtempSync(path.join(tmpdir(), 'stoa-test-'))
  // Under root the server runs as another user, who must be able to pass.
  chmodSync(parent, 0o755)
  const directory = path.join(parent, 'postgres')
  const server = await startPostgres({
    directory,
    password: 'test',
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'],
  })
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgres', server.url(''))
  return async () => {
    await server.stop()
    rmSync(parent, { recursive: true, force: true })
  }
}

async function makeTemplate(url: (database: string) => string): Promise<void> {
  const admin = new pg.Client({ connectionString: url('postgres') })
  await admin.connect()
  try {
    await admin.query('create database stoa_template')
    await prepareDatabase(url('stoa_template'), testPasswords)
  } finally {
    await admin.end()
  }
}
