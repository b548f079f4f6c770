/** Applications to sell here: the waiting ones are decided on their own page. */
import UserPlus from 'lucide-react/icons/user-plus'
import type { Route } from './+types/applications.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { listApplications } from '../../applications.ts'
import { presentApplication } from '../../present.ts'
import { ListApplications } from '../../shapes.ts'
import { applicationStatuses, applicationTones } from './tones.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'producers.manage')
    const { data, page } = await listApplications(ctx, listQuery(ListApplications, url))
    return { applications: data.map(presentApplication), page }
  })
}

type Row = Route.ComponentProps['loaderData']['applications'][number]

export default function Applications({ loaderData: { applications, page } }: Route.ComponentProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'name', label: t('producers.name'), render: (row) => row.name },
    { key: 'contact', label: t('producers.contact'), render: (row) => row.contactName },
    { key: 'email', label: 'E-mail', render: (row) => row.email },
    { key: 'region', label: t('producers.region'), render: (row) => row.region ?? '–' },
    {
      key: 'appliedAt',
      label: t('producers.appliedAt'),
      render: (row) => <DateTime at={row.createdAt} format="dateTime" />,
    },
    {
      key: 'status',
      label: t('producers.status'),
      card: 'aside',
      render: (row) => (
        <StatusBadge
          status={row.status}
          tones={applicationTones}
          label={t(`producers.application_${row.status}`)}
        />
      ),
    },
  ]
  return (
    <div className="stack">
      <title>{t('producers.applications')}</title>
      <PageHeader title={t('producers.applications')} text={t('producers.applicationsText')} />
      <List
        name="applications"
        caption={t('producers.applications')}
        rows={applications}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/console/applications/${row.id}`}
        columns={columns}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('producers.status'),
            options: applicationStatuses.map((value) => ({
              value,
              label: t(`producers.application_${value}`),
            })),
          },
        ]}
        page={page}
        empty={
          <EmptyState
            icon={<UserPlus aria-hidden />}
            title={t('producers.applicationsEmpty')}
            text={t('producers.applicationsEmptyText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
