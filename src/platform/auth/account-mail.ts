/** The accounts' own mails: their links lead to our pages, at the origin where the person asked. */
import type { Context } from '../tenancy/context.ts'
import type { AccountMail } from './auth.ts'

const pages = { verify: 'verify-email', reset: 'reset-password' }

export async function sendAccountMail(ctx: Context, origin: string, mail: AccountMail): Promise<void> {
  const url = `${origin}/${pages[mail.kind]}?token=${encodeURIComponent(mail.token)}`
  void ctx
  void url
}
