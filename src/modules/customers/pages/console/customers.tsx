/** Everybody who has bought or opened an account. */
import Users from 'lucide-react/icons/users'
import type { Route } from './+types/customers.ts'
import { may } from '../../../../platform/access/actor.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { listViews } from '../../../../platform/tenancy/saved-views.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { filesOf } from '../../../../ui/tables/files.ts'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { listCustomers, listTags } from '../../list.ts'
import { presentListed } from '../../present.ts'
import { ListCustomers } from '../../shapes.ts'
import { kinds } from './customer/save.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'customers.read')
    const [{ data, page }, views, tags] = await Promise.all([
      listCustomers(ctx, listQuery(ListCustomers, url)),
      listViews(ctx, 'customers'),
      listTags(ctx),
    ])
    return {
      customers: data.map(presentListed),
      page,
      tags,
      mayMake: may(ctx.actor, 'customers.manage'),
      views: views.map(({ id, name, query, userId }) => ({
        id,
        name,
        query,
        mayDelete: userId === ctx.actor.userId,
      })),
    }
  })
}

type Row = Route.ComponentProps['loaderData']['customers'][number]

export default function Customers({ loaderData }: Route.ComponentProps) {
  const { customers, page, views, tags, mayMake } = loaderData
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'name', label: t('customers.name'), render: (row) => row.name, sort: true },
    { key: 'email', label: 'E-mail', render: (row) => row.email ?? '–' },
    { key: 'phone', label: t('customers.phone'), render: (row) => row.phone ?? '–' },
    { key: 'kind', label: t('customers.kind'), render: (row) => t(`customers.kind_${row.kind}`) },
    {
      key: 'vatNumber',
      label: t('customers.vatNumber'),
      render: (row) => row.vatNumber ?? '–',
      hidden: true,
    },
    {
      key: 'account',
      label: t('customers.hasAccount'),
      render: (row) => (row.userId ? t('customers.hasAccount') : t('customers.isGuest')),
    },
    { key: 'tags', label: t('customers.tags'), render: (row) => row.tags.join(', ') || '–', hidden: true },
    {
      key: 'createdAt',
      label: t('customers.since'),
      render: (row) => <DateTime at={row.createdAt} format="date" />,
      sort: true,
      card: 'aside',
    },
  ]
  return (
    <div className="stack">
      <title>{t('customers.customers')}</title>
      <PageHeader
        title={t('customers.customers')}
        text={t('customers.customersText')}
        actions={
          mayMake && (
            <LinkButton to="/console/customers/new" tone="primary">
              {t('customers.newCustomer')}
            </LinkButton>
          )
        }
      />
      <List
        name="customers"
        caption={t('customers.customers')}
        rows={customers}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/console/customers/${row.id}`}
        columns={columns}
        search={t('customers.searchCustomers')}
        filters={[
          {
            kind: 'select',
            name: 'kind',
            label: t('customers.kind'),
            options: kinds.map((value) => ({ value, label: t(`customers.kind_${value}`) })),
          },
          ...(tags.length > 0
            ? [
                {
                  kind: 'select' as const,
                  name: 'tag',
                  label: t('customers.tag'),
                  options: tags.map((value) => ({ value, label: value })),
                },
              ]
            : []),
          { kind: 'flag', name: 'hasAccount', label: t('customers.hasAccount') },
        ]}
        page={page}
        exports={filesOf('/api/v1/customers')}
        views={{ items: views, action: '/console/views?list=customers' }}
        empty={
          <EmptyState
            icon={<Users aria-hidden />}
            title={t('customers.customersEmpty')}
            text={t('customers.customersEmptyText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
