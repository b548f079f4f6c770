/** Commands that carry data out and in: backup, restore, export, import. */
import { backup, type BackupReport } from '../src/founder/operations/backup.ts'
import { exportOrganization } from '../src/founder/operations/export-organization.ts'
import { importOrganization } from '../src/founder/operations/import-organization.ts'
import { organizationNamed } from '../src/founder/operations/open.ts'
import { restore } from '../src/founder/operations/restore.ts'
import { openFileStore } from '../src/platform/files/open-store.ts'
import { acting, type Given, onInstallation, print, version } from './command.ts'

const inWords = ({ rows, tables, files, missingFiles }: BackupReport): string[] => [
  `${rows} rows of ${tables} tables and ${files} files.`,
  ...missingFiles.map((key) => `The bytes of ${key} were gone already.`),
]

export const backUp = ({ argument: file }: Given): Promise<boolean> =>
  onInstallation(async (installation, env) => {
    print([
      ...inWords(await backup(installation, openFileStore(env), file, version)),
      env.STOA_SECRET || env.DATABASE_URL
        ? 'Keep STOA_SECRET elsewhere: with another one, second factors and links made before no longer work.'
        : `Keep ${env.dataDir}/secrets.json elsewhere: with another one, second factors and links made before no longer work.`,
    ])
    return true
  })

export const restoreFrom = ({ argument: file, flags }: Given): Promise<boolean> =>
  onInstallation(
    async (installation, env) => {
      print(inWords(await restore(installation, openFileStore(env), file, flags.has('force'))))
      return true
    },
    { isNew: true },
  )

export const exportOne = ({ argument: file, options }: Given): Promise<boolean> =>
  acting(async (services, installation) => {
    const organization = await organizationNamed(services, options['organization'])
    const report = await exportOrganization(installation, services.files, organization, file, version)
    print([
      ...inWords(report),
      ...(report.jobsLeft ? [`${report.jobsLeft} jobs still waiting stay here.`] : []),
    ])
    return true
  })

export const importOne = ({ argument: file }: Given): Promise<boolean> =>
  acting(
    async (services, installation) => {
      const report = await importOrganization(installation, services.files, file)
      print([
        `${report.organization.slug} (${report.organization.name}) is here.`,
        ...inWords(report),
        ...(report.withoutSecondFactor
          ? [`${report.withoutSecondFactor} people have to set up their second factor anew.`]
          : []),
      ])
      return true
    },
    { isNew: true },
  )
