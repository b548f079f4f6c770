/** /mails: the outbox. /mail-templates: the wordings. */
import { z } from 'zod'
import { type FileColumn, listFiles } from '../export/list-files.ts'
import { notFound } from '../http/app-error.ts'
import { endpoint, type Endpoint, respond } from '../http/endpoint.ts'
import { Email, Id, pageOf } from '../values/shapes.ts'
import { getMail, isReadable, listMails, ListMails, type MailSummary, retryMail } from './mails.ts'
import {
  FullMailView,
  MailView,
  presentFullMail,
  presentMail,
  presentTemplate,
  RenderedView,
  TemplateView,
} from './present.ts'
import {
  getMailTemplate,
  listMailTemplates,
  previewMail,
  restoreWording,
  saveWording,
  SaveWording,
  sendTestMail,
  TemplateKey,
} from './templates.ts'

const tag = 'Mail'
const params = z.strictObject({ id: Id })

const columns: FileColumn<MailSummary>[] = [
  { key: 'createdAt', kind: 'instant', value: (mail) => mail.createdAt.toISOString() },
  { key: 'subject', value: (mail) => mail.subject },
  { key: 'recipient', value: (mail) => mail.recipient },
  { key: 'template', value: (mail) => mail.template },
  { key: 'locale', value: (mail) => mail.locale },
  { key: 'status', value: (mail) => mail.status },
  { key: 'attempts', kind: 'number', value: (mail) => String(mail.attempts) },
  { key: 'sentAt', kind: 'instant', value: (mail) => mail.sentAt?.toISOString() ?? null },
  { key: 'failure', value: (mail) => mail.failure },
  { key: 'response', value: (mail) => mail.response },
]

/** A mail is somebody's HTML: shown in a frame of our own pages, where nothing of it may run. */
const asDocument = (html: string) =>
  respond(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox",
    },
  })

export const mailApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/mails',
    tag,
    access: 'mails.read',
    summary: 'The mails that were queued, newest first',
    query: ListMails,
    answer: pageOf(MailView),
    handle: async (ctx, { query }) => {
      const { data, ...page } = await listMails(ctx, query)
      return { data: data.map(presentMail), ...page }
    },
  }),
  ...listFiles({
    path: '/mails',
    tag,
    access: 'mails.read',
    what: 'mails',
    query: ListMails,
    columns,
    list: listMails,
  }),
  endpoint({
    method: 'get',
    path: '/mails/{id}',
    tag,
    access: 'mails.read',
    summary: 'One mail with its contents',
    params,
    answer: FullMailView,
    handle: async (ctx, { params }) => presentFullMail(ctx, await getMail(ctx, params.id)),
  }),
  endpoint({
    method: 'get',
    path: '/mails/{id}/html',
    tag,
    access: 'mails.read',
    summary: 'The mail as its reader sees it',
    params,
    produces: 'text/html',
    handle: async (ctx, { params }) => {
      const mail = await getMail(ctx, params.id)
      if (!isReadable(ctx, mail)) throw notFound('mail')
      return asDocument(mail.html)
    },
  }),
  endpoint({
    method: 'post',
    path: '/mails/{id}/retry',
    tag,
    access: 'jobs.manage',
    summary: 'Send a mail that failed or was kept',
    params,
    answer: MailView,
    handle: async (ctx, { params }) => presentMail(await retryMail(ctx, params.id)),
  }),
  endpoint({
    method: 'get',
    path: '/mail-templates',
    tag,
    access: ['mails.read', 'organization.manage'],
    summary: 'The mails that are sent, with their wording in each language',
    answer: z.object({ data: z.array(TemplateView) }),
    handle: async (ctx) => ({ data: (await listMailTemplates(ctx)).map(presentTemplate) }),
  }),
  endpoint({
    method: 'get',
    path: '/mail-templates/{template}/{locale}',
    tag,
    access: ['mails.read', 'organization.manage'],
    summary: 'One wording',
    params: TemplateKey,
    answer: TemplateView,
    handle: async (ctx, { params }) => presentTemplate(await getMailTemplate(ctx, params)),
  }),
  endpoint({
    method: 'patch',
    path: '/mail-templates/{template}/{locale}',
    tag,
    access: 'organization.manage',
    summary: 'Use words of your own',
    params: TemplateKey,
    body: SaveWording.partial(),
    answer: TemplateView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentTemplate(await saveWording(ctx, params, body, ifMatch)),
  }),
  endpoint({
    method: 'delete',
    path: '/mail-templates/{template}/{locale}',
    tag,
    access: 'organization.manage',
    summary: 'Go back to the built-in words',
    params: TemplateKey,
    answer: TemplateView,
    handle: async (ctx, { params }) => presentTemplate(await restoreWording(ctx, params)),
  }),
  endpoint({
    method: 'post',
    path: '/mail-templates/{template}/{locale}/preview',
    tag,
    access: ['mails.read', 'organization.manage'],
    summary: 'The mail with invented data, in the words given or in those used now',
    params: TemplateKey,
    body: SaveWording.partial(),
    answer: RenderedView,
    handle: async (ctx, { params, body }) => previewMail(ctx, params, body),
  }),
  endpoint({
    method: 'get',
    path: '/mail-templates/{template}/{locale}/html',
    tag,
    access: ['mails.read', 'organization.manage'],
    summary: 'The mail with invented data, as its reader sees it',
    params: TemplateKey,
    produces: 'text/html',
    handle: async (ctx, { params }) => asDocument((await previewMail(ctx, params)).html),
  }),
  endpoint({
    method: 'post',
    path: '/mail-templates/{template}/{locale}/test',
    tag,
    access: 'organization.manage',
    summary: 'Send the mail with invented data to yourself',
    params: TemplateKey,
    body: z.strictObject({ to: Email.optional() }),
    limit: { max: 20, windowSeconds: 3_600, by: 'actor' },
    answer: MailView,
    status: 201,
    handle: async (ctx, { params, body }) => {
      const id = await sendTestMail(ctx, params, body)
      return respond(presentMail(await getMail(ctx, id)), { headers: { Location: `/api/v1/mails/${id}` } })
    },
  }),
]
