/** Mails and their templates as the API shows them. */
import { z } from 'zod'
import type { Context } from '../tenancy/context.ts'
import { Id, Instant, localeCodes } from '../values/shapes.ts'
import { isReadable, type MailSummary } from './mails.ts'
import { mailStatuses } from './schema.ts'
import type { Mail } from './smtp.ts'
import type { TemplateState } from './templates.ts'

export const MailView = z
  .object({
    id: Id,
    template: z.string(),
    locale: z.string(),
    recipient: z.string(),
    recipientName: z.string().nullable(),
    subject: z.string(),
    status: z.enum(mailStatuses),
    attempts: z.int(),
    failure: z.string().nullable(),
    response: z.string().nullable(),
    entity: z.string().nullable(),
    entityId: z.string().nullable(),
    attachments: z.array(z.object({ name: z.string(), type: z.string() })),
    createdAt: Instant,
    sentAt: Instant.nullable(),
  })
  .meta({ id: 'Mail' })

export const presentMail = (mail: MailSummary): z.output<typeof MailView> => ({
  id: mail.id,
  template: mail.template,
  locale: mail.locale,
  recipient: mail.recipient,
  recipientName: mail.recipientName,
  subject: mail.subject,
  status: mail.status,
  attempts: mail.attempts,
  failure: mail.failure,
  response: mail.response,
  entity: mail.entity,
  entityId: mail.entityId,
  attachments: mail.attachments.map(({ name, type }) => ({ name, type })),
  createdAt: mail.createdAt.toISOString(),
  sentAt: mail.sentAt?.toISOString() ?? null,
})

/** `html` and `text` are null where only the recipient may read them. */
export const FullMailView = z
  .object({ ...MailView.shape, html: z.string().nullable(), text: z.string().nullable() })
  .meta({ id: 'FullMail' })

export const presentFullMail = (ctx: Context, mail: Mail): z.output<typeof FullMailView> => ({
  ...presentMail(mail),
  html: isReadable(ctx, mail) ? mail.html : null,
  text: isReadable(ctx, mail) ? mail.text : null,
})

export const TemplateView = z
  .object({
    template: z.string(),
    locale: z.enum(localeCodes),
    purpose: z.string(),
    subject: z.string(),
    body: z.string(),
    isOwn: z.boolean(),
    version: z.int(),
    values: z.array(z.string()).meta({ description: 'Names for within sentences: `{name}`.' }),
    parts: z.array(z.string()).meta({ description: 'Names that stand alone as a paragraph: `{button}`.' }),
    needs: z.array(z.string()).meta({ description: 'Parts that may not be left out.' }),
  })
  .meta({ id: 'MailTemplate' })

export const presentTemplate = (state: TemplateState): z.output<typeof TemplateView> => state

export const RenderedView = z
  .object({ subject: z.string(), html: z.string(), text: z.string() })
  .meta({ id: 'RenderedMail' })
