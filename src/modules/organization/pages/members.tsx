/** Everybody who belongs here; registrations that wait are let in or turned away from the list. */
import UserPlus from 'lucide-react/icons/user-plus'
import { redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { roles } from '../../../platform/access/roles.ts'
import { admit } from '../../../platform/http/mount.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { hereOf } from '../../../platform/pages/here.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { filesOf } from '../../../ui/tables/files.ts'
import { List } from '../../../ui/tables/list.tsx'
import { listMembers, ListMembers } from '../list-members.ts'
import { approveMember, refuseMember } from '../members.ts'
import { presentMember } from '../present.ts'
import type { Route } from './+types/members.ts'
import { roleLabel, statusTones } from './member-labels.ts'
import { MemberTabs } from './member-tabs.tsx'

const statuses = ['active', 'waiting', 'suspended'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    admit(ctx, 'members.manage')
    const { data, page, total } = await listMembers(
      ctx,
      listQuery(ListMembers, request.url, { count: 'exact' }),
    )
    return { rows: data.map(presentMember), page, total: total ?? null }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const decide = form.get('intent') === 'approve' ? approveMember : refuseMember
  const decided = await attempt(async () => {
    admit(ctx, 'members.manage')
    for (const id of form.getAll('id')) await decide(ctx, String(id))
  })
  if (decided.problem) return refused(decided)
  flash(context, { key: 'organization.decided', tone: 'good' })
  throw redirect(hereOf(request))
}

export default function Members({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useProblem(actionData?.problem)
  const title = t('organization.people')
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        actions={
          <LinkButton tone="primary" to="/console/members/invite" icon={<UserPlus aria-hidden />}>
            {t('organization.invite')}
          </LinkButton>
        }
      />
      <MemberTabs current="members" />
      <List
        name="members"
        caption={title}
        rows={loaderData.rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/console/members/${row.id}`}
        columns={[
          { key: 'name', label: t('organization.name'), render: (row) => row.name, sort: true },
          { key: 'email', label: t('organization.email'), render: (row) => row.email },
          {
            key: 'roles',
            label: t('organization.roles'),
            render: (row) => row.roles.map((role) => roleLabel(t, role)).join(', '),
          },
          {
            key: 'status',
            label: t('organization.status'),
            card: 'aside',
            render: ({ status }) => (
              <StatusBadge
                status={status}
                tones={statusTones}
                label={t('organization.memberStatus', { status })}
              />
            ),
          },
          {
            key: 'createdAt',
            label: t('organization.since'),
            render: (row) => <DateTime at={row.createdAt} />,
          },
        ]}
        exports={filesOf('/api/v1/members')}
        search={t('organization.searchPeople')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('organization.status'),
            options: statuses.map((status) => ({
              value: status,
              label: t('organization.memberStatus', { status }),
            })),
          },
          {
            kind: 'select',
            name: 'role',
            label: t('organization.role'),
            options: roles.map((role) => ({ value: role, label: roleLabel(t, role) })),
          },
        ]}
        bulk={[
          { name: 'approve', label: t('organization.approve') },
          {
            name: 'refuse',
            label: t('organization.refuse'),
            tone: 'danger',
            confirm: {
              title: t('organization.refuse'),
              text: (count) => t('organization.refuseText', { count }),
            },
          },
        ]}
        page={loaderData.page}
        total={loaderData.total}
        empty={<EmptyState title={t('organization.noPeople')} text={t('organization.noPeopleText')} />}
        loading={false}
        error={problem}
      />
    </>
  )
}
