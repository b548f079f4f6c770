/** The two roles that the server works as, neither of which owns a table or passes row-level security. */
import { createHash } from 'node:crypto'
import pg from 'pg'

export type Passwords = { app: string; relay: string }

/** What tables are granted to and policies are written for. */
export const groups = ['stoa_app', 'stoa_relay'] as const
type Group = (typeof groups)[number]

export type Logins = Record<keyof Passwords, string>

/**
 * In our own server the roles log in themselves. Roles are shared by all databases of a server, so in somebody
 * else's each database has logins of its own: another Stoa there, with another secret, must not change their passwords.
 */
export function loginsOf(database: string, isShared: boolean): Logins {
  if (!isShared) return { app: 'stoa_app', relay: 'stoa_relay' }
  const tail = /^[a-z0-9_]{1,48}$/.test(database)
    ? database
    : createHash('sha256').update(database).digest('hex').slice(0, 12)
  return { app: `stoa_app_${tail}`, relay: `stoa_relay_${tail}` }
}

export async function createRoles(owner: pg.Client, logins: Logins, passwords: Passwords): Promise<void> {
  const known = await readRoles(owner, [...groups, ...Object.values(logins)])
  for (const [kind, group] of [
    ['app', 'stoa_app'],
    ['relay', 'stoa_relay'],
  ] as const) {
    const login = logins[kind]
    const password = pg.escapeLiteral(passwords[kind])
    if (!known.has(group)) await owner.query(`create role ${group}`)
    if (login === group) {
      await owner.query(`alter role ${group} login password ${password}`)
    } else {
      await createLogin(owner, login, group, password, known.has(login))
    }
  }
}

async function createLogin(
  owner: pg.Client,
  login: string,
  group: Group,
  password: string,
  isThere: boolean,
): Promise<void> {
  const statement = isThere ? 'alter' : 'create'
  await owner.query(`${statement} role ${pg.escapeIdentifier(login)} login inherit password ${password}`)
  await owner.query(`grant ${group} to ${pg.escapeIdentifier(login)}`)
}

/** Those of the roles that are there; one that could pass row-level security is refused. */
async function readRoles(owner: pg.Client, roles: readonly string[]): Promise<Set<string>> {
  const { rows } = await owner.query<{ role: string; passes: boolean }>(
    'select rolname as role, rolsuper or rolbypassrls as passes from pg_roles where rolname = any($1)',
    [roles],
  )
  const wide = rows.find(({ passes }) => passes)
  if (wide)
    throw new Error(
      `The role ${wide.role} may bypass row-level security. Mend it: alter role ${wide.role} nosuperuser nobypassrls;`,
    )
  return new Set(rows.map(({ role }) => role))
}

/** Whether the roles are there and their passwords are these: then nothing needs the right to make roles. */
export async function canLogIn(urls: readonly string[]): Promise<boolean> {
  const tries = await Promise.all(
    urls.map(async (connectionString) => {
      const client = new pg.Client({ connectionString, application_name: 'stoa-migrate' })
      try {
        await client.connect()
        return true
      } catch {
        return false
      } finally {
        await client.end().catch(() => {})
      }
    }),
  )
  return tries.every(Boolean)
}
