/** What the order comes to, and what was paid of it. */
import { add } from '../../../../platform/values/decimal.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import type { OrderView } from './types.ts'

type Amount = { amount: string; currency: string }

const isSome = ({ value }: { value: Amount }) => Number(value.amount) !== 0

export function Totals({ order }: { order: OrderView }) {
  const t = useT()
  const { percent } = useFormat()
  const { totals, lines, priceKind } = order
  const goods = lines.reduce((sum, line) => add(sum, line[priceKind].amount), '0.00')
  const vat = totals.vat.map(({ rate, amount }) => ({
    label: t('orders.vatAt', { rate: percent(rate) }),
    value: amount,
  }))
  const parts = [
    { label: t('orders.goods'), value: { ...totals.total, amount: goods } },
    { label: t('orders.shippingCost'), value: totals.shipping },
    { label: t('orders.fee'), value: totals.fee },
  ].filter(isSome)
  const after = [
    { label: t('orders.paid'), value: totals.paid },
    { label: t('orders.refunded'), value: totals.refunded },
    { label: t('orders.due'), value: totals.due },
  ].filter(isSome)
  return (
    <Card title={t('orders.totals')}>
      <dl className="flex flex-col gap-1.5">
        {parts.map((row) => (
          <Row key={row.label} {...row} />
        ))}
        {/* Net prices grow by their VAT; gross ones hold it. */}
        {priceKind === 'net' && vat.map((row) => <Row key={row.label} {...row} />)}
        <div className="mt-1 flex justify-between gap-4 border-t border-line pt-2 text-lg font-semibold">
          <dt>{t('orders.total')}</dt>
          <dd>
            <Money value={totals.total} />
          </dd>
        </div>
        {priceKind === 'gross' &&
          [{ label: t('orders.net'), value: totals.net }, ...vat].map((row) => (
            <Row key={row.label} {...row} isSmall />
          ))}
        {order.promotions.map((promotion) => (
          <Row
            key={promotion.name}
            label={`${t('orders.discount')} · ${promotion.code ?? promotion.name}`}
            value={promotion.amount}
            isSmall
          />
        ))}
        {after.map((row) => (
          <Row key={row.label} {...row} />
        ))}
      </dl>
    </Card>
  )
}

const Row = ({ label, value, isSmall }: { label: string; value: Amount; isSmall?: boolean }) => (
  <div
    className={isSmall ? 'flex justify-between gap-4 text-sm text-ink-soft' : 'flex justify-between gap-4'}
  >
    <dt className="text-ink-soft" suppressHydrationWarning>
      {label}
    </dt>
    <dd>
      <Money value={value} />
    </dd>
  </div>
)
