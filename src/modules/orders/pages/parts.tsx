/** What is to be sent: a producer's own orders, or everybody's for the house. */
import Check from 'lucide-react/icons/check'
import PackageCheck from 'lucide-react/icons/package-check'
import Truck from 'lucide-react/icons/truck'
import { data, redirect } from 'react-router'
import type { Route } from './+types/parts.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { may } from '../../../platform/access/actor.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { read } from '../../../platform/tenancy/change.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge, StatusBadge } from '../../../ui/parts/badge.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Tabs } from '../../../ui/parts/tabs.tsx'
import { filesOf } from '../../../ui/tables/files.ts'
import type { Column } from '../../../ui/tables/list-types.ts'
import { List } from '../../../ui/tables/list.tsx'
import { presentPartSummary } from '../../checkout/present.ts'
import { producerNames } from '../../producers/names.ts'
import { listParts } from '../parts.ts'
import { ListParts } from '../shapes.ts'
import { partTones } from '../tones.ts'
import { partStatuses } from '../values.ts'
import { moveParts } from './order/bulk.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'orders.fulfil', 'orders.readAll')
    const isAll = url.pathname.endsWith('/all')
    const query = listQuery(ListParts, url, { view: isAll ? 'all' : 'toSend' })
    const { data, page } = await listParts(ctx, query)
    const isHouse = may(ctx.actor, 'orders.readAll')
    const ids = data.map(({ part }) => part.producerId)
    const names = await read(ctx, (ctx) => producerNames(ctx, ids))
    return {
      parts: data.map((row) => ({
        ...presentPartSummary(row),
        producer: inLocale(names.get(row.part.producerId), ctx.locale),
      })),
      page,
      isHouse,
      hasSeveral: isHouse || ctx.actor.producerIds.length > 1,
      mayFulfil: may(ctx.actor, 'orders.fulfil'),
      isAll,
    }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const { done, refused, problem } = await moveParts(
    ctx,
    String(form.get('intent')),
    form.getAll('id').map(String),
  )
  if (problem && done === 0) return data({ problem }, { status: 409 })
  flash(
    context,
    refused === 0
      ? { key: 'orders.bulkDone', values: { count: done } }
      : { key: 'orders.bulkSome', values: { count: done, refused }, tone: 'bad' },
  )
  return redirect(url.pathname + url.search)
}

const openStatuses = ['pending', 'accepted', 'packed'] as const

type Row = Route.ComponentProps['loaderData']['parts'][number]

export default function Parts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { parts, page, isHouse, hasSeveral, mayFulfil, isAll } = loaderData
  const title = isHouse ? t('orders.parts') : t('orders.partsOwn')
  const columns: Column<Row>[] = [
    {
      key: 'number',
      label: t('orders.number'),
      render: (part) => <span className="whitespace-nowrap">{part.number}</span>,
    },
    ...(hasSeveral
      ? [{ key: 'producer', label: t('orders.producer'), render: (part: Row) => part.producer }]
      : []),
    { key: 'customer', label: t('orders.customer'), render: (part) => part.customerName },
    { key: 'city', label: t('orders.city'), render: (part) => part.city },
    {
      key: 'placedAt',
      label: t('orders.placed'),
      render: (part) => (
        <span className="whitespace-nowrap">
          <DateTime at={part.placedAt} format="dayMonth" />
        </span>
      ),
    },
    { key: 'status', label: t('orders.status'), render: (part) => <PartState part={part} /> },
    {
      key: 'goods',
      label: t('orders.goods'),
      render: (part) => <Money value={part.goodsTotal} />,
      align: 'end',
      card: 'aside',
    },
  ]
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader title={title} text={isHouse ? t('orders.partsText') : t('orders.partsOwnText')} />
      <Tabs
        label={title}
        items={[
          { to: '/console/parts', label: t('orders.tabToSend'), isActive: !isAll },
          { to: '/console/parts/all', label: t('orders.tabAll'), isActive: isAll },
        ]}
      />
      <List
        name="parts"
        caption={title}
        rows={parts}
        rowKey={(part) => part.id}
        rowLabel={(part) => t('orders.part', { number: part.number })}
        rowHref={(part) => `/console/parts/${part.id}`}
        columns={columns}
        search={t('orders.searchParts')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('orders.status'),
            options: (isAll ? partStatuses : openStatuses).map((value) => ({
              value,
              label: t(`orders.status_${value}`),
            })),
          },
          { kind: 'dates', label: t('orders.placed') },
        ]}
        page={page}
        bulk={
          mayFulfil
            ? [
                { name: 'accept', label: t('orders.bulkAccept'), icon: <Check aria-hidden /> },
                { name: 'pack', label: t('orders.bulkPack'), icon: <PackageCheck aria-hidden /> },
              ]
            : []
        }
        exports={filesOf('/api/v1/order-parts')}
        empty={
          <EmptyState
            icon={<Truck aria-hidden />}
            title={isAll ? t('orders.partsEmpty') : t('orders.partsDone')}
            text={isAll ? t('orders.partsEmptyText') : t('orders.partsDoneText')}
          />
        }
        loading={false}
        error={problem}
      />
    </div>
  )
}

function PartState({ part }: { part: Row }) {
  const t = useT()
  const waits = !part.isReleased && ['pending', 'accepted'].includes(part.status)
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge status={part.status} tones={partTones} label={t(`orders.status_${part.status}`)} />
      {waits && <Badge>{t('orders.waitsForMoney')}</Badge>}
    </span>
  )
}
