/** Reads a backup into an empty database, in one transaction that ends only when every row is what was written. */
import { once } from 'node:events'
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { migrationsFolder, prepareDatabase } from '../../platform/database/migrate.ts'
import { AppError } from '../../platform/http/app-error.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { readArchive } from './archive.ts'
import { type BackupReport, reportOf } from './backup.ts'
import { checkArchive, type Manifest } from './manifest.ts'
import { asOwner, type Installation } from './open.ts'
import { type Totals, weighTable } from './pieces.ts'
import { listTables, requireSight, restampPending, type Table } from './tables.ts'

/** With `isForced` what is there is emptied first, once the file has proved whole. */
export async function restore(
  installation: Installation,
  files: FileStore,
  file: string,
  isForced: boolean,
): Promise<BackupReport> {
  const { manifest, totals } = await checkArchive(file, 'stoa-backup')
  const known = globSync('*/migration.sql', { cwd: migrationsFolder }).map((each) => path.dirname(each))
  requireKnown(manifest, known)
  await asOwner(installation, async (owner) => {
    await requireSight(owner)
    await requireNobodyElse(owner)
    if (!(await isEmpty(owner))) await empty(owner, isForced)
  })
  await prepareAsOf(manifest, known, installation)
  await asOwner(installation, async (owner) => {
    await owner.query('begin')
    const tables = await listTables(owner)
    requireSameColumns(manifest, tables)
    await owner.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`)
    await loadAll(owner, files, file, tables)
    await requireSame(owner, tables, totals)
    await restampPending(owner)
    await owner.query('commit')
    await owner.query('analyze')
  })
  // An older backup is now brought to this version, as a start would.
  await prepareDatabase(installation.ownerUrl, installation.secrets)
  return reportOf(totals)
}

function requireKnown(manifest: Manifest, known: string[]): void {
  const foreign = manifest.migrations.filter((name) => !known.includes(name))
  if (foreign.length === 0) return
  throw new AppError(
    'conflict',
    `This backup is of a newer version (${manifest.stoa}): restore it with that one. Unknown here: ${foreign.join(', ')}.`,
  )
}

async function requireNobodyElse(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'stoa%'`,
  )
  if (rows.length > 0)
    throw new AppError('conflict', 'A Stoa is at work on this database. Stop it first, then restore.')
}

async function isEmpty(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>(
    "select to_regclass('public.organizations') is not null as there",
  )
  if (!rows[0]!.there) return true
  const found = await owner.query<{ some: boolean }>(
    'select exists (select from organizations) or exists (select from auth."user") as some',
  )
  return !found.rows[0]!.some
}

async function empty(owner: pg.Client, isForced: boolean): Promise<void> {
  if (!isForced)
    throw new AppError(
      'conflict',
      'This database is not empty. With --force all that is in it is deleted first.',
    )
  await owner.query('begin')
  for (const schema of ['pgboss', 'auth', 'drizzle', 'public'])
    await owner.query(`drop schema if exists ${schema} cascade`)
  await owner.query('create schema public')
  await owner.query('commit')
}

/** Makes the tables as they were when the backup was made. */
async function prepareAsOf(
  manifest: Manifest,
  known: string[],
  { ownerUrl, secrets }: Installation,
): Promise<void> {
  if (manifest.migrations.length === known.length) return void (await prepareDatabase(ownerUrl, secrets))
  const folder = mkdtempSync(path.join(tmpdir(), 'stoa-migrations-'))
  try {
    for (const name of manifest.migrations)
      cpSync(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true })
    await prepareDatabase(ownerUrl, secrets, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function requireSameColumns(manifest: Manifest, tables: Table[]): void {
  const shape = (list: { name: string; columns: string[] }[]) =>
    new Map(list.map(({ name, columns }) => [name, columns.join(', ')]))
  const [wanted, have] = [shape(manifest.tables), shape(tables)]
  for (const [name, columns] of wanted) {
    if (have.get(name) !== columns)
      throw new AppError(
        'conflict',
        `The table ${name} is not the one in the backup. Empty the database with --force, so that it is made anew.`,
      )
  }
}

async function loadAll(owner: pg.Client, files: FileStore, file: string, tables: Table[]): Promise<void> {
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns.join(', ')]))
  let current = ''
  let stream: CopyStreamQuery | undefined
  for await (const { name, bytes } of readArchive(file)) {
    const [kind, table] = name.split('/', 2) as [string, string]
    if (kind === 'files') await files.put(name.slice('files/'.length), bytes, 'application/octet-stream')
    if (kind !== 'tables') continue
    if (current !== table) {
      await ended(stream)
      stream = owner.query(copyFrom(`copy ${table} (${columnsOf.get(table)}) from stdin`))
      // It is looked at with the next piece; unheard it would end the process.
      stream.on('error', () => {})
      current = table
    }
    await written(stream!, bytes)
  }
  await ended(stream)
}

/** Waits until there is room for more, or fails with what the database said. */
async function written(stream: CopyStreamQuery, bytes: Buffer): Promise<void> {
  if (stream.errored) throw stream.errored
  if (!stream.write(bytes)) await once(stream, 'drain')
}

async function ended(stream: CopyStreamQuery | undefined): Promise<void> {
  if (!stream) return
  stream.end()
  await finished(stream)
}

async function requireSame(owner: pg.Client, tables: Table[], totals: Totals): Promise<void> {
  for (const table of tables) {
    const wanted = totals.tables[table.name]
    if (!wanted) continue
    const have = await weighTable(owner, table.name, loadedSelect(table), 'copy')
    if (have.sha256 !== wanted.sha256)
      throw new Error(
        `${table.name} is not what was backed up (${have.rows} rows of ${wanted.rows}). Nothing was restored.`,
      )
  }
}

/** As it lies there now: the numbers of the transactions are already those of the backup. */
const loadedSelect = (table: Table): string =>
  `select ${table.columns.map((column) => `t.${column}`).join(', ')} from ${table.name} t order by ${table.order}`
