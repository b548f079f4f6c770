/** Signing up by the organisation's rule, and what follows when somebody has come in: membership and mails. */
import { acceptInvitation, getOpenInvitation } from '../access/invitation.ts'
import { ensureMembership } from '../access/membership.ts'
import { guest } from '../access/actor.ts'
import { conflict, forbidden } from '../http/app-error.ts'
import type { Context } from '../tenancy/context.ts'
import { sendAccountMail } from './account-mail.ts'
import type { AccountMail } from './handle-auth.ts'

/** The invitation's token when there is one. Throws where the organisation admits nobody without, or it is not good. */
export async function admitSignUp(ctx: Context, body: Record<string, unknown>): Promise<string | null> {
  const token = body['invitation']
  if (typeof token !== 'string') {
    if (ctx.organization.registration !== 'invitation') return null
    throw forbidden('This organisation admits people by invitation only.', { code: 'invitation_required' })
  }
  const invitation = await getOpenInvitation(ctx, token)
  if (invitation.email.toLowerCase() !== body['email'])
    throw conflict(`This invitation is for ${invitation.email}. Sign up with that address.`, {
      code: 'other_account',
    })
  return token
}

type Entry = { token: string | null; invitation: string | null; mails: readonly AccountMail[] }

/** After better-auth agreed: who was given a session joins by the rule or the invitation, and the mails are queued. */
export async function welcome(ctx: Context, origin: string, entry: Entry): Promise<void> {
  const person = entry.token ? await personOf(ctx, entry.token) : null
  if (person) {
    const { userId, name, email } = person
    const theirs = { ...ctx, actor: { ...guest, kind: 'user' as const, userId, name, email } }
    if (entry.invitation) {
      await acceptInvitation(theirs, person, entry.invitation)
      await markVerified(ctx, userId)
    } else {
      await ensureMembership(theirs, person)
    }
  }
  // The invitation came by mail, which proves the address as well as another mail would.
  const wanted = entry.mails.filter((mail) => !(mail.kind === 'verify' && entry.invitation))
  for (const mail of wanted) await sendAccountMail(ctx, origin, mail)
}

async function personOf(ctx: Context, sessionToken: string) {
  const { rows } = await ctx.services.database.app.query<{ userId: string; name: string; email: string }>(
    `select u.id as "userId", u.name, u.email from auth.session s join auth."user" u on u.id = s.user_id where s.token = $1`,
    [sessionToken],
  )
  return rows[0] ?? null
}

const markVerified = (ctx: Context, userId: string) =>
  ctx.services.database.app.query('update auth."user" set email_verified = true where id = $1', [userId])
