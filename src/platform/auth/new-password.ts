/** Holds a new password to the rules, knowing whose it will be and where. */
import type { Context } from '../tenancy/context.ts'
import { breachServiceUrl } from './breach-service.ts'
import { requireGoodPassword } from './password-rules.ts'

export async function requireGoodNewPassword(
  ctx: Context,
  body: Record<string, unknown>,
  field: 'password' | 'newPassword',
): Promise<void> {
  const about = typeof body['token'] === 'string' ? await ownerOfReset(ctx, body['token']) : body
  const words = [
    'stoa',
    ctx.organization.name,
    ctx.actor.name,
    ctx.actor.email,
    about['email'],
    about['name'],
  ]
  const isOnline = ctx.services.env.STOA_BREACH_CHECK === 'online'
  await requireGoodPassword(
    String(body[field]),
    {
      words: words.filter((word) => typeof word === 'string'),
      breachService: isOnline ? breachServiceUrl : null,
    },
    `/${field}`,
  )
}

/** The person behind a reset link, so that the new password is not their name either. */
async function ownerOfReset(ctx: Context, token: string): Promise<Record<string, unknown>> {
  const { rows } = await ctx.services.database.app.query<{ email: string; name: string }>(
    `select u.email, u.name from auth.verification v join auth."user" u on u.id::text = v.value where v.identifier = $1`,
    [`reset-password:${token}`],
  )
  return rows[0] ?? {}
}
