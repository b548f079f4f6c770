/** What the command line can do, each command with its words, its options and its one sentence. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import * as data from './data.ts'
import * as look from './look.ts'
import * as people from './people.ts'
import * as products from './products.ts'
import { Refused, type Command, type Given } from './command.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const commands: readonly Command[] = [
  { words: 'health', says: 'is it well? the exit code tells', options: {}, run: look.health },
  {
    words: 'status',
    says: 'version, address, database, organisations, jobs, outbox',
    options: { json: flag },
    run: look.status,
  },
  { words: 'routes', says: 'the operations of the API and who may use them', options: {}, run: look.routes },
  {
    words: 'jobs list',
    says: 'the newest jobs, of all or of one state',
    options: { state: text },
    run: look.jobs,
  },
  { words: 'jobs failed', says: 'the jobs that have had their last try', options: {}, run: look.failedJobs },
  { words: 'jobs retry', takes: 'ID', says: 'give a failed job another try', options: {}, run: look.retry },
  {
    words: 'audit verify',
    says: 'check the audit log against its seals',
    options: { organization: text },
    run: look.verify,
  },
  { words: 'seed', says: 'make the demo market, or what is missing of it', options: {}, run: people.seed },
  { words: 'demo', says: 'the same as seed', options: {}, run: people.seed },
  {
    words: 'organizations add',
    says: 'make an organisation',
    options: { slug: text, name: text, blueprint: text },
    run: people.addOrganization,
  },
  {
    words: 'users add',
    says: 'make somebody a member; prints a link to choose a password unless given one',
    options: { email: text, name: text, roles: text, organization: text, password: text },
    run: people.addMember,
  },
  {
    words: 'backup',
    takes: 'FILE',
    says: 'everything, as of one moment, into one file',
    options: {},
    run: data.backUp,
  },
  {
    words: 'restore',
    takes: 'FILE',
    says: 'a backup into an empty database (--force empties it)',
    options: { force: flag },
    run: data.restoreFrom,
  },
  {
    words: 'export',
    takes: 'FILE',
    says: 'one organisation into a file',
    options: { organization: text },
    run: data.exportOne,
  },
  {
    words: 'import products',
    takes: 'FILE',
    says: 'a product file of Shopify, WooCommerce or our own: shows what would come of it, --apply does it',
    options: { organization: text, producer: text, format: text, apply: flag, preview: flag },
    run: products.importProducts,
  },
  {
    words: 'import organization',
    takes: 'FILE',
    says: 'an exported organisation',
    options: {},
    run: data.importOne,
  },
]

export function findCommand(given: readonly string[]): { run: () => Promise<boolean> } | null {
  const command = commands.find(({ words }) => words.split(' ').every((word, at) => given[at] === word))
  if (!command) return null
  return { run: async () => command.run(parsed(command, given.slice(command.words.split(' ').length))) }
}

function parsed(command: Command, rest: readonly string[]): Given {
  const { values, positionals } = parseArgs({
    args: [...rest],
    options: command.options satisfies ParseArgsConfig['options'],
    allowPositionals: true,
    strict: true,
  })
  const most = command.takes ? 1 : 0
  if (positionals.length !== most) throw new Refused(`Usage: stoa ${usage(command)}`)
  const entries = Object.entries(values)
  return {
    argument: positionals[0] ?? '',
    options: Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    flags: new Set(entries.filter(([, value]) => value === true).map(([name]) => name)),
  }
}

const usage = ({ words, takes, options }: Command): string =>
  [
    words,
    takes ?? '',
    ...Object.entries(options).map(([name, { type }]) =>
      type === 'string' ? `[--${name} …]` : `[--${name}]`,
    ),
  ]
    .filter(Boolean)
    .join(' ')

export const help = (): string =>
  [
    'stoa COMMAND: works on the installation in STOA_DATA (./data), or on DATABASE_URL; also while its server runs.',
    '',
    ...commands.map((command) => `  ${usage(command)}\n      ${command.says}`),
  ].join('\n')
