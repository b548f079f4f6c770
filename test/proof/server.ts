/** The real server as a process of its own, on a directory of its own, to be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort, runningPostgres } from '../../src/platform/database/postgres.ts'

const root = path.resolve(import.meta.dirname, '../..')

export type TestServer = {
  env: Record<string, string>
  url: string
  /** Starts it and answers the milliseconds until its first answer. */
  start: () => Promise<number>
  /** kill -9. */
  kill: () => Promise<void>
  /** kill -9 of the database server. */
  killDatabase: () => Promise<void>
  /** SIGTERM; answers the exit code. */
  stop: () => Promise<number | null>
  databasePid: () => Promise<number | null>
  /** Asks the database as its superuser. */
  sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]>
  remove: () => Promise<void>
}

export async function newServer(): Promise<TestServer> {
  const parent = mkdtempSync(path.join(tmpdir(), 'stoa-crash-'))
  chmodSync(parent, 0o755)
  const data = path.join(parent, 'data')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    STOA_DATA: data,
    PORT: String(port),
    STOA_LIMITS: 'off',
    STOA_DEMO: '0',
    // The same server without the pages, so that no start waits for a build.
    STOA_WORKER: 'only',
    LOG_LEVEL: 'error',
  }
  let child: ChildProcess | null = null
  const postgres = () => runningPostgres(path.join(data, 'postgres'))
  const ended = (one: ChildProcess) =>
    one.exitCode !== null || one.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => one.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals) => {
    const one = child
    child = null
    if (!one) return null
    one.kill(signal)
    await ended(one)
    return one.exitCode
  }

  return {
    env,
    url,
    start: async () => {
      const started = performance.now()
      child = spawn(process.execPath, [path.join(root, 'src/start.js')], {
        cwd: root,
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      await untilAnswers(child, url)
      return performance.now() - started
    },
    kill: async () => void (await end('SIGKILL')),
    killDatabase: async () => {
      const running = await postgres()
      if (running) process.kill(running.pid, 'SIGKILL')
    },
    stop: () => end('SIGTERM'),
    databasePid: async () => (await postgres())?.pid ?? null,
    sql: async <Row>(text: string, values: unknown[] = []) => {
      const secrets = JSON.parse(readFileSync(path.join(data, 'secrets.json'), 'utf8')) as {
        postgres: string
      }
      const running = await postgres()
      if (!running) throw new Error('The database is not running.')
      const client = new Client({
        host: '127.0.0.1',
        port: running.port,
        user: 'postgres',
        password: secrets.postgres,
        database: 'stoa',
      })
      await client.connect()
      try {
        return (await client.query(text, values)).rows as Row[]
      } finally {
        await client.end()
      }
    },
    remove: async () => {
      await end('SIGKILL')
      const running = existsSync(data) ? await postgres() : null
      if (running) process.kill(running.pid, 'SIGQUIT')
      for (let waited = 0; waited < 5_000 && (await postgres()); waited += 50) await sleep(50)
      rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function untilAnswers(child: ChildProcess, url: string): Promise<void> {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-4_000)))
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}): ${said}`)
    const answered = await fetch(`${url}/api/v1/openapi.json`).then(
      async (response) => {
        await response.arrayBuffer()
        return response.ok
      },
      () => false,
    )
    if (answered) return
    await sleep(20)
  }
}
