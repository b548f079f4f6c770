/** Every mail: what was to be sent to whom, once per effect, and what became of it. */
import { integer, jsonb, snakeCase, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, moment, tenantKey, tenantRules } from '../database/columns.ts'

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
    status: text().$type<'queued' | 'sent' | 'failed' | 'kept'>().notNull().default('queued'),
    attempts: integer().notNull().default(0),
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
