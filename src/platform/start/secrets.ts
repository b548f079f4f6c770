/** The passwords and signing keys of this installation: from the environment, or made once and kept in a file of mode 600. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createHmac } from 'node:crypto'
import type { Env } from '../../env.ts'

export type Secrets = {
  /** Of the embedded server's owner. */
  postgres: string
  app: string
  relay: string
  /** The database's server is somebody else's. */
  isShared?: boolean
  /** Sign sessions, links and tokens; newest first, each older one is still accepted. */
  signing: string[]
}

export function readSecrets(env: Env): Secrets {
  const kept = keptSecrets(env.dataDir)
  const signing = env.STOA_SECRET?.split(',').map((secret) => secret.trim()) ?? kept.signing
  if (!env.DATABASE_URL) return { ...kept, signing }
  // Several instances share one database, so their roles' passwords follow from the secret they share.
  const derived = (role: string) =>
    createHmac('sha256', signing.at(-1)!).update(`database role ${role}`).digest('base64url')
  return { postgres: '', app: derived('app'), relay: derived('relay'), isShared: true, signing }
}

function keptSecrets(directory: string): Secrets {
  const file = path.join(directory, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const random = () => randomBytes(36).toString('base64url')
  const secrets: Secrets = { postgres: random(), app: random(), relay: random(), signing: [random()] }
  mkdirSync(directory, { recursive: true })
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
  return secrets
}
