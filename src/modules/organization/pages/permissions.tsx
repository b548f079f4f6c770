/** Which role may do what: the same table that the server reads. */
import Check from 'lucide-react/icons/check'
import { admit } from '../../../platform/http/mount.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { permissionMatrix } from '../permissions.ts'
import type { Route } from './+types/permissions.ts'
import { roleLabel } from './member-labels.ts'
import { MemberTabs } from './member-tabs.tsx'
import { groupPermissions } from './permission-groups.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    admit(ctx, 'members.manage')
    return permissionMatrix(ctx)
  })
}

export default function Permissions({ loaderData: { permissions, roles } }: Route.ComponentProps) {
  const t = useT()
  const title = t('organization.peopleTab', { name: 'permissions' })
  return (
    <>
      <title>{title}</title>
      <PageHeader title={t('organization.people')} text={t('organization.matrixText')} />
      <MemberTabs current="permissions" />
      <Card flush>
        {/* Scrolled by keyboard too, so it must take the focus. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className="matrix" tabIndex={0} aria-label={title}>
          <table>
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('organization.permission')}</th>
                {roles.map(({ role }) => (
                  <th key={role} scope="col">
                    {roleLabel(t, role)}
                  </th>
                ))}
              </tr>
            </thead>
            {groupPermissions(permissions).map((group) => (
              <tbody key={group.name}>
                <tr className="matrix-group">
                  <th scope="rowgroup" colSpan={roles.length + 1}>
                    {t('organization.permissionGroup', { name: group.name })}
                  </th>
                </tr>
                {group.permissions.map((permission) => (
                  <tr key={permission}>
                    <th scope="row">
                      {t('organization.permissionName', { permission: permission.replace('.', '_') })}
                    </th>
                    {roles.map((row) => (
                      <td key={row.role}>
                        <Mark may={row.permissions.includes(permission)} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </section>
      </Card>
    </>
  )
}

function Mark({ may }: { may: boolean }) {
  const t = useT()
  if (!may) return <span className="sr-only">{t('organization.mayNot')}</span>
  return (
    <>
      <Check aria-hidden className="text-good-ink" />
      <span className="sr-only">{t('organization.may')}</span>
    </>
  )
}
