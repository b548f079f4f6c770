/** What the accounts' refusals say in the reader's language. */
import { useT } from '../../../ui/i18n.tsx'

export function useAccountWording() {
  const t = useT()
  const wrongCode = t('organization.wrongCode')
  const oldLink = t('organization.oldLink')
  const password = {
    password_too_short: t('organization.passwordTooShort'),
    password_too_long: t('organization.passwordTooLong'),
    password_common: t('organization.passwordCommon'),
    password_personal: t('organization.passwordPersonal'),
    password_breached: t('organization.passwordBreached'),
  }
  return {
    codes: {
      ...password,
      INVALID_EMAIL_OR_PASSWORD: t('organization.wrongPassword'),
      INVALID_PASSWORD: t('organization.wrongCurrent'),
      USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: t('organization.accountExists'),
      INVALID_TOKEN: oldLink,
      TOKEN_EXPIRED: oldLink,
      USER_NOT_FOUND: oldLink,
      INVALID_CODE: wrongCode,
      INVALID_BACKUP_CODE: wrongCode,
      INVALID_TWO_FACTOR_COOKIE: t('organization.startAgain'),
      TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: t('organization.startAgain'),
      ACCOUNT_TEMPORARILY_LOCKED: t('organization.tooMany'),
      SESSION_NOT_FRESH: t('organization.notFresh'),
      too_many: t('organization.tooMany'),
      invitation_required: t('organization.invitationOnly'),
      invitation_used: t('organization.invitationUsed'),
      invitation_revoked: t('organization.invitationRevoked'),
      invitation_expired: t('organization.invitationExpired'),
      other_account: t('organization.otherAccount'),
      not_found: t('organization.invitationUnknown'),
    },
    fields: { '/name': t('organization.nameNeeded'), '/email': t('organization.emailWrong') },
  }
}

/** A new password is refused beside its field, in the same words. */
export function useNewPasswordWording(code: string | undefined) {
  const { codes, fields } = useAccountWording()
  const sentence = code?.startsWith('password_') ? codes[code as keyof typeof codes] : undefined
  return {
    codes,
    fields: { ...fields, ...(sentence && { '/password': sentence, '/newPassword': sentence }) },
  }
}
