/** Finds the proof of identity in a request: a signed session cookie, a bearer token, an API key or its access token. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Services } from '../tenancy/context.ts'
import { isAccessToken, readAccessToken } from './access-token.ts'
import { sessionCookie } from './cookies.ts'

export type Credential =
  | { kind: 'session'; token: string; viaCookie: boolean }
  | { kind: 'key'; key: string }
  | { kind: 'access'; tenantId: string; keyId: string }

export const apiKeyPrefix = 'stoa_'

export function credentialOf(
  headers: Headers,
  services: Pick<Services, 'secrets' | 'url'>,
): Credential | null {
  const authorization = headers.get('authorization')
  if (authorization?.toLowerCase().startsWith('bearer '))
    return bearer(authorization.slice(7).trim(), services.secrets)
  const token = unsigned(
    cookieValue(headers.get('cookie') ?? '', sessionCookie(services.url)),
    services.secrets,
  )
  return token ? { kind: 'session', token, viaCookie: true } : null
}

function bearer(token: string, secrets: readonly string[]): Credential | null {
  if (token.startsWith(apiKeyPrefix)) return { kind: 'key', key: token }
  if (isAccessToken(token)) {
    const claims = readAccessToken(token, secrets, Date.now())
    return claims && { kind: 'access', ...claims }
  }
  return { kind: 'session', token: unsigned(token, secrets) ?? token, viaCookie: false }
}

/** One cookie's value, decoded; empty when it is not there. */
export function cookieValue(header: string, wanted: string): string {
  for (const part of header.split(';')) {
    const [name, ...rest] = part.trim().split('=')
    if (name === wanted) return decode(rest.join('='))
  }
  return ''
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** `token.signature` as a cookie carries it. */
export const signed = (token: string, secret: string): string =>
  `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`

/** The token of `token.signature`, HMAC-SHA-256 under one of the secrets; null when it is not. */
export function unsigned(value: string, secrets: readonly string[]): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const fits = secrets.some((secret) => {
    const wanted = createHmac('sha256', secret).update(token).digest()
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  })
  return fits ? token : null
}
