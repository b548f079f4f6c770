/** The world that tests live in: a database of the file's own, shops made on demand, and people who act in them. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, inject } from 'vitest'
import { readEnv } from '../src/env.ts'
import { jobDefinitions } from '../src/modules.ts'
import { type Actor, guest, system } from '../src/platform/access/actor.ts'
import { permissionsOf, type Role } from '../src/platform/access/roles.ts'
import { connect } from '../src/platform/database/connect.ts'
import { newId } from '../src/platform/database/columns.ts'
import { MemoryFiles } from '../src/platform/files/memory.ts'
import { startJobs } from '../src/platform/jobs/boss.ts'
import type { Context, Organization, Services } from '../src/platform/tenancy/context.ts'
import { createOrganization } from '../src/platform/tenancy/organization.ts'
import type { Locale } from '../src/platform/values/shapes.ts'

export const passwords = { app: 'test-app', relay: 'test-relay' }

let shared: Promise<Services> | undefined

/** The services over this file's own database; stopped when the file is done. */
export function world(): Promise<Services> {
  return (shared ??= build())
}

/** A copy of the migrated template; answers the owner's address. */
export async function newDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: `${inject('postgres')}postgres` })
  await admin.connect()
  // Copying a template is refused while another copy is under way in some other file.
  await admin.query('select pg_advisory_lock(1)')
  await admin.query(`create database ${name} template stoa_template`)
  await admin.end()
  return `${inject('postgres')}${name}`
}

export const asRole = (url: string, role: 'app' | 'relay'): string => {
  const changed = new URL(url)
  changed.username = `stoa_${role}`
  changed.password = passwords[role]
  return changed.href
}

async function build(): Promise<Services> {
  const url = await newDatabase()
  const database = connect({ app: asRole(url, 'app'), relay: asRole(url, 'relay') }, 24)
  const jobs = await startJobs(asRole(url, 'app'), jobDefinitions, false)
  afterAll(async () => {
    await jobs.stop()
    await database.close()
  })
  return {
    env: readEnv({ NODE_ENV: 'test', STOA_CLOCK: 'header', STOA_LIMITS: process.env['STOA_TEST_LIMITS'] }),
    url: 'http://localhost:3000',
    secrets: ['a-secret-that-only-tests-use-0123456789'],
    database,
    jobs: jobs.queue,
    files: new MemoryFiles(),
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
  }
}

export type Shop = {
  organization: Organization
  services: Services
  /** A context acting in one role; every call makes a new person unless one is named. */
  as: (
    role: Role | Role[] | 'guest' | 'system',
    more?: Partial<Actor> & { locale?: Locale; now?: Date },
  ) => Context
  /** Names of the jobs enqueued for this shop, in order. */
  jobs: () => Promise<string[]>
  /** Audit actions on one record, in order. */
  auditOf: (entityId: string) => Promise<string[]>
  /** Names of the events told, in order. */
  events: () => Promise<string[]>
  /** Runs SQL as the application within this tenant. */
  sql: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
}

/** A new organisation of its own, empty. */
export async function newShop(more: Partial<Organization> = {}): Promise<Shop> {
  const services = await world()
  const slug = `shop-${randomUUID().slice(0, 12)}`
  const organization = await createOrganization(services, {
    slug,
    name: 'Test shop',
    blueprint: 'marketplace',
    ...more,
  })
  return shopOf(services, organization)
}

/** An organisation that is there already, for tests to act in. */
export function shopOf(services: Services, organization: Organization): Shop {
  const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = await services.database.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.tenant_id', $1, true)", [organization.id])
      const { rows } = await client.query<Row>(text, values)
      await client.query('commit')
      return rows
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  return {
    organization,
    services,
    sql,
    as: (role, { locale = 'en', now = new Date(), ...actor } = {}) =>
      contextFor(services, organization, role, locale, now, actor),
    jobs: async () =>
      (
        await sql<{ name: string }>(
          "select name from pgboss.job where data->>'tenantId' = $1 order by created_on, id",
          [organization.id],
        )
      ).map((row) => row.name),
    auditOf: async (entityId) =>
      (
        await sql<{ action: string }>('select action from audit where entity_id = $1 order by xid, ordinal', [
          entityId,
        ])
      ).map((row) => row.action),
    events: async () =>
      (await sql<{ name: string }>('select name from events order by xid, ordinal')).map((row) => row.name),
  }
}

function contextFor(
  services: Services,
  organization: Organization,
  role: Role | Role[] | 'guest' | 'system',
  locale: Locale,
  now: Date,
  more: Partial<Actor>,
): Context {
  return {
    tenantId: organization.id,
    organization,
    actor: { ...actorFor(role), ...more },
    locale,
    timeZone: organization.timeZone,
    now,
    requestId: newId(),
    address: '127.0.0.1',
    services,
  }
}

function actorFor(role: Role | Role[] | 'guest' | 'system'): Actor {
  if (role === 'guest') return guest
  if (role === 'system') return system('test')
  const held = Array.isArray(role) ? role : [role]
  const userId = newId()
  return {
    kind: 'user',
    userId,
    name: `A ${held.join(' and ')}`,
    email: `${userId}@test.example`,
    roles: held,
    permissions: permissionsOf(held),
    producerIds: [],
    sessionId: null,
  }
}
