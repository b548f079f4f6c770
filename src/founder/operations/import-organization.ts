/** Reads one organisation's export into an installation that does not know it, with the same ids, in one transaction. */
import type { Client } from 'pg'
import { AppError } from '../../platform/http/app-error.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { readArchive } from './archive.ts'
import { type BackupReport, reportOf } from './backup.ts'
import { exportSelect, isExported } from './export-organization.ts'
import { checkArchive, type Manifest } from './manifest.ts'
import { asOwner, type Installation } from './open.ts'
import { type Totals, weighTable } from './pieces.ts'
import { listTables, migrationsOf, requireSight, restampPending, type Table } from './tables.ts'

export type ImportReport = BackupReport & {
  organization: { id: string; slug: string; name: string }
  /** People whose second factor belongs to the other server and has to be set up anew. */
  withoutSecondFactor: number
}

const linesAtOnce = 500

export async function importOrganization(
  installation: Pick<Installation, 'ownerUrl'>,
  files: FileStore,
  file: string,
): Promise<ImportReport> {
  const { manifest, totals } = await checkArchive(file, 'stoa-organization')
  const organization = manifest.organization
  if (!organization) throw new AppError('invalid', `${file} does not say which organisation it holds.`)
  return asOwner(installation, async (owner) => {
    await requireSight(owner)
    await owner.query('begin')
    await requireSameVersion(owner, manifest)
    await requireUnknown(owner, organization)
    const tables = (await listTables(owner)).filter(isExported)
    const known = await knownPeople(owner, file)
    await loadAll(owner, files, file, tables, known)
    await requireSame(owner, tables, totals, organization.id, known)
    const withoutSecondFactor = await forgetSecondFactors(owner, organization.id, known)
    await restampPending(owner, `t.tenant_id = '${organization.id}'`)
    await owner.query('commit')
    return { ...reportOf(totals), organization, withoutSecondFactor }
  })
}

async function requireSameVersion(owner: Client, manifest: Manifest): Promise<void> {
  const have = await migrationsOf(owner)
  if (have.length === manifest.migrations.length && manifest.migrations.every((name) => have.includes(name)))
    return
  throw new AppError(
    'conflict',
    `The file is of version ${manifest.stoa} with ${manifest.migrations.length} migrations, this installation has ${have.length}. Bring both to the same version, export again, and import.`,
  )
}

async function requireUnknown(owner: Client, { id, slug }: { id: string; slug: string }): Promise<void> {
  const { rows } = await owner.query('select from organizations where id = $1 or slug = $2', [id, slug])
  if (rows.length > 0) throw new AppError('conflict', `There is already an organisation "${slug}" here.`)
  // What an organisation left behind when it was removed would mix with what comes.
  const left = await owner.query('select from audit where tenant_id = $1 limit 1', [id])
  if (left.rows.length > 0)
    throw new AppError('conflict', `There are still records of the organisation "${slug}" here.`)
}

/** People who have an account here under the same id keep it; another person under the same address is a conflict. */
async function knownPeople(owner: Client, file: string): Promise<Set<string>> {
  const known = new Set<string>()
  for await (const { name, bytes } of readArchive(file)) {
    if (!name.startsWith('tables/auth.user/')) continue
    for (const lines of batchesOf(bytes)) {
      const { rows } = await owner.query<{ id: string; email: string; same: boolean }>(
        `select u.id, u.email, u.id = (p->>'id')::uuid as same from json_array_elements($1) p
          join auth."user" u on u.id = (p->>'id')::uuid or u.email = p->>'email'`,
        [asArray(lines)],
      )
      const others = rows.filter((row) => !row.same).map((row) => row.email)
      if (others.length > 0)
        throw new AppError(
          'conflict',
          `These addresses belong to other accounts here: ${others.slice(0, 10).join(', ')}. Change or delete those accounts first.`,
        )
      for (const { id } of rows) known.add(id)
    }
  }
  return known
}

/** The pieces stand in the order that foreign keys allow. */
async function loadAll(
  owner: Client,
  files: FileStore,
  file: string,
  tables: Table[],
  known: Set<string>,
): Promise<void> {
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns.join(', ')]))
  for await (const { name, bytes } of readArchive(file)) {
    const [kind, table] = name.split('/', 2) as [string, string]
    if (kind === 'files') await files.put(name.slice('files/'.length), bytes, 'application/octet-stream')
    const columns = columnsOf.get(table)
    if (kind !== 'tables' || !columns) continue
    const person = { 'auth.user': 'id', 'auth.account': 'user_id' }[table]
    const isNew = person ? `where not (r.${person} = any($2))` : ''
    for (const lines of batchesOf(bytes)) {
      await owner.query(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1) r ${isNew}`,
        person ? [asArray(lines), [...known]] : [asArray(lines)],
      )
    }
  }
}

/** Lines, some at a time. Numbers stay text, so that no cent is rounded on the way. */
function* batchesOf(bytes: Buffer): Generator<string[]> {
  const lines = bytes.toString().split('\n')
  lines.pop()
  for (let at = 0; at < lines.length; at += linesAtOnce) yield lines.slice(at, at + linesAtOnce)
}

const asArray = (lines: string[]): string => `[${lines.join(',')}]`

async function requireSame(
  owner: Client,
  tables: Table[],
  totals: Totals,
  id: string,
  known: Set<string>,
): Promise<void> {
  for (const table of tables) {
    const wanted = totals.tables[table.name]
    // People who were here already are as they are here.
    if (!wanted || (known.size > 0 && table.name.startsWith('auth.'))) continue
    const have = await weighTable(owner, table.name, importedSelect(table, id), 'ndjson')
    if (have.sha256 !== wanted.sha256)
      throw new Error(
        `${table.name} is not what was exported (${have.rows} rows of ${wanted.rows}). Nothing was imported.`,
      )
  }
}

/** As it lies there now: the numbers of the transactions are still those of the file. */
function importedSelect(table: Table, id: string): string {
  return table.isTenants
    ? `select ${table.columns.map((column) => `t.${column}`).join(', ')} from ${table.name} t where t.tenant_id = '${id}' order by ${table.order}`
    : exportSelect(table, id)
}

async function forgetSecondFactors(owner: Client, id: string, known: Set<string>): Promise<number> {
  const { rowCount } = await owner.query(
    `update auth."user" set two_factor_enabled = false where two_factor_enabled and not (id = any($2))
      and id in (select user_id from members where tenant_id = $1)`,
    [id, [...known]],
  )
  return rowCount ?? 0
}
