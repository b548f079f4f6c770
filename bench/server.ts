/** Starts the real server on data of its own, and opens its database from behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../src/platform/database/postgres.ts'

const root = path.resolve(import.meta.dirname, '..')

export type BenchServer = {
  port: number
  data: string
  startMs: number
  pid: number
  stop: () => Promise<void>
  database: () => Promise<pg.Client>
}

export function newData(): string {
  const data = mkdtempSync(path.join(tmpdir(), 'stoa-bench-'))
  // Under root the database runs as another user, who must be able to pass.
  chmodSync(data, 0o755)
  return data
}

export const forget = (data: string): void => rmSync(data, { recursive: true, force: true })

/** Answers once the first request was answered; `startMs` counts from the start of the process to then. */
export async function startServer(data: string, more: Record<string, string> = {}): Promise<BenchServer> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, ['--max-semi-space-size=8', path.join(root, 'src/start.js')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      STOA_DATA: data,
      STOA_LIMITS: 'off',
      STOA_DEMO: '0',
      LOG_LEVEL: 'error',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(child)
  await fetch(`http://127.0.0.1:${port}/health/live`)
  const startMs = performance.now() - started
  return {
    port,
    data,
    startMs,
    pid: child.pid!,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
    database: async () => {
      const [, , , postgresPort] = readFileSync(path.join(data, 'postgres/postmaster.pid'), 'utf8').split(
        '\n',
      )
      const { postgres } = JSON.parse(readFileSync(path.join(data, 'secrets.json'), 'utf8')) as {
        postgres: string
      }
      const client = new pg.Client({
        host: '127.0.0.1',
        port: Number(postgresPort),
        user: 'postgres',
        password: postgres,
        database: 'stoa',
      })
      await client.connect()
      return client
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    child.stdout!.on('data', (chunk: Buffer) => chunk.toString().includes('ready ') && resolve())
  })
}

/** Resident memory of the process, in MB; 0 where the system does not tell. */
export function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
  } catch {
    return 0
  }
}

/** Processor time of the process so far, in milliseconds; 0 where the system does not tell. */
export function cpuOf(pid: number): number {
  try {
    const [, rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const fields = rest!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
