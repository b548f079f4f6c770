/** The wordings of mails: the built-in ones, and an organisation's own, with a preview before they are used. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../access/require.ts'
import { newId } from '../database/columns.ts'
import { invalidField, notFound, preconditionFailed } from '../http/app-error.ts'
import { createTranslator } from '../i18n/translator.ts'
import { change, changed, created, read, removed, unchanged } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { Email, localeCodes } from '../values/shapes.ts'
import { houseFor } from './house.ts'
import { queueMail } from './queue-mail.ts'
import { findWording, type RenderedMail, renderMail } from './render.ts'
import { mailTemplates } from './schema.ts'
import { allTemplates, findTemplate, type MailTemplate } from './template.ts'
import {
  builtInWording,
  longestBody,
  longestSubject,
  requireFitting,
  withCommon,
  type Wording,
} from './wording.ts'

export const TemplateKey = z.strictObject({ template: z.string().max(80), locale: z.enum(localeCodes) })
export type TemplateKey = z.output<typeof TemplateKey>

export const SaveWording = z
  .strictObject({
    subject: z.string().trim().min(1).max(longestSubject),
    /** Paragraphs parted by an empty line; `# ` begins a heading; `{names}` stand for the mail's own. */
    body: z.string().trim().min(1).max(longestBody),
  })
  .meta({ id: 'MailWording' })

export type TemplateState = Wording & {
  template: string
  locale: TemplateKey['locale']
  purpose: string
  isOwn: boolean
  /** 0 while the built-in words are used. */
  version: number
  values: string[]
  parts: string[]
  needs: string[]
}

export async function listMailTemplates(ctx: Context): Promise<TemplateState[]> {
  requirePermission(ctx, 'mails.read', 'organization.manage')
  const own = await read(ctx, (ctx) =>
    ctx.db.select().from(mailTemplates).where(eq(mailTemplates.tenantId, ctx.tenantId)),
  )
  const states = localeCodes.flatMap((locale) =>
    allTemplates().map((template) => {
      const wording = own.find((row) => row.template === template.name && row.locale === locale)
      return stateOf(ctx, template, locale, wording ?? null)
    }),
  )
  return Promise.all(states)
}

export async function getMailTemplate(ctx: Context, key: TemplateKey): Promise<TemplateState> {
  requirePermission(ctx, 'mails.read', 'organization.manage')
  const template = templateNamed(key.template)
  const own = await read(ctx, (ctx) => findWording(ctx, template.name, key.locale))
  return stateOf(ctx, template, key.locale, own)
}

async function stateOf(
  ctx: Context,
  template: MailTemplate,
  locale: TemplateKey['locale'],
  own: (Wording & { version: number }) | null,
): Promise<TemplateState> {
  const house = await houseFor(ctx, locale)
  const { values, parts } = withCommon(template.fill(template.sample(house), house), house, null)
  const { subject, body } = own ?? builtInWording(template, house)
  return {
    template: template.name,
    locale,
    purpose: createTranslator(ctx.locale)(template.purpose),
    subject,
    body,
    isOwn: own !== null,
    version: own?.version ?? 0,
    values: Object.keys(values),
    parts: Object.keys(parts),
    needs: [...(template.needs ?? [])],
  }
}

/** Saves an organisation's own words; what is not given stays as it is. */
export async function saveWording(
  ctx: Context,
  key: TemplateKey,
  input: Partial<z.input<typeof SaveWording>>,
  expected?: number,
): Promise<TemplateState> {
  requirePermission(ctx, 'organization.manage')
  const given = SaveWording.partial().parse(input)
  const template = templateNamed(key.template)
  const house = await houseFor(ctx, key.locale)
  await change(ctx, 'mail-template.save', async (ctx) => {
    const before = await findWording(ctx, template.name, key.locale)
    if (expected !== undefined && expected !== (before?.version ?? 0)) {
      throw preconditionFailed('Somebody changed this meanwhile.')
    }
    const { subject, body } = { ...(before ?? builtInWording(template, house)), ...given }
    requireFitting(
      template,
      { subject, body },
      withCommon(template.fill(template.sample(house), house), house, null),
    )
    if (before && before.subject === subject && before.body === body) return unchanged(before)
    const [after] = await ctx.db
      .insert(mailTemplates)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        template: template.name,
        locale: key.locale,
        subject,
        body,
      })
      .onConflictDoUpdate({
        target: [mailTemplates.tenantId, mailTemplates.template, mailTemplates.locale],
        set: { subject, body, version: sql`${mailTemplates.version} + 1`, updatedAt: ctx.now },
      })
      .returning()
    return before ? changed(before, after!) : created(after!)
  })
  return getMailTemplate(ctx, key)
}

/** Goes back to the built-in words. */
export async function restoreWording(ctx: Context, key: TemplateKey): Promise<TemplateState> {
  requirePermission(ctx, 'organization.manage')
  const template = templateNamed(key.template)
  await change(ctx, 'mail-template.restore', async (ctx) => {
    const before = await findWording(ctx, template.name, key.locale)
    if (!before) return unchanged(null)
    await ctx.db
      .delete(mailTemplates)
      .where(and(eq(mailTemplates.tenantId, ctx.tenantId), eq(mailTemplates.id, before.id)))
    return { ...removed(before), row: null }
  })
  return getMailTemplate(ctx, key)
}

/** The mail with invented data: in the words given, else in those that are used now. */
export async function previewMail(
  ctx: Context,
  key: TemplateKey,
  input: Partial<z.input<typeof SaveWording>> = {},
): Promise<RenderedMail> {
  requirePermission(ctx, 'mails.read', 'organization.manage')
  const given = SaveWording.partial().parse(input)
  const template = templateNamed(key.template)
  const house = await houseFor(ctx, key.locale)
  const used = await read(ctx, (ctx) => findWording(ctx, template.name, key.locale))
  const wording = { ...(used ?? builtInWording(template, house)), ...given }
  requireFitting(template, wording, withCommon(template.fill(template.sample(house), house), house, null))
  return renderMail(template, template.sample(house), house, { recipient: ctx.actor.name, wording })
}

/** Sends the mail with invented data to the one who asks, or to another address. */
export async function sendTestMail(ctx: Context, key: TemplateKey, input: { to?: string }): Promise<string> {
  requirePermission(ctx, 'organization.manage')
  const to = Email.optional().parse(input.to) ?? ctx.actor.email
  if (!to) throw invalidField('/to', 'Say which address to send it to.')
  const template = templateNamed(key.template)
  const house = await houseFor(ctx, key.locale)
  return change(ctx, 'mail-template.send', async (ctx) => {
    const id = await queueMail(ctx, {
      effectKey: `test ${newId()}`,
      template,
      data: template.sample(house),
      to,
      name: ctx.actor.name,
      locale: key.locale,
    })
    return { ...created({ id: id!, template: template.name, to }), row: id! }
  })
}

function templateNamed(name: string): MailTemplate {
  const template = findTemplate(name)
  if (!template) throw notFound('mail template')
  return template
}
