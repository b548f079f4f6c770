/** From a template and data to subject, HTML and text: the organisation's own words where it has some. */
import { and, eq } from 'drizzle-orm'
import type { Inside } from '../tenancy/context.ts'
import type { House } from './house.ts'
import { mailHtml } from './layout.ts'
import { plainText } from './plain.ts'
import { mailTemplates } from './schema.ts'
import type { MailTemplate } from './template.ts'
import { builtInWording, compose, withCommon, type Wording } from './wording.ts'

export type RenderedMail = { subject: string; html: string; text: string }

export function renderMail<Data>(
  template: MailTemplate<Data>,
  data: Data,
  house: House,
  options: { recipient?: string | null; wording?: Wording | null } = {},
): RenderedMail {
  const filling = withCommon(template.fill(data, house), house, options.recipient || null)
  const content = compose(options.wording ?? builtInWording(template, house), filling)
  return { subject: content.subject, html: mailHtml(content, house), text: plainText(content, house) }
}

export type OwnWording = typeof mailTemplates.$inferSelect

/** The organisation's own words for a template in a language; null when it has none. */
export async function findWording(ctx: Inside, template: string, locale: string): Promise<OwnWording | null> {
  const [row] = await ctx.db
    .select()
    .from(mailTemplates)
    .where(
      and(
        eq(mailTemplates.tenantId, ctx.tenantId),
        eq(mailTemplates.template, template),
        eq(mailTemplates.locale, locale),
      ),
    )
  return row ?? null
}
