/** What they spent, in four figures. */
import { useFormat, useT } from '../../../../../ui/i18n.tsx'
import { Money } from '../../../../../ui/parts/money.tsx'
import { StatTile } from '../../../../../ui/parts/stat-tile.tsx'
import type { LoadedCustomer } from './load.ts'

export function Figures({ figures, id }: { figures: LoadedCustomer['figures']; id: string }) {
  const t = useT()
  const { number, date } = useFormat()
  const { orders, spent, average, refunded, lastAt } = figures
  return (
    <section className="tiles" aria-label={t('customers.figures')}>
      <StatTile label={t('customers.spent')} value={<Money value={spent} />} />
      <StatTile
        label={t('customers.orderCount')}
        value={number(orders)}
        to={`/console/orders?customerId=${id}`}
        hint={
          lastAt && (
            <span suppressHydrationWarning>{t('customers.lastOrder', { at: date(lastAt, 'date') })}</span>
          )
        }
      />
      <StatTile label={t('customers.average')} value={<Money value={average} />} />
      <StatTile label={t('customers.refunded')} value={<Money value={refunded} />} />
    </section>
  )
}
