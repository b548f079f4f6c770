/** What customers send back, for those who handle it. */
import Undo from 'lucide-react/icons/undo-2'
import type { Route } from './+types/returns.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { read } from '../../../platform/tenancy/change.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { filesOf } from '../../../ui/tables/files.ts'
import type { Column } from '../../../ui/tables/list-types.ts'
import { List } from '../../../ui/tables/list.tsx'
import { presentReturn } from '../../checkout/present.ts'
import { orderBriefs } from '../find.ts'
import { listReturns } from '../returns.ts'
import { ListReturns } from '../shapes.ts'
import { returnTones } from '../tones.ts'
import { returnStatuses } from '../values.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'returns.manage')
    const { data, page } = await listReturns(ctx, listQuery(ListReturns, url))
    const briefs = await read(ctx, (ctx) =>
      orderBriefs(
        ctx,
        data.map(({ orderId }) => orderId),
      ),
    )
    return { returns: data.map((row) => ({ ...presentReturn(row), order: briefs.get(row.orderId) })), page }
  })
}

type Row = Route.ComponentProps['loaderData']['returns'][number]

export default function Returns({ loaderData: { returns, page } }: Route.ComponentProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    {
      key: 'number',
      label: t('orders.number'),
      render: (row) => <span className="whitespace-nowrap">{row.number}</span>,
    },
    {
      key: 'order',
      label: t('orders.ofOrder'),
      render: (row) => <span className="whitespace-nowrap">{row.order?.number}</span>,
    },
    { key: 'customer', label: t('orders.customer'), render: (row) => row.order?.customerName },
    { key: 'reason', label: t('orders.reason'), render: (row) => t(`orders.reason_${row.reason}`) },
    {
      key: 'asked',
      label: t('orders.asked'),
      render: (row) => <DateTime at={row.createdAt} format="dateTime" />,
    },
    {
      key: 'status',
      label: t('orders.status'),
      card: 'aside',
      render: (row) => (
        <StatusBadge status={row.status} tones={returnTones} label={t(`orders.return_${row.status}`)} />
      ),
    },
  ]
  return (
    <div className="stack">
      <title>{t('orders.returns')}</title>
      <PageHeader title={t('orders.returns')} text={t('orders.returnsText')} />
      <List
        name="returns"
        caption={t('orders.returns')}
        rows={returns}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('orders.return', { number: row.number })}
        rowHref={(row) => `/console/orders/${row.orderId}`}
        columns={columns}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('orders.status'),
            options: returnStatuses.map((value) => ({ value, label: t(`orders.return_${value}`) })),
          },
        ]}
        page={page}
        exports={filesOf('/api/v1/returns')}
        empty={
          <EmptyState
            icon={<Undo aria-hidden />}
            title={t('orders.returnsEmpty')}
            text={t('orders.returnsEmptyText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
