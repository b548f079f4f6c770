/** The mails to people about their membership: invited, let in. */
import type { Invitation } from '../../platform/access/invitation.ts'
import type { Member } from '../../platform/access/membership.ts'
import { siteOf } from '../../platform/auth/origin.ts'
import { isLocale, localeTags } from '../../platform/i18n/locales.ts'
import { createTranslator } from '../../platform/i18n/translator.ts'
import { invitationMail, welcomeMail } from '../../platform/mail/account-templates.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Inside } from '../../platform/tenancy/context.ts'

export async function mailInvitation(ctx: Inside, invitation: Invitation, url: string): Promise<void> {
  const { id, email, expiresAt } = invitation
  const t = createTranslator(ctx.locale)
  const names = invitation.roles.map((role) => t(`organization.${role}`))
  const roles = new Intl.ListFormat(localeTags[ctx.locale]).format(names)
  await queueMail(ctx, {
    effectKey: `account.invitation ${id}`,
    template: invitationMail,
    data: { url, inviter: ctx.actor.name, roles, expiresAt },
    to: email,
    entity: 'invitation',
    entityId: id,
  })
}

export async function mailWelcome(ctx: Inside, member: Member): Promise<void> {
  const site = await siteOf(ctx.services, ctx.organization, (text) => ctx.db.execute<{ id: string }>(text))
  await queueMail(ctx, {
    effectKey: `account.welcome ${member.userId} ${member.version}`,
    template: welcomeMail,
    data: { url: `${site}/account` },
    to: member.email,
    name: member.name,
    ...(isLocale(member.locale) && { locale: member.locale }),
    entity: 'member',
    entityId: member.userId,
  })
}
