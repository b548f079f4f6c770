/** The accounts' own mails: their links lead to our pages, at the origin where the person asked. */
import { createHash } from 'node:crypto'
import { resetMail, verifyMail } from '../mail/account-templates.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { writing } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import type { AccountMail } from './handle-auth.ts'

const kinds = {
  verify: { template: verifyMail, page: 'verify-email' },
  reset: { template: resetMail, page: 'reset-password' },
}

export async function sendAccountMail(
  ctx: Context,
  origin: string,
  { kind, user, token }: AccountMail,
): Promise<void> {
  const { template, page } = kinds[kind]
  const once = createHash('sha256').update(token).digest('base64url')
  await writing(ctx, (ctx) =>
    queueMail(ctx, {
      effectKey: `${template.name} ${once}`,
      template,
      data: { url: `${origin}/${page}?token=${encodeURIComponent(token)}` },
      to: user.email,
      name: user.name,
      entity: 'account',
      entityId: user.id,
    }),
  )
}
