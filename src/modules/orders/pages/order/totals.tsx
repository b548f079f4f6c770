/** What the order comes to, and what was paid of it. */
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import type { OrderView } from './types.ts'

const isSome = ({ amount }: { amount: string }) => Number(amount) !== 0

export function Totals({ order }: { order: OrderView }) {
  const t = useT()
  const { percent } = useFormat()
  const { totals } = order
  const rows = [
    { label: t('orders.net'), value: totals.net },
    ...totals.vat.map(({ rate, amount }) => ({
      label: t('orders.vatAt', { rate: percent(rate) }),
      value: amount,
    })),
  ]
  const within = [
    { label: t('orders.shippingCost'), value: totals.shipping },
    { label: t('orders.fee'), value: totals.fee },
    { label: t('orders.discount'), value: totals.discount, isLess: true },
  ].filter(({ value }) => isSome(value))
  const after = [
    { label: t('orders.paid'), value: totals.paid },
    { label: t('orders.refunded'), value: totals.refunded },
    { label: t('orders.due'), value: totals.due },
  ].filter(({ value }) => isSome(value))
  return (
    <Card title={t('orders.totals')}>
      <dl className="flex flex-col gap-1.5">
        {within.map((row) => (
          <Row key={row.label} {...row} />
        ))}
        {order.promotions.map((promotion) => (
          <div key={promotion.name} className="flex justify-between gap-4 text-sm text-ink-soft">
            <dt>{promotion.code ?? promotion.name}</dt>
            <dd>
              −<Money value={promotion.amount} />
            </dd>
          </div>
        ))}
        {rows.map((row) => (
          <Row key={row.label} {...row} />
        ))}
        <div className="mt-1 flex justify-between gap-4 border-t border-line pt-2 text-lg font-semibold">
          <dt>{t('orders.total')}</dt>
          <dd>
            <Money value={totals.total} />
          </dd>
        </div>
        {after.map((row) => (
          <Row key={row.label} {...row} />
        ))}
      </dl>
    </Card>
  )
}

type RowProps = { label: string; value: { amount: string; currency: string }; isLess?: boolean }

const Row = ({ label, value, isLess }: RowProps) => (
  <div className="flex justify-between gap-4">
    <dt className="text-ink-soft" suppressHydrationWarning>
      {label}
    </dt>
    <dd>
      {isLess && '−'}
      <Money value={value} />
    </dd>
  </div>
)
