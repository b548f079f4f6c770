/** What refusals about members and invitations say in the reader's language. */
import { useT } from '../../../ui/i18n.tsx'

export function useMemberWording() {
  const t = useT()
  return {
    codes: {
      owner_only: t('organization.ownerOnly'),
      last_owner: t('organization.lastOwner'),
      role_beyond_own: t('organization.roleBeyondOwn'),
      already_member: t('organization.alreadyMember'),
      suspended: t('organization.isSuspended'),
      precondition_failed: t('organization.changedMeanwhile'),
    },
    fields: { '/email': t('organization.emailWrong'), '/roles': t('organization.rolesNeeded') },
  }
}
