/** Accepting an invitation with an account that is there already. */
import { z } from 'zod'
import { acceptInvitation } from '../../platform/access/invitation.ts'
import type { Member } from '../../platform/access/membership.ts'
import { forbidden } from '../../platform/http/app-error.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { isPerson } from './policy.ts'

export const AcceptInvitation = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: 'AcceptInvitation' })

/** Joins with the invited roles. Throws 404 for an unknown token, 409 when it is used, old, or for another address. */
export async function acceptMyInvitation(
  ctx: Context,
  input: z.input<typeof AcceptInvitation>,
): Promise<Member> {
  const { token } = AcceptInvitation.parse(input)
  const { userId, name, email } = ctx.actor
  if (!isPerson(ctx.actor) || !userId || !email)
    throw forbidden('This is for the person, not for a key.', { code: 'person_only' })
  return acceptInvitation(ctx, { userId, name, email }, token)
}
