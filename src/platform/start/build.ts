/** Builds the program and its pages when a source changed since the last build; two starts at once build once. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const beside = ['package-lock.json', 'vite.config.ts', 'react-router.config.ts']
const isSource = (file: string) => /\.(tsx?|css|json)$/.test(file) && !/\.test\.tsx?$/.test(file)
const lockExpires = 300_000

/** What the build was made of: how the files looked at a glance, and what was in them. */
type Stamp = { glance: string; content: string }

export async function ensureBuilt(root: string): Promise<void> {
  const file = path.join(root, 'build/.built')
  const current = () => {
    const built = readStamp(file)
    if (!built) return false
    const glance = glanceAt(root)
    if (built.glance === glance) return true
    if (built.content !== contentOf(root)) return false
    // Only touched, or copied to another place.
    keepStamp(file, { ...built, glance })
    return true
  }
  if (current()) return
  const lock = path.join(root, '.build-lock')
  while (!take(lock)) {
    await sleep(300)
    if (current()) return
  }
  try {
    const stamp = { glance: glanceAt(root), content: contentOf(root) }
    await build(root)
    keepStamp(file, stamp)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function readStamp(file: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp
  } catch {
    return null
  }
}

/** A program that may not write beside its sources looks at them more closely each time. */
function keepStamp(file: string, stamp: Stamp): void {
  try {
    writeFileSync(file, JSON.stringify(stamp))
  } catch {}
}

const sources = (root: string): string[] =>
  readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((file) => path.join('src', file))
    .concat(beside)
    .sort()

function glanceAt(root: string): string {
  const hash = createHash('sha256')
  for (const file of sources(root)) {
    const { size, mtimeMs } = statSync(path.join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function contentOf(root: string): string {
  const hash = createHash('sha256')
  for (const file of sources(root)) hash.update(file).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock)
    writeFileSync(path.join(lock, String(process.pid)), '')
    return true
  } catch {
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

/** Left behind by a build that was killed: its process is gone, or it is far too old. */
function isAbandoned(lock: string): boolean {
  try {
    const age = Date.now() - statSync(lock).mtimeMs
    const [pid] = readdirSync(lock)
    // Taken a moment ago, and its owner not written yet.
    if (!pid) return age > 5_000
    return age > lockExpires || !isAlive(Number(pid))
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function build(root: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/@react-router/dev/bin.cjs'), 'build'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${output.slice(-6000)}`)),
    )
  })
}
