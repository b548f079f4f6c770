/** The mails of accounts: confirm an address, choose a new password, accept an invitation, be welcome. */
import { defineTemplate } from './template.ts'

/** `url` is absolute and carries the token. */
export const verifyMail = defineTemplate<{ url: string }>({
  name: 'account.verify',
  purpose: 'mail.verifyPurpose',
  subject: 'mail.verifySubject',
  body: 'mail.verifyBody',
  needs: ['button'],
  isConfidential: true,
  fill: ({ url }, { t }) => ({
    values: { url },
    parts: { button: [{ kind: 'button', label: t('mail.verifyButton'), url }] },
  }),
  sample: ({ link }) => ({ url: link('/verify-email?token=example') }),
})

/** `url` is absolute and carries the token. */
export const resetMail = defineTemplate<{ url: string }>({
  name: 'account.reset',
  purpose: 'mail.resetPurpose',
  subject: 'mail.resetSubject',
  body: 'mail.resetBody',
  needs: ['button'],
  isConfidential: true,
  fill: ({ url }, { t }) => ({
    values: { url },
    parts: { button: [{ kind: 'button', label: t('mail.resetButton'), url }] },
  }),
  sample: ({ link }) => ({ url: link('/reset-password?token=example') }),
})

export type InvitationMail = {
  /** Absolute, with the token. */
  url: string
  inviter: string
  /** The names of the roles in the mail's language: "team member and accountant". */
  roles: string
  expiresAt: Date
}

export const invitationMail = defineTemplate<InvitationMail>({
  name: 'account.invitation',
  purpose: 'mail.invitationPurpose',
  subject: 'mail.invitationSubject',
  body: 'mail.invitationBody',
  needs: ['button'],
  isConfidential: true,
  fill: ({ url, inviter, roles, expiresAt }, { t, date }) => ({
    values: { url, inviter, roles, until: date(expiresAt) },
    parts: { button: [{ kind: 'button', label: t('mail.invitationButton'), url }] },
  }),
  sample: ({ link, locale }) => ({
    url: link('/invitation?token=example'),
    inviter: locale === 'el' ? 'Μαρία Παπαδάκη' : 'Maria Papadaki',
    roles: locale === 'el' ? 'μέλος ομάδας' : 'team member',
    expiresAt: new Date('2026-07-01T12:00:00Z'),
  }),
})

export const welcomeMail = defineTemplate<{ url: string }>({
  name: 'account.welcome',
  purpose: 'mail.welcomePurpose',
  subject: 'mail.welcomeSubject',
  body: 'mail.welcomeBody',
  fill: ({ url }, { t }) => ({
    values: { url },
    parts: { button: [{ kind: 'button', label: t('mail.welcomeButton'), url }] },
  }),
  sample: ({ link }) => ({ url: link('/account') }),
})
