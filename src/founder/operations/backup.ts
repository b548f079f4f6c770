/** Writes everything, as of one moment, into one file: all tables, the jobs still to be done, and the stored files. */
import type pg from 'pg'
import type { FileStore } from '../../platform/files/store.ts'
import { type Piece, writeArchive } from './archive.ts'
import { storageKeys } from './files.ts'
import { type Manifest, manifestName, totalsName } from './manifest.ts'
import { asOwner, type Installation } from './open.ts'
import { filePieces, jsonPiece, noTotals, tablePieces, type Totals } from './pieces.ts'
import { listTables, migrationsOf, requireSight, selectOf, type Table } from './tables.ts'

export type BackupReport = { rows: number; tables: number; files: number; missingFiles: string[] }

/** Readers and writers go on meanwhile. Secrets are not in it: they are kept apart from what they protect. */
export async function backup(
  installation: Pick<Installation, 'ownerUrl'>,
  files: FileStore,
  file: string,
  stoa: string,
): Promise<BackupReport> {
  return asOwner(installation, async (owner) => {
    await requireSight(owner)
    await owner.query('begin isolation level repeatable read, read only')
    const tables = await listTables(owner)
    const totals = noTotals()
    await writeArchive(file, allPieces(owner, files, tables, totals, await manifestOf(owner, tables, stoa)))
    await owner.query('commit')
    return reportOf(totals)
  })
}

async function manifestOf(owner: pg.Client, tables: Table[], stoa: string): Promise<Manifest> {
  return {
    format: 'stoa-backup',
    version: 1,
    stoa,
    madeAt: new Date().toISOString(),
    migrations: await migrationsOf(owner),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  }
}

async function* allPieces(
  owner: pg.Client,
  files: FileStore,
  tables: Table[],
  totals: Totals,
  manifest: Manifest,
): AsyncGenerator<Piece> {
  yield jsonPiece(manifestName, manifest)
  for (const table of tables) yield* tablePieces(owner, table.name, backupSelect(table), 'copy', totals)
  yield* filePieces(files, await storageKeys(owner), totals)
  yield jsonPiece(totalsName, totals)
}

/** Of the jobs, those still to be done and those that failed: one at work now is done again, as its effect key allows. */
const backupSelect = (table: Table): string =>
  selectOf(table, table.name === 'pgboss.job' ? "t.state not in ('completed', 'cancelled')" : 'true')

export const reportOf = (totals: Totals): BackupReport => ({
  rows: Object.values(totals.tables).reduce((sum, { rows }) => sum + rows, 0),
  tables: Object.keys(totals.tables).length,
  files: Object.values(totals.files).filter(Boolean).length,
  missingFiles: Object.entries(totals.files).flatMap(([key, sum]) => (sum === null ? [key] : [])),
})
