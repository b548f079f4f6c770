/** Starts a private PostgreSQL from the binaries that npm brought; adopts nothing, leaves nothing running. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { canEnter, nativeDirectory, reachable, type RunAs, unprivileged } from './native.ts'

export type PostgresServer = {
  url: (database: string) => string
  port: number
  pid: number
  stop: () => Promise<void>
}

export type PostgresOptions = {
  directory: string
  password: string
  /** More `name=value` settings, such as `fsync=off` for tests. */
  settings?: string[]
  log?: (line: string) => void
}

/** Initialises the directory when it is new, ends a server that a killed parent left behind, and starts one on a free port. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const as = unprivileged()
  const native = reachable(nativeDirectory(), as)
  const directory = ownedDirectory(path.resolve(options.directory), as)
  if (!existsSync(path.join(directory, 'PG_VERSION'))) initialise(native, directory, options.password, as)
  await stopLeftover(directory)

  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    ...(options.settings ?? []),
  ]
  const child = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', directory, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // A process group of its own, so that Ctrl-C reaches only us and we can drain before it stops.
    { ...as, cwd: directory, env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  await untilReady(child, options.log)

  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Neither the server nor its log keeps our own process from ending.
  child.unref()
  ;(child.stderr as Socket).unref()
  const password = encodeURIComponent(options.password)
  return {
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    port,
    pid: child.pid!,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.ref()
      child.kill('SIGINT')
      await exited
    },
  }
}

/** The server that runs on this directory now, for those who only want to talk to it; null when there is none. */
export async function runningPostgres(directory: string): Promise<{ pid: number; port: number } | null> {
  const own = ownedDirectory(path.resolve(directory), unprivileged())
  const pidFile = path.join(own, 'postmaster.pid')
  // It may just be starting: its file says so in the eighth line.
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!existsSync(pidFile)) return null
    const lines = readFileSync(pidFile, 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!isPostgres(pid, own)) return null
    if (lines[7]?.startsWith('ready')) return { pid, port: Number(lines[3]) }
    await sleep(50)
  }
  return null
}

const serverEnvironment = () => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' })

/** The directory, made and handed to the database's user; below /root, where that user cannot go, one in /var/lib stands in. */
function ownedDirectory(directory: string, as: RunAs): string {
  mkdirSync(path.dirname(directory), { recursive: true })
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (as.uid === undefined) return directory
  chownSync(directory, as.uid, as.gid!)
  if (canEnter(directory, as)) return directory
  const standIn = path.join(
    '/var/lib/stoa',
    `data-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`,
  )
  mkdirSync(path.dirname(standIn), { recursive: true })
  mkdirSync(standIn, { recursive: true, mode: 0o700 })
  chownSync(standIn, as.uid, as.gid!)
  return standIn
}

function initialise(native: string, directory: string, password: string, as: RunAs): void {
  const passwordFile = path.join(directory, '..', `.password-${process.pid}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (as.uid !== undefined) chownSync(passwordFile, as.uid, as.gid!)
  try {
    const run = spawnSync(
      path.join(native, 'bin', 'initdb'),
      [
        `--pgdata=${directory}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        // With LC_CTYPE=C trigram search would ignore every Greek letter.
        `--lc-ctype=${{ darwin: 'en_US.UTF-8', linux: 'C.UTF-8' }[process.platform as string] ?? 'C'}`,
        '--locale-provider=builtin',
        '--builtin-locale=PG_UNICODE_FAST',
        '--no-sync',
        '--no-instructions',
      ],
      { ...as, cwd: directory, env: serverEnvironment(), encoding: 'utf8' },
    )
    if (run.status !== 0)
      throw new Error(`The database could not be initialised: ${run.error ?? ''} ${run.stderr}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** After a kill -9 of its parent the server lives on; it is told to stop, for a second one may not open the directory. */
async function stopLeftover(directory: string): Promise<void> {
  const pidFile = path.join(directory, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!isPostgres(pid, directory)) {
    await quitOrphans(directory)
    return rmSync(pidFile, { force: true })
  }
  if (hasLivingParent(pid))
    throw new Error(
      `Another Stoa is running on ${directory}. Stop it first, or set STOA_DATA to another place.`,
    )
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 10_000 && isPostgres(pid, directory); waited += 25) await sleep(25)
}

/**
 * When the server itself was killed, its children live on until they notice. A second server beside them would ruin
 * the data, and the file that is about to be removed is what would have kept it from starting.
 */
async function quitOrphans(directory: string): Promise<void> {
  if (process.platform !== 'linux') return sleep(1_000)
  const orphans = () =>
    readdirSync('/proc').filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === directory
      } catch {
        return false
      }
    })
  for (let waited = 0; waited < 10_000; waited += 25) {
    const left = orphans()
    if (left.length === 0) return
    for (const pid of left) {
      try {
        process.kill(Number(pid), 'SIGQUIT')
      } catch {
        // It was just ending.
      }
    }
    await sleep(25)
  }
  throw new Error(
    `Processes of an earlier database server still hold ${directory}: end them, then start again.`,
  )
}

/** Process ids are used again, so the command line must be that of a server on this very directory. */
function isPostgres(pid: number, directory: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  if (process.platform === 'win32') return alive(pid)
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(directory)
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
      directory,
    )
  } catch {
    return false
  }
}

/** An orphan is handed to process 1; a server whose parent lives belongs to somebody. */
function hasLivingParent(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })
  const parent = Number(stdout?.trim())
  if (!Number.isInteger(parent) || parent <= 1) return false
  const command = spawnSync('ps', ['-o', 'args=', '-p', String(parent)], { encoding: 'utf8' }).stdout ?? ''
  return /\bnode\b/.test(command)
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

function untilReady(child: ChildProcess, log?: (line: string) => void): Promise<void> {
  let last = ''
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`The database ended (${code ?? signal}) before it was ready: ${last}`)),
    )
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      last = (last + chunk).slice(-4000)
      log?.(chunk.trimEnd())
      if (chunk.includes('ready to accept connections')) resolve()
    })
  })
}
