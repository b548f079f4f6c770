/** The rankings of the dashboard: what sells, whose it is, who buys. */
import { useT } from '../../../../ui/i18n.tsx'
import type { Insights } from '../../insights.ts'
import { Ranking } from './ranking.tsx'

export function TopProducts({ insights: { products, currency } }: { insights: Insights }) {
  const t = useT()
  return (
    <Ranking
      title={t('insights.topProducts')}
      namesTitle={t('insights.product')}
      currency={currency}
      rows={products.map(({ productId, name, quantity, revenue }) => ({
        id: productId,
        name,
        revenue,
        note: t('insights.pieces', { count: quantity }),
        to: `/console/products/${productId}`,
      }))}
    />
  )
}

export function TopProducers({ insights: { producers, currency } }: { insights: Insights }) {
  const t = useT()
  return (
    <Ranking
      title={t('insights.topProducers')}
      namesTitle={t('insights.producer')}
      currency={currency}
      rows={producers.map(({ producerId, ...row }) => ({
        ...row,
        id: producerId,
        to: `/console/producers/${producerId}`,
      }))}
    />
  )
}

export function TopCustomers({ insights: { customers, currency } }: { insights: Insights }) {
  const t = useT()
  return (
    <Ranking
      title={t('insights.topCustomers')}
      namesTitle={t('insights.customer')}
      currency={currency}
      rows={customers.map(({ customerId, name, orders, revenue }) => ({
        id: customerId,
        name,
        revenue,
        note: t('insights.ordersOf', { count: orders }),
        to: `/console/customers/${customerId}`,
      }))}
    />
  )
}
