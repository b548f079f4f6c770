/** The mails that were queued, and what became of them: read by those who may, tried again by hand. */
import { and, desc, eq, getColumns, ilike, lt, or, sql } from 'drizzle-orm'
import { containing } from '../database/containing.ts'
import { z } from 'zod'
import { requirePermission } from '../access/require.ts'
import { conflict, notFound } from '../http/app-error.ts'
import { encodeCursor } from '../http/cursor.ts'
import { decodeKey } from '../http/keyset.ts'
import { enqueue } from '../jobs/queue.ts'
import { change, changed, read, unchanged } from '../tenancy/change.ts'
import type { Context, Inside } from '../tenancy/context.ts'
import { Id, type Page, Paging, text } from '../values/shapes.ts'
import { mails, mailStatuses } from './schema.ts'
import type { Mail } from './smtp.ts'
import { findTemplate } from './template.ts'

export const ListMails = z.strictObject({
  ...Paging.shape,
  status: z.enum(mailStatuses).optional(),
  template: z.string().max(80).optional(),
  entity: z.string().max(40).optional(),
  entityId: z.string().max(64).optional(),
  /** In the recipient's address or the subject. */
  q: text(200).optional(),
})

export type MailSummary = Omit<Mail, 'html' | 'text'>

const { html: _html, text: _text, ...summary } = getColumns(mails)

export async function listMails(ctx: Context, input: z.input<typeof ListMails>): Promise<Page<MailSummary>> {
  const query = ListMails.parse(input)
  requirePermission(ctx, 'mails.read')
  const pattern = query.q && containing(query.q)
  const filter = and(
    eq(mails.tenantId, ctx.tenantId),
    query.status && eq(mails.status, query.status),
    query.template ? eq(mails.template, query.template) : undefined,
    query.entity ? eq(mails.entity, query.entity) : undefined,
    query.entityId ? eq(mails.entityId, query.entityId) : undefined,
    pattern ? or(ilike(mails.recipient, pattern), ilike(mails.subject, pattern)) : undefined,
  )
  return read(ctx, async (ctx) => {
    const key = decodeKey(query.cursor, ['id'])
    const rows = await ctx.db
      .select(summary)
      .from(mails)
      .where(and(filter, key ? lt(mails.id, sql`${key[0]}::uuid`) : undefined))
      .orderBy(desc(mails.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const next = rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null
    if (query.count !== 'exact') return { data, page: { next } }
    return { data, page: { next }, total: await ctx.db.$count(mails, filter) }
  })
}

export async function getMail(ctx: Context, id: string): Promise<Mail> {
  requirePermission(ctx, 'mails.read')
  const mail = await read(ctx, (ctx) => findMail(ctx, Id.parse(id)))
  if (!mail) throw notFound('mail')
  return mail
}

export async function findMail(ctx: Inside, id: string): Promise<Mail | null> {
  const [row] = await ctx.db
    .select()
    .from(mails)
    .where(and(eq(mails.tenantId, ctx.tenantId), eq(mails.id, id)))
  return row ?? null
}

/** Puts a mail that failed or was kept on its way again. One that is already waiting changes nothing. */
export async function retryMail(ctx: Context, id: string): Promise<Mail> {
  requirePermission(ctx, 'jobs.manage')
  const mailId = Id.parse(id)
  return change(ctx, 'mail.retry', async (ctx) => {
    const [before] = await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.tenantId, ctx.tenantId), eq(mails.id, mailId)))
      .for('update')
    if (!before) throw notFound('mail')
    if (before.status === 'sent') throw conflict('This mail has been sent.')
    await enqueue(ctx, 'mail.send', { mailId }, { singletonKey: mailId })
    if (before.status === 'queued') return unchanged(before)
    const [after] = await ctx.db
      .update(mails)
      .set({ status: 'queued', failure: null, claimedAt: null })
      .where(and(eq(mails.tenantId, ctx.tenantId), eq(mails.id, mailId)))
      .returning()
    return { ...changed(factsOf(before), factsOf(after!), { audience: ['may:mails.read'] }), row: after! }
  })
}

/** What the audit log keeps of a mail: not its contents. */
export const factsOf = ({ id, template, recipient, status, attempts, failure, response }: Mail) => ({
  id,
  template,
  recipient,
  status,
  attempts,
  failure,
  response,
})

/** Whether a mail's contents may be shown to anybody but its recipient. */
export const isReadable = (ctx: Context, mail: Pick<Mail, 'template' | 'status'>): boolean =>
  // Without a mail server, on a laptop, there is no other way to read it.
  !findTemplate(mail.template)?.isConfidential || (mail.status === 'kept' && !ctx.services.env.production)
