/** Orders in a row, newest first: each leads to its page. */
import { Link } from 'react-router'
import type { MoneyValue } from '../../../platform/i18n/format.ts'
import { useT } from '../../../ui/i18n.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { orderTones } from '../../orders/tones.ts'
import type { OrderStatus } from '../../orders/values.ts'

type Summary = { id: string; number: string; status: OrderStatus; placedAt: string; total: MoneyValue }

export function OrderList({ orders }: { orders: readonly Summary[] }) {
  const t = useT()
  return (
    <ul className="orders">
      {orders.map((order) => (
        <li key={order.id} className="card order-row">
          <Link to={`/orders/${order.id}`} className="order-number" prefetch="intent">
            {t('orders.order', { number: order.number })}
          </Link>
          <span className="order-when">
            <DateTime at={order.placedAt} />
          </span>
          <StatusBadge status={order.status} tones={orderTones} label={t(`orders.status_${order.status}`)} />
          <Money value={order.total} className="order-sum" />
        </li>
      ))}
    </ul>
  )
}
