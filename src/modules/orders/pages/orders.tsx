/** All orders, for the house. */
import ShoppingBasket from 'lucide-react/icons/shopping-basket'
import type { Route } from './+types/orders.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { viewsOf } from '../../../platform/pages/views.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge, StatusBadge } from '../../../ui/parts/badge.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { filesOf } from '../../../ui/tables/files.ts'
import type { Column } from '../../../ui/tables/list-types.ts'
import { List } from '../../../ui/tables/list.tsx'
import { presentSummary } from '../../checkout/present.ts'
import { listOrders } from '../find.ts'
import { ListOrders } from '../shapes.ts'
import { orderTones } from '../tones.ts'
import { orderStatuses } from '../values.ts'
import { paymentProviderCodes, providerName } from './order/words.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'orders.readAll')
    const query = listQuery(ListOrders, url, { view: 'all' })
    const [{ data, page }, views] = await Promise.all([listOrders(ctx, query), viewsOf(ctx, 'orders')])
    return {
      orders: data.map(presentSummary),
      page,
      views,
    }
  })
}

type Row = Route.ComponentProps['loaderData']['orders'][number]

export default function Orders({ loaderData: { orders, page, views } }: Route.ComponentProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    {
      key: 'number',
      label: t('orders.number'),
      render: (order) => <span className="whitespace-nowrap">{order.number}</span>,
    },
    { key: 'customer', label: t('orders.customer'), render: (order) => order.customer.name },
    {
      key: 'placedAt',
      label: t('orders.placed'),
      render: (order) => (
        <span className="whitespace-nowrap">
          <DateTime at={order.placedAt} format="dateTime" />
        </span>
      ),
      sort: true,
    },
    {
      key: 'status',
      label: t('orders.status'),
      render: (order) => (
        <StatusBadge status={order.status} tones={orderTones} label={t(`orders.status_${order.status}`)} />
      ),
    },
    { key: 'payment', label: t('orders.payment'), render: (order) => <PaidBadge order={order} /> },
    {
      key: 'provider',
      label: t('orders.provider'),
      render: (order) => providerName(t, order.paymentProvider),
      hidden: true,
    },
    { key: 'email', label: 'E-mail', render: (order) => order.customer.email, hidden: true },
    {
      key: 'total',
      label: t('orders.total'),
      render: (order) => <Money value={order.total} />,
      align: 'end',
      card: 'aside',
    },
  ]
  return (
    <div className="stack">
      <title>{t('orders.orders')}</title>
      <PageHeader title={t('orders.orders')} text={t('orders.ordersText')} />
      <List
        name="orders"
        caption={t('orders.orders')}
        rows={orders}
        rowKey={(order) => order.id}
        rowLabel={(order) => t('orders.order', { number: order.number })}
        rowHref={(order) => `/console/orders/${order.id}`}
        columns={columns}
        search={t('orders.searchOrders')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('orders.status'),
            options: orderStatuses.map((value) => ({ value, label: t(`orders.status_${value}`) })),
          },
          {
            kind: 'select',
            name: 'payment',
            label: t('orders.payment'),
            options: [
              { value: 'paid', label: t('orders.paymentPaid') },
              { value: 'waiting', label: t('orders.paymentWaiting') },
              { value: 'refunded', label: t('orders.paymentRefunded') },
            ],
          },
          {
            kind: 'select',
            name: 'paymentProvider',
            label: t('orders.provider'),
            options: paymentProviderCodes.map((value) => ({ value, label: providerName(t, value) })),
          },
          { kind: 'dates', label: t('orders.placed') },
        ]}
        page={page}
        exports={filesOf('/api/v1/orders')}
        views={{
          action: '/console/views?list=orders',
          items: [
            { id: 'unpaid', name: t('orders.viewUnpaid'), query: 'payment=waiting' },
            { id: 'paid', name: t('orders.viewPaid'), query: 'status=paid' },
            { id: 'shipped', name: t('orders.viewShipped'), query: 'status=shipped' },
            ...views,
          ],
        }}
        empty={
          <EmptyState
            icon={<ShoppingBasket aria-hidden />}
            title={t('orders.ordersEmpty')}
            text={t('orders.ordersEmptyText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}

function PaidBadge({ order }: { order: Row }) {
  const t = useT()
  if (order.isPaid) return <Badge tone="good">{t('orders.isPaid')}</Badge>
  if (order.status === 'cancelled') return '–'
  return order.paymentProvider === 'cash-on-delivery' ? (
    <Badge>{t('orders.paymentAtDoor')}</Badge>
  ) : (
    <Badge tone="warn">{t('orders.isNotPaid')}</Badge>
  )
}
