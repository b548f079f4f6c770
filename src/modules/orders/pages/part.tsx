/** One part, as its sender sees it: what goes in, where it goes, and the next step. */
import { Link } from 'react-router'
import type { Route } from './+types/part.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { KeyValue } from '../../../ui/parts/key-value.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { partTones } from '../tones.ts'
import { act } from './order/acts.ts'
import { Course } from './order/course.tsx'
import { AddressLines } from './order/customer.tsx'
import { loadPart } from './order/load.ts'
import { PartCard } from './order/part-card.tsx'
import { providerName } from './order/words.ts'

export const loader = ({ context, params }: Route.LoaderArgs) => loadPart(context, params.id)

export const action = ({ context, request, params }: Route.ActionArgs) =>
  act({ context, request, id: params.id, back: `/console/parts/${params.id}` })

export default function PartPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { date } = useFormat()
  const { part, lines, order, timeline, isReleased, parcels, mayFulfil, maySeeOrder } = loaderData
  const title = t('orders.part', { number: part.number })
  const reason = !mayFulfil ? t('orders.whyRole') : isReleased ? null : t('orders.whyUnpaid')
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/parts', label: maySeeOrder ? t('orders.parts') : t('orders.partsOwn') }]}
        mark={
          <StatusBadge status={part.status} tones={partTones} label={t(`orders.status_${part.status}`)} />
        }
        text={t('orders.placedOn', { at: date(order.placedAt, 'dateTime') })}
      />
      {problem && <Notice tone="bad" title={problem.title} announce />}
      <div className="panes">
        <div className="stack">
          <PartCard part={part} lines={lines} reason={reason} title={part.producerName} parcels={parcels} />
          <Course parts={[]} timeline={timeline} currency={part.goodsTotal.currency} />
        </div>
        <div className="stack">
          <Card title={t('orders.shipTo')}>
            <AddressLines address={order.shippingAddress} />
          </Card>
          <Card>
            <KeyValue
              facts={[
                { label: t('orders.shippingMethod'), value: order.shippingMethod.name },
                { label: t('orders.provider'), value: providerName(t, order.paymentProvider) },
                { label: t('orders.goods'), value: <Money value={part.goodsTotal} /> },
                { label: t('orders.shippingCost'), value: <Money value={part.shippingTotal} /> },
                { label: t('orders.note'), value: order.note },
                ...(maySeeOrder
                  ? [
                      {
                        label: t('orders.ofOrder'),
                        value: (
                          <Link to={`/console/orders/${order.id}`} className="link">
                            {order.customer.name}
                          </Link>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
        </div>
      </div>
    </div>
  )
}
