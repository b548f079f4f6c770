/** The latest orders, and what runs out. */
import { Link } from 'react-router'
import { useT } from '../../../../ui/i18n.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import type { OrderStatus, PartStatus } from '../../../orders/values.ts'
import { partTones } from '../../../orders/tones.ts'
import type { LowVariant } from '../../todo.ts'

export type RecentOrder = {
  id: string
  number: string
  who: string
  status: PartStatus | OrderStatus
  placedAt: string
  total: { amount: string; currency: string }
  to: string
}

export function RecentOrders({ orders, allTo }: { orders: readonly RecentOrder[]; allTo: string }) {
  const t = useT()
  return (
    <Card
      flush
      title={t('insights.recent')}
      actions={
        <LinkButton to={allTo} size="small" tone="ghost">
          {t('insights.all')}
        </LinkButton>
      }
    >
      {orders.length === 0 && <p className="px-5 py-4 text-ink-soft">{t('insights.nothingYet')}</p>}
      <ul className="divide-y divide-line">
        {orders.map((order) => (
          <li key={order.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-5 py-2.5">
            <Link to={order.to} className="link font-semibold">
              {order.number}
            </Link>
            <span className="text-right font-semibold">
              <Money value={order.total} />
            </span>
            <span className="truncate text-sm text-ink-soft">
              {order.who} · <DateTime at={order.placedAt} format="dateTime" />
            </span>
            <span className="text-right">
              <StatusBadge
                status={order.status}
                tones={partTones}
                label={t(`orders.status_${order.status}`)}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function LowStock({ variants }: { variants: readonly LowVariant[] }) {
  const t = useT()
  if (variants.length === 0) return null
  return (
    <Card
      flush
      title={t('insights.lowStock')}
      actions={
        <LinkButton to="/console/products?lowStock=true" size="small" tone="ghost">
          {t('insights.all')}
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {variants.map((variant) => (
          <li key={variant.variantId} className="flex justify-between gap-4 px-5 py-2.5">
            <span className="min-w-0">
              <Link to={`/console/products/${variant.productId}`} className="link">
                {variant.name}
              </Link>
              {variant.variantName && <span className="text-sm text-ink-soft"> · {variant.variantName}</span>}
            </span>
            <span className={variant.stock === 0 ? 'flex-none font-semibold text-bad-ink' : 'flex-none'}>
              {t('insights.left', { count: variant.stock })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
