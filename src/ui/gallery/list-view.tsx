/** The gallery's list: full, loading, failed and empty. */
import Truck from 'lucide-react/icons/truck'
import { useSearchParams } from 'react-router'
import { useI18n } from '../i18n.tsx'
import { EmptyState } from '../layouts/empty-state.tsx'
import { PageHeader } from '../layouts/page-header.tsx'
import { StatusBadge } from '../parts/badge.tsx'
import { LinkButton } from '../parts/button.tsx'
import { DateTime } from '../parts/date-time.tsx'
import { Money } from '../parts/money.tsx'
import type { Column } from '../tables/list-types.ts'
import { List } from '../tables/list.tsx'
import { type SampleOrder, sampleOrders, samples, sampleTones, statuses } from './samples.ts'

export function ListView() {
  const { locale } = useI18n()
  const [query] = useSearchParams()
  const { words, statuses: names } = samples[locale]
  const columns: Column<SampleOrder>[] = [
    { key: 'number', label: words.number, render: (order) => order.number, sort: true },
    { key: 'customer', label: words.customer, render: (order) => order.customer },
    {
      key: 'placedAt',
      label: words.placed,
      render: (order) => <DateTime at={order.placedAt} format="dateTime" />,
      sort: true,
    },
    {
      key: 'status',
      label: words.status,
      render: (order) => (
        <StatusBadge status={order.status} tones={sampleTones} label={names[order.status]} />
      ),
    },
    { key: 'items', label: words.items, render: (order) => order.items, align: 'end', hidden: true },
    {
      key: 'total',
      label: words.total,
      render: (order) => <Money value={{ amount: order.total, currency: 'EUR' }} />,
      align: 'end',
      sort: true,
      card: 'aside',
    },
  ]
  const status = query.get('status')
  const words2 = query.get('q')?.toLowerCase() ?? ''
  const rows = sampleOrders(locale).filter(
    (order) => (!status || order.status === status) && order.customer.toLowerCase().includes(words2),
  )
  const shared = {
    caption: words.orders,
    rowKey: (order: SampleOrder) => order.id,
    rowLabel: (order: SampleOrder) => order.number,
    columns,
    empty: (
      <EmptyState
        title={words.empty}
        text={words.emptyText}
        actions={<LinkButton to="?view=list">{words.add}</LinkButton>}
      />
    ),
    page: { next: null },
  }
  return (
    <div className="stack">
      <PageHeader title={words.orders} />
      <List
        {...shared}
        name="gallery"
        rows={rows}
        rowHref={(order) => `?view=parts&order=${order.id}`}
        total={rows.length}
        search={words.customer}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: words.status,
            options: statuses.map((value) => ({ value, label: names[value] })),
          },
          { kind: 'dates', label: words.placed },
          { kind: 'numbers', label: words.total, names: ['min', 'max'], unit: '€' },
          { kind: 'flag', name: 'today', label: words.today },
        ]}
        page={{ next: 'abc' }}
        bulk={[
          { name: 'ship', label: words.ship, icon: <Truck aria-hidden /> },
          {
            name: 'delete',
            label: words.delete,
            tone: 'danger',
            confirm: { title: words.delete, text: (count) => `${words.orders}: ${count}` },
          },
        ]}
        bulkAll
        exports={[
          { path: '/api/v1/orders.csv', label: 'CSV' },
          { path: '/api/v1/orders.xlsx', label: 'Excel' },
        ]}
        views={{
          items: [{ id: '1', name: names.pending, query: 'view=list&status=pending', mayDelete: true }],
          action: '?view=list',
        }}
        actions={
          <LinkButton to="?view=forms" tone="primary">
            {words.add}
          </LinkButton>
        }
        loading={false}
        error={null}
      />
      <List {...shared} name="gallery-loading" rows={[]} loading error={null} />
      <List
        {...shared}
        name="gallery-error"
        rows={[]}
        loading={false}
        error={{ title: words.refuse, detail: words.emptyText, requestId: '0197-5b2e' }}
      />
      <List {...shared} name="gallery-empty" rows={[]} loading={false} error={null} />
    </div>
  )
}
