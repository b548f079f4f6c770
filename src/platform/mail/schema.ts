/** Every mail: what was to be sent to whom, once per effect, and what became of it. */
import { integer, jsonb, snakeCase, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, moment, tenantKey, tenantRules } from '../database/columns.ts'

export const mailStatuses = ['queued', 'sent', 'failed', 'kept'] as const
export type MailStatus = (typeof mailStatuses)[number]

export const mails = snakeCase.table(
  'mails',
  {
    ...tenantKey(),
    /** What caused it and for whom: a second mail with the same key is never sent. */
    effectKey: text().notNull(),
    template: text().notNull(),
    locale: text().notNull(),
    recipient: text().notNull(),
    recipientName: text(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    attachments: jsonb().$type<{ name: string; type: string; storageKey: string }[]>().notNull().default([]),
    entity: text(),
    entityId: text(),
    /** `kept`: there is no mail server, so it can be read in the outbox only. */
    status: text().$type<MailStatus>().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    /** Somebody is handing it to the mail server since then; an old claim was cut off. */
    claimedAt: moment(),
    failure: text(),
    /** What the mail server answered when it took the mail. */
    response: text(),
    sentAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [...tenantRules(t), uniqueIndex('mails_effect').on(t.tenantId, t.effectKey)],
)

/** An organisation's own wording of a template; without a row the built-in one is used. */
export const mailTemplates = snakeCase.table(
  'mail_templates',
  {
    ...tenantKey(),
    template: text().notNull(),
    locale: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [...tenantRules(t), uniqueIndex('mail_templates_kind').on(t.tenantId, t.template, t.locale)],
)
