/** The token of a request's own link, which a guest proves it with. Derived, so that every mail carries the same one. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../platform/tenancy/context.ts'
import type { Request } from './requests.ts'

export const hashAccess = (token: string): string => createHash('sha256').update(token).digest('hex')

export const deriveAccess = (secret: string, requestId: string): string =>
  createHmac('sha256', secret).update(`request ${requestId}`).digest('base64url')

type Guarded = Pick<Request, 'id' | 'accessHash'>

/** The token, for whoever has proved to be its customer; null when the secret it was made with is gone. */
export function accessOf({ services }: Pick<Context, 'services'>, request: Guarded): string | null {
  const tokens = services.secrets.map((secret) => deriveAccess(secret, request.id))
  return tokens.find((token) => provesAccess(request, token)) ?? null
}

export function provesAccess(request: Guarded, token: string | null | undefined): boolean {
  if (!token) return false
  return timingSafeEqual(Buffer.from(hashAccess(token)), Buffer.from(request.accessHash))
}
