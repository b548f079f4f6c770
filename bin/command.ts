/** What a command is, and the two ways it gets at the installation. */
import { readFileSync } from 'node:fs'
import type { Client } from 'pg'
import { type Env, readEnv } from '../src/env.ts'
import { asOwner, type Installation, openInstallation, withServices } from '../src/founder/operations/open.ts'
import type { Services } from '../src/platform/tenancy/context.ts'

export type Given = {
  argument: string
  options: Record<string, string | undefined>
  flags: ReadonlySet<string>
}

export type Command = {
  /** `users add` */
  words: string
  /** The name of its one argument, when it has one. */
  takes?: string
  says: string
  options: Record<string, { type: 'string' | 'boolean' }>
  /** False when what it looked at is not well. */
  run: (given: Given) => Promise<boolean>
}

/** Said to the person as it is; the exit code is 1. */
export class Refused extends Error {}

export const version: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version

export async function onInstallation<T>(
  work: (installation: Installation, env: Env) => Promise<T>,
  more: { isNew?: boolean } = {},
): Promise<T> {
  const env = readEnv()
  const installation = await openInstallation(env, more)
  try {
    return await work(installation, env)
  } finally {
    await installation.close()
  }
}

/** Looks only: nothing is migrated, so that an old installation can be looked at and backed up before an upgrade. */
export const looking = <T>(work: (owner: Client, env: Env) => Promise<T>): Promise<T> =>
  onInstallation((installation, env) => asOwner(installation, (owner) => work(owner, env)))

/** With everything that verbs need, on a database brought to this version. */
export const acting = <T>(
  work: (services: Services, installation: Installation) => Promise<T>,
  more: { isNew?: boolean } = {},
): Promise<T> =>
  onInstallation(async (installation) => {
    const { jobDefinitions } = await import('../src/modules.ts')
    return withServices(installation, jobDefinitions, (services) => work(services, installation))
  }, more)

export const print = (lines: string | readonly string[]): void => console.log([lines].flat().join('\n'))
