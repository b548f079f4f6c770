/** The real server with the demo market, as its own process on its own port and data; ended and removed after the file. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The pages may have to be built first, on a machine that is busy. */
const startMs = 180_000
const stopMs = 20_000

export type DemoServer = { url: string; stop: () => Promise<void> }

/** Fails with what the server said when it ends or stays silent before it is ready. */
export async function startDemo(): Promise<DemoServer> {
  const parent = mkdtempSync(path.join(tmpdir(), 'stoa-journeys-'))
  // Under root the database runs as another user, who must be able to pass.
  chmodSync(parent, 0o755)
  const port = await freePort()
  const child = spawn(process.execPath, ['src/start.js'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      STOA_DATA: path.join(parent, 'data'),
      STOA_LIMITS: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const hurry = setTimeout(() => child.kill('SIGKILL'), stopMs)
      await ended
      clearTimeout(hurry)
    }
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { url: await readyAddress(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const give = (why: string) => reject(new Error(`The server ${why}. It said:\n${said.slice(-4000)}`))
    const timer = setTimeout(() => give(`was not ready after ${startMs / 1000} s`), startMs)
    const hear = (chunk: Buffer) => {
      said += chunk
      const url = /^ready (http\S+)$/m.exec(said)?.[1]
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      give(`ended with ${code}`)
    })
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
