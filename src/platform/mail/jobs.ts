/**
 * Sends one mail. At least once: when the process ends between the mail server's answer and our record of it, the mail
 * is sent again with the same Message-ID, by which mailboxes recognise it.
 */
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { JobDefinition } from '../jobs/boss.ts'
import { change, changed, writing } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { factsOf, findMail } from './mails.ts'
import { mails } from './schema.ts'
import { handOver, type Mail, RefusedForGood } from './smtp.ts'
import { findTemplate } from './template.ts'

/** Longer than handing over may take by its own time limits. */
const claimHoldsMs = 120_000

export const sendMailJob: JobDefinition<{ mailId: string }> = {
  name: 'mail.send',
  // Servers that are busy or wary of strangers ask to come back for some hours.
  retryLimit: 16,
  retryDelayMaxSeconds: 3_600,
  expireInSeconds: 150,
  concurrency: 3,
  handle: async (ctx, { mailId }, attempt) => {
    const mail = await claim(ctx, mailId)
    if (!mail) return
    const { env, files } = ctx.services
    if (!env.SMTP_URL) return settle(ctx, mail, { status: 'kept' })
    try {
      const { name, settings } = ctx.organization
      const { response } = await handOver(env, files, { name, replyTo: settings.email }, mail)
      await settle(ctx, mail, { status: 'sent', response, failure: null, sentAt: new Date() })
    } catch (error) {
      const failure = (error as Error).message
      if (error instanceof RefusedForGood || attempt.isLast)
        return settle(ctx, mail, { status: 'failed', failure })
      await letGo(ctx, mail, failure)
      throw error
    }
  },
}

/** Takes the mail for this process alone; null when there is nothing left to do. */
async function claim(ctx: Context, mailId: string): Promise<Mail | null> {
  return writing(ctx, async (ctx) => {
    const stale = new Date(ctx.now.getTime() - claimHoldsMs)
    const [mail] = await ctx.db
      .update(mails)
      .set({ claimedAt: ctx.now, attempts: sql`${mails.attempts} + 1` })
      .where(
        and(
          eq(mails.tenantId, ctx.tenantId),
          eq(mails.id, mailId),
          eq(mails.status, 'queued'),
          or(isNull(mails.claimedAt), lt(mails.claimedAt, stale)),
        ),
      )
      .returning()
    if (mail) return mail
    if ((await findMail(ctx, mailId))?.status === 'queued')
      throw new Error('This mail is being sent just now.')
    return null
  })
}

const letGo = (ctx: Context, mail: Mail, failure: string) =>
  writing(ctx, (ctx) =>
    ctx.db
      .update(mails)
      .set({ claimedAt: null, failure })
      .where(and(eq(mails.tenantId, ctx.tenantId), eq(mails.id, mail.id))),
  )

async function settle(
  ctx: Context,
  mail: Mail,
  outcome: Partial<Mail> & Pick<Mail, 'status'>,
): Promise<void> {
  // The way into somebody's account is not kept where administrators could read it.
  const isSpent = outcome.status === 'sent' && findTemplate(mail.template)?.isConfidential
  await change(ctx, outcome.status === 'failed' ? 'mail.fail' : 'mail.send', async (ctx) => {
    const [after] = await ctx.db
      .update(mails)
      .set({ ...outcome, claimedAt: null, ...(isSpent ? { html: '', text: '' } : {}) })
      .where(and(eq(mails.tenantId, ctx.tenantId), eq(mails.id, mail.id)))
      .returning()
    return changed(factsOf(mail), factsOf(after!), {
      audience: ['may:mails.read'],
      data: { status: outcome.status, template: mail.template },
      ...(outcome.status === 'kept' ? { event: 'mail.saved' as const } : {}),
    })
  })
}
