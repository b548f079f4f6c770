/** Who is about to prove a second factor, and that a code works once (RFC 6238, 5.2). */
import { unauthorized } from '../http/app-error.ts'
import { countKnock } from '../http/limits.ts'
import type { Context } from '../tenancy/context.ts'
import { cookieValue, unsigned } from './credential.ts'
import { cookiePrefix } from './cookies.ts'

/** A code is good for its half minute and the one on either side. */
const codeSeconds = 120

/** The user whose password was right and whose second factor is awaited, or who is signed in; null for nobody. */
export async function pendingUser(ctx: Context, request: Request): Promise<string | null> {
  if (ctx.actor.userId) return ctx.actor.userId
  const { services } = ctx
  const cookie = cookieValue(request.headers.get('cookie') ?? '', `${cookiePrefix(services.url)}.two_factor`)
  const challenge = unsigned(cookie, services.secrets)
  if (!challenge) return null
  const { rows } = await services.database.app.query<{ value: string }>(
    'select value from auth.verification where identifier = $1 and expires_at > now()',
    [challenge],
  )
  return rows[0]?.value ?? null
}

/** Refuses a code that this person has sent before, so that one that was seen over a shoulder is worth nothing. */
export async function refuseUsedCode(ctx: Context, userId: string, code: string): Promise<void> {
  const once = { max: 2 ** 30, windowSeconds: codeSeconds }
  const standing = await countKnock(ctx.services, 'totp-code', `${userId} ${code}`, once)
  if (standing && standing.remaining < once.max - 1)
    throw unauthorized('This code has been used. Wait for the next one.', { code: 'INVALID_CODE' })
}
