/** Invitations and what became of them; open ones can be withdrawn. */
import { redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
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
import { listInvitations, ListInvitations, revokeInvitation } from '../invitations.ts'
import { presentInvitation } from '../present.ts'
import type { Route } from './+types/invitations.ts'
import { invitationTones, roleLabel } from './member-labels.ts'
import { MemberTabs } from './member-tabs.tsx'

const states = ['open', 'accepted', 'revoked', 'expired'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    admit(ctx, 'members.manage')
    const query = listQuery(ListInvitations, request.url, { count: 'exact' })
    const { data, page, total } = await listInvitations(ctx, query)
    return { rows: data.map((row) => presentInvitation(row, ctx.now)), page, total: total ?? null }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const revoked = await attempt(async () => {
    admit(ctx, 'members.manage')
    for (const id of form.getAll('id')) await revokeInvitation(ctx, String(id))
  })
  if (revoked.problem) return refused(revoked)
  flash(context, { key: 'organization.withdrawn', tone: 'good' })
  throw redirect(hereOf(request))
}

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useProblem(actionData?.problem)
  const title = t('organization.people')
  const invite = <LinkButton to="/console/members/invite">{t('organization.invite')}</LinkButton>
  return (
    <>
      <title>{t('organization.peopleTab', { name: 'invitations' })}</title>
      <PageHeader title={title} actions={invite} />
      <MemberTabs current="invitations" />
      <List
        name="invitations"
        caption={t('organization.peopleTab', { name: 'invitations' })}
        exports={filesOf('/api/v1/invitations')}
        rows={loaderData.rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.email}
        columns={[
          { key: 'email', label: t('organization.email'), render: (row) => row.email },
          {
            key: 'roles',
            label: t('organization.roles'),
            render: (row) => row.roles.map((role) => roleLabel(t, role)).join(', '),
          },
          {
            key: 'state',
            label: t('organization.status'),
            card: 'aside',
            render: ({ state }) => (
              <StatusBadge
                status={state}
                tones={invitationTones}
                label={t('organization.invitationState', { state })}
              />
            ),
          },
          {
            key: 'createdAt',
            label: t('organization.sentOn'),
            render: (row) => <DateTime at={row.createdAt} />,
          },
          {
            key: 'expiresAt',
            label: t('organization.goodUntil'),
            render: (row) => <DateTime at={row.expiresAt} />,
          },
        ]}
        search={false}
        filters={[
          {
            kind: 'select',
            name: 'state',
            label: t('organization.status'),
            options: states.map((state) => ({
              value: state,
              label: t('organization.invitationState', { state }),
            })),
          },
        ]}
        bulk={[
          {
            name: 'revoke',
            label: t('organization.withdraw'),
            tone: 'danger',
            confirm: {
              title: t('organization.withdraw'),
              text: (count) => t('organization.withdrawText', { count }),
            },
          },
        ]}
        page={loaderData.page}
        total={loaderData.total}
        empty={
          <EmptyState
            title={t('organization.noInvitations')}
            text={t('organization.inviteText')}
            actions={invite}
          />
        }
        loading={false}
        error={problem}
      />
    </>
  )
}
