/** All of one's own orders. */
import { PageMeta } from '../../../frames/shop/page-meta.tsx'
import { stoa } from '../../../platform/pages/context.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { useLive } from '../../../ui/live/use-live.ts'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Pagination } from '../../../ui/parts/pagination.tsx'
import { presentSummary } from '../../checkout/present.ts'
import { listOrders } from '../../orders/find.ts'
import { ListOrders } from '../../orders/shapes.ts'
import type { Route } from './+types/orders.ts'
import { OrderList } from './order-list.tsx'

const topics = ['orders', 'order-parts']

export async function loader({ context, url }: Route.LoaderArgs) {
  const query = listQuery(ListOrders, url.href, { view: 'mine', limit: 20 })
  const { data, page } = await orErrorPage(() => listOrders(stoa(context), query))
  return { orders: data.map(presentSummary), next: page.next, isFirst: !query.cursor }
}

export default function Orders({ loaderData: { orders, next, isFirst } }: Route.ComponentProps) {
  const t = useT()
  useLive(topics)
  const title = t('catalog.myOrders')
  return (
    <div className="wrap">
      <PageMeta title={title} />
      <PageHeader title={title} />
      {orders.length > 0 || !isFirst ? (
        <OrderList orders={orders} />
      ) : (
        <EmptyState
          title={t('customers.noOrders')}
          text={t('customers.noOrdersText')}
          actions={
            <LinkButton to="/search" tone="primary">
              {t('cart.browse')}
            </LinkButton>
          }
        />
      )}
      <Pagination next={next} />
    </div>
  )
}
