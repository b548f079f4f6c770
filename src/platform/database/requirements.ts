/** What a PostgreSQL that is not ours must offer. All that is missing is said at once, with the statements that mend it. */
import pg from 'pg'

export const oldestMajor = 16
export const extensions = ['btree_gist', 'pg_trgm', 'unaccent']

const name = pg.escapeIdentifier

export function requireVersion(number: number, text: string): void {
  if (number >= oldestMajor * 10_000) return
  throw new Error(`PostgreSQL ${oldestMajor} or newer is required; this server is version ${text}.`)
}

/** Throws unless the login may do all that preparing the database takes. */
export async function requirePrivileges(owner: pg.Client, roles: readonly string[]): Promise<void> {
  const login = await readLogin(owner)
  if (login.isSuper) return
  const statements = [
    ...rightsMissing(login),
    ...(await rolesMissing(owner, login, roles)),
    ...(await tablesMissing(owner, login)),
    ...(await extensionsMissing(owner, login)),
  ]
  if (statements.length === 0) return
  throw new Error(
    `The login "${login.name}" may not do all that Stoa needs in the database "${login.database}". As a superuser there, run:\n${statements.map((statement) => `  ${statement};`).join('\n')}`,
  )
}

/** Letters must count as letters, or nothing Greek is ever found. */
export async function requireLetters(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ encoding: string; database: string; fits: boolean }>(
    `select current_setting('server_encoding') as encoding, current_database() as database,
      current_setting('server_encoding') = 'UTF8' and array_length(show_trgm('ελιά'), 1) > 0 as fits`,
  )
  const { encoding, database, fits } = rows[0]!
  if (fits) return
  throw new Error(
    `The database "${database}" (${encoding}) does not know Greek letters. Make another for Stoa:\n  create database NAME template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';`,
  )
}

type Login = {
  name: string
  database: string
  isSuper: boolean
  mayMakeRoles: boolean
  mayMakeSchemas: boolean
  mayMakeTables: boolean
}

async function readLogin(owner: pg.Client): Promise<Login> {
  const { rows } = await owner.query<Login>(
    `select current_user as name, current_database() as database, rolsuper as "isSuper",
      rolcreaterole as "mayMakeRoles", has_database_privilege(current_database(), 'create') as "mayMakeSchemas",
      coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'create'), true) as "mayMakeTables"
    from pg_roles where rolname = current_user`,
  )
  return rows[0]!
}

const rightsMissing = (login: Login): string[] => [
  ...(login.mayMakeSchemas
    ? []
    : [`grant create on database ${name(login.database)} to ${name(login.name)}`]),
  ...(login.mayMakeTables ? [] : [`grant create, usage on schema public to ${name(login.name)}`]),
]

/** Since version 16 a role is given away and changed only by those who hold it with the admin option. */
async function rolesMissing(owner: pg.Client, login: Login, roles: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ role: string; isHeld: boolean }>(
    `select rolname as role, exists (select from pg_auth_members m
        where m.roleid = r.oid and m.member = quote_ident(current_user)::regrole and m.admin_option) as "isHeld"
      from pg_roles r where rolname = any($1)`,
    [roles],
  )
  const foreign = rows.filter(({ isHeld }) => !isHeld)
  return [
    ...(login.mayMakeRoles ? [] : [`alter role ${name(login.name)} createrole`]),
    ...foreign.map(({ role }) => `grant ${name(role)} to ${name(login.name)} with admin option`),
  ]
}

/** Tables that another login made, on an earlier start, are changed only by who holds that one too. */
async function tablesMissing(owner: pg.Client, login: Login): Promise<string[]> {
  const { rows } = await owner.query<{ maker: string }>(
    `select distinct pg_get_userbyid(relowner) as maker from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname in ('public', 'auth', 'pgboss', 'drizzle') and relkind in ('r', 'p', 'v')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        and not pg_has_role(current_user, relowner, 'usage')`,
  )
  return rows.map(({ maker }) => `grant ${name(maker)} to ${name(login.name)}`)
}

async function extensionsMissing(owner: pg.Client, login: Login): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; isThere: boolean; isTrusted: boolean }>(
    `select e.name, e.installed_version is not null as "isThere", coalesce(v.trusted, false) as "isTrusted"
      from pg_available_extensions e
      left join pg_available_extension_versions v on v.name = e.name and v.version = e.default_version
      where e.name = any($1)`,
    [extensions],
  )
  const unknown = extensions.filter((wanted) => !rows.some((row) => row.name === wanted))
  if (unknown.length > 0) throw new Error(notInstalled(unknown))
  return rows
    .filter(({ isThere, isTrusted }) => !isThere && !(isTrusted && login.mayMakeSchemas))
    .map((row) => `create extension ${row.name}`)
}

const notInstalled = (unknown: string[]) =>
  `This PostgreSQL comes without ${unknown.join(', ')}. Install its contrib package on the server (Debian: apt-get install postgresql-contrib), then run: ${unknown.map((each) => `create extension ${each};`).join(' ')}`
