/** Builds the pages when a source of theirs changed since the last build; two starts at once build once. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'

const inputs = ['package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'src/**/*.{ts,tsx,css,json}']
const lockExpires = 300_000

export async function ensureBuilt(root: string): Promise<void> {
  const stamp = path.join(root, 'build/.built')
  const current = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
  if (current()) return
  const lock = path.join(root, '.build-lock')
  while (!take(lock)) {
    await sleep(300)
    if (current()) return
  }
  try {
    const want = fingerprint(root)
    await build(root)
    compress(path.join(root, 'build/client'))
    writeFileSync(stamp, want)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
    if (!/\.test\.tsx?$/.test(file)) hash.update(file).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    // Left behind by a build that was killed.
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > lockExpires)
      rmSync(lock, { recursive: true, force: true })
    return false
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

/** Compresses once what will be served a thousand times. */
function compress(client: string): void {
  for (const file of globSync('**/*.{js,css,svg,webmanifest}', { cwd: client })) {
    const bytes = readFileSync(path.join(client, file))
    writeFileSync(
      path.join(client, `${file}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
  }
}
