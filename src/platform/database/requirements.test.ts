/** A PostgreSQL that is not ours: what its login may not do is said with the statement that mends it. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { prepareDatabase } from './migrate.ts'
import { requireVersion } from './requirements.ts'

const secrets = { app: 'an-app-password', relay: 'a-relay-password', isShared: true }

/** A new database with a login that was given nothing but to connect. */
async function foreignDatabase(template = '') {
  const name = `foreign_${randomUUID().slice(0, 8)}`
  const landlord = `landlord ${name}`
  await asSuperuser('postgres', `create role "${landlord}" login password 'p'`)
  await asSuperuser('postgres', `create database ${name} ${template}`)
  const url = new URL(`${inject('postgres')}${name}`)
  url.username = encodeURIComponent(landlord)
  url.password = 'p'
  return { name, landlord, url: url.href }
}

async function asSuperuser(database: string, ...statements: string[]): Promise<void> {
  await ask(`${inject('postgres')}${database}`, ...statements)
}

async function ask<Row extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Row[] = []
    for (const statement of statements) ({ rows } = await client.query<Row>(statement))
    return rows
  } finally {
    await client.end()
  }
}

const refusalOf = (url: string): Promise<string> =>
  prepareDatabase(url, secrets).then(
    () => '',
    (error: Error) => error.message,
  )
const statementsIn = (refusal: string) => [...refusal.matchAll(/^ {2}(.+;)$/gm)].map((match) => match[1]!)

test('what is missing is said at once, and its statements are enough', async () => {
  const { name, landlord, url } = await foreignDatabase()
  const refusal = await refusalOf(url)
  const statements = statementsIn(refusal)
  expect(statements).toEqual(
    expect.arrayContaining([
      `alter role "${landlord}" createrole;`,
      `grant create on database "${name}" to "${landlord}";`,
      `grant create, usage on schema public to "${landlord}";`,
      'create extension btree_gist;',
      'create extension pg_trgm;',
      'create extension unaccent;',
    ]),
  )
  await asSuperuser(name, ...statements)

  const urls = await prepareDatabase(url, secrets)
  expect(new URL(urls.app).username).toBe(`stoa_app_${name}`)
  expect(await ask(urls.app, 'select count(*) as n from organizations')).toEqual([{ n: '0' }])
  await expect(ask(urls.app, 'create table theirs (n int)')).rejects.toThrow(/permission denied/)
  expect(await ask(urls.relay, 'select count(*) as n from events')).toEqual([{ n: '0' }])
  expect(
    await ask(
      urls.app,
      `select rolsuper or rolbypassrls as passes, pg_has_role(current_user, 'stoa_app', 'usage') as works
        from pg_roles where rolname = current_user`,
    ),
  ).toEqual([{ passes: false, works: true }])
})

test('once prepared, it starts without the right to make roles; another secret needs it again', async () => {
  const { name, landlord, url } = await foreignDatabase()
  await asSuperuser(name, ...statementsIn(await refusalOf(url)))
  await prepareDatabase(url, secrets)
  await asSuperuser('postgres', `alter role "${landlord}" nocreaterole`)
  await expect(prepareDatabase(url, secrets)).resolves.toMatchObject({ app: expect.any(String) })
  const changed = { ...secrets, app: 'another-password' }
  await expect(prepareDatabase(url, changed)).rejects.toThrow(`alter role "${landlord}" createrole;`)
})

test('two installations on one server leave each other’s logins alone', async () => {
  const [one, two] = [await foreignDatabase(), await foreignDatabase()]
  for (const { name, url } of [one, two]) await asSuperuser(name, ...statementsIn(await refusalOf(url)))
  const first = await prepareDatabase(one.url, secrets)
  await prepareDatabase(two.url, { ...secrets, app: 'quite-another', relay: 'and-another' })
  await expect(ask(first.app, 'select 1 as n')).resolves.toEqual([{ n: 1 }])
})

test('a working role that could pass row-level security is refused', async () => {
  const { name, url } = await foreignDatabase()
  await asSuperuser(name, ...statementsIn(await refusalOf(url)))
  await prepareDatabase(url, secrets)
  await asSuperuser('postgres', `alter role stoa_app_${name} bypassrls`)
  await expect(prepareDatabase(url, { ...secrets, app: 'new' })).rejects.toThrow(
    `alter role stoa_app_${name} nosuperuser nobypassrls;`,
  )
})

test('a database whose letters are not letters is refused, with how to make one', async () => {
  const { name } = await foreignDatabase(
    "template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'",
  )
  await expect(prepareDatabase(`${inject('postgres')}${name}`, secrets)).rejects.toThrow(
    /does not know Greek letters.*\n.*create database NAME/,
  )
})

test('a server that is too old is told so with its version', () => {
  expect(() => requireVersion(150_018, '15.18 (Debian)')).toThrow(
    'PostgreSQL 16 or newer is required; this server is version 15.18 (Debian).',
  )
  expect(() => requireVersion(160_000, '16.0')).not.toThrow()
})
