/** Brings a database to this version: roles, extensions, migrations in order, and what every table must have. */
import { globSync } from 'node:fs'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { root } from '../start/root.ts'

export const migrationsFolder = path.join(root, 'migrations')

/** One migration at a time in a whole cluster of instances; any number of ours will do. */
const lockKey = 731_002_026
const extensions = ['btree_gist', 'pg_trgm', 'unaccent']

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

export type Passwords = { app: string; relay: string }

/**
 * Prepares the database that `ownerUrl` names and answers the addresses of the two working roles. Another `folder`
 * with fewer migrations makes an older version's database, to restore an older backup into.
 */
export async function prepareDatabase(
  ownerUrl: string,
  passwords: Passwords,
  folder: string = migrationsFolder,
): Promise<{ app: string; relay: string }> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'stoa-migrate' })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [lockKey])
    await requireVersion(owner)
    const { missing, strange } = await compareMigrations(owner, folder)
    // Whoever is merely behind a newer version starting beside us lacks nothing of ours.
    if (missing.length > 0 && strange.length > 0) throw new Error(otherLine(strange))
    if (missing.length > 0) {
      await createRoles(owner, passwords)
      await createExtensions(owner)
      const failure = await migrate(drizzle({ client: owner }), { migrationsFolder: folder })
      if (failure) throw new Error(`The migrations could not begin: ${JSON.stringify(failure)}`)
      await prepareJobs(ownerUrl)
      await protect(owner)
    } else {
      await createRoles(owner, passwords)
    }
  } finally {
    await owner.end()
  }
  return {
    app: withUser(ownerUrl, 'stoa_app', passwords.app),
    relay: withUser(ownerUrl, 'stoa_relay', passwords.relay),
  }
}

async function requireVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ n: number }>("select current_setting('server_version_num')::int as n")
  if (rows[0]!.n < 160_000) throw new Error('PostgreSQL 16 or newer is required.')
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

async function createRoles(owner: pg.Client, passwords: Passwords): Promise<void> {
  for (const [role, password] of [
    ['stoa_app', passwords.app],
    ['stoa_relay', passwords.relay],
  ] as const) {
    const literal = pg.escapeLiteral(password)
    const statement = `create role ${role} login password ${literal}`
    const { rows } = await owner.query('select rolsuper, rolbypassrls from pg_roles where rolname = $1', [
      role,
    ])
    if (rows[0]?.rolsuper || rows[0]?.rolbypassrls) {
      throw new Error(
        `The role ${role} may bypass row-level security. Mend it: alter role ${role} nosuperuser nobypassrls;`,
      )
    }
    await owner
      .query(rows[0] ? `alter role ${role} login password ${literal}` : statement)
      .catch((error: Error) => {
        throw new Error(
          `The database user may not create the role ${role} (${error.message}). As a superuser, run: alter role current_user_name createrole;`,
        )
      })
  }
}

async function createExtensions(owner: pg.Client): Promise<void> {
  for (const name of extensions) {
    await owner.query(`create extension if not exists ${name}`).catch((error: Error) => {
      throw new Error(
        `The extension ${name} is missing (${error.message}). As a superuser, run: create extension ${name};`,
      )
    })
  }
}

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
