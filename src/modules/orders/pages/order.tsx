/** One order whole: its parts, its money, its returns, its course, and what may be done with it now. */
import type { Route } from './+types/order.ts'
import { RecordHistoryCard } from '../../../frames/record-history.tsx'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { may } from '../../../platform/access/actor.ts'
import { historyOf } from '../../../platform/audit/history.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { Button, LinkButton } from '../../../ui/parts/button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { orderTones } from '../tones.ts'
import { act } from './order/acts.ts'
import { Course } from './order/course.tsx'
import { Customer } from './order/customer.tsx'
import { loadOrder } from './order/load.ts'
import { MoneyCard } from './order/money.tsx'
import { PartCard } from './order/part-card.tsx'
import { ReturnsCard } from './order/returns.tsx'
import { Totals } from './order/totals.tsx'
import type { OrderView } from './order/types.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { actor } = ctx
  const loaded = await loadOrder(context, params.id)
  return {
    ...loaded,
    history: await historyOf(ctx, recordsOf(loaded.order)),
    may: {
      fulfil: may(actor, 'orders.fulfil'),
      manage: may(actor, 'orders.manage'),
      record: may(actor, 'payments.record'),
      refund: may(actor, 'payments.refund'),
      returns: may(actor, 'returns.manage'),
      customers: may(actor, 'customers.read'),
    },
  }
}

/** The order and all that hangs on it. */
const recordsOf = ({ id, parts, payments, refunds, returns }: OrderView) => ({
  order: [id],
  'order-part': parts.map((part) => part.id),
  payment: payments.map((payment) => payment.id),
  refund: refunds.map((refund) => refund.id),
  return: returns.map((one) => one.id),
})

export const action = ({ context, request, params }: Route.ActionArgs) =>
  act({ context, request, id: params.id, back: `/console/orders/${params.id}` })

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { date } = useFormat()
  const { order, may, isReleased, parcels, history } = loaderData
  const partReason = !may.fulfil ? t('orders.whyRole') : isReleased ? null : t('orders.whyUnpaid')
  const title = t('orders.order', { number: order.number })
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/orders', label: t('orders.orders') }]}
        mark={
          <StatusBadge status={order.status} tones={orderTones} label={t(`orders.status_${order.status}`)} />
        }
        text={t('orders.placedOn', { at: date(order.placedAt, 'dateTime') })}
        actions={<OrderActions order={order} may={may} />}
      />
      {problem && <Notice tone="bad" title={problem.title} announce />}
      <div className="panes">
        <div className="stack">
          {order.parts.map((part) => (
            <PartCard
              key={part.id}
              part={part}
              title={part.producerName}
              lines={order.lines.filter((line) => line.partId === part.id)}
              reason={partReason}
              parcels={parcels}
            />
          ))}
          <ReturnsCard order={order} mayAct={may.returns} />
          <MoneyCard order={order} mayRefund={may.refund} />
          <Course timeline={order.timeline} parts={order.parts} currency={order.totals.total.currency} />
        </div>
        <div className="stack">
          <Totals order={order} />
          <Customer order={order} hasLink={may.customers} />
        </div>
      </div>
      <RecordHistoryCard history={history} isMixed />
    </div>
  )
}

type Rights = Route.ComponentProps['loaderData']['may']

/** Each step by its own page; one that may not be taken says why. */
function OrderActions({ order, may }: { order: OrderView; may: Rights }) {
  const t = useT()
  const { can, status, totals } = order
  const base = `/console/orders/${order.id}`
  const isCancelled = status === 'cancelled'
  const steps = [
    {
      to: `${base}/payment`,
      label: t('orders.recordPayment'),
      isOn: can.recordPayment,
      isShown: may.record && Number(totals.due.amount) > 0,
      reason: isCancelled ? t('orders.whyCancelled') : t('orders.whyPaid'),
      tone: 'primary' as const,
    },
    {
      to: `${base}/refund`,
      label: t('orders.refund'),
      isOn: can.refund,
      isShown: may.refund,
      reason: t('orders.whyNothingPaid'),
    },
    {
      to: `${base}/return`,
      label: t('orders.startReturn'),
      isOn: can.return,
      isShown: may.returns && !isCancelled && can.return,
      reason: t('orders.whyNotShipped'),
    },
    {
      to: `${base}/cancellation`,
      label: t('orders.cancel'),
      isOn: can.cancel,
      isShown: !isCancelled,
      reason: may.manage ? t('orders.whyShipped') : t('orders.whyRole'),
    },
  ].filter((step) => step.isShown)
  return (
    <div className="flex flex-wrap items-start gap-2">
      {steps.map(({ to, label, isOn, reason, tone }) =>
        isOn ? (
          <LinkButton key={to} to={to} tone={tone}>
            {label}
          </LinkButton>
        ) : (
          <Button key={to} reason={reason}>
            {label}
          </Button>
        ),
      )}
    </div>
  )
}
