/** Opens an installation for a command, also while its server runs: what runs is left running, what was started here is stopped. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import type { Env } from '../../env.ts'
import { system } from '../../platform/access/actor.ts'
import { connect } from '../../platform/database/connect.ts'
import { newId } from '../../platform/database/columns.ts'
import { prepareDatabase } from '../../platform/database/migrate.ts'
import { runningPostgres, startPostgres } from '../../platform/database/postgres.ts'
import { openFileStore } from '../../platform/files/open-store.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { type JobDefinition, startJobs } from '../../platform/jobs/boss.ts'
import { ownDatabase } from '../../platform/start/own-database.ts'
import { readSecrets, type Secrets } from '../../platform/start/secrets.ts'
import type { Context, Organization, Services } from '../../platform/tenancy/context.ts'
import { bySlug } from '../../platform/tenancy/directory.ts'

export type Installation = {
  env: Env
  secrets: Secrets
  /** The address of the database as its owner. */
  ownerUrl: string
  /** True when the embedded server was already running, most likely under a Stoa at work. */
  wasRunning: boolean
  close: () => Promise<void>
}

/** Without `isNew` an installation that is not there is a mistake in STOA_DATA, not a wish for a new one. */
export async function openInstallation(
  env: Env,
  { isNew = false }: { isNew?: boolean } = {},
): Promise<Installation> {
  if (env.DATABASE_URL) {
    return {
      env,
      secrets: readSecrets(env),
      ownerUrl: env.DATABASE_URL,
      wasRunning: true,
      close: async () => {},
    }
  }
  if (!isNew && !existsSync(path.join(env.dataDir, 'secrets.json'))) {
    throw new AppError(
      'not_found',
      `There is no installation in ${env.dataDir}. Set STOA_DATA to its directory, or make one with npm start.`,
    )
  }
  const secrets = readSecrets(env)
  const directory = path.join(env.dataDir, 'postgres')
  const running = await runningPostgres(directory)
  if (running) {
    const ownerUrl = `postgres://postgres:${encodeURIComponent(secrets.postgres)}@127.0.0.1:${running.port}/stoa`
    return { env, secrets, ownerUrl, wasRunning: true, close: async () => {} }
  }
  const server = await startPostgres({ directory, password: secrets.postgres })
  try {
    return {
      env,
      secrets,
      ownerUrl: await ownDatabase(server),
      wasRunning: false,
      close: () => server.stop(),
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** A connection as the owner, its transactions as of one moment and in UTC, without the limits that requests have. */
export async function asOwner<T>(
  installation: Pick<Installation, 'ownerUrl'>,
  work: (owner: Client) => Promise<T>,
): Promise<T> {
  const owner = new Client({
    connectionString: installation.ownerUrl,
    application_name: 'stoa-command',
    options:
      '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c search_path=public',
  })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** The services that verbs need, over a database brought to this version; nothing is worked here, only enqueued. */
export async function withServices<T>(
  installation: Installation,
  jobDefinitions: readonly JobDefinition[],
  work: (services: Services) => Promise<T>,
): Promise<T> {
  const { env, secrets } = installation
  const urls = await prepareDatabase(installation.ownerUrl, secrets)
  const database = connect(urls, 4)
  const jobs = await startJobs(urls.app, jobDefinitions, false)
  try {
    return await work({
      env,
      url: addressOf(env),
      secrets: secrets.signing,
      database,
      jobs: jobs.queue,
      files: openFileStore(env),
      log: pino({ level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL }, pino.destination(2)),
    })
  } finally {
    await jobs.stop()
    await database.close()
  }
}

/** Where people reach this server, without a trailing slash. */
export const addressOf = (env: Env): string =>
  (env.STOA_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '')

/** The organisation of this slug, or the only one there is. */
export async function organizationNamed(services: Services, slug: string | undefined): Promise<Organization> {
  if (slug) {
    const found = await bySlug(services, slug)
    if (!found) throw new AppError('not_found', `There is no organisation "${slug}".`)
    return found
  }
  const { rows } = await services.database.app.query<{ slug: string }>(
    'select slug from organizations order by created_at, id',
  )
  if (rows.length === 1) return organizationNamed(services, rows[0]!.slug)
  const known = rows.map((row) => row.slug).join(', ') || 'none yet'
  throw new AppError('invalid', `Say which organisation: --organization SLUG (there is ${known}).`)
}

/** The command line acts as the house, and is named in the audit. */
export const commandContext = (services: Services, organization: Organization): Context => ({
  tenantId: organization.id,
  organization,
  actor: system('command line'),
  locale: organization.defaultLocale === 'en' ? 'en' : 'el',
  timeZone: organization.timeZone,
  now: new Date(),
  requestId: newId(),
  address: null,
  services,
})
