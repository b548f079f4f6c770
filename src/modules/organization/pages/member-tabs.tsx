/** The pages about people, side by side. */
import { useT } from '../../../ui/i18n.tsx'
import { Tabs } from '../../../ui/parts/tabs.tsx'

export function MemberTabs({ current }: { current: 'members' | 'invitations' | 'permissions' }) {
  const t = useT()
  const to = {
    members: '/console/members',
    invitations: '/console/members/invitations',
    permissions: '/console/members/permissions',
  }
  return (
    <div className="mb-4">
      <Tabs
        label={t('organization.people')}
        items={(['members', 'invitations', 'permissions'] as const).map((name) => ({
          to: to[name],
          label: t('organization.peopleTab', { name }),
          isActive: name === current,
        }))}
      />
    </div>
  )
}
