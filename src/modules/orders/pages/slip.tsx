/** A packing slip for one part: what goes into the parcel and where it goes, made to be printed. No prices. */
import type { Route } from './+types/slip.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { Button, LinkButton } from '../../../ui/parts/button.tsx'
import { AddressLines } from './order/customer.tsx'
import { loadPart } from './order/load.ts'

export const handle = { area: 'console' }

export async function loader({ context, params }: Route.LoaderArgs) {
  const { organization } = stoa(context)
  return { ...(await loadPart(context, params.id)), house: organization.name }
}

export default function Slip({ loaderData: { part, lines, order, house } }: Route.ComponentProps) {
  const t = useT()
  const { date } = useFormat()
  const left = lines
    .map((line) => ({ ...line, count: line.quantity - line.cancelledQuantity }))
    .filter(({ count }) => count > 0)
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-8 px-5 py-8 print:p-0">
      <title>{t('orders.slipTitle', { number: part.number })}</title>
      <div className="flex flex-wrap justify-between gap-3 print:hidden">
        <LinkButton to={`/console/parts/${part.id}`}>{t('orders.slipBack')}</LinkButton>
        <Button tone="primary" className="needs-js" onClick={() => print()}>
          {t('orders.print')}
        </Button>
      </div>
      <header className="flex flex-wrap items-baseline justify-between gap-3 border-b-2 border-ink pb-3">
        <h1 className="font-display text-2xl">{t('orders.slipTitle', { number: part.number })}</h1>
        <p suppressHydrationWarning>{date(order.placedAt)}</p>
      </header>
      <div className="grid grid-cols-2 gap-6">
        <section>
          <h2 className="text-sm font-semibold text-ink-soft">{t('orders.slipFrom')}</h2>
          <p className="font-semibold">{part.producerName}</p>
          <p>{house}</p>
        </section>
        <section>
          <h2 className="text-sm font-semibold text-ink-soft">{t('orders.slipTo')}</h2>
          <AddressLines address={order.shippingAddress} />
        </section>
      </div>
      <table className="plain-table w-full">
        <thead>
          <tr>
            <th scope="col" className="cell-end w-16">
              {t('orders.slipQuantity')}
            </th>
            <th scope="col">{t('orders.slipItem')}</th>
            <th scope="col" className="w-20">
              {t('orders.slipChecked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {left.map((line) => (
            <tr key={line.id}>
              <td className="cell-end text-lg font-semibold">{line.count}</td>
              <td>
                <p className="font-semibold">{[line.name, line.variantName].filter(Boolean).join(' · ')}</p>
                <p className="text-sm text-ink-soft">{t('orders.sku', { sku: line.sku })}</p>
              </td>
              <td>
                <span className="inline-block size-6 rounded-sm border border-line-strong" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('orders.shippingMethod')}: {order.shippingMethod.name}
      </p>
      {order.note && (
        <section>
          <h2 className="text-sm font-semibold text-ink-soft">{t('orders.note')}</h2>
          <p className="whitespace-pre-line">{order.note}</p>
        </section>
      )}
    </main>
  )
}
