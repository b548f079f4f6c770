/** Finds the proof of identity in a request: a signed session cookie, a bearer token, or an API key. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { sessionCookie } from './auth.ts'

export type Credential = { kind: 'session'; token: string; viaCookie: boolean } | { kind: 'key'; key: string }

export const apiKeyPrefix = 'stoa_'

export function credentialOf(headers: Headers, secrets: readonly string[]): Credential | null {
  const authorization = headers.get('authorization')
  if (authorization?.toLowerCase().startsWith('bearer ')) {
    const token = authorization.slice(7).trim()
    if (token.startsWith(apiKeyPrefix)) return { kind: 'key', key: token }
    return { kind: 'session', token: unsigned(token, secrets) ?? token, viaCookie: false }
  }
  const token = unsigned(cookieValue(headers.get('cookie') ?? ''), secrets)
  return token ? { kind: 'session', token, viaCookie: true } : null
}

function cookieValue(header: string): string {
  for (const part of header.split(';')) {
    const [name, ...rest] = part.trim().split('=')
    if (name === sessionCookie || name === `__Secure-${sessionCookie}`) return decode(rest.join('='))
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

/** `token.signature`, where the signature is HMAC-SHA-256 under one of the secrets; null when it is not. */
function unsigned(value: string, secrets: readonly string[]): string | null {
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
