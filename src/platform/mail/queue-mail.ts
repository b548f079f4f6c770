/** Puts a mail on its way within the caller's transaction: no commit, no mail; the same effect twice, one mail. */
import { newId } from '../database/columns.ts'
import { enqueue } from '../jobs/queue.ts'
import type { Inside } from '../tenancy/context.ts'
import type { Locale } from '../values/shapes.ts'
import { houseFor } from './house.ts'
import { findWording, renderMail } from './render.ts'
import { mails } from './schema.ts'
import type { MailTemplate } from './template.ts'

export type NewMail<Data> = {
  /** What causes it and for whom: `order.confirmation <orderId>`. A second mail with the same key is never made. */
  effectKey: string
  template: MailTemplate<Data>
  data: Data
  to: string
  /** The recipient's name, for the greeting. */
  name?: string | null
  /** The recipient's language; the context's when absent. */
  locale?: Locale
  /** What it is about, so that it is found from there. */
  entity?: string
  entityId?: string
  /** Files that lie in the file store already. */
  attachments?: { name: string; type: string; storageKey: string }[]
}

/** The mail's id; null when this effect had its mail before. */
export async function queueMail<Data>(ctx: Inside, mail: NewMail<Data>): Promise<string | null> {
  const locale = mail.locale ?? ctx.locale
  const house = await houseFor(ctx, locale)
  const wording = await findWording(ctx, mail.template.name, locale)
  const [row] = await ctx.db
    .insert(mails)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      effectKey: mail.effectKey,
      template: mail.template.name,
      locale,
      recipient: mail.to,
      recipientName: mail.name ?? null,
      entity: mail.entity ?? null,
      entityId: mail.entityId ?? null,
      attachments: mail.attachments ?? [],
      createdAt: ctx.now,
      ...renderMail(mail.template, mail.data, house, { recipient: mail.name, wording }),
    })
    .onConflictDoNothing({ target: [mails.tenantId, mails.effectKey] })
    .returning({ id: mails.id })
  if (!row) return null
  await enqueue(ctx, 'mail.send', { mailId: row.id }, { singletonKey: row.id })
  return row.id
}
