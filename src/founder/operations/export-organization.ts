/** Writes one organisation into a file that another installation, or another program, can read: NDJSON by table, and its files. */
import type { Client } from 'pg'
import type { FileStore } from '../../platform/files/store.ts'
import type { Organization } from '../../platform/tenancy/context.ts'
import { type Piece, writeArchive } from './archive.ts'
import { type BackupReport, reportOf } from './backup.ts'
import { storageKeys } from './files.ts'
import { type Manifest, manifestName, totalsName } from './manifest.ts'
import { asOwner, type Installation } from './open.ts'
import { filePieces, jsonPiece, noTotals, tablePieces, type Totals } from './pieces.ts'
import { listTables, migrationsOf, requireSight, selectOf, type Table } from './tables.ts'

export type ExportReport = BackupReport & {
  /** Work still waiting here; it stays with this installation. */
  jobsLeft: number
}

export async function exportOrganization(
  installation: Pick<Installation, 'ownerUrl'>,
  files: FileStore,
  organization: Pick<Organization, 'id' | 'slug' | 'name'>,
  file: string,
  stoa: string,
): Promise<ExportReport> {
  return asOwner(installation, async (owner) => {
    await requireSight(owner)
    await owner.query('begin isolation level repeatable read, read only')
    const tables = (await listTables(owner)).filter(isExported)
    const manifest: Manifest = {
      format: 'stoa-organization',
      version: 1,
      stoa,
      madeAt: new Date().toISOString(),
      migrations: await migrationsOf(owner),
      tables: tables.map(({ name, columns }) => ({ name, columns })),
      organization: { id: organization.id, slug: organization.slug, name: organization.name },
    }
    const totals = noTotals()
    await writeArchive(file, allPieces(owner, files, tables, totals, manifest, organization.id))
    const jobsLeft = await waitingJobs(owner, organization.id)
    await owner.query('commit')
    return { ...reportOf(totals), jobsLeft }
  })
}

async function* allPieces(
  owner: Client,
  files: FileStore,
  tables: Table[],
  totals: Totals,
  manifest: Manifest,
  tenantId: string,
): AsyncGenerator<Piece> {
  yield jsonPiece(manifestName, manifest)
  for (const table of tables)
    yield* tablePieces(owner, table.name, exportSelect(table, tenantId), 'ndjson', totals)
  yield* filePieces(files, await storageKeys(owner, tenantId), totals)
  yield jsonPiece(totalsName, totals)
}

/** Its own tables, its row, and the accounts of its members: a password goes along, what one server encrypted does not. */
export const isExported = (table: Table): boolean =>
  table.isTenants || ['public.organizations', 'auth.user', 'auth.account'].includes(table.name)

/** The id comes from the database or a checked manifest, never from what somebody typed. */
export function exportSelect(table: Table, id: string): string {
  const members = `(select m.user_id from members m where m.tenant_id = '${id}')`
  if (table.name === 'public.organizations') return selectOf(table, `t.id = '${id}'`)
  if (table.name === 'auth.user') return selectOf(table, `t.id in ${members}`)
  if (table.name === 'auth.account')
    return selectOf(table, `t.user_id in ${members} and t.provider_id = 'credential'`)
  // What has happened was told to this installation's jobs; told again elsewhere, people would be written to twice.
  return selectOf(table, `t.tenant_id = '${id}'`, { isPast: table.name === 'public.events' })
}

async function waitingJobs(owner: Client, tenantId: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    "select count(*)::int as n from pgboss.job where data->>'tenantId' = $1 and state in ('created', 'retry', 'active')",
    [tenantId],
  )
  return rows[0]!.n
}
