/** Answers are kept encrypted: some hold a key or a link that is shown once, and the tables and their backups may be read by others. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

const keyOf = (secret: string, place: string) =>
  Buffer.from(hkdfSync('sha256', secret, place, 'stoa kept answer', 32))

/** Encrypts under the newest secret; `place` is where it is kept, so that it can be read from nowhere else. */
export function seal(secrets: readonly string[], place: string, text: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, keyOf(secrets[0]!, place), iv)
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64')
}

/** Null when none of the secrets opens it: it was sealed under one that is gone, or elsewhere. */
export function unseal(secrets: readonly string[], place: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  for (const secret of secrets) {
    try {
      const decipher = createDecipheriv(algorithm, keyOf(secret, place), bytes.subarray(0, ivBytes))
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
    } catch {
      // Another secret's, perhaps the next one's.
    }
  }
  return null
}
