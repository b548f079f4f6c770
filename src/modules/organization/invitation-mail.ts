/** The mail that carries an invitation's link. */
import type { Invitation } from '../../platform/access/invitation.ts'
import { localeTags } from '../../platform/i18n/locales.ts'
import { createTranslator } from '../../platform/i18n/translator.ts'
import { invitationMail } from '../../platform/mail/account-templates.ts'
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
