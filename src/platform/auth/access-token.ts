/** Short-lived proofs for machines: a JWT (RFC 7519, HS256) that stands for an API key and dies with it. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const accessTokenSeconds = 15 * 60

export type AccessClaims = { tenantId: string; keyId: string }

const header = encode({ alg: 'HS256', typ: 'at+jwt' })

/** Signed with the newest secret. `now` in epoch milliseconds. */
export function issueAccessToken(secrets: readonly string[], claims: AccessClaims, now: number): string {
  const issuedAt = Math.floor(now / 1000)
  const body = encode({
    aud: claims.tenantId,
    sub: claims.keyId,
    iat: issuedAt,
    exp: issuedAt + accessTokenSeconds,
  })
  return `${header}.${body}.${sign(secrets[0]!, `${header}.${body}`).toString('base64url')}`
}

export const isAccessToken = (token: string): boolean => token.startsWith(`${header}.`)

/** The claims of a token that one of the secrets signed and that has not expired; null otherwise. */
export function readAccessToken(token: string, secrets: readonly string[], now: number): AccessClaims | null {
  const [, body, signature] = token.split('.')
  if (!isAccessToken(token) || !body || !signature) return null
  const given = Buffer.from(signature, 'base64url')
  const isSigned = secrets.some((secret) => {
    const wanted = sign(secret, `${header}.${body}`)
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  })
  if (!isSigned) return null
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
    aud: string
    sub: string
    exp: number
  }
  return claims.exp > now / 1000 ? { tenantId: claims.aud, keyId: claims.sub } : null
}

// A key of its own: nothing else that the secret signs can pass for an access token.
const sign = (secret: string, text: string) =>
  createHmac('sha256', createHmac('sha256', secret).update('stoa access token 1').digest())
    .update(text)
    .digest()

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
