/** Commands that look: health, status, routes, jobs, audit. */
import { globSync } from 'node:fs'
import path from 'node:path'
import { checkHealth } from '../src/founder/operations/health.ts'
import { type JobLine, listAllJobs, retryAnyJob } from '../src/founder/operations/jobs.ts'
import { addressOf, asOwner, organizationNamed } from '../src/founder/operations/open.ts'
import { routeLines } from '../src/founder/operations/routes.ts'
import { readStatus, statusLines } from '../src/founder/operations/status.ts'
import { migrationsFolder } from '../src/platform/database/migrate.ts'
import { verifyAudit } from '../src/platform/audit/verify.ts'
import { acting, type Given, looking, print, version } from './command.ts'

const migrations = () =>
  globSync('*/migration.sql', { cwd: migrationsFolder }).map((file) => path.dirname(file))

export const health = (): Promise<boolean> =>
  looking(async (owner, env) => {
    const checks = await checkHealth(owner, migrations(), addressOf(env))
    print(checks.map(({ name, isGood, says }) => `${isGood ? 'ok  ' : 'BAD '} ${name.padEnd(11)} ${says}`))
    return checks.every(({ isGood }) => isGood)
  })

export const status = ({ flags }: Given): Promise<boolean> =>
  looking(async (owner, env) => {
    const found = await readStatus(owner, migrations())
    print(
      flags.has('json')
        ? JSON.stringify({ stoa: version, url: addressOf(env), ...found }, null, 2)
        : statusLines(found, version, addressOf(env)),
    )
    return true
  })

export async function routes(): Promise<boolean> {
  const { endpoints } = await import('../src/modules.ts')
  print(routeLines(endpoints))
  return true
}

export const jobs = ({ options }: Given): Promise<boolean> =>
  looking(async (owner) => {
    printJobs(await listAllJobs(owner, options['state']))
    return true
  })

export const failedJobs = (): Promise<boolean> =>
  looking(async (owner) => {
    printJobs(await listAllJobs(owner, 'failed'))
    return true
  })

const printJobs = (lines: readonly JobLine[]): void =>
  print(
    lines.length === 0
      ? 'There are none.'
      : lines.map(
          ({ id, at, state, organization, name, failure }) =>
            `${id}  ${at}  ${state.padEnd(9)}  ${organization}  ${name}  ${failure}`,
        ),
  )

export const retry = ({ argument }: Given): Promise<boolean> =>
  acting(async (services, installation) => {
    print(await asOwner(installation, (owner) => retryAnyJob(services, owner, argument)))
    return true
  })

/** All organisations, unless one is named. */
export const verify = ({ options }: Given): Promise<boolean> =>
  acting(async (services) => {
    const { rows } = await services.database.app.query<{ id: string; slug: string }>(
      'select id, slug from organizations order by created_at, id',
    )
    const named = options['organization']
    const chosen = named ? [await organizationNamed(services, named)] : rows
    let isSound = true
    for (const { id, slug } of chosen) {
      const verdict = await verifyAudit(services, id)
      isSound &&= verdict.isSound
      print(
        `${verdict.isSound ? 'ok  ' : 'BAD '} ${slug}: ${verdict.checked} entries${verdict.fault ? `, then: ${verdict.fault.explanation}` : ', all as they were sealed'}`,
      )
    }
    return isSound
  })
