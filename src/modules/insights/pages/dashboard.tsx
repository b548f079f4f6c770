/** The first page: what needs doing today, and how it goes. A producer sees their own. */
import Sprout from 'lucide-react/icons/sprout'
import type { Route } from './+types/dashboard.ts'
import { may } from '../../../platform/access/actor.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { listOrders } from '../../orders/find.ts'
import { listParts } from '../../orders/parts.ts'
import { ListOrders, ListParts } from '../../orders/shapes.ts'
import { dayOf } from '../../payouts/earnings.ts'
import { ownStanding } from '../../payouts/standing.ts'
import { getInsights } from '../insights.ts'
import { getTodo, listLowStock } from '../todo.ts'
import { Figures } from './dashboard/figures.tsx'
import { periodOf } from './dashboard/period.ts'
import { MyMoney } from './dashboard/my-money.tsx'
import { PeriodBar } from './dashboard/period-bar.tsx'
import { TopCustomers, TopProducers, TopProducts } from './dashboard/tops.tsx'
import { LowStock, RecentOrders, type RecentOrder } from './dashboard/recent.tsx'
import { SalesCharts } from './dashboard/sales-charts.tsx'
import { TodoTiles } from './dashboard/todo-tiles.tsx'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { actor } = ctx
  const today = dayOf(ctx)
  const period = periodOf(url, today)
  const isHouse = may(actor, 'insights.read')
  return orErrorPage(async () => {
    const hasFigures = isHouse || actor.producerIds.length > 0
    const [insights, todo, recent, low, standing] = await Promise.all([
      hasFigures ? getInsights(ctx, period) : null,
      getTodo(ctx),
      recentOrders(ctx),
      listLowStock(ctx),
      actor.producerIds.length > 0 ? ownStanding(ctx) : null,
    ])
    return {
      insights,
      todo,
      recent,
      low,
      standing,
      isHouse,
      period,
      today,
      permissions: [...actor.permissions],
    }
  })
}

async function recentOrders(ctx: Context): Promise<RecentOrder[]> {
  const limit = 6
  if (may(ctx.actor, 'orders.readAll')) {
    const { data } = await listOrders(ctx, ListOrders.parse({ view: 'all', limit }))
    return data.map((order) => ({
      id: order.id,
      number: order.number,
      who: order.billingAddress.name,
      status: order.status,
      placedAt: order.placedAt.toISOString(),
      total: { amount: order.total, currency: order.currency },
      to: `/console/orders/${order.id}`,
    }))
  }
  const { data } = await listParts(ctx, ListParts.parse({ limit }))
  return data.map(({ part, order }) => ({
    id: part.id,
    number: part.number,
    who: order.shippingAddress.name,
    status: part.status,
    placedAt: part.placedAt.toISOString(),
    total: { amount: part.goodsTotal, currency: order.currency },
    to: `/console/parts/${part.id}`,
  }))
}

export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { insights, todo, recent, low, standing, isHouse, period, today, permissions } = loaderData
  return (
    <div className="stack">
      <title>{t('insights.title')}</title>
      <PageHeader title={t('insights.title')} />
      {insights === null ? (
        <EmptyState
          icon={<Sprout aria-hidden />}
          title={t('insights.noProducer')}
          text={t('insights.noProducerText')}
        />
      ) : (
        <>
          <TodoTiles todo={todo} permissions={permissions} />
          <PeriodBar period={period} today={today} />
          <Figures insights={insights} balance={standing && standing.open} />
          <SalesCharts insights={insights} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <div className="stack">
              <RecentOrders orders={recent} allTo={isHouse ? '/console/orders' : '/console/parts/all'} />
              <TopProducts insights={insights} />
            </div>
            <div className="stack">
              {standing && <MyMoney standing={standing} />}
              <LowStock variants={low} />
              {isHouse && <TopProducers insights={insights} />}
              {isHouse && <TopCustomers insights={insights} />}
            </div>
          </div>
        </>
      )}
    </div>
  )
}
