/** The catalogue itself is held to the rules: every table of a tenant hides and keys its rows by the tenant, without exception but those named here. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asRole, newDatabase } from '../../../test/world.ts'

/** Read before the tenant is known, or of no tenant at all. */
const ofNoTenant = ['organizations', 'outbox_cursors', 'rate_limits']
/** Read as their owner and carry the tenant in themselves: docs/decisions/0007. */
const ownersViews = ['customer_window', 'invoice_window', 'shelf']
/** Beside `tenant_isolation`: who else may do what, and on which tables. */
const otherPolicies = /^(relay_(reads|seals|sweeps)|window_reads) for stoa_relay$|^window_reads for postgres$/

let url: string
let owner: pg.Client
beforeAll(async () => {
  url = await newDatabase()
  owner = new pg.Client({ connectionString: url })
  await owner.connect()
})
afterAll(() => owner.end())

async function names(text: string, values: unknown[] = []): Promise<string[]> {
  return (await owner.query<{ name: string }>(text, values)).rows.map(({ name }) => name)
}

const tables = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

/** What breaks a rule, by rule. */
const breaches = {
  'has no tenant_id that is never null': () =>
    names(
      `select relname as name from (${tables}) t where relname <> all($1) and not exists (
        select from pg_attribute a where a.attrelid = t.oid and attname = 'tenant_id' and attnotnull) order by 1`,
      [ofNoTenant],
    ),
  'does not force row-level security': () =>
    names(
      `select relname as name from (${tables}) t
        where relname <> all($1) and not (relrowsecurity and relforcerowsecurity) order by 1`,
      [ofNoTenant],
    ),
  'is not isolated for the application': () =>
    names(
      `select relname as name from (${tables}) t where relname <> all($1) and not exists (
        select from pg_policies p where p.tablename = t.relname and 'stoa_app' = any(roles)) order by 1`,
      [ofNoTenant],
    ),
  'lets the application past its tenant': () =>
    names(
      `select tablename || '.' || policyname as name from pg_policies
        where ('stoa_app' = any(roles) or 'public' = any(roles)) and permissive = 'PERMISSIVE' and exists (
          select from unnest(array[coalesce(qual, with_check), coalesce(with_check, qual)]) as condition
          where condition !~ 'tenant_id = \\(NULLIF\\(current_setting\\(''app.tenant_id''::text, true\\), ''''::text\\)\\)::uuid')
        order by 1`,
    ),
  'has a key that does not begin with the tenant': () =>
    names(
      `select i.indexrelid::regclass::text as name from pg_index i join (${tables}) t on t.oid = i.indrelid
        where relname <> all($1) and (indisunique or indisprimary or indisexclusion) and not exists (
          select from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0] and attname = 'tenant_id')
        order by 1`,
      [ofNoTenant],
    ),
  'refers elsewhere without the tenant first': () =>
    names(
      `select conname as name from pg_constraint k join (${tables}) t on t.oid = k.conrelid
        where contype = 'f' and not exists (
          select from pg_attribute a join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
          where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'tenant_id' and b.attname = 'tenant_id')
        order by 1`,
    ),
  'is a trigger': () =>
    names(
      `select tgrelid::regclass || '.' || tgname as name from pg_trigger join pg_class c on c.oid = tgrelid
        where not tgisinternal and relnamespace in ('public'::regnamespace, 'auth'::regnamespace)`,
    ),
  'is a view that reads as its owner': () =>
    names(
      `select relname as name from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and relname <> all($1) and not coalesce('security_invoker=true' = any(reloptions) or 'security_invoker=on' = any(reloptions), false)`,
      [ownersViews],
    ),
  'is a function with its owner’s rights': () =>
    names(
      `select proname as name from pg_proc p where prosecdef and pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    ),
}

async function allBreaches(): Promise<string[]> {
  const found: string[] = []
  for (const [rule, find] of Object.entries(breaches))
    for (const name of await find()) found.push(`${name} ${rule}`)
  return found
}

test('every table keeps the rules', async () => {
  expect(await allBreaches()).toEqual([])
})

test('the exceptions are there, and are what they are said to be', async () => {
  expect(
    await names(`select relname as name from (${tables}) t where relname = any($1) order by 1`, [ofNoTenant]),
  ).toEqual(ofNoTenant)
  const views = await owner.query<{ viewname: string; definition: string }>(
    'select viewname, definition from pg_views where viewname = any($1) order by 1',
    [ownersViews],
  )
  expect(views.rows.map(({ viewname }) => viewname)).toEqual(ownersViews)
  for (const { definition } of views.rows)
    expect(definition).toContain("current_setting('app.tenant_id'::text, true)")
  const others = await names(
    `select policyname || ' for ' || array_to_string(roles, ',') as name from pg_policies where not 'stoa_app' = any(roles)`,
  )
  expect(others.filter((name) => !otherPolicies.test(name))).toEqual([])
})

test('the working roles own nothing and pass nothing, and what is written once stays', async () => {
  const roles = `('stoa_app', 'stoa_relay')`
  expect(
    await names(
      `select rolname as name from pg_roles where rolname in ${roles} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    ),
  ).toEqual([])
  expect(
    await names(`select relname as name from pg_class where pg_get_userbyid(relowner) in ${roles}`),
  ).toEqual([])
  const may = await names(
    `select t || ' ' || p as name from unnest(array['audit', 'events', 'audit_seals']) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
      where has_table_privilege('stoa_app', t, p)`,
  )
  expect(may).toEqual([])
  const app = new pg.Client({ connectionString: asRole(url, 'app') })
  await app.connect()
  for (const text of [
    'update audit set action = action',
    'delete from events',
    'create table mine (n int)',
    'alter table audit disable row level security',
  ])
    await expect(app.query(text)).rejects.toThrow(/permission denied|must be owner/)
  await app.end()
})

test('a table that breaks the rules is named for each', async () => {
  await owner.query(`
    create table loose (id uuid primary key, other uuid references organizations (id));
    create table careless (tenant_id uuid not null, id uuid unique, primary key (id, tenant_id));
    alter table careless enable row level security;
    create policy open on careless to stoa_app using (true);
    create view peek as select * from careless;
    create function act() returns trigger language plpgsql security definer as 'begin return new; end';
    create trigger acts before insert on careless for each row execute function act();`)
  expect(await allBreaches()).toEqual([
    'loose has no tenant_id that is never null',
    'careless does not force row-level security',
    'loose does not force row-level security',
    'loose is not isolated for the application',
    'careless.open lets the application past its tenant',
    'careless_id_key has a key that does not begin with the tenant',
    'careless_pkey has a key that does not begin with the tenant',
    'loose_pkey has a key that does not begin with the tenant',
    'loose_other_fkey refers elsewhere without the tenant first',
    'careless.acts is a trigger',
    'peek is a view that reads as its owner',
    'act is a function with its owner’s rights',
  ])
})
