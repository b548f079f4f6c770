/** Brings a database to this version: roles, extensions, migrations in order, and what every table must have. */
import { globSync } from 'node:fs'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { root } from '../start/root.ts'
import { extensions, requireLetters, requirePrivileges, requireVersion } from './requirements.ts'
import { canLogIn, createRoles, groups, loginsOf, type Passwords } from './roles.ts'

export const migrationsFolder = path.join(root, 'migrations')

/** One migration at a time in a whole cluster of instances; any number of ours will do. */
const lockKey = 731_002_026

/** Rows of these are written once: the application may add and read, never change or delete. */
const insertOnly = [
  'audit',
  'events',
  'allocations',
  'customer_refunds',
  'closed_periods',
  'journal_entries',
  'postings',
]
/** Written by the relay alone. */
const relayOnly = ['audit_seals', 'outbox_cursors']

/**
 * Prepares the database that `ownerUrl` names and answers the addresses of the two working roles. Another `folder`
 * with fewer migrations makes an older version's database, to restore an older backup into.
 */
export async function prepareDatabase(
  ownerUrl: string,
  passwords: Passwords & { isShared?: boolean },
  folder: string = migrationsFolder,
): Promise<{ app: string; relay: string }> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'stoa-migrate' })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [lockKey])
    const { number, text, database } = await readServer(owner)
    requireVersion(number, text)
    const { missing, strange } = await compareMigrations(owner, folder)
    // Whoever is merely behind a newer version starting beside us lacks nothing of ours.
    if (missing.length > 0 && strange.length > 0) throw new Error(otherLine(strange))

    const logins = loginsOf(database, passwords.isShared ?? false)
    const urls = {
      app: withUser(ownerUrl, logins.app, passwords.app),
      relay: withUser(ownerUrl, logins.relay, passwords.relay),
    }
    const mayWork = passwords.isShared === true && (await canLogIn([urls.app, urls.relay]))
    if (missing.length > 0 || !mayWork) await requirePrivileges(owner, [...groups, ...Object.values(logins)])
    if (!mayWork) await createRoles(owner, logins, passwords)
    if (missing.length > 0) await bringUp(owner, ownerUrl, folder)
    return urls
  } finally {
    await owner.end()
  }
}

async function readServer(owner: pg.Client): Promise<{ number: number; text: string; database: string }> {
  const { rows } = await owner.query<{ number: number; text: string; database: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as text, current_database() as database",
  )
  return rows[0]!
}

async function bringUp(owner: pg.Client, ownerUrl: string, folder: string): Promise<void> {
  for (const name of extensions) await owner.query(`create extension if not exists ${name}`)
  await requireLetters(owner)
  const failure = await migrate(drizzle({ client: owner }), { migrationsFolder: folder })
  if (failure) throw new Error(`The migrations could not begin: ${JSON.stringify(failure)}`)
  await prepareJobs(ownerUrl)
  await protect(owner)
}

/** The migrations of this version that the database lacks, and those it has had that this version does not know. */
async function compareMigrations(
  owner: pg.Client,
  folder: string,
): Promise<{ missing: string[]; strange: string[] }> {
  const own = globSync('*/migration.sql', { cwd: folder }).map((file) => path.dirname(file))
  const { rows } = await owner.query<{ there: boolean; jobs: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there, to_regclass('pgboss.version') is not null as jobs",
  )
  if (!rows[0]!.there) return { missing: own, strange: [] }
  const applied = await owner.query<{ name: string }>('select name from drizzle.__drizzle_migrations')
  const names = new Set(applied.rows.map((row) => row.name))
  return {
    missing: rows[0]!.jobs ? own.filter((name) => !names.has(name)) : own,
    strange: [...names].filter((name) => !own.includes(name)),
  }
}

const otherLine = (strange: string[]) =>
  `This database was prepared by a version that this one does not continue (its newest step is ${strange.toSorted().at(-1)}). Start the version that made it, or name another place by STOA_DATA or DATABASE_URL.`

async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
}

/** Forces row-level security, also on the owner, and grants each role just what it needs; repeated after every migration. */
async function protect(owner: pg.Client): Promise<void> {
  await owner.query(`
    grant usage on schema public, auth, pgboss to stoa_app, stoa_relay;
    grant select, insert, update, delete on all tables in schema public, auth, pgboss to stoa_app;
    grant usage, select on all sequences in schema public, auth, pgboss to stoa_app, stoa_relay;
    grant execute on all functions in schema pgboss to stoa_app, stoa_relay;
    grant select, insert, update, delete on all tables in schema pgboss to stoa_relay;
    grant select on events, audit, audit_seals, organizations to stoa_relay;
    grant insert on audit_seals to stoa_relay;
    grant usage on schema drizzle to stoa_app;
    grant select on all tables in schema drizzle to stoa_app;
    grant delete on events to stoa_relay;
    create index if not exists job_at_work on pgboss.job_common (heartbeat_on) where state = 'active';
    create index if not exists job_tenant on pgboss.job_common ((data->>'tenantId'), created_on desc, id desc);
    grant select, insert, update on outbox_cursors to stoa_relay;
    ${insertOnly.map((table) => `revoke update, delete, truncate on ${table} from stoa_app;`).join('\n')}
    ${relayOnly.map((table) => `revoke insert, update, delete, truncate on ${table} from stoa_app;`).join('\n')}
    do $$ declare t record; begin
      for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity and not c.relforcerowsecurity
      loop execute format('alter table %s force row level security', t.name); end loop;
    end $$;`)
}

function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = encodeURIComponent(password)
  return changed.href
}
